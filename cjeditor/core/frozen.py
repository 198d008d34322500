"""The base class of every record of the document."""

import os
from collections.abc import Callable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, Self

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# Before pydantic: what other packages plug into it has no business with our documents, and
# looking for them takes a tenth of a start.

from pydantic import BaseModel, ConfigDict


@cache
def _fields_of(kind: type[BaseModel]) -> Callable[[Mapping[str, Any]], Any]:
    """Return what picks the values of the fields out of all that a record remembers."""
    return itemgetter(*kind.model_fields)


class Frozen(BaseModel):
    """An immutable, strict record.

    Immutability is what makes undo trivial: a changed document is a new value, and the
    old value is still there.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        defer_build=True,  # a start builds only the validators that it uses
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )

    def __eq__(self, other: object) -> bool:
        """Tell whether *other* is of the same class and holds the same.

        As pydantic does, in a fraction of the time: maps are searched and compared all day.
        """
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        fields = _fields_of(type(self))
        return bool(fields(self.__dict__) == fields(other.__dict__))

    __hash__ = BaseModel.__hash__

    def replace(self, **changes: Any) -> Self:
        """Return a copy with *changes*, validated like any other input.

        Unlike `model_copy(update=...)` this refuses a wrong value. Records that did not
        change are shared, not copied.

        Raises:
            pydantic.ValidationError: A value does not fit its field.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(fields | changes)
