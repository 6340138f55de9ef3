#!/usr/bin/env python3
"""Every printed text is what stands at its span: in the text record by code points, in the file by bytes."""
import glob
import json
import os
import subprocess
import sys

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
inputs = sorted(glob.glob(os.path.join(root, "samples", "*", "*.txt")))
shared = os.path.join(root, "..", "shared")
inputs += sorted(glob.glob(os.path.join(shared, "seeds", "*.txt")) + glob.glob(os.path.join(shared, "corpus", "*.txt")))


def records(*command):
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def walk(value, path=""):
    if isinstance(value, dict):
        if "span" in value and value.get("span") is not None:
            yield path, value
        for key, item in value.items():
            yield from walk(item, path + "/" + key)
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from walk(item, path + "/%d" % i)


texts = {r["source"]["path"]: r["text"] for r in records("notice-normalize", *inputs)}
notices = records("notice-extract", *inputs)
labelled = subprocess.run(["notice-classify"], input="".join(json.dumps(n, ensure_ascii=False) + "\n" for n in notices),
                          capture_output=True, text=True, check=True).stdout
notices += [json.loads(line) for line in labelled.splitlines()]
seen = faults = 0
for notice in notices:
    text = texts[notice["source"]["path"]]
    raw = open(notice["source"]["path"], "rb").read()
    encoding = {"utf-8": "utf-8", "gb18030": "gb18030"}[notice["source"]["encoding"]]
    if "".join(b["text"] for b in notice["blocks"]) != text:
        print(notice["id"], "blocks do not tile the text")
        faults += 1
    for path, place in walk(notice):
        seen += 1
        begin, end = place["span"]
        if text[begin:end] != place["text"]:
            print(notice["id"], path, "span gives", repr(text[begin:end][:40]), "printed", repr(place["text"][:40]))
            faults += 1
        if "line" in place and text.count("\n", 0, begin) + 1 != place["line"]:
            print(notice["id"], path, "line", place["line"])
            faults += 1
        if "source_span" in place:
            b, e = place["source_span"]
            strip = lambda s: "".join(c for c in s if not c.isspace() and c not in "*\ufeff")
            if strip(raw[b:e].decode(encoding, "replace"))[:60] != strip(place["text"])[:60] and place["text"].strip():
                # Folded digits and dropped page numbers differ in their bytes; the first words must agree.
                if strip(raw[b:e].decode(encoding, "replace"))[:4] != strip(place["text"])[:4]:
                    print(notice["id"], path, "source_span gives", repr(raw[b:e].decode(encoding, "replace")[:40]))
                    faults += 1
print("%d records, %d places, %d faults" % (len(notices), seen, faults))
sys.exit(1 if faults or seen < 500 else 0)
