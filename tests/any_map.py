"""Sound maps with records in every table, drawn from the types of the records' own fields.

Nothing here names a field but those that hang together in a map, so a new field of a record
is filled by itself. A type that is new to it is refused, so that nothing is passed over. A
number stands behind each map, and hypothesis draws that: a map has thousands of values, and to
draw each by itself would take a hundred times as long.
"""

from datetime import UTC, datetime, timedelta
from functools import cache, partial
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from maps import PIXEL, PIXEL_ID

from cjeditor.core.frozen import Frozen
from cjeditor.kinds.fields import Refers
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS, lane_kind
from cjeditor.model.map import TABLES, Map
from cjeditor.model.records import Picture, Scope
from cjeditor.model.references import REFERENCES

MOST = 3
"""Records of one class and values of one list, at most."""

TEXTS = (
    "=SUM(A1)", "+62 21", "-1", "@home", "'quoted", "{=1}", "0012", "2026-11-30", "https://a.id",
    "<b>&amp;", "a\nb", "عمر", "😀", "TRUE", "#N/A", "_x000D_", "1e5", "two  blanks", "Café", "文",
)  # fmt: skip
"""What a person may write, and what a sheet might take for something else."""

_KINDS = {"lanes": LANE_KINDS, "cards": CARD_KINDS}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def maps(*, filled=False):
    """Return a strategy for sound maps with records of every class in every table.

    Args:
        filled: Whether every field that can say something does.
    """
    return st.integers(0, 2**32 - 1).map(partial(any_map, filled=filled))


def any_map(seed, *, filled=False):
    """Return the map of a number; see `maps`."""
    return _Drawn(Random(seed), filled=filled).map()


def another_value(seed, record, field):
    """Return a value of a number for a field of a class that names no other record."""
    return _Drawn(Random(seed), filled=False).value_of(record.model_fields[field])


def classes(table):
    """Return the classes of the records in a table."""
    return [each.record for each in _KINDS[table]] if table in _KINDS else [TABLES[table]]


@cache
def names_others(field):
    """Return how a field names other records, or None."""
    return next((each for each in field.metadata if isinstance(each, Refers)), None)


