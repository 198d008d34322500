"""Editors of choices: one of several, a rating, a feeling, yes or no, a colour."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
)

from cjeditor.core.words import mark, tr
from cjeditor.model.map import Map
from cjeditor.panels.check_box import CheckBox
from cjeditor.panels.editor import MIXED, SEVERAL, SPIN_MARGIN, FieldEditor, to
from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.icons import coloured, icon, seen, swatch, switch_icon
from cjeditor.panels.labels import show_whole
from cjeditor.panels.options import Options, Source


class ChoiceBox(QComboBox):
    """A box of choices that the wheel scrolls past instead of changing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say all of a text that has no room in a tooltip."""
        if event.type() == QEvent.Type.ToolTip:
            return show_whole(self, event, self.currentText(), self.room()) or super().event(event)
        return super().event(event)

    def room(self) -> int:
        """Return the pixels that there are for the text."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        shown = self.style().subControlRect(box, option, field, self)
        symbol = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + 4
        return int(shown.width()) - symbol - 2

    def longest(self) -> int:
        """Return the width of the widest choice's text, in pixels."""
        measure = self.fontMetrics().horizontalAdvance
        texts = (self.itemText(index) for index in range(self.count()))
        return max(map(measure, texts), default=0) + 1  # Qt rounds down

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as Qt does, but with an ellipsis where the text has no room."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), elide, self.room())
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class ChoiceEditor(FieldEditor):
    """One of several choices.

    Args:
        source: Gives the choices of the map.
        nothing: The choice of none, in English, marked; None where there must be one.
    """

    half = True

    def __init__(self, source: Source, nothing: str | None = None) -> None:
        super().__init__()
        self._source = source
        self._nothing = nothing
        self._options: Options | None = None
        self._longest: int | None = None
        self._box = ChoiceBox()
        self._box.activated.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.set_inner(self._box)

    def show_map(self, journey: Map) -> None:
        options = self._source(journey)
        if options == self._options:
            return
        self._options, self._longest = options, None
        self._box.clear()
        if self._nothing is not None:
            self._box.addItem(tr(self._nothing), None)
        for key, option in options.items():
            image = QIcon()
            if option.symbol:
                image = coloured(option.symbol, seen(option.colour, self.palette()))
            elif option.colour:
                image = swatch(option.colour)
            self._box.addItem(image, option.label, key)

    def show_value(self, value: Any) -> None:
        several = self._box.findData(MIXED)
        if value is MIXED and several < 0:
            self._box.addItem(tr(SEVERAL), MIXED)
        elif value is not MIXED and several >= 0:
            self._box.removeItem(several)
        self._box.setCurrentIndex(self._box.findData(value))

    def wanted_width(self) -> int:
        if self._longest is None:
            self._longest = self._box.longest()
        several = self._box.fontMetrics().horizontalAdvance(tr(SEVERAL))
        shown = max(self._longest, several) if self._box.findData(MIXED) >= 0 else self._longest
        return shown + self._box.width() - self._box.room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._longest = None

    def _edit(self, index: int) -> None:
        value = self._box.itemData(index)
        if value is not MIXED:
            self.edited.emit(to(value))


