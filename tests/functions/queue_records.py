"""Messages of our queues as SQS hands them over."""

import copy
import json

from tests.events import Event, load_event


def with_bodies(*bodies: object, function: str = "deliver_message", case: str = "poison") -> Event:
    """A batch with these bodies; what is no text is written as JSON."""
    [record] = load_event(function, case)["Records"]
    records = []
    for number, body in enumerate(bodies):
        text = body if isinstance(body, str) else json.dumps(body)
        records.append(copy.deepcopy(record) | {"body": text, "messageId": f"m{number}"})
    return {"Records": records}
