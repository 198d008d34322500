"""What the menu Help can do: keys, tour, examples, about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cjeditor.app import program_dialogs
from cjeditor.app.action import Action, Run
from cjeditor.app.samples import EXAMPLES, Example
from cjeditor.core.words import interface, mark

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def _example_opener(example: Example) -> Run:
    return lambda w: w.documents.open_example(example.path(interface().language))


EXAMPLE_MAPS: Final = tuple(
    Action(
        name=f"example {each.name}",
        text=each.label,
        icon="map-2",
        run=_example_opener(each),
        full=mark("Open example: {what}"),
    )
    for each in EXAMPLES
)


def _start_tour(space: Workspace) -> None:
    from cjeditor.app.tour import start

    start(space)


HELP: Final = (
    Action(
        name="shortcuts",
        text=mark("Keys"),
        icon="keyboard",
        keys=("F1", "Ctrl+/", "?"),
        run=program_dialogs.show_shortcuts,
    ),
    Action(
        name="change keys",
        text=mark("Change keys …"),
        icon="keyboard",
        run=program_dialogs.show_keys,
    ),
    Action(name="tour", text=mark("Take the tour"), icon="route", run=_start_tour),
    Action(
        name="about", text=mark("About CJ Editor"), icon="info-circle", run=program_dialogs.about
    ),
)
