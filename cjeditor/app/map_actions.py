"""The actions on the cards of the map: its own commands, adding a card, changing its type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cjeditor.app import inserting
from cjeditor.app.action import Action, Run
from cjeditor.canvas.commands import takes_cards
from cjeditor.canvas.keys import COMMANDS, Command
from cjeditor.core.words import mark

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def _can_add_card(space: Workspace) -> bool:
    return takes_cards(space.session.journey)


def _of_map(command: Command) -> Action:
    """Return a command of the map as an entry of the table."""
    return Action(
        name=command.name,
        text=command.text,
        icon=command.icon,
        keys=command.keys,
        run=lambda w: command.run(w.view),
        enabled=lambda w: command.enabled(w.view),
        what=command.what,
        on_map=True,
    )


MAP: Final = tuple(_of_map(command) for command in COMMANDS)


def _adder_of_card(kind: str) -> Run:
    return lambda w: w.view.adding.card(kind)


CARDS: Final = tuple(
    Action(
        name=f"card {kind.name}",
        text=kind.label,
        icon=kind.symbol,
        run=_adder_of_card(kind.name),
        enabled=_can_add_card,
        full=mark("Add card: {what}"),
    )
    for kind, _key in inserting.card_choices()
)


def _changer_of_kind(kind: str) -> Run:
    return lambda w: w.view.capture.take_kind(kind)


TYPES: Final = tuple(
    Action(
        name=f"type {kind.name}",
        text=kind.label,
        icon=kind.symbol,
        keys=(f"Alt+{key}",) if key else (),
        run=_changer_of_kind(kind.name),
        enabled=_can_add_card,
        full=mark("Type of card: {what}"),
        while_writing=True,
    )
    for kind, key in inserting.card_choices()
)
"""Without a card selected they add one."""
