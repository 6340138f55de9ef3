#!/usr/bin/env python3
"""usage: terms.py TAXONOMY_FILE.json: what the rules of a kind of label know, as texts to learn from, one a line: document -, label,
text. Phrases of the rules, eight ways to read one at most, their examples, and the definitions of the labels."""
import json
import re
import sys

LEAST_WEIGHT = 0.5  # words that tell less belong to several labels
MOST_READINGS = 8


def readings(pattern, at=0):
    """The texts that a pattern stands for, its gaps a space, and where it ends."""
    done, now = [], [""]
    while at < len(pattern):
        c = pattern[at]
        at += 1
        if c == "(":
            inner, at = readings(pattern, at)
            now = [a + b for a in now for b in inner]
        elif c == "[":
            end = pattern.index("]", at)
            inner = pattern[at:end].split("|")
            now = [a + b for a in now for b in (inner if len(inner) > 1 else ["", *inner])]
            at = end + 1
        elif c == "{":
            at = pattern.index("}", at) + 1
            now = [a + " " for a in now]
        elif c == "|":
            done, now = done + now, [""]
        elif c == ")":
            break
        else:
            now = [a + c for a in now]
    return done + now, at


def spread(all_of_them):
    n = len(all_of_them)
    return all_of_them if n <= MOST_READINGS else [all_of_them[k * n // MOST_READINGS] for k in range(MOST_READINGS)]


with open(sys.argv[1], encoding="utf-8") as file:
    taxonomy = json.load(file)
spoken = {rule["as"] for rule in taxonomy["rules"]} - {taxonomy["labels"][-1]["id"]}
texts = set()
for rule in taxonomy["rules"]:
    if rule["as"] not in spoken:
        continue
    texts.update((rule["as"], example) for example in rule["yes"])
    if rule.get("weight", 1) >= LEAST_WEIGHT:
        for pattern in rule["match"]:
            texts.update((rule["as"], reading) for reading in spread(readings(pattern)[0]))
for label in taxonomy["labels"]:
    if label["id"] in spoken:
        texts.update((label["id"], text) for text in (label["label"], *re.split("[、，：；（）]", label.get("about", ""))))
for label, text in sorted(texts):
    if len(text) > 1:
        print("\t".join(("-", label, text)))
