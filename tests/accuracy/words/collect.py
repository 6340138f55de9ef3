#!/usr/bin/env python3
"""usage: collect.py measure_types|topics GOLD_FOLDER...: labelled texts of gold notices, one a line: document, labels, text;
of a finding also detail, lead, headings above and answers, each - where it has none."""
import glob
import json
import os
import sys


def close(text):
    return "".join((text or "").split())


def measures(finding):
    for text, types in zip(finding.get("measures") or [], finding.get("measure_types") or []):
        if types:
            yield types, [close(text)]


def problems(finding):
    if finding.get("topics"):
        answers = [*(finding.get("measures") or []), finding.get("results")]
        yield finding["topics"], [close(finding["problem"]), close(finding.get("detail")) or "-", close(finding.get("lead")) or "-",
                                  "|".join(close(h) for h in finding.get("path") or []) or "-",
                                  "|".join(close(a) for a in answers if a) or "-"]


samples = {"measure_types": measures, "topics": problems}[sys.argv[1]]
for folder in sys.argv[2:]:
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        gold = json.load(open(path, encoding="utf-8"))
        if not isinstance(gold, dict):
            continue
        document = os.path.splitext(os.path.basename(path))[0]
        for finding in gold.get("findings") or []:
            for labels, fields in samples(finding):
                print("\t".join((document, ",".join(labels), *fields)))
