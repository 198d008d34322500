"""The button of the find bar with the saved views: choose, save, rename, delete."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QToolButton

from cjeditor.app.name_dialog import NameDialog
from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import tr
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.views import SaveView
from cjeditor.model.records import Filter, SavedView
from cjeditor.panels.icons import icon
from cjeditor.panels.labels import one_line
from cjeditor.session.filtering import Filtering
from cjeditor.session.session import Session


class ViewsButton(QToolButton):
    """Keeps filters under names, in the map's file.

    Args:
        do: Does an edit, or tells why it does not fit.
    """

    def __init__(self, session: Session, filtering: Filtering, do: Callable[[Edit], bool]) -> None:
        super().__init__()
        self._session = session
        self._filtering = filtering
        self._do = do
        self._last: Id = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.setMenu(menu)
        self.dress()

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        self.setText(tr("Views"))
        self.setToolTip(tr("Saved views"))
        self.setAccessibleName(tr("Saved views"))
        self.setIcon(icon("bookmark", self.palette()))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        asked = self._filtering.asked
        chosen = self._chosen()
        for view in self._session.journey.ordered_views:
            entry = menu.addAction(_shown(view))
            entry.setCheckable(True)
            entry.setChecked(view is chosen and _asks(view) == asked)
            entry.triggered.connect(self._opener(view))
        menu.addSeparator()
        save = _entry(menu, tr("Save as a view …"), self._save)
        save.setEnabled(self._filtering.sieve.asks)
        if chosen is not None:
            text = tr("Save the changes to “{name}”").format(name=_shown(chosen))
            change = _entry(menu, text, lambda: self._change(chosen))
            change.setEnabled(self._filtering.sieve.asks and _asks(chosen) != asked)
            name = _shown(chosen)
            text = tr("Rename “{name}” …").format(name=name)
            _entry(menu, text, lambda: self._rename(chosen))
            text = tr("Delete “{name}”").format(name=name)
            _entry(menu, text, lambda: self._do(Delete((chosen.id,))))

    def _chosen(self) -> SavedView | None:
        """Return the view that was chosen last, or else one that asks what is asked now."""
        views = self._session.journey.views
        same = (each for each in views.values() if _asks(each) == self._filtering.asked)
        return views.get(self._last) or next(same, None)

    def _opener(self, view: SavedView) -> Callable[[], None]:
        def choose() -> None:
            self._last = view.id
            self._filtering.ask(view)

        return choose

    def _save(self) -> None:
        name = self._ask_name(tr("Save as a view"), "")
        if name is not None:
            asked = self._filtering.asked
            fields = {each: getattr(asked, each) for each in Filter.model_fields}
            view = SavedView(id=new_id(), name=name, **fields)
            if self._do(SaveView(view)):
                self._last = view.id

    def _change(self, view: SavedView) -> None:
        asked = self._filtering.asked
        fields = {each: getattr(asked, each) for each in Filter.model_fields}
        self._do(SaveView(view.replace(**fields)))

    def _rename(self, view: SavedView) -> None:
        name = self._ask_name(tr("Rename the view"), view.name)
        if name is not None:
            self._do(SetField((view.id,), "name", name))

    def _ask_name(self, title: str, name: str) -> str | None:
        dialog = NameDialog(self.window(), title, name)
        return dialog.name if dialog.exec() == QDialog.DialogCode.Accepted else None


def _entry(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    entry = menu.addAction(text)
    entry.triggered.connect(lambda _on: act())
    return entry


def _shown(view: SavedView) -> str:
    name = one_line(view.name) or tr("Nameless view")
    return (name if len(name) <= 40 else name[:39] + "…").replace("&", "&&")


def _asks(view: Filter) -> Filter:
    """Return only what a view asks."""
    return Filter(**{name: getattr(view, name) for name in Filter.model_fields})
