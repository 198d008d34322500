"""The status line: what is selected and where, how much there is, whether it is saved, zoom."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QSize, QTime, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QToolButton, QWidget

from cjeditor.app.lock_button import LockButton
from cjeditor.app.window_actions import WindowActions
from cjeditor.canvas.zoom_view import ZoomView
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr, trn
from cjeditor.files.atomic import Written
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_card
from cjeditor.layout.codes import cell_code
from cjeditor.model.coverage import HYPOTHESIS, coverage_of
from cjeditor.model.map import Map, Record, table_of
from cjeditor.model.naming import lane_name, stage_name, step_title
from cjeditor.model.records import Stage, Step
from cjeditor.panels.inspector import TITLES
from cjeditor.panels.labels import ShortLabel, one_line, plain
from cjeditor.panels.options import step_name
from cjeditor.session.saving import Saving
from cjeditor.session.session import Session

PATIENCE: Final = 300
"""Milliseconds after which it says that the map is being saved."""


class StatusLine(QStatusBar):
    """Follows the session, and the zoom of what it is told to follow."""

    def __init__(self, session: Session, actions: WindowActions) -> None:
        super().__init__()
        self._session = session
        self._saved_at: QTime | None = None
        self._is_saving = False
        self._saving_long = QTimer(self)
        self._saving_long.setSingleShot(True)
        self._saving_long.setInterval(PATIENCE)
        self._saving_long.timeout.connect(self._say_saving)
        self._zoomed: ZoomView | None = None
        self._where = ShortLabel()
        self._lock = LockButton(session)
        self._hypothesis = QToolButton()
        self._hypothesis.clicked.connect(actions["tool evidence"].trigger)
        self._counts = plain("")
        self._saved = plain("")
        self._zoom = QToolButton()
        self._zoom.clicked.connect(actions["zoom 100"].trigger)
        self.setSizeGripEnabled(False)
        self.addWidget(self._where, 1)
        self.addPermanentWidget(self._lock)
        self.addPermanentWidget(self._hypothesis)
        self.addPermanentWidget(self._counts)
        self.addPermanentWidget(self._saved)
        self._fit = _button(actions, "fit")
        self._zooming = self._zoom_buttons(actions)
        self.addPermanentWidget(self._zooming)
        session.selection_changed.connect(self._show_where)
        session.map_changed.connect(self._show_map)
        session.file_changed.connect(self._show_saved)
        self.show_all()

    def show_all(self) -> None:
        """Show everything anew, in the interface's language."""
        self._lock.show_lock()
        self._hypothesis.setText(tr("Hypothesis"))
        self._hypothesis.setToolTip(tr(HYPOTHESIS))
        self._hypothesis.setAccessibleDescription(tr(HYPOTHESIS))
        self._show_map()
        self._show_saved()
        self._show_zoom()

    def follow_zoom(self, view: ZoomView | None, *, on_map: bool) -> None:
        """Show the zoom of *view* from now on; nothing of it without one.

        Args:
            on_map: Whether it is the map's, all of which can be brought into view.
        """
        if view is not self._zoomed:
            if self._zoomed is not None:
                self._zoomed.zoom_changed.disconnect(self._show_zoom)
            if view is not None:
                view.zoom_changed.connect(self._show_zoom)
            self._zoomed = view
        self._zooming.setVisible(view is not None)
        self._fit.setVisible(on_map)
        self._show_zoom()

    def _show_zoom(self, *_changed: float) -> None:
        """Show how many pixels a point is."""
        factor = 1.0 if self._zoomed is None else self._zoomed.zoom
        self._zoom.setText(tr("{n} %").format(n=round(factor * 100)))
        self._zoom.setToolTip(tr("Original size"))
        self._zoom.setAccessibleName(tr("Zoom: {n} %").format(n=round(factor * 100)))

    def follow_saving(self, saving: Saving) -> None:
        """Show when the map was saved, and that it is being saved if that takes its time."""
        saving.began.connect(self._saving_long.start)
        saving.saved.connect(self._take_time)
        saving.ended.connect(self._end_saving)

    def forget_time(self) -> None:
        """Another document has come, which nobody has saved here yet."""
        self._saved_at = None
        self._show_saved()

    def say(self, text: str) -> None:
        """Show *text* until something else is selected."""
        self._where.show_text(text)

    def _zoom_buttons(self, actions: WindowActions) -> QWidget:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(2)
        row.addWidget(_button(actions, "zoom out"))
        self._zoom.setMinimumWidth(58)
        row.addWidget(self._zoom)
        row.addWidget(_button(actions, "zoom in"))
        row.addWidget(self._fit)
        return frame

    def _show_map(self, *_changed: object) -> None:
        journey = self._session.journey
        cards = trn("{n} card", "{n} cards", len(journey.cards))
        steps = trn("{n} step", "{n} steps", len(journey.steps))
        self._counts.setText(f"{cards} · {steps}")
        self._hypothesis.setVisible(coverage_of(journey).is_hypothesis)
        self._show_where()

    def _show_where(self) -> None:
        self._where.show_text(where(self._session))

    def _say_saving(self) -> None:
        self._is_saving = True
        self._show_saved()

    def _take_time(self, _path: Path, written: Written) -> None:
        """Take note of the time, if what was written is safe on the disk."""
        self._saved_at = None if written.warning else QTime.currentTime()

    def _end_saving(self) -> None:
        self._saving_long.stop()
        self._is_saving = False
        self._show_saved()

    def _show_saved(self) -> None:
        if self._is_saving:
            text = tr("Saving …")
        elif self._session.is_unsaved:
            text = tr("Unsaved changes") if self._session.path else tr("Not saved yet")
        elif self._session.path is None:
            text = ""
        elif self._saved_at is None:
            text = tr("Read only") if self._session.is_read_only else tr("Saved")
        else:
            locale = QLocale(interface().language)
            time = locale.toString(self._saved_at, QLocale.FormatType.ShortFormat)
            text = tr("Saved {time}").format(time=time)
        self._saved.setText(text)


