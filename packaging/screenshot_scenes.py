"""The scenes of the tour of screenshots: what is done in the window before it is drawn."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cjeditor.app.samples import EXAMPLES
from cjeditor.core.order import keys_between
from cjeditor.core.words import Language, tr
from cjeditor.edits.comments import AddComment
from cjeditor.edits.records import SetField
from cjeditor.edits.shown import SetLock, Show
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.map import Map
from cjeditor.model.records import Comment, Filter, Persona

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.app.settings import ThemeChoice
    from cjeditor.app.workspace import Workspace

Act = Callable[["Workspace"], "QWidget | None"]
"""Does a scene; returns what lies over the window, or what is drawn in its place."""

LARGE: Final = (1920, 1080)
SMALL: Final = (1280, 720)
DAY: Final = 1_795_000_000
"""When the recent maps were changed, in seconds since 1970: pictures do not depend on today."""


@dataclass(frozen=True)
class Scene:
    """One picture of the tour.

    Attributes:
        name: Of the picture.
        example: Name of the map.
        alone: Whether what `act` returns is drawn without the window.
        settings: Others than the usual ones.
    """

    name: str
    act: Act
    language: Language = "en"
    theme: ThemeChoice = "light"
    size: tuple[int, int] = LARGE
    example: str = "shoes"
    alone: bool = False
    settings: dict[str, object] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The map's file."""
        return next(each for each in EXAMPLES if each.name == self.example).path(self.language)


def worst_pain(journey: Map) -> str:
    """Return the card with the highest severity."""
    cards = journey.reading_order()
    return max(cards, key=lambda card: (getattr(card, "severity", None) or 0, card.votes)).id


def _at_home(space: Workspace) -> None:
    space.view.go_home()
    space.go_to(worst_pain(space.session.journey))


def _start(space: Workspace) -> None:
    space.home.show()


def recent_maps(home: Path) -> list[str]:
    """Put copies of the examples into *home* as if they had been worked on; return their paths."""
    return [str(copied(home, each.path("en"), age)) for age, each in enumerate(EXAMPLES, 1)]


def copied(home: Path, example: Path, age: int = 0) -> Path:
    """Return a copy of an example's file in *home*, changed *age* days before `DAY`."""
    path = home / "Maps" / f"{example.name.partition('.')[0]}.cjm"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(example, path)
    os.utime(path, (DAY - age * 86_400,) * 2)
    return path


def _write(space: Workspace) -> None:
    """Be in the middle of a card, two were written just now."""
    journey = space.session.journey
    pains = next(lane for lane in journey.ordered_lanes if lane.title == tr("Pain points"))
    step = journey.ordered_steps[1]
    space.view.start_writing((pains.id, step.id), tr("Nobody answers"))


def _find(space: Workspace) -> None:
    space.finding.start()
    _lay_out()
    space.view.fit()
    space.finding.filtering.ask(Filter(kinds=("pain", "opportunity")))
    space.finding.step(1)


def _links(space: Workspace) -> None:
    space.view.fit()
    space.session.select([next(iter(space.session.journey.links.values())).source])


def _codes(space: Workspace) -> None:
    space.view.fit()
    space.finding.go_to_cell()
    _type(space, "C5")


def _comments(space: Workspace) -> None:
    journey = space.session.journey
    pain = worst_pain(journey)
    for number, (author, text) in enumerate(COMMENTS[space.session.journey.scope.language]):
        written = f"2026-11-2{number}T09:30:00Z"
        about = pain if number else journey.ordered_stages[2].id
        comment = Comment(
            id=f"comment{number}", about=about, text=text, author=author, written=written
        )
        space.session.do(AddComment(comment))
    _at_home(space)
    space.write_comment()


COMMENTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "en": (
        ("Dewi", "Is this really one stage? Payment and delivery are different people here."),
        ("Rina", "Support counted 84 calls about this in October."),
        ("Tom", "The new form goes live in March; look at it again then."),
    ),
    "id": (
        ("Dewi", "Apakah ini benar satu tahap? Pembayaran dan pengiriman dipegang orang lain."),
        ("Rina", "Tim dukungan mencatat 84 telepon tentang ini pada bulan Oktober."),
        ("Tom", "Formulir baru terbit bulan Maret; kita lihat lagi saat itu."),
    ),
}

