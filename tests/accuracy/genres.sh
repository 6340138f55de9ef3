#!/usr/bin/env bash
# usage: genres.sh FILES...: each file is named GENRE.NUMBER.txt after what it is; tells each that is labelled otherwise.
set -euo pipefail
result=0
for file; do
  name=${file##*/} label=$(notice-extract "$file" | notice-classify | grep -o '"genre":{"id":"[a-z_]*' || true)
  label=${label##*\"}
  if [[ $label != "${name%%.*}" ]]; then
    echo "$name: ${label:-none}"
    result=1
  fi
done
exit $result
