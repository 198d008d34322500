"""The projector: the map on another screen while the editor stays, or on all of this one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from cjeditor.canvas.board import Board
from cjeditor.canvas.projector.view import ProjectorView
from cjeditor.core.words import tr
from cjeditor.kinds.look import Look


def screen_for(screens: Sequence[QRect], editor: QRect) -> QRect:
    """Return the screen to project on: the first that does not show the editor too.

    Args:
        screens: Geometries of all screens; those that mirror one another lie in one place.
        editor: That of the editor's screen; the answer if there is no other.
    """
    return next((each for each in screens if not each.intersects(editor)), editor)


class Projector(QObject):
    """Opens and closes the projector view of a window's session.

    Signals:
        switched: It was opened or closed, or follows the editor or not any more.

    Attributes:
        view: None while it is closed.
    """

    switched = Signal()

    def __init__(self, window: QMainWindow, editor: Board, look: Callable[[], Look]) -> None:
        super().__init__(window)
        self.view: ProjectorView | None = None
        self._window = window
        self._editor = editor
        self._look = look
        QGuiApplication.instance().screenRemoved.connect(self.close)  # type: ignore[union-attr]

    @property
    def follows(self) -> bool:
        """Whether it is open and goes where the editor's selection goes."""
        return self.view is not None and self.view.follows

    def toggle(self) -> None:
        """Open it, or close it."""
        if self.view is None:
            self._open()
        else:
            self.close()

    def toggle_follow(self) -> None:
        """Let it go where the editor's selection goes, or not any more."""
        if self.view is not None:
            self.view.follow(not self.view.follows)

    def close(self, *_screen: object) -> None:
        """Close it and give the keyboard back to the editor."""
        view, self.view = self.view, None
        if view is None:
            return
        view.close()
        view.deleteLater()
        self._window.activateWindow()
        self.switched.emit()

    def dress(self) -> None:
        """Take the words of the interface's language and the colours of the theme."""
        if self.view is not None:
            self.view.set_look(self._look())
            self._name(self.view)

    def _open(self) -> None:
        here = self._window.screen().geometry()
        screens = QGuiApplication.screens()
        place = screen_for([screen.geometry() for screen in screens], here)
        beside = place != here
        editor = self._editor
        view = ProjectorView(editor.session, self._look(), editor=editor, follows=beside)
        self.view = view
        self._name(view)
        view.left.connect(self.close)
        view.follow_changed.connect(self.switched)
        view.setScreen(next(screen for screen in screens if screen.geometry() == place))
        view.setGeometry(place)
        view.showFullScreen()
        if beside:
            self._window.activateWindow()  # the person goes on writing there
        else:
            view.activateWindow()
            view.setFocus()
        self.switched.emit()

    def _name(self, view: ProjectorView) -> None:
        view.setWindowTitle(tr("Projector view"))