PEOPLE: Final = ("Rina", "Tom", "Dewi", "Budi", "Sari")
FEELINGS: Final = (
    (1, 0.5, 0, -1.5, -1, 1, 2, 1.5, 1),
    (0, 1, 0.5, -0.5, -2, -0.5, 0.5, 1, 2),
    (2, 1.5, 1, -1, -1.5, 0, 1, 0.5, 0),
    (-0.5, 0, -1, -2, -1, 0.5, 1, 2, 1.5),
    (1.5, 0.5, 1, 0, -1.5, -1, 0, 1.5, 0.5),
)


def _five_people(space: Workspace) -> None:
    """Show five curves with their average, spread, scale and marks."""
    journey = space.session.journey
    lane = next(each for each in journey.ordered_lanes if isinstance(each, EmotionLane))
    space.session.show(with_people(journey, lane))
    space.view.fit()
    space.session.select([lane.id])


def with_people(journey: Map, lane: EmotionLane) -> Map:
    """Return *journey* with five personas in the place of its own, all in *lane*."""
    orders = keys_between(None, None, len(PEOPLE))
    people = [
        Persona(id=name.lower(), order=order, name=name)
        for name, order in zip(PEOPLE, orders, strict=True)
    ]
    points = [
        Emotion(id=f"{name.lower()}-{step.id}", step=step.id, value=value, persona=name.lower())
        for name, values in zip(PEOPLE, FEELINGS, strict=True)
        for step, value in zip(journey.ordered_steps, values, strict=False)
    ]
    bare = journey.drop([*journey.emotions])
    for card in bare.cards.values():
        bare = bare.put(card.replace(personas=()))
    bare = bare.drop([*bare.personas])
    shown = lane.replace(scale="plus minus", spread=True, marks=True, height=320.0, personas=())
    return bare.put(*people, *points, shown)


def _folded(space: Workspace) -> None:
    """Collapse a lane and a stage, hide a lane, lock another."""
    journey = space.session.journey
    lanes, stages = journey.ordered_lanes, journey.ordered_stages
    space.session.do(Show((lanes[1].id, stages[1].id), "collapsed"))
    space.session.do(Show((lanes[3].id,), "hidden"))
    space.session.do(SetLock((lanes[4].id,), "add only"))
    space.session.do(SetLock((lanes[5].id,), "all"))
    space.view.fit()
    space.session.select([lanes[5].id])


def _project(space: Workspace) -> QWidget:
    """Show the third stage to a room; the key H has been pressed."""
    from PySide6.QtWidgets import QApplication

    space.projector.toggle()
    view = space.projector.view
    assert view is not None
    while view.is_opening:
        QApplication.processEvents()
    view.resize(*LARGE)
    view.start()
    view.go_to(2)
    view.pin_here()
    return view


def _minimap(space: Workspace) -> None:
    space.view.go_home()
    space.view.pan(260, 180)


def _search(space: Workspace) -> None:
    space.view.go_home()
    space.search.start()
    _type(space, tr("Stage"))


def _keys(space: Workspace) -> QWidget:
    from cjeditor.app.shortcuts import ShortcutsDialog

    dialog = ShortcutsDialog(space)
    dialog.show()
    return dialog


def _history(space: Workspace) -> QWidget:
    journey = space.session.journey
    pain = worst_pain(journey)
    space.session.do(SetField((pain,), "text", tr("Too many fields")))
    space.session.do(SetField((pain,), "votes", 5))
    space.session.do(Show((journey.ordered_lanes[1].id,), "collapsed"))
    space.session.do(SetLock((journey.ordered_lanes[5].id,), "all"))
    space.session.undo_stack.undo()
    _at_home(space)
    return _popup(space, space.show_history)


