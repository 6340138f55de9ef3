#!/usr/bin/env python3
"""usage: tests/bench/formats.py [FILES] [PAIRS]: CPU seconds of reading pages and DOCX, as ratios to `w3m -dump` and `docx2txt` on the
same files in the same run (default 100 files, 5 pairs, medians); and of one large page, where the yardstick's start-up does not count.
No gate: machines are noisy. Uses the programs on the PATH, else build/release."""
import glob
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.join(here, "..", "..")
sys.path.insert(0, os.path.join(here, "..", "pipelines"))
import documents  # noqa: E402

os.environ["PATH"] += ":" + os.path.join(root, "build", "release")
os.environ["LC_ALL"] = "C.UTF-8"
files = int(sys.argv[1]) if len(sys.argv) > 1 else 100
pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
for program in ("notice-normalize", "w3m", "docx2txt"):
    if not shutil.which(program):
        sys.exit(program + " is not installed")


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["sh", "-c", command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


with tempfile.TemporaryDirectory() as work:
    for folder in ("html", "docx", "large"):
        os.mkdir(os.path.join(work, folder))
    texts = sorted(glob.glob(os.path.join(root, "samples", "*", "*.txt")))
    plain = [subprocess.run(["notice-normalize", "--plain", t], capture_output=True, text=True, check=True).stdout.splitlines() for t in texts]
    for i in range(files):
        lines = [line.replace("2024", str(2010 + i % 15)) for line in plain[i % len(plain)]]
        with open(os.path.join(work, "html", "%d.html" % i), "wb") as f:
            f.write(documents.page(lines[1:], lines[:1]))
        with open(os.path.join(work, "docx", "%d.docx" % i), "wb") as f:
            f.write(documents.docx(lines)[0])
    with open(os.path.join(work, "large", "large.html"), "wb") as f:
        f.write(documents.page([line for _ in range(200) for lines in plain for line in lines], ["通报"]))
    rows = [("html, %d files" % files, "html", "w3m -dump -T text/html -cols 10000 \"$f\""),
            ("html, one large page", "large", "w3m -dump -T text/html -cols 10000 \"$f\""),
            ("docx, %d files" % files, "docx", "docx2txt \"$f\" -")]
    print("%-22s %8s %10s %10s %8s" % ("", "MB", "ours, s", "theirs, s", "ratio"))
    for name, folder, theirs in rows:
        path = os.path.join(work, folder)
        size = sum(os.path.getsize(os.path.join(path, n)) for n in os.listdir(path)) / 1e6
        ours_seconds, their_seconds = [], []
        for _ in range(pairs):
            ours_seconds.append(cpu("notice-normalize -j1 " + path))
            their_seconds.append(cpu("for f in %s/*; do %s; done" % (path, theirs)))
        a, b = statistics.median(ours_seconds), statistics.median(their_seconds)
        print("%-22s %8.2f %10.3f %10.3f %8.1f" % (name, size, a, b, b / max(a, 1e-3)))
