#!/usr/bin/env bash
# usage: run_case.sh FOLDER JOBS: runs FOLDER/cmd there with $J set to JOBS and compares standard output, standard
# error and exit status with what the folder holds. UPDATE=1 writes them anew, for review in the diff.
set -uo pipefail
cd "$1" || exit 1
export J=$2 LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash ./cmd > "$work/stdout" 2> "$work/stderr" < /dev/null
echo $? > "$work/status"
result=0
for part in stdout stderr status; do
  if [[ ${UPDATE:-0} == 1 ]]; then
    cp "$work/$part" "$part"
  elif ! diff -u "$part" "$work/$part"; then
    result=1
  fi
done
exit $result