def _move(space: Workspace) -> QWidget:
    from cjeditor.app.move_dialog import MoveDialog
    from cjeditor.app.moving import moving
    from cjeditor.core.words import interface

    _at_home(space)
    plan = moving(space.session.journey, space.session.selection, interface())
    assert plan is not None
    dialog = MoveDialog(space.window, plan)
    dialog.show()
    return dialog


def _menu(space: Workspace) -> QWidget:
    """Show what a right click on a card offers."""
    _at_home(space)
    rect = space.view.rect_of(space.session.selection[0])
    assert rect is not None
    spot = space.view.viewport().mapToGlobal(space.view.mapFromScene(rect.x + 30, rect.bottom))
    return _popup(space, lambda: space.view.menu_requested.emit(spot))


def _tour(space: Workspace) -> None:
    from cjeditor.app.tour import start

    space.view.go_home()
    tour = start(space)
    tour.bubble.went.emit(1)


def _outline(space: Workspace) -> None:
    _at_home(space)
    _show_tab(space, 1)


def _personas(space: Workspace) -> None:
    space.view.go_home()
    space.session.select([space.session.journey.ordered_personas[0].id])
    _show_tab(space, 2)


def _show_tab(space: Workspace, number: int) -> None:
    from PySide6.QtWidgets import QTabBar

    bar = space.side.findChild(QTabBar)
    assert bar is not None
    bar.setCurrentIndex(number)


def _lay_out() -> None:
    """Let everything find its place."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()


def _type(space: Workspace, text: str) -> None:
    """Type *text* into what has the keyboard."""
    from PySide6.QtTest import QTest

    field = space.window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)


def _popup(space: Workspace, act: Callable[[], object]) -> QWidget:
    """Do what opens a popup, and return that."""
    from PySide6.QtWidgets import QApplication

    act()
    popup = QApplication.activePopupWidget()
    assert popup is not None, space
    return popup


def _looks() -> Iterator[Scene]:
    """Yield the plain window in its languages, themes and sizes."""
    yield Scene("window-light-en-1920", _at_home)
    yield Scene("window-light-id-1280", _at_home, "id", size=SMALL)
    yield Scene("window-dark-en-1280", _at_home, theme="dark", size=SMALL)
    yield Scene("window-dark-id-1920", _at_home, "id", "dark")
    yield Scene("window-contrast-en-1280", _at_home, theme="contrast", size=SMALL)
    yield Scene("window-contrast-dark-id-1280", _at_home, "id", "contrast dark", SMALL)
    yield Scene("window-touch-en-1280", _at_home, size=SMALL, settings={"density": "touch"})


SCENES: Final[tuple[Scene, ...]] = (
    Scene("start-light-en-1920", _start),
    Scene("start-dark-id-1280", _start, "id", "dark", SMALL),
    *_looks(),
    Scene("writing-en", _write, size=SMALL),
    Scene("find-id", _find, "id", size=SMALL),
    Scene("links-en", _links, example="clinic", settings={"links_shown": True}),
    Scene("cells-id", _codes, "id", size=SMALL, settings={"codes_shown": True}),
    Scene("comments-en", _comments, size=SMALL),
    Scene("curves-en", _five_people, example="clinic"),
    Scene("curves-dark-id", _five_people, "id", "dark", example="clinic"),
    Scene("folded-id", _folded, "id", size=SMALL),
    Scene("projector-id", _project, "id", alone=True),
    Scene("projector-dark-en", _project, "en", "dark", alone=True),
    Scene("overview-en", _minimap, size=SMALL, example="coffee"),
    Scene("search-id", _search, "id", size=SMALL),
    Scene("keys-en", _keys, size=SMALL, alone=True),
    Scene("history-en", _history, size=SMALL),
    Scene("move-id", _move, "id", size=SMALL, alone=True),
    Scene("menu-id", _menu, "id"),
    Scene("tour-en", _tour, size=SMALL),
    Scene("outline-id", _outline, "id", size=SMALL),
    Scene("personas-en", _personas, size=SMALL),
)


def screen_file(folder: Path) -> Path:
    """Write a file that gives Qt's screen without a screen the size of a usual one."""
    one = {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
    return path
