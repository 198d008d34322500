"""Actions that reshape the map: stages and steps, what is folded, what is locked, sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cjeditor.app.action import Action, Run, Test
from cjeditor.canvas.reshape_edits import lane_at, step_at
from cjeditor.core.words import mark
from cjeditor.kinds.fields import LOCKS, Lock

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def _in_step(space: Workspace) -> bool:
    return step_at(space.session.journey, space.view.focus) is not None


def _in_lane(space: Workspace) -> bool:
    return lane_at(space.session.journey, space.view.focus) is not None


def _has_place(space: Workspace) -> bool:
    return bool(space.view.reshaping.places)


def _move_to(space: Workspace) -> None:
    from cjeditor.app.move_dialog import ask_move

    ask_move(space)


def _can_move(space: Workspace) -> bool:
    journey = space.session.journey
    tables = (journey.cards, journey.steps, journey.stages, journey.lanes, journey.emotions)
    return any(each in table for each in space.session.selection for table in tables)


MOVE_TO: Final = Action(
    name="move to",
    text=mark("Move to …"),
    icon="arrows-move",
    keys=("Ctrl+M",),
    run=_move_to,
    enabled=_can_move,
)

STRUCTURE: Final = (
    Action(
        name="stage before",
        text=mark("Insert stage before"),
        icon="column-insert-left",
        run=lambda w: w.view.reshaping.insert_stage(after=False),
        enabled=_in_step,
    ),
    Action(
        name="stage after",
        text=mark("Insert stage after"),
        icon="column-insert-right",
        run=lambda w: w.view.reshaping.insert_stage(after=True),
        enabled=_in_step,
    ),
    Action(
        name="split stage",
        text=mark("Split stage before this step"),
        run=lambda w: w.view.reshaping.split_stage(),
        enabled=_in_step,
    ),
    Action(
        name="join stages",
        text=mark("Join stages"),
        run=lambda w: w.view.reshaping.join_stages(),
        enabled=_in_step,
        full=mark("Join the selected stages, or this one with the next"),
    ),
    Action(
        name="step before",
        text=mark("Insert step before"),
        icon="column-insert-left",
        run=lambda w: w.view.reshaping.insert_step(after=False),
        enabled=_in_step,
    ),
    Action(
        name="step after",
        text=mark("Insert step after"),
        icon="column-insert-right",
        run=lambda w: w.view.reshaping.insert_step(after=True),
        enabled=_in_step,
    ),
    Action(
        name="split step",
        text=mark("Split step"),
        run=lambda w: w.view.reshaping.split_step(),
        enabled=_in_step,
        full=mark("Split the step; the selected cards go over"),
    ),
    Action(
        name="join steps",
        text=mark("Join steps"),
        run=lambda w: w.view.reshaping.join_steps(),
        enabled=_in_step,
        full=mark("Join the selected steps, or this one with the next"),
    ),
)

SIZES: Final = (
    Action(
        name="wider",
        text=mark("Wider column"),
        icon="arrows-horizontal",
        keys=("Ctrl+Alt+Right",),
        run=lambda w: w.view.reshaping.wider(1),
        enabled=_in_step,
        on_map=True,
    ),
    Action(
        name="narrower",
        text=mark("Narrower column"),
        keys=("Ctrl+Alt+Left",),
        run=lambda w: w.view.reshaping.wider(-1),
        enabled=_in_step,
        on_map=True,
    ),
    Action(
        name="higher",
        text=mark("Higher lane"),
        icon="arrows-vertical",
        keys=("Ctrl+Alt+Down",),
        run=lambda w: w.view.reshaping.higher(1),
        enabled=_in_lane,
        on_map=True,
    ),
    Action(
        name="lower",
        text=mark("Lower lane"),
        keys=("Ctrl+Alt+Up",),
        run=lambda w: w.view.reshaping.higher(-1),
        enabled=_in_lane,
        on_map=True,
    ),
)

FOLDS: Final = (
    Action(
        name="fold",
        text=mark("Collapse"),
        icon="minimize",
        keys=("Ctrl+.",),
        run=lambda w: w.view.reshaping.fold(),
        enabled=_has_place,
        checked=lambda w: w.view.reshaping.shown_alike() == "collapsed",
        full=mark("Collapse or open the lane or stage"),
    ),
    Action(
        name="hide",
        text=mark("Hide"),
        icon="eye-off",
        keys=("Ctrl+H",),
        run=lambda w: w.view.reshaping.hide(),
        enabled=_has_place,
        full=mark("Hide the lane or stage"),
    ),
    Action(
        name="show all",
        text=mark("Show all"),
        icon="eye",
        run=lambda w: w.view.reshaping.show(w.view.reshaping.folded(), "open"),
        enabled=lambda w: bool(w.view.reshaping.folded()),
        full=mark("Show all that is hidden or collapsed"),
    ),
)


def _locker(lock: Lock) -> Run:
    return lambda w: w.view.reshaping.lock(lock)


def _lock_test(lock: Lock) -> Test:
    return lambda w: w.view.reshaping.lock_alike() == lock


LOCKINGS: Final = tuple(
    Action(
        name=f"lock {lock}",
        text=text,
        run=_locker(lock),
        checked=_lock_test(lock),
        full=mark("Lock: {what}"),
    )
    for lock, text in LOCKS.items()
)

TOGGLE_LOCK: Final = Action(
    name="toggle lock",
    text=mark("Lock or unlock"),
    icon="lock",
    keys=("Ctrl+L",),
    run=lambda w: w.view.reshaping.toggle_lock(),
    full=mark("Lock or unlock the selection, or else the map"),
)

RESHAPING: Final = (MOVE_TO, *STRUCTURE, *SIZES, *FOLDS, *LOCKINGS, TOGGLE_LOCK)
