#!/usr/bin/env python3
"""Web pages, DOCX with automatic numbers, PDF and DOC made from plain text give the records of that text, positions,
source and meta aside; the reference pages and documents score as the text beside them does."""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

import documents
import office

here = os.path.dirname(os.path.abspath(__file__))
shared = os.path.join(here, "..", "..", "..", "shared")
work = tempfile.mkdtemp()
faults = []


def records(folder, classify=False):
    out = subprocess.run(["notice-extract", "--limit", "seconds=600", folder], capture_output=True, text=True)
    lines = out.stdout
    if classify:
        lines = subprocess.run(["notice-classify"], input=lines, capture_output=True, text=True).stdout
    return {os.path.splitext(r["id"])[0]: r for r in map(json.loads, lines.splitlines())}


def bare(value):
    """A record without what depends on where it was read from: a text copied from a page may still have its furniture."""
    if isinstance(value, dict):
        return {k: bare(v) for k, v in value.items()
                if k not in ("span", "source_span", "line", "source", "meta", "id", "defects", "type", "rules")}
    if isinstance(value, list):
        return [bare(v) for v in value if not (isinstance(v, dict) and v.get("role") == "furniture")]
    return value


def differences(a, b, path=""):
    if type(a) != type(b):
        return [(path, a, b)]
    if isinstance(a, dict):
        return [d for k in sorted(set(a) | set(b)) for d in differences(a.get(k), b.get(k), path + "/" + k)]
    if isinstance(a, list):
        if len(a) != len(b):
            return [(path + " length", len(a), len(b))]
        return [d for i, (x, y) in enumerate(zip(a, b)) for d in differences(x, y, path + "/%d" % i)]
    return [] if a == b else [(path, a, b)]


def compare(kind, made, plain, allowed=0):
    for name, record in sorted(plain.items()):
        if made.get(name, {}).get("type") != "notice":
            faults.append("%s %s: no record: %s" % (kind, name, str(made.get(name))[:200]))
            continue
        found = differences(bare(record), bare(made[name]))
        if len(found) > allowed:
            faults.append("%s %s: %d differences, first %s" % (kind, name, len(found), str(found[0])[:300]))


def score(gold, folder):
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records(folder, True).values())
    out = subprocess.run([sys.executable, os.path.join(shared, "tools", "score.py"), gold, "-", "--json"],
                         input=lines, capture_output=True, text=True, check=True).stdout
    return {f["field"]: f["f1"] for f in json.loads(out)["fields"]}


def compare_scores(kind, gold, made, plain, margin):
    a, b = score(gold, plain), score(gold, made)
    for field, f1 in a.items():
        if f1 is not None and abs(f1 - (b.get(field) or 0)) > margin:
            faults.append("%s: %s scores %s, as plain text %.3f" % (kind, field, b.get(field), f1))


def write(folder, name, content):
    os.makedirs(os.path.join(work, folder), exist_ok=True)
    with open(os.path.join(work, folder, name), "wb") as f:
        f.write(content)


def make(inputs, short_name):
    """Folders of the same notices in every format; returns the records of the plain text."""
    automatic = 0
    for folder in ("txt", "html", "gbk", "lying", "docx", "print"):
        shutil.rmtree(os.path.join(work, folder), ignore_errors=True)
    for path in inputs:
        name = short_name(path)
        text = subprocess.run(["notice-normalize", "--plain", path], capture_output=True, text=True, check=True).stdout
        write("txt", name + ".txt", text.encode())
        lines = text.splitlines()
        record = json.loads(subprocess.run(["notice-extract", os.path.join(work, "txt", name + ".txt")],
                                           capture_output=True, text=True, check=True).stdout)
        # The headline is the lines that the title was read from, where the text begins with it.
        title = record["title"]["text"].split("\n") if record["title"] and record["title"]["span"][0] == 0 else []
        title = lines[:len(title)] if title and lines[:len(title)] == title else []
        rest = lines[len(title):]
        write("html", name + ".html", documents.page(rest, title))
        write("gbk", name + ".html", documents.page(rest, title, "gb18030", "gb2312"))
        write("lying", name + ".html", documents.page(rest, title, "gb18030", "utf-8"))
        made, numbers = documents.docx(lines)
        automatic += numbers
        write("docx", name + ".docx", made)
        write("print", name + ".docx", documents.docx(lines, tracked=False)[0])  # deletions are printed
    if automatic < 30:
        faults.append("only %d automatic numbers were tried" % automatic)
    return records(os.path.join(work, "txt"))


samples = sorted(glob.glob(os.path.join(here, "..", "..", "samples", "*", "*.txt")))
seeds = sorted(glob.glob(os.path.join(shared, "seeds", "*.txt")))
corpus = sorted(glob.glob(os.path.join(shared, "corpus", "*.txt")))
seed_name = lambda p: os.path.basename(p)[:3]
seen = 0
for inputs, name in ((samples, lambda p: os.path.splitext(os.path.basename(p))[0]), (corpus, lambda p: os.path.splitext(os.path.basename(p))[0]),
                     (seeds, seed_name)):
    if not inputs:
        continue
    plain = make(inputs, name)
    seen += len(plain)
    for folder in ("html", "gbk", "lying", "docx"):
        compare(folder, records(os.path.join(work, folder)), plain)
if seeds:
    gold = os.path.join(shared, "gold")
    for folder in ("html", "gbk", "lying", "docx"):
        compare_scores("seeds as " + folder, gold, os.path.join(work, folder), os.path.join(work, "txt"), 0.001)
    for document in ("d08.html", "d09.docx"):
        for kind, source in (("made", document), ("plain", os.path.splitext(document)[0] + ".txt")):
            folder = os.path.join(work, document, kind)
            os.makedirs(folder)
            shutil.copy(os.path.join(shared, "corpus", source), folder)
        compare_scores(document, os.path.join(shared, "corpus"), os.path.join(work, document, "made"),
                       os.path.join(work, document, "plain"), 0.01)
told = "the reference set is not here" if not seeds else ""
if office.program and shutil.which("pdftotext") and shutil.which("antiword"):
    if not seeds:
        make(samples, lambda p: os.path.splitext(os.path.basename(p))[0])
    for suffix, kind in (("pdf", "pdf:writer_pdf_Export"), ("doc", "doc:MS Word 97")):
        if not office.convert(kind, os.path.join(work, suffix), sorted(glob.glob(os.path.join(work, "print", "*.docx"))), work):
            faults.append("LibreOffice made no %s: it hung three times" % suffix)
        if not glob.glob(os.path.join(work, suffix, "*." + suffix)):
            told += "; %s was not tried, libreoffice-writer is not installed" % suffix.upper()
        elif seeds:
            compare_scores("seeds as " + suffix, gold, os.path.join(work, suffix), os.path.join(work, "txt"), 0.03)
        elif len(records(os.path.join(work, suffix))) != len(samples):
            faults.append("not every %s was read" % suffix)
else:
    told += "; PDF and DOC were not tried, soffice, pdftotext or antiword is not installed"
shutil.rmtree(work)
print("\n".join(faults) or "%d notices, the same records from pages and DOCX %s" % (seen, told))
sys.exit(1 if faults or seen < 7 else 0)
