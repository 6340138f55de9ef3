#!/usr/bin/env bash
# What the programs write fits the schemas they print, seen by an independent JSON Schema 2020-12 validator.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in normalize extract classify; do "notice-$program" --schema > "$work/$program.json"; done
printf 'x' > "$work/short.txt"
head -c 4096 /dev/urandom > "$work/noise.txt"
inputs=("$here"/../../samples/*/ "$work/short.txt" "$work/noise.txt" "$work/absent.txt")
notice-normalize "${inputs[@]}" > "$work/text.jsonl" 2> /dev/null || [[ $? -eq 1 ]]
notice-extract "${inputs[@]}" > "$work/notice.jsonl" 2> /dev/null || [[ $? -eq 1 ]]
notice-classify "$work/notice.jsonl" > "$work/labelled.jsonl" 2> /dev/null || [[ $? -eq 1 ]]
python3 "$here/../schema/validate.py" "$work/normalize.json" < "$work/text.jsonl"
python3 "$here/../schema/validate.py" "$work/extract.json" < "$work/notice.jsonl"
python3 "$here/../schema/validate.py" "$work/classify.json" < "$work/labelled.jsonl"
# The validator must be able to say no.
if sed 's/"level":1/"level":0/' "$work/notice.jsonl" | python3 "$here/../schema/validate.py" "$work/extract.json" > /dev/null; then
  echo "a level of 0 passed the schema"
  exit 1
fi
