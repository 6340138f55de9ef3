#!/usr/bin/env python3
"""usage: collect.py GOLD_FOLDER...: labelled measures of gold notices, one a line: document, types, text."""
import glob
import json
import os
import sys

for folder in sys.argv[1:]:
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        gold = json.load(open(path, encoding="utf-8"))
        if not isinstance(gold, dict):
            continue
        document = os.path.splitext(os.path.basename(path))[0]
        for finding in gold.get("findings") or []:
            for text, types in zip(finding.get("measures") or [], finding.get("measure_types") or []):
                if types:
                    print("\t".join((document, ",".join(types), "".join(text.split()))))
