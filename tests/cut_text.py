"""Finds words that a window cuts, and makes words longer than any language does."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenuBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from cjeditor.core import words
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.labels import ShortLabel

_WITH_WORDS = (QLabel, QComboBox, QTabBar, QMenuBar, QAbstractButton)
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


class LongWords(words.Words):
    """English with accents and 40 % more letters, for what other languages need."""

    def __init__(self) -> None:
        super().__init__("en")

    def __call__(self, text: str) -> str:
        return longer(text)

    def count(self, one: str, many: str, number: int) -> str:
        return longer(one if number == 1 else many).format(n=number)


def longer(text: str) -> str:
    """Return *text* with accents and 40 % longer, its last word repeated; places stay."""
    if not text.strip() or "{" in text:
        return text + "~" * (len(text) * 2 // 5)
    more, wanted = text.translate(_ACCENTS), round(len(text) * 1.4)
    filler = " ęxtrå"
    while len(more) < wanted:
        more += filler[: max(1, wanted - len(more))]
    return more.rstrip()


def cut(window: QWidget) -> list[str]:
    """Return what of *window* is cut: its words, and how much of them is seen."""
    for _ in range(3):
        QApplication.processEvents()
    return [problem for each in _seen(window) for problem in _problems(each)]


def _seen(window: QWidget) -> Iterator[QWidget]:
    for kind in _WITH_WORDS:
        for each in window.findChildren(kind):
            if each.isVisible() and not each.visibleRegion().isEmpty():
                yield each


def _problems(each: QWidget) -> Iterator[str]:
    match each:
        case ShortLabel() | ChoiceBox():
            yield from _too_low(each)  # what they cut has a tooltip
        case QLabel() if each.text():
            yield from _label(each)
        case QTabBar():
            yield from _tabs(each)
        case QComboBox():
            yield from _combo(each)
        case QMenuBar():
            last = each.actionGeometry(each.actions()[-1])
            if last.right() > each.width():
                yield f"menu bar: {last.right()} of {each.width()}"
        case QAbstractButton() if each.text() and not _is_bare(each):
            yield from _button(each)


def _label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    flags = int(label.alignment().value) | (0x1000 if label.wordWrap() else 0)
    metrics = label.fontMetrics()
    needed = metrics.boundingRect(0, 0, room.width(), 10_000, flags, label.text())
    wide = max(map(metrics.horizontalAdvance, label.text().split()), default=0)
    across = wide if label.wordWrap() else needed.width()
    if (across > room.width() + 1 or needed.height() > room.height() + 2) and not label.toolTip():
        yield f"label {label.text()!r}: {across} x {needed.height()} in {room.size().toTuple()}"
    yield from _clipped(label, label.text())


def _tabs(bar: QTabBar) -> Iterator[str]:
    for index in range(bar.count()):
        wanted = bar.fontMetrics().horizontalAdvance(bar.tabText(index))
        if wanted > bar.tabRect(index).width() and not bar.tabToolTip(index):
            yield f"tab {bar.tabText(index)!r}"


def _combo(box: QComboBox) -> Iterator[str]:
    arrow = 34
    wanted = box.fontMetrics().horizontalAdvance(box.currentText())
    if wanted > box.width() - arrow and not box.toolTip():
        yield f"choice {box.currentText()!r}: {wanted} in {box.width()}"
    yield from _too_low(box)


def _too_low(widget: QWidget) -> Iterator[str]:
    if widget.fontMetrics().height() > widget.height() + 1:
        yield f"{type(widget).__name__} is too low: {widget.height()}"


def _is_bare(button: QAbstractButton) -> bool:
    """Tell whether a button shows its symbol only, and says its words in a tooltip."""
    from PySide6.QtCore import Qt

    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    bare = isinstance(button, QToolButton) and button.toolButtonStyle() == style
    return (bare and not button.icon().isNull()) or bool(getattr(button, "narrow", False))


def _button(button: QAbstractButton) -> Iterator[str]:
    wraps = hasattr(button, "word_width") or button.hasHeightForWidth()
    needed = button.minimumSizeHint() if wraps else button.sizeHint()
    lines = needed.height() if wraps else button.fontMetrics().height()
    if button.hasHeightForWidth():
        lines = button.heightForWidth(button.width())
    if needed.width() > button.width() + 1 or lines > button.height():
        shown = f"{needed.width()} x {needed.height()} in {button.width()} x {button.height()}"
        yield f"button {button.text()!r}: {shown}"
    yield from _clipped(button, button.text())


def _clipped(widget: QWidget, text: str) -> Iterator[str]:
    seen = widget.visibleRegion().boundingRect()
    if seen.width() < widget.width() - 1:
        yield f"{text!r} is seen {seen.width()} of {widget.width()} wide"
