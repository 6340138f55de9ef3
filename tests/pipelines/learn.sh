#!/usr/bin/env bash
# The correction loop: doubtful labels as a table, corrected, learnt, used; and what becomes of files that are no model.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$1"; exit 1; }
# status WANTED COMMAND...: the command ends with this status; its messages are in $work/messages.
status() {
  local wanted=$1 got=0
  shift
  "$@" > out 2> messages || got=$?
  [[ $got -eq $wanted ]] || fail "$*: status $got, not $wanted: $(cat messages)"
}

notice-extract "$here"/../../samples/{town,community,bureau,school,selfreport,villages,audit} "$here"/../accuracy/notices > notices.jsonl
notice-classify notices.jsonl > labelled.jsonl

# A person's labels win, by id or Chinese name.
notice-classify --low-confidence notices.jsonl > doubtful.csv
head -1 doubtful.csv | grep -q 'id,finding,kind,measure,label' || fail "the table has no head"
id=$(jq -r 'select(.findings | length > 0) | .id' labelled.jsonl | head -1)
printf 'id,finding,kind,measure,label\n%s,F01,topics,,资产与“三资”\n%s,F01,measure_types,1,ledger meeting\n' "$id" "$id" > corrections.csv
notice-classify --corrections corrections.csv notices.jsonl > corrected.jsonl
jq -es --arg id "$id" 'any(.[]; .id == $id and (.findings[0].labels.topics[0] | .id == "assets" and .by == "person"))' corrected.jsonl > /dev/null ||
  fail "the corrected topic is not there"
jq -es --arg id "$id" 'any(.[]; .id == $id and [.findings[0].measures[0].types[].id] == ["ledger", "meeting"])' corrected.jsonl > /dev/null ||
  fail "the corrected measure types are not there"
notice-classify --schema > schema.json
python3 "$here/../schema/validate.py" schema.json < corrected.jsonl

# What was corrected is what evaluation sees.
notice-classify evaluate corrected.jsonl labelled.jsonl --format json > evaluation.json
jq -e '.fields[] | select(.field == "topic.primary") | .support - .right == 1' evaluation.json > /dev/null || fail "evaluate missed the correction"
notice-classify evaluate corrected.jsonl corrected.jsonl --format json |
  jq -e 'all(.fields[]; .f1 == null or .f1 == 1)' > /dev/null || fail "a file differs from itself"

# The same records give the same model, and it labels alike with any number of workers.
notice-classify train corrected.jsonl -o one.model 2> train.txt
grep -q 'topics: on held-back folds rules' train.txt || fail "train does not say whether the model helps"
notice-classify train -q corrected.jsonl -o two.model
cmp one.model two.model
notice-classify --model one.model -j1 notices.jsonl > j1.jsonl
notice-classify --model one.model -j4 notices.jsonl > j4.jsonl
cmp j1.jsonl j4.jsonl
python3 "$here/../schema/validate.py" schema.json < j1.jsonl
# A kind of label carries a probability just where the model is of use to it.
if grep 'topics: on' train.txt | grep -q 'leaves them to the rules'; then wanted=false; else wanted=true; fi
jq -es "any(.[].findings[]?; .labels.topics[0].probability != null) == $wanted" j1.jsonl > /dev/null || fail "probabilities and the model's use do not agree"
notice-classify evaluate --folds 3 corrected.jsonl | grep -q '^topic.primary' || fail "no folds"

# Files that are no model, cut ones and changed ones end the run with a message that names the file.
head -c $(($(wc -c < one.model) / 2)) one.model > cut.model
sed '3s/trained /trained 9/' one.model > changed.model
echo '{}' > foreign.model
for name in cut changed foreign absent; do
  status 2 notice-classify --model $name.model notices.jsonl
  grep -q "$name.model: \(bad_model\|missing_path\)" messages || fail "$name.model: $(cat messages)"
done
head -1 corrected.jsonl > few.jsonl
status 2 notice-classify train few.jsonl -o few.model
grep -q 'too few' messages || fail "too few findings: $(cat messages)"
[[ ! -e few.model ]] || fail "a model of too few findings was written"
status 2 notice-classify train notices.jsonl -o none.model
grep -q 'without labels' messages || fail "no labels: $(cat messages)"
