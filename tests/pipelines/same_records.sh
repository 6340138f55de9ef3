#!/usr/bin/env bash
# The same records, positions in the file and source aside, whatever the encoding and line ends; byte for byte
# whatever the number of workers.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work"/{utf8,gb18030,utf16,crlf,bom}
for file in "$here"/../../samples/*/*.txt "$here"/../../../shared/seeds/*.txt; do
  [[ -f $file ]] || continue
  name=$(basename "$file")
  notice-normalize --plain --no-reflow "$file" > /dev/null
  if iconv -f UTF-8 -t UTF-8 "$file" > /dev/null 2>&1; then
    sed 's/\r$//' "$file" > "$work/utf8/$name"
  else
    iconv -f GB18030 -t UTF-8 "$file" | sed 's/\r$//' > "$work/utf8/$name"
  fi
  iconv -f UTF-8 -t GB18030 "$work/utf8/$name" > "$work/gb18030/$name"
  iconv -f UTF-8 -t UTF-16 "$work/utf8/$name" > "$work/utf16/$name"
  sed 's/$/\r/' "$work/utf8/$name" > "$work/crlf/$name"
  { printf '\xEF\xBB\xBF'; cat "$work/utf8/$name"; } > "$work/bom/$name"
done
bare() { jq -cS 'del(.source) | walk(if type == "object" then del(.source_span) else . end)'; }
notice-extract "$work/utf8" | bare > "$work/expected"
[[ $(wc -l < "$work/expected") -ge 6 ]]
for variant in gb18030 utf16 crlf bom; do
  notice-extract "$work/$variant" | bare | cmp - "$work/expected" || { echo "records differ: $variant"; exit 1; }
done
notice-extract -j1 "$work/utf8" | notice-classify -j1 > "$work/one"
notice-extract -j4 "$work/utf8" | notice-classify -j4 | cmp - "$work/one" || { echo "-j4 differs"; exit 1; }
notice-normalize "$work/utf8" | notice-extract | bare | cmp - "$work/expected" || { echo "through text records: different"; exit 1; }
echo "the same records in five forms, one and four workers, with and without notice-normalize"
