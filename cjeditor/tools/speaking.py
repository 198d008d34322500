"""What the pages of the tools call things."""

from cjeditor.core.words import tr
from cjeditor.model.naming import one_line
from cjeditor.model.records import Persona


def persona_name(persona: Persona) -> str:
    """Return the name of a persona on one line, or what one without a name is called."""
    return one_line(persona.name) or tr("Nameless persona")
