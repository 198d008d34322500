"""Asks for what an export can choose: paper, orientation, size of the picture, links, language."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cjeditor.core.words import LANGUAGES, mark, tr
from cjeditor.exchange.format import PAPERS, Format, Options
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.form import captioned
from cjeditor.panels.labels import plain

SIZES: Final = {
    96: mark("Screen (96 dpi)"),
    144: mark("Slides (144 dpi)"),
    288: mark("Print (288 dpi)"),
}


class ExportDialog(QDialog):
    """One box of choices for each of *asked*."""

    def __init__(
        self, parent: QWidget, kind: Format, asked: tuple[str, ...], paper: str | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export: {what}").format(what=tr(kind.label)))
        self.setMinimumWidth(360)
        self._boxes: dict[str, ChoiceBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(plain(tr(kind.label), "heading"))
        for name in asked:
            label, choices = _CHOICES[name]
            column.addWidget(captioned(tr(label), self._box(name, tr(label), choices())))
        if "paper" in self._boxes:
            self._choose("paper", paper)
        if "dpi" in self._boxes:
            self._choose("dpi", 144)
        column.addSpacing(4)
        column.addWidget(self._buttons())

    def options(self) -> Options:
        """Return what was chosen."""
        return Options(**{name: box.currentData() for name, box in self._boxes.items()})

    def _box(self, name: str, label: str, choices: Mapping[Any, str]) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(label)
        for value, text in choices.items():
            box.addItem(text, value)
        self._boxes[name] = box
        return box

    def _choose(self, name: str, value: Any) -> None:
        box = self._boxes[name]
        box.setCurrentIndex(max(0, box.findData(value)))

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Cancel)
        go = buttons.addButton(tr("Export …"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _papers() -> Mapping[Any, str]:
    sizes = {
        name: tr("{name} ({short} × {long} mm)").format(name=name, short=short, long=long)
        for name, (short, long) in PAPERS.items()
    }
    return {**sizes, None: tr("The map's own size")}


def _orientations() -> Mapping[Any, str]:
    return {
        None: tr("Whatever makes the type larger"),
        "landscape": tr("Landscape"),
        "portrait": tr("Portrait"),
    }


def _sizes() -> Mapping[Any, str]:
    return {dpi: tr(label) for dpi, label in SIZES.items()}


def _links() -> Mapping[Any, str]:
    return {True: tr("Shown as curves"), False: tr("Left out")}


def _languages() -> Mapping[Any, str]:
    return {None: tr("The map's own language"), **LANGUAGES}


_CHOICES: Final[dict[str, tuple[str, Callable[[], Mapping[Any, str]]]]] = {
    "paper": (mark("Paper"), _papers),
    "orientation": (mark("Orientation"), _orientations),
    "dpi": (mark("Size of the picture"), _sizes),
    "links": (mark("Links between cards"), _links),
    "language": (mark("Language of the labels"), _languages),
}