class RatingEditor(FieldEditor):
    """One to five as buttons; the chosen one again takes the rating away."""

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self._buttons = [choice_button(str(number)) for number in range(1, 6)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, button in enumerate(self._buttons, 1):
            button.setCheckable(True)
            button.clicked.connect(self._edit_to(number))
            row.addWidget(button)
        row.addStretch()
        self.set_inner(self._buttons[0])

    def name(self, label: str) -> None:
        for number, button in enumerate(self._buttons, 1):
            button.setAccessibleName(tr("{field}: {n} of 5").format(field=label, n=number))

    def show_value(self, value: Any) -> None:
        self._value = value
        for number, button in enumerate(self._buttons, 1):
            button.setChecked(isinstance(value, int) and number <= value)
            button.setToolTip(tr(SEVERAL) if value is MIXED else "")

    def _edit_to(self, number: int) -> Callable[[], None]:
        def edit() -> None:
            self.edited.emit(to(None if self._value == number else number))
            self.show_value(self._value)  # also where the edit was refused

        return edit


FEELINGS = (
    (-2, mark("Very bad"), "mood-cry"),
    (-1, mark("Bad"), "mood-sad"),
    (0, mark("Neither good nor bad"), "mood-empty"),
    (1, mark("Good"), "mood-smile"),
    (2, mark("Very good"), "mood-happy"),
)


class FeelingEditor(FieldEditor):
    """From -2 to +2 as five faces, and as a number for what lies between."""

    merges = True

    def __init__(self) -> None:
        super().__init__()
        self._faces = [choice_button("") for _feeling in FEELINGS]
        self._box = QDoubleSpinBox()
        self._box.setRange(-2, 2)
        self._box.setSingleStep(0.1)
        self._box.setDecimals(1)
        self._box.lineEdit().setTextMargins(SPIN_MARGIN, 0, 0, 0)
        self._box.setMinimumWidth(60)
        self._box.valueChanged.connect(lambda value: self.edited.emit(to(round(value, 1))))
        row = FlowLayout(self, gap=2)
        self.setSizePolicy(_flowing())
        for (value, _label, _symbol), face in zip(FEELINGS, self._faces, strict=True):
            face.setCheckable(True)
            face.clicked.connect(self._edit_to(value))
            row.addWidget(face)
        row.addWidget(self._box)
        self.set_inner(self._box)

    def name(self, label: str) -> None:
        super().name(label)
        for (_value, text, symbol), face in zip(FEELINGS, self._faces, strict=True):
            face.setIcon(switch_icon(symbol, self.palette()))
            face.setIconSize(QSize(20, 20))
            face.setToolTip(tr(text))
            face.setAccessibleName(tr(text))

    def show_value(self, value: Any) -> None:
        for (feeling, _label, _symbol), face in zip(FEELINGS, self._faces, strict=True):
            face.setChecked(value is not MIXED and round(value) == feeling)
        if value is not MIXED:
            with self.silently():
                self._box.setValue(value)

    def _edit_to(self, value: int) -> Callable[[], None]:
        return lambda: self.edited.emit(to(float(value)))


class FlagEditor(FieldEditor):
    """Yes or no."""

    titled = True

    def __init__(self) -> None:
        super().__init__()
        self._box = CheckBox()
        self._box.clicked.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.set_inner(self._box)

    def name(self, label: str) -> None:
        super().name(label)
        self._box.setText(label)

    def show_value(self, value: Any) -> None:
        self._box.setTristate(value is MIXED)
        if value is MIXED:
            self._box.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self._box.setChecked(value)

    def _edit(self) -> None:
        self._box.setTristate(False)
        self.edited.emit(to(self._box.isChecked()))


_RINGED = """
QToolButton { padding: 0px; }
QToolButton:checked { background: palette(base); border: 2px solid palette(link); }
QToolButton:focus { border: 2px solid palette(text); }
"""
"""A chosen colour has a ring around it, so that nothing lies behind it but the ground."""


class ColourEditor(FieldEditor):
    """A colour of a row of hues, one's own, or the automatic one.

    Args:
        hues: The row.
        optional: Whether there is an automatic colour.
    """

    def __init__(self, hues: Sequence[str], *, optional: bool) -> None:
        super().__init__()
        self._value: Any = None
        self._palette = tuple(hues)
        self._automatic = choice_button("")
        if not optional:
            self._automatic.hide()  # never shown here: without a parent it were a window
        self._hues = [choice_button("") for _hue in hues]
        self._own = choice_button("…")
        row = FlowLayout(self, gap=2)
        self.setSizePolicy(_flowing())
        for button in (self._automatic, *self._hues, self._own):
            button.setCheckable(True)
            button.setProperty("role", "swatch")
            button.setStyleSheet(_RINGED)
            row.addWidget(button)
        self._automatic.clicked.connect(lambda: self.edited.emit(to(None)))
        for hue, button in zip(self._palette, self._hues, strict=True):
            button.clicked.connect(self._edit_to(hue))
        self._own.clicked.connect(self._ask)
        self.set_inner(self._automatic if optional else self._hues[0])

    def name(self, label: str) -> None:
        self._automatic.setIcon(icon("palette", self.palette()))
        self._own.setAccessibleName(tr("Own colour …"))
        self._own.setToolTip(tr("Own colour …"))
        self._automatic.setAccessibleName(tr("Automatic colour"))
        self._automatic.setToolTip(tr("Automatic colour"))
        for number, (hue, button) in enumerate(zip(self._palette, self._hues, strict=True), 1):
            button.setIcon(swatch(hue))
            button.setAccessibleName(tr("Colour {n}").format(n=number))
            button.setToolTip(tr("Colour {n}").format(n=number))

    def show_value(self, value: Any) -> None:
        self._value = value
        self._automatic.setChecked(value is None)
        for hue, button in zip(self._palette, self._hues, strict=True):
            button.setChecked(value == hue)
        own = isinstance(value, str) and value not in self._palette
        self._own.setChecked(own)
        self._own.setIcon(swatch(value) if own else QIcon())
        self._own.setToolTip(tr(SEVERAL) if value is MIXED else tr("Own colour …"))

    def _edit_to(self, hue: str) -> Callable[[], None]:
        return lambda: self.edited.emit(to(hue))

    def _ask(self) -> None:
        start = QColor(self._value if isinstance(self._value, str) else self._palette[0])
        colour = QColorDialog.getColor(start, self, tr("Own colour"))
        if colour.isValid():
            self.edited.emit(to(colour.name()))
        self.show_value(self._value)


def _flowing() -> QSizePolicy:
    """Return the policy of what goes on in a next row where there is no room."""
    flows = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    flows.setHeightForWidth(True)
    return flows


def choice_button(text: str) -> QToolButton:
    """Return a new button for one of several choices that stand side by side."""
    button = QToolButton()
    button.setObjectName("rating")
    button.setText(text)
    return button
