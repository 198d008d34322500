"""The search box: finds commands, settings, files, and everything on the map, by typing."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
)

from cjeditor.app import search_findings
from cjeditor.app.rows import KEYS, NOTE, RowDelegate
from cjeditor.app.search_findings import Finding
from cjeditor.app.search_ranking import Query, Rank
from cjeditor.app.search_records import MapFindings
from cjeditor.core.words import tr, trn
from cjeditor.panels.icons import pixmap, quiet
from cjeditor.panels.labels import plain

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

MOST = 12
"""Findings that are shown."""

WIDTH = 620
"""Of the list of findings, in pixels."""

_TURN = 0.008
"""Seconds of getting ready after which everything else has its turn."""

_LOUPE, _KEY_EDGE, _CURSOR = 20, 6, 6
"""Pixels before the words, after the key, and that a field keeps for itself beside its words."""

_OFF, _ON = Qt.ItemFlag.NoItemFlags, Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_Index = QModelIndex | QPersistentModelIndex


class Findings(QAbstractListModel):
    """The findings as a list of Qt; a last row says how many there are besides, or that none is."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: list[Finding] = []
        self._foot = ""
        self.palette = QPalette()

    def show(self, findings: list[Finding]) -> None:
        self.beginResetModel()
        self._findings = findings[:MOST]
        more = len(findings) - len(self._findings)
        self._foot = trn("{n} more", "{n} more", more) if more else ""
        if not findings:
            self._foot = tr("Nothing found")
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        return self._findings[row]

    @property
    def choices(self) -> int:
        """How many of the rows can be chosen; they are the first."""
        return sum(each.enabled for each in self._findings)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._findings) + bool(self._foot)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _ON if index.row() < self.choices else _OFF

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.row() == len(self._findings):
            return self._foot if role == Qt.ItemDataRole.DisplayRole else None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return finding.text
            case Qt.ItemDataRole.DecorationRole:
                return finding.image(self.palette)
            case _ if role == NOTE:
                return finding.note()
            case _ if role == KEYS:
                return finding.keys
        return None


