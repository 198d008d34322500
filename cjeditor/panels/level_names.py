"""The editor of the names of the levels of an emotion lane: five rows, best to worst."""

from typing import Any, Final

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit

from cjeditor.core.words import tr
from cjeditor.kinds.fields import MAX_TEXT
from cjeditor.panels.choice_fields import FEELINGS
from cjeditor.panels.editor import MIXED, SEVERAL, FieldEditor, to, whole
from cjeditor.panels.icons import ink, pixmap
from cjeditor.panels.labels import plain

LEVELS: Final = tuple(reversed(FEELINGS))
"""From best to worst."""

_FACE: Final = 18

_ROWS: Final[dict[int, tuple[int, ...]]] = {
    0: (),
    1: (0,),
    2: (0, 4),
    3: (0, 2, 4),
    4: (0, 1, 3, 4),
    5: (0, 1, 2, 3, 4),
}
"""By how many names there are: the rows that they stand in, evenly from best to worst."""


class LevelNamesEditor(FieldEditor):
    """Five lines beside the faces of the levels; all of them empty means no names."""

    merges = True

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self._faces: list[QLabel] = []
        self._lines: list[QLineEdit] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row in range(len(LEVELS)):
            line = QLineEdit()
            line.setMaxLength(MAX_TEXT)
            line.textEdited.connect(self._edit)
            self._faces.append(plain(""))
            self._lines.append(line)
            grid.addWidget(self._faces[-1], row, 0)
            grid.addWidget(line, row, 1)
            line.installEventFilter(self)
        self.set_inner(self._lines[0])

    def name(self, label: str) -> None:
        levels = zip(LEVELS, self._faces, self._lines, strict=True)
        for (_value, text, symbol), face, line in levels:
            ratio = self.devicePixelRatioF()
            face.setPixmap(pixmap(symbol, ink(self.palette()), _FACE, ratio))
            line.setAccessibleName(f"{label}: {tr(text)}")

    def show_value(self, value: Any) -> None:
        if value == self._value:
            return
        self._value = value
        names = () if value is MIXED else value
        shown = dict(zip(_ROWS[len(names)], names, strict=True))
        for row, (line, level) in enumerate(zip(self._lines, LEVELS, strict=True)):
            line.setText(shown.get(row, ""))
            line.setPlaceholderText(tr(SEVERAL) if value is MIXED else tr(level[1]))

    def _edit(self) -> None:
        names = tuple(whole(line.text()) for line in self._lines)
        self._value = names if any(name.strip() for name in names) else ()
        self.edited.emit(to(self._value))
