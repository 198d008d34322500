"""What the pages of the tools say to people, also to those who only hear it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from cjeditor.core.words import tr
from cjeditor.model.naming import one_line
from cjeditor.model.records import Persona


def announce(widget: QWidget, text: str) -> None:
    """Have *text* read aloud if *widget* has the keyboard and a screen reader runs."""
    if text and widget.hasFocus() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def persona_name(persona: Persona) -> str:
    """Return the name of a persona on one line, or what one without a name is called."""
    return one_line(persona.name) or tr("Nameless persona")
