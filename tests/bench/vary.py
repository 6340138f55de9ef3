#!/usr/bin/env python3
"""usage: vary.py FOLDER COUNT FILE...: writes COUNT notices made from FILEs by changing digits; the same every time."""
import os
import random
import sys

folder, count, sources = sys.argv[1], int(sys.argv[2]), [f for f in sys.argv[3:] if os.path.exists(f)]
random.seed(7)
os.makedirs(folder)
texts = []
for source in sources:
    raw = open(source, "rb").read()
    try:
        texts.append(raw.decode("utf-8"))
    except UnicodeDecodeError:
        texts.append(raw.decode("gb18030"))
for n in range(count):
    text = "".join(random.choice("0123456789") if c.isdigit() and c.isascii() and random.random() < 0.3 else c
                   for c in texts[n % len(texts)])
    with open(os.path.join(folder, "%05d.txt" % n), "w", encoding="utf-8", newline="") as out:
        out.write(text)
