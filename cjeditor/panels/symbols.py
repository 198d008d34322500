"""The editor of a card style's symbol: one of a few, or none."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QToolButton

from cjeditor.core.words import tr
from cjeditor.kinds.card_style import SYMBOLS
from cjeditor.panels.choice_fields import choice_button
from cjeditor.panels.editor import FieldEditor, to
from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.icons import switch_icon


class SymbolEditor(FieldEditor):
    """Buttons with the symbols; the first leaves a card the symbol of its kind."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, QToolButton] = {}
        flow = FlowLayout(self)
        for symbol in ("", *SYMBOLS):
            button = choice_button("–" if not symbol else "")
            button.setCheckable(True)
            button.clicked.connect(self._edit_to(symbol))
            self._buttons[symbol] = button
            flow.addWidget(button)
        self.set_inner(self._buttons[""])

    def name(self, label: str) -> None:
        for symbol, button in self._buttons.items():
            text = tr(SYMBOLS[symbol]) if symbol else tr("That of the kind")
            button.setAccessibleName(f"{label}: {text}")
            button.setToolTip(text)
            if symbol:
                button.setIcon(switch_icon(symbol, self.palette()))

    def show_value(self, value: Any) -> None:
        known = value if value in self._buttons else ""
        for symbol, button in self._buttons.items():
            button.setChecked(symbol == known)

    def _edit_to(self, symbol: str) -> Callable[[], None]:
        return lambda: self.edited.emit(to(symbol))
