#!/usr/bin/env bash
# usage: run.sh SCORE GOLD_DIR FLOOR.json FILES...: reads and labels the files and scores the records.
# Exit status 77 (skipped) where the gold is not there.
set -euo pipefail
score=$1 gold=$2 floor=$3
shift 3
if [[ ! -d $gold ]]; then
  echo "skipped: $gold is not there"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
notice-extract "$@" | notice-classify > "$work/labelled.jsonl"
"$score" "$gold" "$work/labelled.jsonl" --floor "$floor"
