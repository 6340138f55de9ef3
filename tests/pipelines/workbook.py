#!/usr/bin/env python3
"""Workbooks: types of cells, filters, frozen headings, sheets, no formulas, the same bytes twice, and LibreOffice opens
them."""
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import office

work = tempfile.mkdtemp()
LEAD = ('中共青禾镇委员会关于县委巡察整改进展情况的通报\n根据县委统一部署，2024年3月4日至2024年4月26日，县委第二巡察组对青禾镇党委'
        '开展了常规巡察。2024年5月20日，县委第二巡察组反馈了巡察意见。现将整改情况予以公布。\n二、反馈问题整改情况\n（一）关于财务方面\n')
BAD = ['=1+1', '+1+1', '-2+3', '@SUM(1,1)', '=HYPERLINK("http://example.com","x")', '\t=1', '＝1+1', "'=1"]


def notice(findings):
    return LEAD + ''.join(f'{i}.针对“{p}”的问题。一是{p}，二是开展检查{i}次。已完成整改。\n'
                          for i, p in enumerate(findings, 1)) + '中共青禾镇委员会\n2024年10月18日\n'


def write(name, text):
    with open(os.path.join(work, name), 'w', encoding='utf-8') as f:
        f.write(text)


os.mkdir(os.path.join(work, 'in'))
write('in/a.txt', notice([b + '现金管理不规范' for b in BAD]))
write('in/=b.txt', notice(['台账不全']))
for i in range(100):
    write(f'in/n{i:03}.txt', notice([f'第{j}号库房台账更新不及时、记录不完整' for j in range(20)]))
records = os.path.join(work, 'records.jsonl')
with open(records, 'wb') as f:
    extract = subprocess.Popen(['notice-extract', os.path.join(work, 'in')], stdout=subprocess.PIPE)
    subprocess.run(['notice-classify'], stdin=extract.stdout, stdout=f, check=True)
    extract.wait()

faults = []


def expect(what, truth):
    if not truth:
        faults.append(what)


def book(view):
    path = os.path.join(work, view + '.xlsx')
    subprocess.run(['notice-report', view, records, '-o', path], check=True)
    first = open(path, 'rb').read()
    subprocess.run(['notice-report', view, records, '-o', path, '-j', '1'], check=True)
    expect(f'{view}: the same bytes twice', first == open(path, 'rb').read())
    with zipfile.ZipFile(path) as z:
        return path, {n: z.read(n).decode() for n in z.namelist() if n.endswith('.xml')}


sheets_of = {'summary': 2, 'ledger': 2, 'common': 2, 'audit': 2, 'lists': 5}
for view, count in sheets_of.items():
    path, parts = book(view)
    sheets = sorted(n for n in parts if n.startswith('xl/worksheets/sheet'))
    expect(f'{view}: {count} sheets', len(sheets) == count)
    for name in sheets:
        expect(f'{view} {name}: no formula', '<f>' not in parts[name] and '<f ' not in parts[name])
    for name in sheets[:-1]:
        expect(f'{view} {name}: frozen heading', 'state="frozen"' in parts[name])
        expect(f'{view} {name}: filter', '<autoFilter ref=' in parts[name])
        expect(f'{view} {name}: landscape', 'orientation="landscape"' in parts[name])
    expect(f'{view}: repeated heading', 'Print_Titles' in parts['xl/workbook.xml'])
    notes = parts[sheets[-1]]
    expect(f'{view}: notes tell the source', '数据来源' in notes and '规则摘要' in notes)

path, parts = book('audit')
expect('a narrow sheet prints on A4', 'paperSize="9"' in parts['xl/worksheets/sheet1.xml'])
path, parts = book('summary')
expect('a wide sheet prints on A3', 'paperSize="8"' in parts['xl/worksheets/sheet1.xml'])
sheet = parts['xl/worksheets/sheet1.xml']
row = re.search(r'<row r="2".*?</row>', sheet, re.S).group(0)
cells = {m[0]: m[1] for m in re.findall(r'<c r="([A-Z]+)2"([^>]*)>', row)}
expect('a number is a number', 't=' not in cells['A'])
expect('a date is a number with a date format', 't=' not in cells['D'] and 'yyyy-mm-dd' in parts['xl/styles.xml'])
expect('the date is that date', re.search(r'<c r="D2"[^>]*><v>45432</v>', row))
expect('words are strings', 't="' in cells['B'])

path, parts = book('ledger')
words = re.findall(r'<t[^>]*>([^<]*)</t>', parts['xl/worksheets/sheet1.xml'])
for bad in BAD:
    shown = bad.strip().replace('"', '').replace('&', '&amp;')
    expect(f'{bad!r} stands as words', any(shown[:4] in w for w in words))

# CSV: no cell of any view begins a formula.
for view in sheets_of:
    text = subprocess.run(['notice-report', view, records, '--format', 'csv', '--no-bom'], capture_output=True,
                          check=True).stdout.decode()
    for line in csv.reader(io.StringIO(text, newline='')):
        for cell in line:
            expect(f'{view}: csv cell {cell[:20]!r}', not re.match(r'[\s\u3000]*[=+\-@＝＋－＠]', cell) or
                   re.fullmatch(r'-?\d+(\.\d+)?', cell))

if office.program is None:
    print('LibreOffice is not installed; the workbooks were not opened')
    sys.exit(1 if faults else 77)
for view in ('ledger', 'lists'):
    if not office.convert('csv:Text - txt - csv (StarCalc):44,34,76', work, [os.path.join(work, view + '.xlsx')], work):
        faults.append(f'{view}: LibreOffice hung three times')
        continue
    opened = open(os.path.join(work, view + '.csv'), encoding='utf-8').read()
    expect(f'{view}: LibreOffice sees all rows', opened.count('库房台账更新不及时') >= 2000)
    expect(f'{view}: LibreOffice computes nothing', 'Err:' not in opened and '#NAME' not in opened)
shutil.rmtree(work)
for fault in faults[:40]:
    print('not so:', fault)
sys.exit(1 if faults else 0)