class _Drawn:
    """Draws values, and with them a map."""

    def __init__(self, random, *, filled):
        self.random = random
        self.filled = filled
        self.ids = {table: [] for table in TABLES}
        self.made = {}

    def map(self):
        planned = []
        for table in TABLES:
            for record in classes(table):
                least = len(self.ids["stages"]) if table == "steps" else 1 + _is_tree(table)
                count = 1 if table in _KINDS else max(least, self.random.randint(1, MOST))
                names = [f"{table}{len(self.ids[table]) + n}" for n in range(count)]
                self.ids[table] += names
                planned += [(record, name) for name in names]
        self.ids["pictures"] = [PIXEL_ID]
        for record, name in planned:
            if record is not Picture:
                self.made[name] = self.record(record, id=name)
        self.made[PIXEL_ID] = Picture(
            id=PIXEL_ID, media="image/png", width=1, height=1, content=PIXEL
        )
        self._fit_columns()
        self._fit_trees()
        return Map(id="any", scope=self.record(Scope)).put(*self.made.values())

    def record(self, record, **given):
        """Draw a record of a class but for what is given."""
        fields = {
            name: self.value_of(field)
            for name, field in record.model_fields.items()
            if name not in given
        }
        return record(**fields, **given)

    def value_of(self, field):
        refers = names_others(field)
        if refers is not None:
            return self._named(field, refers)
        return self._value(field.annotation, tuple(field.metadata))

    def _named(self, field, refers):
        """Draw the ids that a field names."""
        known = [each for table in refers.tables for each in self.ids[table]]
        known += ["any"] if refers.or_map else []
        if get_origin(field.annotation) is tuple:
            count = self.random.randint(self.filled, min(MOST, len(known)))
            return tuple(self.random.sample(known, count))
        can_be_none = NoneType in get_args(field.annotation)
        return None if can_be_none and self._is_left() else self.random.choice(known)

    def _is_left(self):
        return not self.filled and self.random.random() < 0.3

    def _value(self, kind, marks=()):
        """Draw a value of a type."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._value(inner[0], (*inner[1:], *marks))
        if origin in (Union, UnionType):
            if NoneType in inner and self._is_left():
                return None
            return self._value(self.random.choice([e for e in inner if e is not NoneType]), marks)
        if origin is Literal:
            return self.random.choice(inner)
        if origin is tuple:
            count = self.random.randint(self.filled, MOST)
            return tuple(self._value(inner[0]) for _ in range(count))
        if isinstance(kind, type) and issubclass(kind, Frozen):
            return self.record(kind)
        return self._simple(kind, _limits(marks))

    def _simple(self, kind, limits):
        if kind is bool:
            return self.random.random() < 0.5
        if kind is int:
            return self.random.randint(limits["ge"], min(limits["le"], limits["ge"] + 10_000))
        if kind is float:
            ends = max(limits["ge"], -1e6), min(limits["le"], 1e6)
            return round(self.random.uniform(*ends), 3) + 0.0
        if kind is str:
            return self._text(limits)
        raise AssertionError(f"no values are known for {kind}")

    def _text(self, limits):
        """Draw a text of the form that its limits ask for."""
        pattern = limits.get("pattern", "")
        moment = _EPOCH + timedelta(seconds=self.random.randrange(4_000_000_000))
        if "T" in pattern:
            return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        if r"\d{4}" in pattern:
            return f"{moment:%Y-%m-%d}"
        if "#" in pattern:
            return f"#{self.random.randrange(2**24):06x}"
        if pattern:
            raise AssertionError(f"no texts are known for {pattern}")
        if "func" in limits:
            return f"a{self.random.randrange(10)}"
        return "" if self._is_left() else f"{self.random.choice(TEXTS)} {self.random.random()}"

    # --- what has to fit together

    def _fit_columns(self):
        """Give each stage a step, cards lanes that take them and ends in order."""
        stages, steps = self.ids["stages"], self.ids["steps"]
        for number, name in enumerate(steps):
            self._set(name, stage=stages[number % len(stages)])
        column = Map().put(*(self.made[each] for each in (*stages, *steps))).column_of
        takers = []
        for name in self.ids["lanes"]:
            if "card" in type(self.made[name]).model_fields:
                self._set(name, card=self.random.choice(CARD_KINDS).name)
            if lane_kind(self.made[name].kind).card(self.made[name]) is not None:
                takers.append(name)
        for name in self.ids["cards"]:
            card = self.made[name]
            first, last = sorted((card.first_step, card.last_step), key=column.__getitem__)
            self._set(name, first_step=first, last_step=last, lane=self.random.choice(takers))
        for name in self.ids["emotions"]:
            if self.made[name].card is not None:
                self._set(name, step=self.made[self.made[name].card].first_step)

    def _fit_trees(self):
        """Put whys below whys of their own pain point, and let arrows stay in their flow."""
        whys = self.ids["whys"]
        for number, name in enumerate(whys):
            parent = self.made[name].parent
            if number and self.filled:
                parent = self.random.choice(whys[:number])
                self._set(name, parent=parent)
            if parent in whys[:number]:
                self._set(name, pain=self.made[parent].pain)
            else:
                self._set(name, parent=None)
        for name in self.ids["flow_arrows"]:
            flow = self.made[self.made[name].source].flow
            others = [each for each in self.ids["flow_nodes"] if self.made[each].flow == flow]
            self._set(name, target=self.random.choice(others))

    def _set(self, name, **fields):
        self.made[name] = self.made[name].replace(**fields)


def _is_tree(table):
    """Tell whether records of a table stand below others of it."""
    return any(table in refers.tables for refers in REFERENCES.get(table, {}).values())


def _limits(marks):
    """Return what limits a value: its ends, the pattern of a text, what else checks it."""
    found = {"ge": -1e6, "le": 1e6}
    for mark in marks:
        for part in (mark, *getattr(mark, "metadata", ())):
            for name in ("ge", "le", "pattern", "func"):
                value = getattr(part, name, None)
                if value is not None:
                    found[name] = value
    return found
