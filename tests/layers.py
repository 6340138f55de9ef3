#!/usr/bin/env python3
"""Each layer includes itself and those before it; each third-party library has one home."""
import os
import re
import sys

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
allowed = {
    "text": {"text"},
    "ingest": {"text", "ingest"},
    "outline": {"text", "outline"},
    "extract": {"text", "outline", "extract"},
    "classify": {"text", "outline", "extract", "classify"},
    "report": {"text", "outline", "extract", "classify", "report"},
    "rules": {"text", "outline", "extract", "classify", "report", "rules"},
    "record": {"text", "outline", "extract", "classify", "record"},
}
homes = {"unicode/": ["lib/text"], "nlohmann/": ["lib/rules", "lib/record"],
         "simdjson": ["lib/record"], "CLI/": ["apps"],
         "libxml/": ["lib/ingest"], "archive": ["lib/ingest"], "openssl/": ["lib/text"]}


def faults(path, text):
    layer = path.split("/")[1] if path.startswith("lib/") else None
    for include in re.findall(r'^#include [<"]([^>"]+)[>"]', text, re.M):
        top = include.split("/")[0]
        if layer in allowed and top in allowed and top not in allowed[layer]:
            yield "%s: %s may not include %s" % (path, layer, include)
        for library, places in homes.items():
            if not include.startswith(library):
                continue
            if not any(path.startswith(place + "/") for place in places):
                yield "%s: %s belongs in %s" % (path, include, " and ".join(places))


found = []
files = 0
for folder in ("lib", "apps", "include"):
    for base, _, names in os.walk(os.path.join(root, folder)):
        for name in names:
            if name.endswith((".cpp", ".hpp")):
                files += 1
                path = os.path.join(base, name)
                found += faults(os.path.relpath(path, root), open(path, encoding="utf-8").read())
# The check must be able to say no.
assert list(faults("lib/text/x.cpp", '#include "ingest/page.hpp"\n'))
assert list(faults("lib/report/x.cpp", "#include <libxml/parser.h>\n"))
print("\n".join(found) or "%d files keep to their layers" % files)
sys.exit(1 if found or files < 100 else 0)
