"""Where the keyboard can stand on an empathy map, and where a dragged note would land."""

from collections.abc import Collection
from typing import Final, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.layout.empathy import GAP, AreaPlace, EmpathySheet

_ASIDE: Final = 2.5
"""How many times worse a way to the side is than one straight on."""


class Stop(NamedTuple):
    """A place of the keyboard: a note, or where an area takes the next one.

    Attributes:
        area: Number of the area.
        note: Its id; "" for the place of the next one.
    """

    area: int
    note: Id
    rect: Rect


class Landing(NamedTuple):
    """Where dragged notes would come.

    Attributes:
        area: Number of the area.
        place: Theirs among its notes that stay.
        line: Where an insertion line says so; it has no width.
    """

    area: int
    place: int
    line: Rect


def stops(sheet: EmpathySheet) -> list[Stop]:
    """Return every stop, area by area."""
    found = []
    for number, place in enumerate(sheet.areas):
        found += [Stop(number, note, rect) for note, rect in place.notes]
        if place.area.question:
            found.append(Stop(number, "", place.slot))
    return found


def stop_of(sheet: EmpathySheet, area: int, note: Id) -> Stop:
    """Return the stop of a note, or of an area's next one if it is not there."""
    found = stops(sheet)
    own = (each for each in found if note and each.note == note)
    slot = (each for each in found if each.area == area and not each.note)
    return next(own, None) or next(slot, None) or found[0]


def step(sheet: EmpathySheet, start: Stop, dx: int, dy: int) -> Stop:
    """Return the nearest stop in a direction; *start* itself if there is none."""

    def gap(rect: Rect) -> float:
        along = dx * (_middle_x(rect) - _middle_x(start.rect)) + dy * (rect.y - start.rect.y)
        aside = abs(rect.y - start.rect.y) if dx else abs(_middle_x(rect) - _middle_x(start.rect))
        return along + _ASIDE * aside

    def is_ahead(rect: Rect) -> bool:
        if dx:
            return rect.x >= start.rect.right - 1 if dx > 0 else rect.right <= start.rect.x + 1
        return rect.y >= start.rect.bottom - 1 if dy > 0 else rect.bottom <= start.rect.y + 1

    ahead = [each for each in stops(sheet) if is_ahead(each.rect)]
    return min(ahead, key=lambda each: gap(each.rect), default=start)


def next_area(sheet: EmpathySheet, area: int, by: int) -> int:
    """Return the number of the area that is *by* after another one, round and round."""
    open_ = [number for number, place in enumerate(sheet.areas) if place.area.question]
    return open_[((open_.index(area) if area in open_ else 0) + by) % len(open_)]


def shifted(sheet: EmpathySheet, here: Stop, moved: Collection[Id], by: int) -> tuple[int, int]:
    """Return area and index of notes that are moved by one place from *here*.

    At an end of an area they come into the next one, or the one before.
    """
    order = [note for note, _ in sheet.areas[here.area].notes]
    stay = [note for note in order if note not in moved]
    first = next((number for number, note in enumerate(order) if note in moved), 0)
    index = first + by
    if 0 <= index <= len(stay):
        return here.area, index
    number = next_area(sheet, here.area, by)
    return number, 0 if by > 0 else len(sheet.areas[number].notes)


def area_at(sheet: EmpathySheet, x: float, y: float) -> int | None:
    """Return the number of the area at a point."""
    places = enumerate(sheet.areas)
    return next((number for number, place in places if place.rect.contains(x, y)), None)


def note_at(sheet: EmpathySheet, x: float, y: float) -> Id:
    """Return the note at a point, or ""."""
    rects = (pair for place in sheet.areas for pair in place.notes)
    return next((note for note, rect in rects if rect.contains(x, y)), "")


def landing_at(sheet: EmpathySheet, x: float, y: float, moved: Collection[Id]) -> Landing | None:
    """Return where notes that are dropped at a point would come; None outside all areas."""
    number = area_at(sheet, x, y)
    if number is None:
        return None
    place = sheet.areas[number]
    stay = [rect for note, rect in place.notes if note not in moved]
    bottoms: dict[float, float] = {}
    for rect in stay:
        bottoms[rect.y] = max(bottoms.get(rect.y, 0.0), rect.bottom + GAP / 2)
    before = [
        rect
        for rect in stay
        if bottoms[rect.y] < y or (rect.y - GAP / 2 <= y and _middle_x(rect) < x)
    ]
    return Landing(number, len(before), _line(place, stay, len(before), y))


def _line(place: AreaPlace, stay: list[Rect], index: int, y: float) -> Rect:
    """Return the line between the notes that would be left and right of what is dropped."""
    follows = stay[index] if index < len(stay) else None
    if follows is not None and (index == 0 or y >= follows.y - GAP / 2):
        return Rect(follows.x - GAP / 2, follows.y, 0, follows.height)
    if index:
        last = stay[index - 1]
        return Rect(last.right + GAP / 2, last.y, 0, last.height)
    return Rect(place.slot.x - GAP / 2, place.slot.y, 0, min(place.slot.height, 40))


def _middle_x(rect: Rect) -> float:
    return rect.x + rect.width / 2
