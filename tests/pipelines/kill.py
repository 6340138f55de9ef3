#!/usr/bin/env python3
"""Killed at any moment, a report leaves the old file or the new one, whole; so does the state of `changes`."""
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

random.seed(4401)
here = os.path.dirname(os.path.abspath(__file__))
samples = os.path.join(here, "..", "..", "samples")
MOMENTS = 50


def records(work):
    files = [os.path.join(samples, d, f) for d in sorted(os.listdir(samples)) if os.path.isdir(os.path.join(samples, d))
             for f in sorted(os.listdir(os.path.join(samples, d))) if f.endswith(".txt")]
    lines = subprocess.run(["notice-extract", *files], stdout=subprocess.PIPE, check=True).stdout.splitlines(True)
    old, new = os.path.join(work, "old.jsonl"), os.path.join(work, "new.jsonl")
    with open(old, "wb") as out:
        out.writelines(lines)
    with open(new, "wb") as out:
        out.writelines(lines[:-1] * 12)
    return old, new


def bytes_of(path):
    with open(path, "rb") as f:
        return f.read()


def check(name, command, target, old):
    """Runs `command` to its end once, then kills it; `target` starts as `old` every time."""
    folder = os.path.dirname(target)

    def begin():
        for f in os.listdir(folder):
            os.unlink(os.path.join(folder, f))
        with open(target, "wb") as out:
            out.write(old)
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    start = time.monotonic()
    begin().wait()
    took = time.monotonic() - start
    new = bytes_of(target)
    if new == old:
        print(name, "changes nothing: the test shows nothing")
        return False
    seen = {"old": 0, "new": 0}
    killed = tries = 0
    while killed < MOMENTS and tries < 10 * MOMENTS:
        tries += 1
        process = begin()
        time.sleep(random.uniform(0, took))
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            killed += 1
        else:  # it was done before: this machine is faster than it was a moment ago
            took = max(0.9 * took, 0.001)
        now = bytes_of(target)
        state = "new" if now == new else "old" if now == old else None
        if state is None:
            print("%s: killed in run %d, the file is neither old nor new (%d bytes)" % (name, tries, len(now)))
            return False
        seen[state] += 1
        stray = [f for f in os.listdir(folder) if f not in (os.path.basename(target), os.path.basename(target) + ".lock")
                 and not f.startswith(".part")]
        if stray:
            print(name, "left", stray)
            return False
    print("%s: %d of %d runs killed, then %d old and %d new" % (name, killed, tries, seen["old"], seen["new"]))
    return killed == MOMENTS


with tempfile.TemporaryDirectory() as work:
    folder = os.path.join(work, "out")
    os.mkdir(folder)
    old, new = records(work)
    page, state = os.path.join(folder, "page.html"), os.path.join(folder, "state.jsonl")
    good = check("briefing", ["notice-report", "briefing", new, "-o", page], page, b"<html>old</html>\n")
    good &= check("ledger", ["notice-report", "ledger", new, "-o", page, "--format", "csv"], page, b"old\n")
    good &= check("changes --state", ["notice-report", "changes", "--state", state, new], state, bytes_of(old))
sys.exit(0 if good else 1)
