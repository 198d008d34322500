"""Set a field of records, delete records, duplicate them: alike for every table."""

from dataclasses import dataclass
from typing import Any, Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.copies import COPIES
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import anywhere, free
from cjeditor.edits.metrics import keep_measure
from cjeditor.edits.pictures import without_unused
from cjeditor.edits.removal import removed
from cjeditor.edits.valid import changed
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map, Record, table_of

_LABELS: Final = {
    "text": mark("Write"),
    "title": mark("Rename"),
    "name": mark("Rename"),
}
_OTHER_LABEL: Final = mark("Change")


@dataclass(frozen=True, slots=True)
class SetField:
    """Set one field of records to a value."""

    ids: tuple[Id, ...]
    field: str
    value: object

    @property
    def label(self) -> str:
        return _LABELS.get(self.field, _OTHER_LABEL)

    def apply(self, journey: Map) -> Map:
        records = [self._changed(journey, anywhere(journey, each)) for each in self.ids]
        return without_unused(journey, journey.put(*records))

    def _changed(self, journey: Map, record: Record) -> Record:
        after = changed(record, self.field, self.value)
        keep_measure(journey, record, after)
        if faults_of(journey, after):
            title = type(record).model_fields[self.field].title or self.field
            raise EditError(mark("{field} names something that is not on the map."), field=title)
        return after


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete records with all that hangs on them."""

    ids: tuple[Id, ...]

    label = mark("Delete")

    def apply(self, journey: Map) -> Map:
        return removed(journey, self.ids)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Copy records, each with all that stands in it, to the place right after them.

    Attributes:
        new_ids: Of the copies, one for each of *ids*; a record that is copied along with
            the lane, stage or step it stands in leaves its one unused.
    """

    ids: tuple[Id, ...]
    new_ids: tuple[Id, ...]

    label = mark("Duplicate")

    def apply(self, journey: Map) -> Map:
        by_table: dict[str, dict[Id, Id]] = {}
        for old, new in zip(self.ids, self.new_ids, strict=True):
            record = anywhere(journey, old)
            table = table_of(record)
            if table not in COPIES:
                raise EditError(mark("This cannot be duplicated."))
            if not self._comes_along(record):
                by_table.setdefault(table, {})[old] = free(journey, new)
        after = journey
        for table, copy in COPIES.items():
            if table in by_table:
                after = copy(after, by_table[table])
        return after

    def _comes_along(self, record: Any) -> bool:
        """Tell whether the record stands in another one that is duplicated."""
        around = {vars(record).get(name) for name in ("lane", "stage", "first_step")}
        return bool(around & set(self.ids))
