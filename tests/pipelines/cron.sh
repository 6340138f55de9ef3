#!/usr/bin/env bash
# The samples for cron, systemd and make do what they say: their own commands are run, with little around them, as cron
# runs them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
samples=$here/../../samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/notices/inbox"
cp "$samples"/{town,community,school}/*.txt "$work/notices/inbox"
fail() { echo "$*"; exit 1; }
quiet_env() { env -i HOME="$work" PATH="$PATH" LC_ALL=C.UTF-8 "$@"; }

# crontab: five fields, then the command
line=$(grep -E '^[0-9*]' "$samples/crontab")
[[ $(wc -l <<< "$line") == 1 ]] || fail "the crontab has not one line"
[[ $line != *%* ]] || fail "cron reads % as a line end"
command=$(sed -E 's/^([^ ]+ +){5}//' <<< "$line")
[[ $command == cd* ]] || fail "not five fields before the command: $command"
run_cron() { quiet_env sh -c "$command" > "$work/said" 2>&1; }
run_cron || fail "first run: $(cat "$work/said")"
[[ $(grep -c 'notice_new' "$work/said") == 3 ]] || fail "the first run does not tell of three new notices: $(cat "$work/said")"
run_cron || fail "second run: $(cat "$work/said")"
[[ ! -s $work/said ]] || fail "the second run says: $(cat "$work/said")"
# One notice changes: a status, in one finding.
sed -i '0,/整改状态：已完成/s//整改状态：正在整改/' "$work/notices/inbox/community.txt"
cmp -s "$work/notices/inbox/community.txt" "$samples/community/community.txt" && fail "the sample has no such status"
quiet_env sh -c "${command/changes/changes --format jsonl}" > "$work/said" 2>&1 || fail "third run: $(cat "$work/said")"
[[ $(jq -r '[.kind, .before, .after, (.source | split(":")[0])] | join(" ")' "$work/said") == \
  "status_moved 已完成 正在整改 community.txt" ]] || fail "the third run says: $(cat "$work/said")"
run_cron && [[ ! -s $work/said ]] || fail "the fourth run says: $(cat "$work/said")"
# A document that cannot be read keeps its state and is told, not called gone.
: > "$work/notices/inbox/town.txt"
status=0
run_cron || status=$?
[[ $status == 1 ]] && grep -q notice_unreadable "$work/said" && ! grep -q notice_gone "$work/said" || fail "unreadable: $(cat "$work/said")"
cp "$samples/town/town.txt" "$work/notices/inbox"
run_cron && [[ ! -s $work/said ]] || fail "readable again, but said: $(cat "$work/said")"
rm "$work/notices/inbox/town.txt"
run_cron && grep -q notice_gone "$work/said" || fail "gone, but said: $(cat "$work/said")"
cp "$samples/town/town.txt" "$work/notices/inbox"

# What a run does not bring is not gone where the run could not know: no record at all, a folder or an archive that cannot
# be read, a stream that was cut.
changes() { notice-report changes --format jsonl --state "$work/kept.jsonl" "$@" > "$work/said" 2> "$work/told"; }
notices() { grep -v '^{"type":"error"' "$1" | sort; }
unchanged() { cmp -s <(notices "$work/kept.jsonl") <(notices "$work/before.jsonl") || fail "$1: the state is another"; }
not_gone() {
  local status=0
  changes "${@:2}" || status=$?
  [[ $status == 1 ]] || fail "$1: status $status"
  if grep -E 'notice_(gone|republished)' "$work/said"; then fail "$1: called gone"; fi
  unchanged "$1"
}
mkdir -p "$work/in/sub"
cp "$samples/town/town.txt" "$samples/school/school.txt" "$work/in"
cp "$samples/community/community.txt" "$work/in/sub"
(cd "$work/in" && python3 -m zipfile -c z.zip school.txt && rm school.txt)
cd "$work"
notice-extract in > whole.jsonl
changes whole.jsonl || fail "first state: $(cat told)"
[[ $(grep -c notice_new said) == 3 ]] || fail "not three notices: $(cat said)"
cp kept.jsonl before.jsonl
not_gone "an empty stream" - < /dev/null
[[ ! -s said ]] && grep -q 'no_input: .*kept.jsonl keeps its 3 notices; .*delete' told || fail "an empty stream: $(cat said told)"
not_gone "a missing file" missing.jsonl
head -c -9 whole.jsonl > cut.jsonl
not_gone "a cut stream" cut.jsonl
mv in away
{ notice-extract in || true; } 2> /dev/null > now.jsonl
not_gone "a missing folder" now.jsonl
mv away in
# The archive is damaged; a folder that cannot be read is written by hand, for root reads every folder.
head -c 4 in/z.zip > cut.zip && mv cut.zip in/z.zip
mv in/sub away
{ notice-extract in || true; } 2> /dev/null > now.jsonl
jq -c 'select(.id == "z.zip") | .id = "sub/" | .where.path = "in/sub/" | .code = "unreadable_file"' now.jsonl > sub.jsonl
[[ $(wc -l < sub.jsonl) == 1 ]] || fail "the archive is no error: $(cat now.jsonl)"
not_gone "a folder and an archive" now.jsonl sub.jsonl
[[ $(grep -c notice_unreadable said) == 2 ]] || fail "not told: $(cat said)"

# A fault that stays is told once, and so is that notices are not called gone for it; standard error and the status tell
# it every time. What it hides anew is news.
cp before.jsonl kept.jsonl
{ cat whole.jsonl; echo '{"type":"notice","v":1,"id":"x'; } > faulty.jsonl
{ head -n 1 whole.jsonl; echo '{"type":"notice","v":1,"id":"x'; sed -n 2p whole.jsonl; } > fewer.jsonl
again() { # again ABOUT FILE EXPECTED: the kinds of what is said
  local status=0
  cp "$2" now.jsonl
  changes now.jsonl || status=$?
  [[ $status == 1 && $(grep -c 'now.jsonl:[0-9]: bad_record' told) == 1 && $(wc -l < told) == 1 ]] || fail "$1: status $status, told $(cat told)"
  [[ $(jq -r .kind said | xargs) == "$3" ]] || fail "$1: said: $(cat said)"
  unchanged "$1"
}
again "a line is broken" faulty.jsonl notice_unreadable
again "the line is still broken" faulty.jsonl ""
again "and a notice is missing" fewer.jsonl "notice_unreadable notices_unseen"
grep -q '"source":"[a-z./!]*"' said || fail "it is not said which: $(cat said)"
again "it is still missing" fewer.jsonl ""
changes whole.jsonl && [[ ! -s said && ! -s told ]] || fail "mended, but said: $(cat said told)"
again "broken again" faulty.jsonl notice_unreadable

# A state that was cut or is none stays as it is, and the message tells what to do.
for damage in 'head -c -9' 'sed 2s/./x/' 'tr { ['; do
  $damage < before.jsonl > kept.jsonl
  cp kept.jsonl damaged.jsonl
  status=0
  changes whole.jsonl || status=$?
  [[ $status == 1 && ! -s said ]] || fail "a state after $damage: status $status, said: $(cat said)"
  [[ $(wc -l < told) == 1 ]] && grep -Eq 'kept.jsonl:[123]: bad_record: .*stays as it is.*delete' told || fail "after $damage: $(cat told)"
  cmp kept.jsonl damaged.jsonl || fail "a state after $damage is another"
done
cd "$work/notices"

# Two runs with one state do not meet.
cd "$work/notices"
notice-extract inbox > new.jsonl
exec 9> .state.jsonl.lock
flock -n 9
cp .state.jsonl before.jsonl
status=0
notice-report changes --state .state.jsonl new.jsonl > "$work/said" 2>&1 9>&- || status=$?
[[ $status == 2 ]] && grep -q 'another run' "$work/said" || fail "a locked state: $status $(cat "$work/said")"
cmp .state.jsonl before.jsonl
exec 9>&-

# systemd: the command of the service
start=$(sed -n 's/^ExecStart=//p' "$samples/notices.service")
if command -v systemd-analyze > /dev/null; then
  systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$samples/notices.timer")" > /dev/null
fi
[[ $(sed -n 's/^WorkingDirectory=//p' "$samples/notices.service") == %h/notices ]]
quiet_env sh -c "cd '$work/notices' && $start"
grep -q '</html>' briefing.html
cp briefing.html first.html
quiet_env sh -c "cd '$work/notices' && $start"
cmp briefing.html first.html || fail "the same notices, another page"

# make: made once, not again, again when a notice is newer
command -v make > /dev/null || { echo "make is missing"; exit 1; }
run_make() { quiet_env make -s -f "$samples/Makefile" "$@"; }
rm briefing.html
run_make
[[ -s ledger.csv && -s briefing.html && -s round.jsonl ]] || fail "make left something unmade"
run_make -q || fail "make would do it again"
touch -d '1 hour ago' ledger.csv briefing.html round.jsonl
if run_make -q; then fail "make misses a newer notice"; fi
echo "the crontab line, the service and the makefile do what they say"
