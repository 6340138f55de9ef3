#!/usr/bin/env bash
# usage: run.sh BUILD_DIR: installs the build to a temporary place and builds a ten-line program against it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$1" --prefix "$work/prefix" > /dev/null
for program in normalize extract classify report; do "$work/prefix/bin/notice-$program" --help > /dev/null; done
for page in extract classify classify-train classify-evaluate; do test -f "$work/prefix/share/man/man1/notice-$page.1"; done
cmake -S "$here" -B "$work/build" -D CMAKE_PREFIX_PATH="$work/prefix" -D CMAKE_CXX_FLAGS="${CONSUMER_FLAGS:-}" > /dev/null
cmake --build "$work/build" > /dev/null
[[ $("$work/build/consumer") == "1 finding, 1 measure" ]]
