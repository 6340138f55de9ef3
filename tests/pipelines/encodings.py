#!/usr/bin/env python3
"""Every text is read right in every encoding: short pieces where they stand beside the checkout, whole notices always."""
import collections
import glob
import json
import os
import subprocess
import sys
import tempfile
import zipfile

here = os.path.dirname(os.path.abspath(__file__))
shared = os.path.join(here, "..", "..", "..", "shared")
faults = []


def read(files):
    """Records of many small files, by name; through one archive, which is quicker than a folder."""
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "a.zip")
        with zipfile.ZipFile(path, "w") as z:
            for name, content in files.items():
                z.writestr(name, content)
        out = subprocess.run(["notice-normalize", path], capture_output=True, text=True).stdout
    return {r["id"].split("!/")[1]: r for r in map(json.loads, out.splitlines())}


short = os.path.join(shared, "peers", "encoding", "short.jsonl")
tried = 0
if os.path.exists(short):
    rows = [json.loads(line) for line in open(short, encoding="utf-8")]
    found = read({r["id"] + ".txt": bytes.fromhex(r["hex"]) for r in rows})
    right, all_of = collections.Counter(), collections.Counter()
    for r in rows:
        cell = (r["encoding"].replace("utf-16-", "utf-16"), r["chars"])
        got = found.get(r["id"] + ".txt", {}).get("source", {}).get("encoding")
        all_of[cell] += 1
        right[cell] += got == cell[0]
    for (encoding, chars), n in sorted(all_of.items()):
        share = right[encoding, chars] / n
        least = 1.0 if encoding == "utf-8" or chars >= 8 else 0.96
        if encoding.startswith("utf-16"):
            least = 0.98 if chars >= 16 else 0.9
        if share < least:
            faults.append("%s at %d characters: %.3f, wanted %.2f" % (encoding, chars, share, least))
    tried += len(rows)
texts = glob.glob(os.path.join(here, "..", "..", "samples", "*", "*.txt"))
texts += glob.glob(os.path.join(shared, "seeds", "*.txt")) + glob.glob(os.path.join(shared, "corpus", "*.txt"))
for path in sorted(texts):
    raw = open(path, "rb").read()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    files = {e: text.encode(e) for e in ("utf-8", "gb18030", "utf-16le", "utf-16be")}
    for encoding, record in read(files).items():
        tried += 1
        if record.get("source", {}).get("encoding") != encoding:
            faults.append("%s in %s: read as %s" % (path, encoding, record.get("source") or record.get("code")))
        elif "\ufffd" in record["text"]:
            faults.append("%s in %s: characters lost" % (path, encoding))
traditional = "關於縣委巡察整改進展情況的通報，黨委高度重視，全部問題已經完成整改。"
for encoding in ("big5", "big5hkscs"):
    tried += 1
    record = read({"a.txt": traditional.encode(encoding)})["a.txt"]
    if record.get("source", {}).get("encoding") != "big5" or record["text"].strip() != traditional:
        faults.append("%s: %s" % (encoding, record))
print("\n".join(faults) or "%d texts, none read in a wrong encoding" % tried)
sys.exit(1 if faults or tried < 28 else 0)
