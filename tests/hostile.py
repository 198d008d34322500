"""Text that tries to be something else, and maps full of it."""

import typing

from cjeditor.kinds.fields import Names
from cjeditor.model.map import TABLES

HOSTILE = {
    "markup": "<b>bold</b> & <img src='file:///etc/passwd'> ]]> --> {{x}}",
    "formula": "=SUM(1)",
    "command": '=cmd|"/c calc"!A1',
    "controls": "one\x00two\x07three\x1bfour\x85five\u2028six",
    "bidi": "user\u202etxt.exe\u202c \u2066isolated",
    "word": "W" * 2_000,
    "arabic": "مرحبا بالعالم 42 (نعم)",
    "hindi": "हिन्दी में ग्राहक",
    "korean": "고객 여정 지도",
    "emoji": "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣",
    "combining": "Z" + "\u0301" * 200,
    "lines": "\n\n  \n- a\n\n\n- b\r\n",
}


def with_text(journey, text):
    """Return *journey* with *text* in every field that takes any text."""
    for table in TABLES:
        records = [_filled(each, text) for each in getattr(journey, table).values()]
        journey = journey.put(*records)
    return journey.with_scope(_filled(journey.scope, text))


def _filled(record, text):
    changes = {}
    for name, field in type(record).model_fields.items():
        if name in {"id", "order", "kind", "card"}:
            continue
        if field.annotation is str and not any(getattr(m, "pattern", 0) for m in field.metadata):
            changes[name] = text
        elif field.annotation in (Names, typing.get_origin(Names)) and name in {"tags", "authors"}:
            changes[name] = (text,)
    return record.replace(**changes) if changes else record