def where(session: Session) -> str:
    """Return what is selected and where it stands: "Pain point · Purchase / Pay · C6"."""
    journey = session.journey
    if len(session.selection) > 1:
        return trn("{n} selected", "{n} selected", len(session.selection))
    if session.selection:
        return _of_record(journey, session.selection[0])
    if session.cursor is not None:
        lane, step = session.cursor
        return _joined(lane_name(journey, lane, interface()), *_place(journey, lane, step))
    return tr("Nothing selected")


def _of_record(journey: Map, element: Id) -> str:
    record = journey.find(element)
    match record:
        case None:
            return ""
        case Card():
            kind = tr(kind_of_card(record).label)
            return _joined(kind, *_place(journey, record.lane, record.first_step))
        case Emotion():
            return _joined(tr("Emotion"), step_name(journey, record.step))
        case _:
            return _joined(*_named(journey, record))


def _named(journey: Map, record: Record) -> tuple[str, str]:
    """Return what *record* is and what it is called: "Stage", "Purchase"; or "", "Stage 3"."""
    kind, words = tr(TITLES[table_of(record)]), interface()
    match record:
        case Stage():
            return (kind if record.title.strip() else ""), stage_name(journey, record.id, words)
        case Step():
            return (kind if record.title.strip() else ""), step_title(journey, record.id, words)
        case Lane():
            return kind, lane_name(journey, record.id, words)
        case _:
            name = getattr(record, "title", "") or getattr(record, "name", "")
            return kind, one_line(name)


def _place(journey: Map, lane: Id, step: Id) -> tuple[str, str]:
    return step_name(journey, step), cell_code(journey, lane, step)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _button(actions: WindowActions, name: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[name])
    button.setIconSize(QSize(16, 16))
    return button
