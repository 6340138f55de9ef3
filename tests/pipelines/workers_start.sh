#!/usr/bin/env bash
# Workers that read their first page at the same moment all come to an end: libraries with a state of their own are
# started once. One start in some thirty hung with -j2 while they were not, so many are tried.
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for n in 1 2 3 4 5 6 7 8; do
  printf '<html><body><p>关于巡察整改情况的通报</p><p>现将第%d份公布如下。</p></body></html>' "$n" > "$work/$n.html"
done
for round in $(seq 150); do
  records=$(timeout 20 notice-extract -j2 "$work" | wc -l)
  [[ $records -eq 8 ]] || { echo "FAIL: round $round gave $records records of 8"; exit 1; }
done
