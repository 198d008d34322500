"""The dialog about earlier versions of a map: what is different in them, and what comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
)

from cjeditor.app.bringing_back import bring_back
from cjeditor.app.fitting import fitting
from cjeditor.app.map_picture import scaled
from cjeditor.app.moments import date_and_time, day_and_time
from cjeditor.app.version_files import VersionFiles
from cjeditor.app.version_page import VersionPage
from cjeditor.app.version_reader import Opened, Told, VersionReader
from cjeditor.app.version_rows import NOTE, PICTURE, WHAT, VersionRows
from cjeditor.app.waiting import done_meanwhile
from cjeditor.changes.take import BringBack, TakeOver, needed
from cjeditor.changes.values import named
from cjeditor.core.ids import Id
from cjeditor.core.markup import no_markup
from cjeditor.core.words import interface, mark, tr, trn
from cjeditor.edits.edit import Edit
from cjeditor.files.version_file import Version, Why
from cjeditor.files.versions import VersionFolder
from cjeditor.model.map import Map
from cjeditor.panels.labels import one_line, wrapped

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

_WIDTH, _HEIGHT = 1080, 700
_LIST: Final = 340

WHYS: Final[dict[Why, str]] = {
    "saved": mark("Saved"),
    "working": mark("While working"),
    "named": mark("Named"),
    "overwritten": mark("The file before it was written over"),
}


def version_name(version: Version, now: datetime) -> str:
    """Return what a version is called in one line: its label, or when it was made."""
    return one_line(version.about.label) or day_and_time(version.when, now)


class VersionsDialog(QDialog):
    """The versions of the open map, and one of them beside the map as it is now.

    What is brought back is in the map at once, and can be undone there.
    """

    def __init__(self, space: Workspace, folder: VersionFolder) -> None:
        super().__init__(space.window)
        self._space = space
        self._now = datetime.now(UTC)
        listed = folder.listed()
        self._versions = list(listed.versions)
        self._pictures: dict[Path, QImage] = {}
        self._opened: Opened | None = None
        self._said = ""
        self._files = VersionFiles(self, folder, space.documents.saver)
        self.setWindowTitle(tr("Versions"))
        self.resize(fitting(self, _WIDTH, _HEIGHT))
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(tr("Versions"))
        self.list.setItemDelegate(VersionRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(min(fitting(self, _LIST, 1).width(), self.width() * 2 // 5))
        self.page = VersionPage()
        self._put_together(len(listed.damaged))
        for version in self._versions:
            self.list.addItem(self._row(version))
        self.reader = VersionReader(folder, self._versions, space.view.look.theme.name, self)
        self.reader.told.connect(self._tell)
        self.reader.opened.connect(self._show)
        self.page.wanted.connect(self._act)
        self.page.part_wanted.connect(self._bring_part)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.page.buttons["compare"].click())
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.reader.go_on()

    @property
    def chosen(self) -> Version | None:
        """The version that is chosen in the list."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def stop(self) -> None:
        """Read no more."""
        self.reader.stop()

    # --- the list

    def _put_together(self, damaged: int) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        self._foot = wrapped("", "caption")
        left.addWidget(self._foot)
        self._count()
        if damaged:
            text = trn(
                "{n} more is damaged and cannot be read.",
                "{n} more are damaged and cannot be read.",
                damaged,
            )
            left.addWidget(wrapped(text, "hint"))
        row = QHBoxLayout()
        row.setContentsMargins(20, 18, 20, 0)
        row.setSpacing(18)
        row.addLayout(left)
        row.addWidget(self._scrolling(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.setContentsMargins(20, 0, 20, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(buttons)

    def _scrolling(self) -> QScrollArea:
        """Return what shows the page, all of it where the words are not too large for that."""
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.page)
        return area

    def _count(self) -> None:
        """Say how many versions there are, and how much room they take."""
        size = QLocale().formattedDataSize(sum(each.size for each in self._versions), 1)
        count = trn("{n} version", "{n} versions", len(self._versions))
        self._foot.setText(f"{count} · {size}")

    def _row(self, version: Version) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(WHAT, tr("Reading …"))
        self._name_row(item, version)
        return item

    def _name_row(self, item: QListWidgetItem, version: Version) -> None:
        when = day_and_time(version.when, self._now) if version.about.label else ""
        item.setText(version_name(version, self._now))
        item.setData(NOTE, " · ".join(filter(None, (when, tr(WHYS[version.about.why])))))
        self._say_row(item)

    @staticmethod
    def _say_row(item: QListWidgetItem) -> None:
        spoken = filter(None, (item.text(), item.data(NOTE), item.data(WHAT)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        item.setToolTip(no_markup(item.data(WHAT)))

    def _tell(self, path: Path, told: Told) -> None:
        """Show in the list what has been found out about a version."""
        row = next((row for row, each in enumerate(self._versions) if each.path == path), None)
        if row is None:
            return
        item = self.list.item(row)
        item.setData(WHAT, told.what or tr("Nothing is different"))
        self._say_row(item)
        if told.picture is not None:
            self._pictures[path] = told.picture
            small = scaled(told.picture, PICTURE, self.devicePixelRatioF())
            item.setData(Qt.ItemDataRole.DecorationRole, small)
            if row == self.list.currentRow():
                self.page.show_picture(told.picture)

    # --- one of them

    def _choose(self) -> None:
        """Show what is known of the chosen version, and have it read."""
        version, self._opened, self._said = self.chosen, None, ""
        if version is None:
            self.page.show_version("", "", None)
            return
        picture = self._pictures.get(version.path)
        self.page.show_version(version_name(version, self._now), _notes(version), picture)
        self.reader.open(version, self._space.session.journey)

    def _show(self, path: Path, opened: Opened) -> None:
        is_current = opened.present is self._space.session.journey
        if self.chosen is not None and self.chosen.path == path and is_current:
            self._opened = opened
            self.page.show_opened(opened)
            if self._said:
                self.page.say(self._said)

    def _act(self, name: str) -> None:
        version, opened = self.chosen, self._opened
        if version is None:
            return
        match name:
            case "chosen" if opened is not None and opened.journey is not None:
                self._bring_chosen(opened, opened.journey)
            case "all" if opened is not None and opened.journey is not None:
                what = tr("the version “{name}”").format(name=version_name(version, self._now))
                edit = BringBack(opened.journey, None, _label(what))
                self._bring(edit, [each.id for each in opened.back], len(opened.back))
            case "compare":
                self._compare(version)
            case "label":
                self._relabel(version)
            case "copy":
                self._files.save_copy(version)
            case "delete":
                self._delete(version)

    def _bring_chosen(self, opened: Opened, then: Map) -> None:
        chosen = self.page.back.chosen
        changes = done_meanwhile(
            self, self.windowTitle(), tr("Bringing back …"),
            lambda _told: needed(opened.back, chosen), can_stop=False,
        )  # fmt: skip
        first = changes[0]
        what = trn("{n} change", "{n} changes", len(changes))
        record = first.after or first.before
        if len(changes) == 1 and first.table != "scope":
            source = then if first.after is not None else self._space.session.journey
            what = named(source, first.table, record, interface())
        edit = TakeOver(changes, then, _label(what))
        self._bring(edit, [each.id for each in changes], len(changes))

    def _bring_part(self, part: Id) -> None:
        opened = self._opened
        if opened is None or opened.journey is None:
            return
        table = "lanes" if part in opened.journey.lanes else "stages"
        record = opened.journey.table(table)[part]
        what = named(opened.journey, table, record, interface())
        self._bring(BringBack(opened.journey, (part,), _label(what)), [part], len(opened.back))

    def _bring(self, edit: Edit, ids: list[Id], count: int) -> None:
        """Do *edit*, and show what is different now."""
        version, session = self.chosen, self._space.session
        if version is None or not bring_back(self._space, self, edit, count):
            return
        session.select(ids)
        self._space.view.show_focus()
        self._said = tr("It is back. Undo in the map takes it away again.")
        self.reader.open(version, session.journey)

    def _compare(self, version: Version) -> None:
        from cjeditor.app.two_maps_dialog import TwoMapsDialog, versions_of

        others = versions_of(self._files.folder, self._versions)
        first = self._versions.index(version)
        dialog = TwoMapsDialog(self._space, tr("Versions side by side"), others, first)
        if dialog.is_ready:
            dialog.exec()
        dialog.deleteLater()

    def _relabel(self, version: Version) -> None:
        named = self._files.ask_label(version)
        if named is not None:
            row = self.list.currentRow()
            self._versions[row] = named
            self._name_row(self.list.item(row), named)
            self.page.show_name(version_name(named, self._now), _notes(named))

    def _delete(self, version: Version) -> None:
        if self._files.delete(version, version_name(version, self._now)):
            row = self.list.currentRow()
            del self._versions[row]
            self.list.takeItem(row)
            self._count()
            self._choose()


def _label(what: str) -> str:
    return tr("Bring back: {what}").format(what=what)


def _notes(version: Version) -> str:
    """Return when, why, and of which file."""
    lines = [date_and_time(version.when), tr(WHYS[version.about.why])]
    if version.file is not None:
        lines.append(one_line(version.file.name))
    return " · ".join(lines)
