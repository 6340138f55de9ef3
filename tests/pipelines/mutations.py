#!/usr/bin/env python3
"""Each sample is damaged in one place inside one finding: a paragraph dropped, a marker, a line break or a digit lost, widths
swapped. The reader must not fail, print only words of the text, and leave what stands away from the damage as it was."""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
random.seed(11)
WIDTHS = str.maketrans("，；：（）", ",;:()")
HEAD = ("title", "issuer", "addressee", "inspection_group", "round")


def run(folder):
    out = subprocess.run(["notice-extract", str(folder)], capture_output=True, text=True)
    if out.returncode != 0:
        sys.exit("notice-extract failed: " + out.stderr[:500])
    return {r["id"]: r for r in map(json.loads, out.stdout.splitlines())}


def damage(lines, i, kind):
    """The lines with one damage at line i; None where there is nothing to damage so."""
    line, rest = lines[i], lines[:]
    if kind == "paragraph":
        del rest[i]
    elif kind == "marker":
        cut = re.sub(r"[一二三四五六]是|（[一二三四五六]）|[1-9][.．、]", "", line, count=1)
        rest[i] = cut
    elif kind == "break":
        if i + 1 >= len(lines):
            return None
        rest[i:i + 2] = [line + lines[i + 1].lstrip()]
    elif kind == "digit":
        rest[i] = re.sub(r"\d(?=\d)", "", line, count=1)
    else:
        rest[i] = line.translate(WIDTHS)
    return None if rest == lines else rest


def words(field):
    return field and field["text"]


with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    (work / "whole").mkdir()
    (work / "damaged").mkdir()
    texts = {p.name: p.read_bytes().decode("utf-8", "ignore").splitlines() for p in sorted(root.glob("samples/*/*.txt"))}
    texts = {n: [l for l in ls if l.strip()] for n, ls in texts.items()}
    for name, lines in texts.items():
        (work / "whole" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    whole = run(work / "whole")
    plan = []
    for name, lines in texts.items():
        problems = [f["problem"]["text"] for f in whole[name]["findings"]]
        for j, problem in enumerate(problems):
            at = [i for i, line in enumerate(lines) if problem[:12] in line]
            if len(at) != 1:
                continue
            for kind in ("paragraph", "marker", "break", "digit", "widths"):
                i = min(at[0] + random.choice((0, 1)), len(lines) - 1)
                made = damage(lines, i, kind)
                if made is None:
                    continue
                file = "%s-%d-%s.txt" % (name[:-4], j, kind)
                (work / "damaged" / file).write_text("\n".join(made) + "\n", encoding="utf-8")
                plan.append((file, name, i, j))
    assert len(plan) > 60, "too few damages to mean anything: %d" % len(plan)
    damaged = run(work / "damaged")
    faults = []
    for file, name, i, j in plan:
        a, b, lines = whole[name], damaged[file], texts[name]
        text = "".join(block["text"] for block in b["blocks"])
        for f in b["findings"]:
            for field in [f["problem"], f["detail"], *f["measures"], *f["results"]]:
                if field and field["text"] not in text:
                    faults.append("%s: words that the text does not have: %s" % (file, field["text"][:40]))
        for key in HEAD:
            if words(a[key]) != words(b[key]):
                faults.append("%s: %s became %s" % (file, key, words(b[key])))
        left = [(f["problem"]["text"], len(f["measures"])) for f in b["findings"]]
        for k, f in enumerate(a["findings"]):
            near = any(f["problem"]["text"][:12] in line for line in lines[max(0, i - 2):i + 3])
            if abs(k - j) > 1 and not near and (f["problem"]["text"], len(f["measures"])) not in left:
                faults.append("%s: finding %d, away from the damage, changed: %s" % (file, k + 1, f["problem"]["text"][:40]))
    print("%d damages, %d faults" % (len(plan), len(faults)))
    for fault in faults[:20]:
        print(fault)
    sys.exit(1 if faults else 0)
