#!/usr/bin/env python3
"""Hostile files end as error records within the limits: memory below 500 MB, nothing left in the temporary folder, and the
good file among them is read."""
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp()
files = os.path.join(work, "files")
temporary = os.path.join(work, "tmp")
os.mkdir(files)
os.mkdir(temporary)
faults = []
WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in members:
            z.writestr(name, content)
    return out.getvalue()


def bomb(name, head, megabytes):
    """Written piece by piece: what this process takes counts in the peak of the ones it starts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z, z.open(name, "w") as f:
        f.write(head)
        for _ in range(megabytes):
            f.write(b" " * (1 << 20))
    return out.getvalue()


def nested(depth):
    inner = zipped([("a.txt", "整改。")])
    for _ in range(depth):
        inner = zipped([("inner.zip", inner)])
    return inner


def tar_with(name):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as t:
        info = tarfile.TarInfo(name)
        info.size = 3
        t.addfile(info, io.BytesIO(b"abc"))
        link = tarfile.TarInfo("link.txt")
        link.type = tarfile.SYMTYPE
        link.linkname = "/etc/passwd"
        t.addfile(link)
    return out.getvalue()


entities = "<!DOCTYPE x [<!ENTITY a0 \"ha\">" + "".join(
    "<!ENTITY a%d \"%s\">" % (i, "&a%d;" % (i - 1) * 10) for i in range(1, 12)) + "]>"
zeros = b"\0" * (64 << 20)
good = open(os.path.join(here, "..", "..", "samples", "town", "town.txt"), "rb").read()
whole_zip = zipped([("a.txt", os.urandom(30000)), ("b.txt", good)])
pdf = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
hostile = {
    "bomb.zip": (zipped([("a.txt", zeros), ("b.txt", zeros)]), {"too_large"}),
    "bomb.docx": (bomb("word/document.xml", WORD, 300), {"too_large"}),
    "entities.docx": (zipped([("word/document.xml", entities + "<x>&a11;</x>")]), {"damaged_file"}),
    "entities.html": (("<p>" + entities + "&a11;</p>").encode(), {"empty_document", None}),
    "nested.html": (b"<html><body>" + b"<div>" * 100000 + "整改。".encode(), {"too_large"}),
    "nested_spans.html": (b"<p>" + b"<span>" * 100000 + "整改。".encode(), {"too_large"}),
    "unclosed.html": (b"<p>" + b"</i></table>" * 200000 + "整改，完成。".encode(), {None}),
    "nested.zip": (nested(40), {"too_large"}),
    "leads_out.zip": (zipped([("../../x.txt", "x")]), {"unsafe_path"}),
    "leads_out.tar.gz": (tar_with("../../x.txt"), {"unsafe_path"}),
    "broken.docx": (zipped([("word/document.xml", WORD + b"<w:p><w:r></w:p>")]), {"damaged_file"}),
    "cut.zip": (whole_zip[:20000], {"damaged_file", "not_text"}),
    "cut.pdf": (pdf[:len(pdf) // 2], {"damaged_file", "missing_helper"}),
    "pictures.pdf": (pdf, {"no_text_layer", "missing_helper"}),
    "noise.doc": (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + os.urandom(50000), {"damaged_file", "missing_helper", "timed_out"}),
    "noise.tar.gz": (b"\x1F\x8B" + os.urandom(50000), {"damaged_file"}),
}
for name, (content, _) in hostile.items():
    with open(os.path.join(files, name), "wb") as f:
        f.write(content)
with open(os.path.join(files, "huge.html"), "wb") as f:
    f.write(b"<html><body>")
    f.seek(200 << 20)
    f.write("整改。".encode())
hostile["huge.html"] = (b"", {"too_large"})
with open(os.path.join(files, "good.txt"), "wb") as f:
    f.write(good)

run = subprocess.run(["notice-extract", "-j1", files], capture_output=True, text=True, timeout=280, env=dict(os.environ, TMPDIR=temporary))
codes, records = {}, {}
for line in run.stdout.splitlines():
    record = json.loads(line)
    records[record["id"]] = record["type"]
    if record["type"] == "error":
        codes.setdefault(record["id"].split("!/")[0], set()).add(record["code"])
if run.returncode != 1:
    faults.append("exit status %d: %s" % (run.returncode, run.stderr[-500:]))
if records.get("good.txt") != "notice":
    faults.append("the good file was lost")
for name, (_, wanted) in sorted(hostile.items()):
    got = codes.get(name, {None})
    if not got <= wanted:
        faults.append("%s: %s, wanted one of %s" % (name, got, wanted))
    if None in got and name not in records:
        faults.append("%s: no record at all" % name)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
sanitized = "san" in os.environ.get("ASAN_OPTIONS", "") or subprocess.run(
    ["sh", "-c", "ldd $(command -v notice-extract) | grep -q asan"]).returncode == 0
if peak > 500 and not sanitized:
    faults.append("%d MB of memory" % peak)
if os.listdir(temporary):
    faults.append("left behind: %s" % os.listdir(temporary))
if os.path.exists(os.path.join(work, "x.txt")) or os.path.exists(os.path.join(os.path.dirname(work), "x.txt")):
    faults.append("a member was written outside")
shutil.rmtree(work)
print("\n".join(faults) or "%d hostile files told, %d MB at most" % (len(hostile), peak))
sys.exit(1 if faults else 0)
