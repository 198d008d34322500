"""Makes the editor of a record's field from the field's type."""

from collections.abc import Callable
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from cjeditor.core.colours import Colour
from cjeditor.core.frozen import Frozen
from cjeditor.core.words import mark
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.card_style import COLOURS
from cjeditor.kinds.fields import AnyNumber, Extra, IsoDate, Name, OneLine, OnScreen, Rating, Refers
from cjeditor.model.avatar import Avatar
from cjeditor.model.records import Saying
from cjeditor.panels import options
from cjeditor.panels.avatar import AvatarEditor
from cjeditor.panels.chips import NamesEditor, SeveralEditor
from cjeditor.panels.choice_fields import (
    ChoiceEditor,
    ColourEditor,
    FeelingEditor,
    FlagEditor,
    RatingEditor,
)
from cjeditor.panels.editor import FieldEditor
from cjeditor.panels.level_names import LevelNamesEditor
from cjeditor.panels.number_field import NumberEditor
from cjeditor.panels.options import Source
from cjeditor.panels.pairs import PairsEditor
from cjeditor.panels.size_field import SizeEditor
from cjeditor.panels.symbols import SymbolEditor
from cjeditor.panels.text_fields import CountEditor, DateEditor, LineEditor, TextEditor

Maker = Callable[[], FieldEditor]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record that people may edit.

    Attributes:
        label: English, marked.
        make: Makes a new editor.
        on_screen: Whether it says how the map is shown, not what it says.
        needs: Another field and the value of it without which this one means nothing.
    """

    name: str
    label: str
    make: Maker
    on_screen: bool = False
    needs: tuple[str, object] | None = None


_BY_NAME: Final[dict[str, Maker]] = {
    "card": lambda: ChoiceEditor(lambda _map: options.card_kinds()),
    "persona": lambda: ChoiceEditor(options.personas, mark("Customers as a whole")),
    "personas": lambda: SeveralEditor(options.personas),
    "level_names": LevelNamesEditor,
    "symbol": SymbolEditor,
}
"""Fields that name records or kinds, which their type alone does not say."""

_PATTERN_OF_A_DAY: Final = get_args(IsoDate)[1]

_NEEDS: Final[dict[str, tuple[str, object]]] = {
    "level_names": ("scale", "names"),
    "convention": ("kind", "ces"),
}

_PAIRS: Final[dict[type[Frozen], Maker]] = {
    Saying: lambda: PairsEditor(Saying, (mark("Quote"), mark("Source")), mark("Add a quote")),
    Extra: lambda: PairsEditor(Extra, (mark("Name"), mark("Value")), mark("Add a field")),
}


def fields_of(record: type[Frozen]) -> tuple[Field, ...]:
    """Return the fields of *record* that have a title and an editor.

    The first one leads; then come those of the record's own class, then those that it has
    from its base class.
    """
    titled = {name: info for name, info in record.model_fields.items() if info.title}
    base = record.__base__
    inherited = set(base.model_fields) if base is not None and issubclass(base, Frozen) else set()
    names = list(titled)
    own = [name for name in names[1:] if name not in inherited]
    ordered = names[:1] + own + [name for name in names[1:] if name in inherited]
    return tuple(
        Field(name, titled[name].title or "", make, _is_on_screen(titled[name]), _NEEDS.get(name))
        for name in ordered
        if (make := _maker(name, titled[name])) is not None
    )


def _is_on_screen(info: FieldInfo) -> bool:
    return any(isinstance(each, OnScreen) for each in info.metadata)


def _maker(name: str, info: FieldInfo) -> Maker | None:
    if name in _BY_NAME:
        return _BY_NAME[name]
    inner, optional = _without_none(info.annotation)
    return _maker_of_marked(info, inner, optional) or _maker_of_type(info, inner, optional)


def _maker_of_marked(info: FieldInfo, inner: Any, optional: bool) -> Maker | None:
    """Return the maker for a type that a mark says more of."""
    for mark_ in (*info.metadata, *get_args(inner)):
        if isinstance(mark_, AnyNumber):
            return lambda: NumberEditor(optional)
        if isinstance(mark_, Refers) and mark_.tables == ("evidence",) and optional:
            return lambda: ChoiceEditor(options.evidence, "–")
    return None


def _maker_of_type(info: FieldInfo, inner: Any, optional: bool) -> Maker | None:
    if get_origin(inner) is tuple:
        return _maker_of_several(get_args(inner)[0])
    if get_origin(inner) is Literal:
        return _maker_of_choice(get_args(inner), optional)
    simple: dict[Any, Maker] = {
        bool: FlagEditor,
        float: FeelingEditor,
        int: lambda: CountEditor(optional),
        Rating: RatingEditor,
        Colour: lambda: ColourEditor(LIGHT.stages, optional=True),
        IsoDate: DateEditor,
        Avatar: AvatarEditor,
    }
    if inner is str and get_args(Colour)[1] in info.metadata:
        return lambda: ColourEditor(COLOURS, optional=False)
    if inner is str and _PATTERN_OF_A_DAY in info.metadata:
        return lambda: DateEditor(optional=False)
    if inner is str:
        one_line = any(isinstance(each, OneLine) for each in info.metadata)
        return LineEditor if one_line else TextEditor
    for kind, maker in simple.items():
        if inner == kind:
            return maker
    if optional and get_args(inner)[:1] == (int,):
        return lambda: CountEditor(optional)
    if optional and get_args(inner)[:1] == (float,):
        least, most = _limits(inner)
        return lambda: SizeEditor(least, most)
    return None


def _limits(annotation: Any) -> tuple[float, float]:
    """Return the least and the largest value of a type such as `ColumnWidth`."""
    limits = [limit for info in get_args(annotation)[1:] for limit in info.metadata]
    least = next(limit.ge for limit in limits if hasattr(limit, "ge"))
    return least, next(limit.le for limit in limits if hasattr(limit, "le"))


def _maker_of_several(item: Any) -> Maker | None:
    if item == Name:
        return NamesEditor
    if get_origin(item) is Literal:
        source = _closed(get_args(item))
        return lambda: SeveralEditor(source)
    return _PAIRS.get(item)


def _maker_of_choice(values: tuple[str, ...], optional: bool) -> Maker:
    source = _closed(values)
    return lambda: ChoiceEditor(source, "–" if optional else None)


def _closed(values: tuple[str, ...]) -> Source:
    return lambda _map: options.of_literal(values)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """Return the type without None, and whether None was in it."""
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    inner = [each for each in get_args(annotation) if each is not NoneType]
    return inner[0], True