class SearchBox(QLineEdit):
    """Runs the command or goes to the place that is chosen from what it finds."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self.setObjectName("search")
        self._space = space
        self._map = MapFindings(space)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._prepare)
        self._others: list[Finding] = []
        self._findings = Findings()
        self._list = QListView(space.window)
        self._list.setObjectName("findings")
        self._list.setModel(self._findings)
        self._list.setItemDelegate(RowDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setIconSize(QSize(18, 18))
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self._run(index.row()))
        self._list.hide()
        self._loupe = plain("")
        self._key = plain("", "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, _KEY_EDGE, 0)
        row.addWidget(self._loupe)
        row.addStretch()
        row.addWidget(self._key)
        self.setMinimumWidth(180)
        self.setMaximumWidth(340)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._search)
        space.actions.keys_changed.connect(self.dress)

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        self.setAccessibleName(tr("Search or run a command"))
        colour, ratio = quiet(self._space.window.palette()), self.devicePixelRatioF()
        self._loupe.setPixmap(pixmap("search", colour, 16, ratio))
        self._findings.palette = self._space.window.palette()
        keys = self._space.actions.keys("search")
        self._key.setText(keys[0].replace("+", " ") if keys else "")
        self._show_key()

    def start(self) -> None:
        """Begin a search."""
        self.setFocus()
        self.selectAll()
        self._begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_key()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_key()
        self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if not self._list.isVisible():
                self._begin()
            case Qt.Key.Key_Down:
                self._go(self._row + 1)
            case Qt.Key.Key_Up:
                self._go(self._row - 1)
            case Qt.Key.Key_PageDown:
                self._go(min(self._row + MOST // 2, self._findings.choices - 1))
            case Qt.Key.Key_PageUp:
                self._go(max(self._row - MOST // 2, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(max(self._row, 0))
            case _:
                super().keyPressEvent(event)

    @property
    def _row(self) -> int:
        return self._list.currentIndex().row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_key()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._show_key()

    def _show_key(self) -> None:
        """Show the key beside the words; where it is tight they come first, and fewer of them."""
        words, fewer = tr("Search or run a command"), tr("Search")
        key = self._key.sizeHint().width() + _KEY_EDGE
        wanted = not self.hasFocus() and not self.text() and bool(self._key.text())
        shown = wanted and self._has_room(words, key)
        self._key.setVisible(shown)
        self.setTextMargins(_LOUPE, 0, key if shown else _KEY_EDGE, 0)
        self.setPlaceholderText(words if self._has_room(words, _KEY_EDGE) else fewer)

    def _has_room(self, words: str, right: int) -> bool:
        """Tell whether *words* fit between the loupe and *right* pixels at the right end."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = (
            self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).width()
        )
        needed = self.fontMetrics().horizontalAdvance(words) + _CURSOR
        return needed <= room - _LOUPE - right

    def _go(self, row: int) -> None:
        """Go to a row that can be chosen, round and round; say which for those who listen."""
        if self._findings.choices:
            row %= self._findings.choices
            self._list.setCurrentIndex(self._findings.index(row, 0))
            finding = self._findings.finding(row)
            self.setAccessibleDescription(f"{finding.text}, {finding.note()}")

    def _begin(self) -> None:
        """See what there is to find, and look for what is typed already."""
        space = self._space
        space.actions.refresh()
        self._others = [
            *search_findings.actions(space),
            *search_findings.settings(space),
            *search_findings.recent_files(space),
            *search_findings.templates(space),
        ]
        self._soon.start()
        self._search(self.text())

    def _prepare(self) -> None:
        """Get ready for what will be typed; a bit of it."""
        if self._list.isVisible() and not self._map.prepare(monotonic() + _TURN):
            self._soon.start()

    def _search(self, text: str) -> None:
        if not self._others:
            self._begin()
            return
        query = Query(text)
        self._findings.show(found(query, self._others, self._map.all() if query.words else ()))
        self._list.show()
        self.setAccessibleDescription("" if self._findings.choices else tr("Nothing found"))
        self._go(0)
        self._place_list()

    def _place_list(self) -> None:
        below = self.mapTo(self._space.window, QPoint(0, self.height() + 4))
        height = self._findings.rowCount() * self._list.sizeHintForRow(0) + 12
        self._list.setGeometry(below.x(), below.y(), max(self.width(), WIDTH), height)
        self._list.raise_()

    def _run(self, row: int) -> None:
        if row < self._findings.choices:
            choose = self._findings.finding(row).choose
            self._leave()
            choose()

    def _leave(self) -> None:
        self._list.hide()
        self._others = []
        self.clear()
        self._space.view.setFocus()


def found(query: Query, *sources: Iterable[Finding]) -> list[Finding]:
    """Return what fits, the best first; what cannot be chosen now stands last."""
    ranks: tuple[list[Finding], ...] = tuple([] for _rank in Rank)
    others: list[Finding] = []
    rank_of = query.rank
    for source in sources:
        for finding in source:
            rank = rank_of(finding.texts[0])
            if len(finding.texts) > 1:
                rank = _better(rank, rank_of(finding.texts[1]))
            if rank is None:
                others.append(finding)
            else:
                ranks[rank].append(finding)
    best = [finding for rank in ranks for finding in rank]
    if len(best) < MOST:
        best += _in_order(query, others)
    possible = [finding for finding in best if finding.enabled]
    return possible + [finding for finding in best if not finding.enabled]


def _better(one: Rank | None, other: Rank | None) -> Rank | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _in_order(query: Query, findings: Iterable[Finding]) -> list[Finding]:
    """Return what has the letters with others between, the tightest first."""
    spreads = [
        (spread, finding)
        for finding in findings
        for spread in [query.spread(finding.texts[0])]
        if spread is not None
    ]
    return [finding for _spread, finding in sorted(spreads, key=lambda each: each[0])]
