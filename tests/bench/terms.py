#!/usr/bin/env python3
"""usage: terms.py FOLDER TERMS TEXT...: writes an overlay of topics with TERMS made-up terms.

The terms are built from pairs of characters that stand in the texts, so that many begin like words that occur: the
hard case for a matcher that looks at beginnings. They share 40 topics in rules of 50 terms."""
import json, os, random, sys

folder, count = sys.argv[1], int(sys.argv[2])
text = "".join(open(path, encoding="utf-8", errors="ignore").read() for path in sys.argv[3:])
pairs = sorted({text[i:i + 2] for i in range(len(text) - 1) if all("\u4e00" <= c <= "\u9fff" for c in text[i:i + 2])})
random.seed(5550)
terms = set()
while len(terms) < count:
    terms.add("".join(random.choice(pairs) for _ in range(random.choice((2, 2, 3)))))
terms = sorted(terms)
labels = [{"id": "t%d" % i, "label": "主题%d" % i, "dimension": "policy_implementation"} for i in range(40)]
rules = []
for i in range(0, count, 50):
    part = terms[i:i + 50]
    rules.append({"id": "r%d" % i, "as": "t%d" % (i // 50 % 40), "match": part, "yes": [part[0]], "no": ["。"]})
os.makedirs(os.path.join(folder, "taxonomy"), exist_ok=True)
with open(os.path.join(folder, "taxonomy", "topics.json"), "w", encoding="utf-8") as out:
    json.dump({"replace": True, "labels": labels + [{"id": "rest", "label": "其他"}], "rules": rules}, out, ensure_ascii=False)
