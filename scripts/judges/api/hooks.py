"""What Schemathesis is told of the installation it asks: sessions, a mission and a consultation that are there."""

import json
import os
from itertools import count

import schemathesis
from schemathesis.generation import GenerationMode

KNOWN = json.loads(os.environ["GANTRY_JUDGED"])
_calls = count()


@schemathesis.auth(refresh_interval=None)
class Session:
    def get(self, case, context):
        return KNOWN["tokens"]

    def set(self, case, data, context):
        # Limits are each user's own. Logging out would end a session that others use.
        if case.operation.path != "/gantry/auth/logout":
            case.headers = case.headers or {}
            case.headers["Authorization"] = f"Bearer {data[next(_calls) % len(data)]}"


@schemathesis.hook
def before_call(ctx, case, kwargs):
    """Half of the requests that are valid are about what is there."""
    if case.meta is None or case.meta.generation.mode is not GenerationMode.POSITIVE or next(_calls) % 2:
        return
    path = case.operation.path
    if path == "/gantry/consultation/{id}":
        case.path_parameters["id"] = KNOWN["conversation_id"]
    elif "{id}" in path:
        case.path_parameters["id"] = KNOWN["mission_id"]
    body = case.body if isinstance(case.body, dict) else {}
    if "mission_id" in body:
        body["mission_id"] = KNOWN["mission_id"]
    if "conversation_id" in body:
        body["conversation_id"] = KNOWN["conversation_id"]
    if path == "/gantry/auth":
        body.update(password=KNOWN["password"], user="owner")
