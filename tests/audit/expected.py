#!/usr/bin/env python3
"""Compares the audit with what the reference set and the development set must give; skipped where they are not there.

usage: expected.py SHARED
"""
import glob
import json
import os
import subprocess
import sys

shared = sys.argv[1]
if not os.path.isdir(os.path.join(shared, 'gold')):
    sys.exit(77)
AGREED = 7  # of the checks that rest on judgement


def run(paths):
    extract = subprocess.Popen(['notice-extract', *paths], stdout=subprocess.PIPE)
    classify = subprocess.Popen(['notice-classify'], stdin=extract.stdout, stdout=subprocess.PIPE)
    out = subprocess.run(['notice-report', 'audit', '--verdicts', '--format', 'jsonl', '--lang', 'en'],
                         stdin=classify.stdout, capture_output=True, check=True, text=True).stdout
    return {(r['source'][:3], r['check']): r for r in map(json.loads, out.splitlines())}


words = {True: 'fires', False: 'clear', None: 'not_applicable'}
failed = False
got = run(sorted(glob.glob(os.path.join(shared, 'seeds', '*.txt'))))
expected = json.load(open(os.path.join(shared, 'gold', 'audit_expected.json'), encoding='utf-8'))['checks']
agreed, judged = 0, 0
for check, entry in expected.items():
    right = True
    for seed, wanted in entry['expected'].items():
        row = got[seed, check]
        if row['verdict'] != words[wanted['fires']]:
            right = False
            print(f'{seed} {check} ({entry["basis"]}): {row["verdict"]}, not {words[wanted["fires"]]}')
        listed = ' '.join(f.split('-')[1] for f in wanted.get('findings', []))
        if wanted['fires'] and listed and listed != (row['findings'] or ''):
            print(f'  note: {seed} {check}: findings {row["findings"]}, gold {listed}')
    if entry['basis'] == 'judgement':
        judged += 1
        agreed += right
    elif not right:
        failed = True
print(f'judgement: {agreed} of {judged}')
failed |= agreed < AGREED

texts = sorted(glob.glob(os.path.join(shared, 'corpus', '*.txt')))
got = run(texts)
catalogue = {check: entry['severity'] for check, entry in expected.items()}
STATED = ('count.', 'cover.', 'date.', 'element.', 'pii.')  # where the set says no by not listing a check
READER = ('cover.group_facet_unanswered', 'cover.response_off_target')
for text in texts:
    name = os.path.basename(text)[:3]
    checks = json.load(open(text[:-3] + 'json', encoding='utf-8'))['checks']
    for check in checks:
        if got[name, check]['verdict'] != 'fires':
            failed = True
            print(f'{name} {check}: {got[name, check]["verdict"]}, not fires')
    for check, severity in catalogue.items():
        if check in checks or got[name, check]['verdict'] != 'fires':
            continue
        stated = check.startswith(STATED) and check not in READER
        if severity == 'error' or stated:
            failed |= severity == 'error'
            print(f'{name} {check} ({severity}): fires, and is not listed ({got[name, check]["findings"]})')
sys.exit(1 if failed else 0)
