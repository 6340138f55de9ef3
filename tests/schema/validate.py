#!/usr/bin/env python3
"""usage: validate.py SCHEMA.json < LINES: checks every line against the schema with an independent validator.

Exit status 1 at the first lines that do not fit, each with its number and the place of the fault.
"""
import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
kinds = {part["$ref"].rsplit("/", 1)[-1] for part in schema["oneOf"]}
bad = lines = 0
for number, line in enumerate(sys.stdin, 1):
    record = json.loads(line)
    lines += 1
    # The schema of the record's own type gives a clearer message than "not valid under any".
    kind = record["type"] if record.get("type") in kinds else "passed_on"
    own = dict(schema, **{"$ref": "#/$defs/" + kind})
    del own["oneOf"]
    for fault in sorted(jsonschema.Draft202012Validator(own).iter_errors(record), key=lambda e: list(map(str, e.path))):
        bad += 1
        if bad <= 10:
            print("line %d: /%s: %s" % (number, "/".join(map(str, fault.absolute_path)), fault.message[:200]))
print("%d lines, %d faults" % (lines, bad))
sys.exit(1 if bad or not lines else 0)
