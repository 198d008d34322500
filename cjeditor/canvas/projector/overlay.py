"""Something that lies over a view and lets the mouse through."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget


class Overlay(QWidget):
    """Hidden at first; stands where it belongs whatever the size of what it lies on."""

    def __init__(self, under: QWidget) -> None:
        super().__init__(under)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._under = under
        under.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.place(self._under.size()))
        return super().eventFilter(watched, event)

    def place(self, size: QSize) -> QRect:
        """Return where it belongs on a widget of that *size*: all over it."""
        return QRect(0, 0, size.width(), size.height())

    def switch(self, on: bool) -> None:
        """Show it over everything else, or put it away."""
        self.setGeometry(self.place(self._under.size()))
        self.setVisible(on)
        self.raise_()
        self.update()
