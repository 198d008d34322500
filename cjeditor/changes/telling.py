"""Changes and clashes as sentences: plain text, in the language of the *words* that are given.

Pain point “Queue at the till”: severity 2 → 4; tag “till” added
3 cards added, 2 changed; lane “Mood” removed; title changed
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from cjeditor.changes.compare import SCOPE, Change, Kind
from cjeditor.changes.merge import Clash, Merge
from cjeditor.changes.values import (
    field_title,
    is_place,
    is_text,
    named,
    named_alone,
    short,
    value_texts,
    where,
)
from cjeditor.core.words import Words, mark
from cjeditor.model.map import TABLES, Map

_DONE: Final[dict[Kind, str]] = {
    "added": mark("{what} added"),
    "changed": mark("{what} changed"),
    "removed": mark("{what} removed"),
}

_COUNTS: Final[Mapping[str, Callable[[Words, int], str]]] = {
    "personas": lambda words, n: words.count("{n} persona", "{n} personas", n),
    "stages": lambda words, n: words.count("{n} stage", "{n} stages", n),
    "steps": lambda words, n: words.count("{n} step", "{n} steps", n),
    "lanes": lambda words, n: words.count("{n} lane", "{n} lanes", n),
    "cards": lambda words, n: words.count("{n} card", "{n} cards", n),
    "emotions": lambda words, n: words.count("{n} feeling", "{n} feelings", n),
    "links": lambda words, n: words.count("{n} link", "{n} links", n),
    "evidence": lambda words, n: words.count("{n} source", "{n} sources", n),
    "pictures": lambda words, n: words.count("{n} picture", "{n} pictures", n),
    "styles": lambda words, n: words.count("{n} style", "{n} styles", n),
    "comments": lambda words, n: words.count("{n} comment", "{n} comments", n),
    "views": lambda words, n: words.count("{n} view", "{n} views", n),
    "empathy_notes": lambda words, n: words.count("{n} empathy note", "{n} empathy notes", n),
    "whys": lambda words, n: words.count("{n} why", "{n} whys", n),
    "flows": lambda words, n: words.count("{n} user flow", "{n} user flows", n),
    "flow_nodes": lambda words, n: words.count("{n} step of a flow", "{n} steps of flows", n),
    "flow_arrows": lambda words, n: words.count("{n} arrow of a flow", "{n} arrows of flows", n),
    "metrics": lambda words, n: words.count("{n} metric", "{n} metrics", n),
    "figures": lambda words, n: words.count("{n} figure", "{n} figures", n),
}

_AHEAD: Final = 12
"""Characters that are told ahead of the place from which two long texts differ."""

_ITEMS: Final = 3
"""Of a list, so many items are told."""


def change_sentence(change: Change, before: Map, after: Map, words: Words) -> str:
    """Return what is different in one record: "Pain point “Queue”: severity 2 → 4"."""
    one, other = change.before, change.after
    if one is None or other is None:
        journey, record = (after, other) if one is None else (before, one)
        name = named(journey, change.table, record, words)
        return words(_DONE[change.kind]).format(what=name)
    told = "; ".join(_told(change, before, after, words)) or words("changed")
    if change.table == SCOPE:
        return _capital(told)
    return f"{named(after, change.table, other, words)}: {told}"


def summary(changes: Iterable[Change], words: Words) -> str:
    """Return how much is different, by kind of thing; "" if nothing is.

    "3 cards added, 2 changed; lane “Mood” removed; the title changed"
    """
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.table, []).append(change)
    parts = [_counted(own, words) for table in TABLES if (own := groups.get(table))]
    if scope := groups.get(SCOPE):
        parts.append(_scope_counted(scope[0], words))
    return _capital("; ".join(parts))


def clash_sentence(clash: Clash, merged: Merge, words: Words) -> str:
    """Return what the two sides do not agree on; "here" is mine, "there" is theirs."""
    mine, theirs = (_record(each, clash) for each in (merged.mine, merged.theirs))
    journey = merged.theirs if mine is None else merged.mine
    record = theirs if mine is None else mine
    name = words("Scope") if clash.table == SCOPE else named(journey, clash.table, record, words)
    if theirs is None:
        return words("{what} was changed here and removed there").format(what=name)
    if mine is None:
        return words("{what} was removed here and changed there").format(what=name)
    title, one, other = _sides(clash, merged, mine, theirs, words)
    empty = words("empty")
    if one == other:
        told = words("{field} is not the same here and there").format(field=title)
    else:
        told = words("{field} here: {mine}; there: {theirs}").format(
            field=title, mine=one or empty, theirs=other or empty
        )
    return f"{name}: {told}"


def _record(journey: Map, clash: Clash) -> Any:
    return journey.scope if clash.table == SCOPE else journey.table(clash.table).get(clash.id)


def _sides(
    clash: Clash, merged: Merge, mine: Any, theirs: Any, words: Words
) -> tuple[str, str, str]:
    """Return the title of a clash's field and its value on both sides."""
    field = clash.field or ""
    if is_place(mine, field):
        one, other = where(merged.mine, mine, words), where(merged.theirs, theirs, words)
        return _small(words("Place")), one, other
    sides = (merged.mine, mine), (merged.theirs, theirs)
    old, new = _both(clash.table, field, *sides, words)
    title = field_title(field, (mine, theirs), words) or words("Content")
    return _small(title), _listed(old), _listed(new)


