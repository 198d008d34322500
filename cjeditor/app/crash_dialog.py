"""The dialog about an error that nobody expected: what happened, what is safe, what to do."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.fitting import fitting
from cjeditor.core.words import tr
from cjeditor.panels.flow import flowing
from cjeditor.panels.icons import pixmap
from cjeditor.panels.labels import plain, wrapped

_WIDTH: Final = 560
_SYMBOL: Final = 32
_REPORT: Final = 190
"""Height of the report, in pixels."""


class CrashDialog(QDialog):
    """Tells an error; the program goes on when it is closed.

    Signals:
        save_wanted: The map is to be saved now.

    Args:
        happened: What happened, as a sentence, if it can be told as one.
        report: For those who make the program; shown, so that everybody sees what is copied.
    """

    save_wanted = Signal()

    def __init__(self, parent: QWidget, happened: str, report: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("That did not work"))
        self.setMinimumWidth(_WIDTH)
        self._happened = happened
        self.report = QPlainTextEdit(report)
        self.report.setObjectName("framed")
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFixedHeight(_REPORT)
        self.report.setAccessibleName(tr("Report"))
        self.report.hide()
        self._put_together()
        self._grow()

    @property
    def text(self) -> str:
        """What the dialog says."""
        happened = self._happened or tr("Something went wrong inside the program.")
        safe = tr(
            "Your map is whole, with every change up to now, and you can go on working. To be "
            "safe, save it."
        )
        return f"{happened}\n\n{safe}"

    def _put_together(self) -> None:
        symbol = plain("")
        ink = self.palette().color(QPalette.ColorRole.BrightText).name()
        symbol.setPixmap(pixmap("alert-triangle", ink, _SYMBOL, self.devicePixelRatioF()))
        text = wrapped(self.text)
        hint = wrapped(
            tr("The report helps those who make the program. No word of your map is in it."), "note"
        )
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(text)
        words.addWidget(hint)
        words.addWidget(self._report_buttons())
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.addWidget(symbol, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.report)
        column.addWidget(self._buttons())
        self.setAccessibleDescription(self.text)

    def _report_buttons(self) -> QWidget:
        self.show_report = QPushButton(tr("Show the report"))
        self.copy = QPushButton(tr("Copy the report"))
        for button in (self.show_report, self.copy):
            button.setAutoDefault(False)
        self.show_report.clicked.connect(self._show_report)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.report.toPlainText())
        )
        return flowing((self.show_report, self.copy))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.go_on = QPushButton(tr("Go on"))
        self.save = QPushButton(tr("Save the map"))
        self.save.setAutoDefault(False)
        self.go_on.setDefault(True)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ApplyRole)
        self.go_on.setFocus()
        buttons.accepted.connect(self.accept)
        self.save.clicked.connect(self._save)
        return buttons

    def _save(self) -> None:
        self.accept()
        self.save_wanted.emit()

    def _show_report(self) -> None:
        self.report.show()
        self.show_report.setEnabled(False)
        self.report.setFocus()
        self._grow()

    def _grow(self) -> None:
        """Be as high as the words need; Qt itself stops at two thirds of the screen."""
        width, layout = fitting(self, _WIDTH, 0).width(), self.layout()
        if layout is not None:
            height = layout.totalHeightForWidth(width)
            self.resize(QSize(width, height).boundedTo(self.screen().availableSize()))
