"""When the start screen is shown, and what its choices do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QStatusBar, QToolBar, QWidget

from cjeditor.app.name_dialog import NameDialog
from cjeditor.app.start_screen import StartScreen
from cjeditor.app.templates import OwnTemplates, own_folder
from cjeditor.app.thumbnails import Thumbnails, cache_folder
from cjeditor.core.words import interface, tr
from cjeditor.files.errors import FileError
from cjeditor.sentences import sentence

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


class Home(QObject):
    """The start screen beside the map: one of the two is seen.

    Args:
        pages: Gets the start screen as a page; the map's is its first one.
    """

    def __init__(self, space: Workspace, pages: QStackedWidget) -> None:
        super().__init__(space)
        self._space = space
        self._pages = pages
        self._own = OwnTemplates(own_folder())
        self._thumbnails = Thumbnails(cache_folder(), self)
        self.screen = StartScreen(
            space.settings, self._thumbnails, self._own, space.view.look.theme
        )
        self._hidden: list[QWidget] = []
        pages.addWidget(self.screen)
        self._connect()

    @property
    def is_shown(self) -> bool:
        """Whether the start screen is seen, not the map."""
        return self._pages.currentWidget() is self.screen

    def show(self) -> None:
        """Show the start screen."""
        self._space.view.writer.commit()
        self._thumbnails.forget_problems()
        self.screen.show_map_behind(self._has_map())
        self.screen.show_language(interface().language)
        self._pages.setCurrentWidget(self.screen)
        # A window that was filled just now shows what stands in it later: no focus till then.
        if (whole := self._pages.parentWidget()) is not None:
            whole.show()
        self._pages.show()
        self._show_bars(False)
        self.screen.templates.setFocus()

    def leave(self) -> None:
        """Show the map."""
        if self.is_shown:
            self._pages.setCurrentIndex(0)
            self._show_bars(True)
            self._space.view.setFocus()

    def dress(self) -> None:
        """Take the words of the interface's language and the colours of the theme."""
        self.screen.dress(self._space.view.look.theme)

    def stop(self) -> None:
        """Make no more pictures: the window is going."""
        self._thumbnails.stop()

    def keep_as_template(self) -> None:
        """Ask for a name and keep the map as one of the user's own templates."""
        from cjeditor.app.waiting import done_meanwhile

        title = self._space.session.journey.scope.title or self._space.documents.name
        dialog = NameDialog(self._space.window, tr("Save as template"), title)
        if not dialog.exec():
            return
        path = self._own.path(dialog.name)
        question = tr("There is a template “{name}” already. Replace it?").format(name=path.stem)
        if path.exists() and not self._ask(tr("Save as template"), question, tr("Replace")):
            return
        journey, name = self._space.session.journey, dialog.name
        text = tr("Saving {name} …").format(name=path.name)
        try:
            done_meanwhile(
                self._space.window,
                tr("Save as template"),
                text,
                lambda _told: self._own.keep(journey, name),
                can_stop=False,
            )
        except FileError as error:
            self._tell(tr("The template was not saved"), error)
        self.screen.show_all()

    def _connect(self) -> None:
        documents, screen = self._space.documents, self.screen
        screen.left.connect(self.leave)
        screen.template_wanted.connect(documents.begin)
        screen.example_wanted.connect(documents.open_example)
        screen.map_wanted.connect(self._open)
        screen.open_wanted.connect(documents.ask_open)
        screen.import_wanted.connect(documents.ask_import)
        screen.tour_wanted.connect(self._start_tour)
        screen.rename_wanted.connect(self._rename)
        screen.delete_wanted.connect(self._delete)

    def _start_tour(self) -> None:
        from cjeditor.app.tour import start

        start(self._space)

    def _open(self, path: Path) -> None:
        self._space.documents.open(path)
        self.screen.show_all()

    def _rename(self, path: Path) -> None:
        dialog = NameDialog(self._space.window, tr("Rename the template"), path.stem)
        if not dialog.exec() or dialog.name == path.stem:
            return
        target = self._own.path(dialog.name)
        try:
            if target.exists() and not target.samefile(path):
                self._say_taken(target.stem)
            else:
                self._own.rename(path, dialog.name)
        except (FileError, OSError) as error:
            self._tell(tr("The template was not renamed"), error)
        self.screen.show_all()

    def _delete(self, path: Path) -> None:
        question = tr("Delete the template “{name}”? It cannot be brought back.")
        if not self._ask(tr("Delete the template"), question.format(name=path.stem), tr("Delete")):
            return
        try:
            self._own.delete(path)
        except FileError as error:
            self._tell(tr("The template was not deleted"), error)
        self.screen.show_all()

    def _has_map(self) -> bool:
        session = self._space.session
        return bool(session.path or session.undo_stack.count() or session.journey.cards)

    def _show_bars(self, shown: bool) -> None:
        """Show or hide what belongs to the map; what was hidden before stays hidden."""
        if not shown and not self._hidden:
            window = self._space.window
            bars = (*window.findChildren(QToolBar), *window.findChildren(QStatusBar))
            self._hidden = [bar for bar in bars if not _was_hidden(bar)]
        for bar in self._hidden:
            bar.setVisible(shown)
        if shown:
            self._hidden = []
        self._space.actions.refresh()

    def _ask(self, title: str, question: str, yes: str) -> bool:
        from cjeditor.app.dialogs import ask

        return ask(self._space.window, title, question, yes)

    def _say_taken(self, name: str) -> None:
        from cjeditor.app.dialogs import tell

        text = tr("There is a template “{name}” already.").format(name=name)
        tell(self._space.window, tr("The template was not renamed"), text, problem=True)

    def _tell(self, title: str, error: Exception) -> None:
        from cjeditor.app.dialogs import tell

        tell(self._space.window, title, sentence(error, interface()), problem=True)


def _was_hidden(bar: QWidget) -> bool:
    """Tell whether somebody has hidden *bar*; one that waits to be shown is none."""
    return bar.isHidden() and bar.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
