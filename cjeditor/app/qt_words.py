"""The words of Qt's own buttons, dialogs and menus; Qt itself brings no Indonesian."""

from PySide6.QtCore import QObject, QTranslator

from cjeditor.core.words import Words


class QtWords(QTranslator):
    """Answers for Qt from our catalogue, where a text has the context `Qt/<Qt context>`.

    Args:
        owner: Keeps it, which Qt does not, and takes it along when it goes.
    """

    def __init__(self, words: Words, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._words = words

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the text; None, not "", where there is none: "" would blank Qt's own."""
        if not text or context is None:
            return None
        return self._words.of_qt(context, text)

    def isEmpty(self) -> bool:
        """Say no, or Qt would not ask at all."""
        return False
