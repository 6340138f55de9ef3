#!/usr/bin/env bash
# Bad input becomes an error record or a clear message, with the right exit status, and takes nothing with it.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
good=$here/../../samples/town/town.txt
fail() { echo "FAIL: $*"; exit 1; }

# expect NAME STATUS CODE RECORDS: runs extract on $work/NAME next to a good file.
expect() {
  local name=$1 status=$2 code=$3 got
  timeout 60 notice-extract "$work/$name" "$good" > "$work/out" 2> "$work/err"
  got=$?
  [[ $got -eq $status ]] || fail "$name: exit status $got, not $status: $(head -c 300 "$work/err")"
  [[ $(jq -r 'select(.type == "notice") | .id' "$work/out" | grep -c '^town.txt$') -eq 1 ]] || fail "$name: the good file is lost"
  [[ -z $code ]] && return
  [[ $(jq -r 'select(.type == "error") | .code' "$work/out") == "$code" ]] || fail "$name: no error record with code $code"
  grep -q "notice-extract: .*$name.*: $code: ...*" "$work/err" || fail "$name: no message for people: $(cat "$work/err")"
}

: > "$work/empty.txt"
expect empty.txt 1 empty_document
head -c 10000000 /dev/urandom > "$work/random.txt"
expect random.txt 1 not_text
iconv -f UTF-8 -t GB18030 "$good" | head -c 1502 > "$work/cut_gb18030.txt"
expect cut_gb18030.txt 0 ""
[[ $(jq -r 'select(.id == "cut_gb18030.txt") | .type' "$work/out") == notice ]] || fail "a cut GB18030 file is not read"
# A file that is cut inside a character, or has stray bytes, is told: in the record and on standard error, directly and
# through text records.
{ head -n 9 "$good" | iconv -f UTF-8 -t GB18030; printf '\xff\xff'; iconv -f UTF-8 -t GB18030 "$good"; } > "$work/stray_gb18030.txt"
head -c 1502 "$good" > "$work/cut_utf8.txt"
{ cat "$good"; printf '\xe9\x95'; } > "$work/end_utf8.txt"
told() { # told FILE KIND
  local file=$1 kind=$2 from
  notice-normalize "$work/$file" > "$work/text.jsonl" 2> "$work/err" || fail "$file: not normalized"
  grep -Eq "notice-normalize: .*$file: byte [0-9]+: (malformed|truncated): .*; .*(compare|get the whole)" "$work/err" ||
    fail "$file: normalize does not note the damage: $(cat "$work/err")"
  for from in "$work/$file" "$work/text.jsonl"; do
    notice-extract "$from" > "$work/out" 2> "$work/err" || fail "$from: status $?"
    [[ $(jq -r '[.defects[].kind] | unique | join(" ")' "$work/out") == *"$kind"* ]] || fail "$from: no defect $kind in $(jq -c .defects "$work/out")"
    [[ $kind == truncated || $(jq -r '[.defects[] | select(.kind == "malformed_bytes") | .text] | unique | join(" ")' "$work/out") == *�* ]] ||
      fail "$from: the defect is not where the character is lost"
    grep -Eq "notice-extract: .*$file: byte [0-9]+: " "$work/err" || fail "$from: extract does not note the damage: $(cat "$work/err")"
    notice-extract -q "$from" > "$work/out" 2> "$work/err"
    [[ ! -s $work/err ]] || fail "$from: notes in spite of -q"
  done
}
told cut_gb18030.txt truncated
told stray_gb18030.txt malformed_bytes
told cut_utf8.txt truncated
told end_utf8.txt truncated
notice-extract "$good" 2> "$work/err" | jq -e '[.defects[] | select(.kind == "truncated" or .kind == "malformed_bytes")] == []' > /dev/null &&
  [[ ! -s $work/err ]] || fail "a whole file is called damaged"
expect absent.txt 1 missing_path
mkdir "$work/hollow"
expect hollow 1 no_input
printf '\0\1\2\3' > "$work/binary.txt"
expect binary.txt 1 not_text
mkdir "$work/odd"  # a pipe that nobody writes, a link that leads nowhere, a file that can be read
mkfifo "$work/odd/pipe.txt"
ln -s nowhere "$work/odd/dangling.txt"
cp "$good" "$work/odd/fine.txt"
timeout 20 notice-extract "$work/odd" > "$work/out" 2> "$work/err"
[[ $? -le 1 ]] || fail "a pipe in a folder hangs the run"
[[ $(jq -r 'select(.type == "notice") | .id' "$work/out") == fine.txt ]] || fail "a pipe in a folder takes a file with it"
if [[ $(id -u) -ne 0 ]]; then
  printf x > "$work/locked.txt"
  chmod 000 "$work/locked.txt"
  expect locked.txt 1 unreadable_file
fi
yes '巡察整改工作持续推进，' | head -n 1600000 | tr -d '\n' > "$work/line.txt"
[[ $(stat -c %s "$work/line.txt") -gt 50000000 ]] || fail "the long line is not long"
expect line.txt 0 ""

notice-extract "$good" > "$work/whole.jsonl"
{ cat "$work/whole.jsonl"; head -c 500 "$work/whole.jsonl"; } > "$work/cut.jsonl"
notice-classify "$work/cut.jsonl" > "$work/out" 2> "$work/err"
[[ $? -eq 1 ]] || fail "a cut line: exit status is not 1"
[[ $(jq -r .type "$work/out" | sort | tr '\n' ' ') == "error notice " ]] || fail "a cut line takes the whole one with it"
grep -q 'cut.jsonl:2: bad_record: ' "$work/err" || fail "a cut line: no file and line in: $(cat "$work/err")"

printf '{"type":"ours","v":9,"x":[1, 2]}\n' > "$work/ours.jsonl"
[[ $(notice-classify "$work/ours.jsonl") == '{"type":"ours","v":9,"x":[1, 2]}' ]] || fail "an unknown record was changed"

notice-extract --no-such-option > /dev/null 2> "$work/err"
[[ $? -eq 2 ]] || fail "an unknown option: exit status is not 2"
notice-extract --rules "$work/absent" "$good" > /dev/null 2> "$work/err"
[[ $? -eq 2 ]] || fail "absent rules: exit status is not 2"
notice-extract -o "$work/absent/out.jsonl" "$good" 2> "$work/err"
[[ $? -eq 2 ]] || fail "output that cannot be written: exit status is not 2"

mkdir "$work/many"
for i in $(seq 200); do cp "$good" "$work/many/$i.txt"; done
(set +o pipefail; notice-extract "$work/many" 2> "$work/err" | head -n 1 > "$work/out")
[[ ! -s $work/err && $(wc -l < "$work/out") -eq 1 ]] || fail "head -n 1 is not quiet: $(cat "$work/err")"
echo "every bad input was told, nothing else was lost"