def _told(change: Change, before: Map, after: Map, words: Words) -> Iterator[str]:
    """Yield what is different in a changed record, field by field."""
    one, other, fields = change.before, change.after, change.fields
    if any(is_place(other, field) for field in fields):
        old, new = where(before, one, words), where(after, other, words)
        moved = words("moved from {old} to {new}").format(old=old, new=new)
        yield moved if old and old != new else words("moved")
    for field in fields:
        title = _small(field_title(field, (other, one), words))
        if title:
            values = _both(change.table, field, (before, one), (after, other), words)
            yield from _difference(title, *values, words)


def _difference(title: str, old: Sequence[str], new: Sequence[str], words: Words) -> Iterator[str]:
    """Yield what has come and gone in a field, or what its only value has become."""
    come = [each for each in new if each not in old]
    gone = [each for each in old if each not in new]
    if len(old) == len(new) == len(come) == 1:
        yield f"{title} {old[0]} → {new[0]}"
    elif come or gone:
        if come:
            yield words(_DONE["added"]).format(what=f"{title} {_listed(come)}")
        if gone:
            yield words(_DONE["removed"]).format(what=f"{title} {_listed(gone)}")
    elif old:
        yield words(_DONE["changed"]).format(what=title)


def _both(
    table: str, field: str, one: tuple[Map, Any], other: tuple[Map, Any], words: Words
) -> tuple[list[str], list[str]]:
    """Return the values of a field of two records; of long texts what is different."""
    if all(is_text(table, record, field) and vars(record)[field] for _, record in (one, other)):
        return _excerpts(vars(one[1])[field], vars(other[1])[field])
    old, new = (value_texts(journey, table, each, field, words) for journey, each in (one, other))
    return old, new


def _excerpts(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return two texts from a little ahead of the first difference."""
    lines = [" ".join(text.split()) for text in (old, new)]
    pairs = enumerate(zip(*lines, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(map(len, lines)))
    start = lines[0].rfind(" ", 0, max(same - _AHEAD, 0)) + 1
    ahead = "…" if start else ""
    one, other = ([f"“{ahead}{short(line[start:])}”"] for line in lines)
    return one, other


def _listed(texts: Sequence[str]) -> str:
    return ", ".join([*texts[:_ITEMS], *(["…"] if len(texts) > _ITEMS else [])])


def _counted(changes: Sequence[Change], words: Words) -> str:
    """Return how many of one table were added, changed and removed, or which one it was."""
    table = changes[0].table
    if len(changes) == 1:
        change = changes[0]
        name = _small(named_alone(table, change.after or change.before, words))
        what = name or _COUNTS[table](words, 1)
        return words(_DONE[change.kind]).format(what=what)
    parts: list[str] = []
    for kind, done in _DONE.items():
        number = sum(change.kind == kind for change in changes)
        if number:
            what = str(number) if parts else _COUNTS[table](words, number)
            parts.append(words(done).format(what=what))
    return ", ".join(parts)


def _scope_counted(change: Change, words: Words) -> str:
    titles = [field_title(field, (change.after,), words) for field in change.fields]
    told = titles[0] if len(titles) == 1 else words("Scope")
    return words(_DONE["changed"]).format(what=words("the {field}").format(field=_small(told)))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
