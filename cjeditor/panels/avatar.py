"""The drawn face of a persona: seen, put together from choices, taken away."""

import random
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cjeditor.core.words import tr
from cjeditor.layout.avatar import draw_avatar
from cjeditor.model.avatar import CLOTHES, HAIR, HAIR_COLOURS, SKINS, Avatar
from cjeditor.panels.check_box import CheckBox
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.editor import FieldEditor
from cjeditor.panels.icons import show_beside
from cjeditor.panels.labels import plain
from cjeditor.render.backend import play
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images

_FACE: Final = 72
"""Pixels."""

_CHOICES: Final[dict[str, Mapping[Any, str]]] = {
    "hair": HAIR,
    "hair_colour": HAIR_COLOURS,
    "skin": SKINS,
    "clothes": CLOTHES,
}
_FLAGS: Final = ("glasses", "beard")


class AvatarEditor(FieldEditor):
    """A face with its choices; without one a quiet button that draws one."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: Avatar | None = None
        self._add = _quiet_button()
        self._other = _quiet_button()
        self._remove = _quiet_button()
        self._add.clicked.connect(self._draw_any)
        self._other.clicked.connect(self._draw_any)
        self._remove.clicked.connect(lambda: self.edited.emit(lambda _old: None))
        self._face = plain("")
        self._boxes = {name: ChoiceBox() for name in _CHOICES}
        self._flags = {name: CheckBox() for name in _FLAGS}
        self._parts = QWidget()
        self._put_together()
        self._say()
        self.show_value(None)

    def name(self, label: str) -> None:
        self._add.setAccessibleName(f"{label}: {self._add.text()}")
        self._face.setAccessibleName(label)

    def show_value(self, value: Any) -> None:
        avatar = value if isinstance(value, Avatar) else None
        self._parts.setVisible(avatar is not None)
        self._add.setVisible(avatar is None)
        self.setFocusProxy(self._add if avatar is None else self._boxes["hair"])
        if avatar is None:
            self._drawn = None
            return
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(getattr(avatar, name)))
        for name, flag in self._flags.items():
            with QSignalBlocker(flag):
                flag.setChecked(getattr(avatar, name))
        if avatar != self._drawn:
            self._drawn = avatar
            self._face.setPixmap(_picture(avatar, self.devicePixelRatioF()))

    def _put_together(self) -> None:
        choices = QGridLayout()
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(6)
        for number, (name, box) in enumerate(self._boxes.items()):
            for key, label in _CHOICES[name].items():
                box.addItem(tr(label), key)
            box.activated.connect(partial(self._choose, name))
            box.installEventFilter(self)
            choices.addWidget(box, number // 2, number % 2)
        for number, (name, flag) in enumerate(self._flags.items()):
            flag.toggled.connect(partial(self._switch, name))
            choices.addWidget(flag, 2, number)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._other)
        buttons.addWidget(self._remove)
        top = QHBoxLayout()
        top.addWidget(self._face)
        top.addLayout(buttons)
        top.addStretch()
        inner = QVBoxLayout(self._parts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(top)
        inner.addLayout(choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self) -> None:
        for button, symbol, text in (
            (self._add, "plus", tr("Draw a face")),
            (self._other, "refresh", tr("Another face")),
            (self._remove, "trash", tr("Remove")),
        ):
            button.setText(text)
            show_beside(button, symbol)
        for name, box in self._boxes.items():
            title = tr(Avatar.model_fields[name].title or "")
            box.setAccessibleName(title)
            box.setToolTip(title)
        for name, flag in self._flags.items():
            flag.setText(tr(Avatar.model_fields[name].title or ""))

    def _choose(self, name: str, index: int) -> None:
        value = self._boxes[name].itemData(index)
        self.edited.emit(lambda old: (old or Avatar()).replace(**{name: value}))

    def _switch(self, name: str, value: bool) -> None:
        self.edited.emit(lambda old: (old or Avatar()).replace(**{name: value}))

    def _draw_any(self) -> None:
        chosen = {name: random.choice(list(values)) for name, values in _CHOICES.items()}
        self.edited.emit(lambda _old: Avatar(**chosen))
        self._boxes["hair"].setFocus()


def _quiet_button() -> QToolButton:
    button = QToolButton()
    button.setObjectName("plus")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _picture(avatar: Avatar, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(round(_FACE * ratio), round(_FACE * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    play(draw_avatar(avatar, float(_FACE)), QtBackend(painter, Faces(), Images({})))
    painter.end()
    return picture
