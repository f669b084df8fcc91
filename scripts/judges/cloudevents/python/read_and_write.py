"""Reads a CloudEvent from each line and prints it as this package writes it, or why it does not read it."""

import json
import sys

from cloudevents.core.formats.json import JSONFormat

FORMAT = JSONFormat()

for line in sys.stdin.buffer:
    try:
        reply = {"event": json.loads(FORMAT.write(FORMAT.read(None, line)))}
    except Exception as error:
        reply = {"error": repr(error)}
    print(json.dumps(reply))
