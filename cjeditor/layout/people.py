"""The personas as the lanes draw them, and the sources behind the map in a few words."""

from collections.abc import Sequence

from cjeditor.core.words import Words
from cjeditor.display.theme import Theme
from cjeditor.kinds.lane import Person
from cjeditor.model.map import Map
from cjeditor.model.records import Evidence, Persona


def people_of(journey: Map, theme: Theme) -> tuple[Person, ...]:
    """Return the personas in order, each with an ink and initials of its own."""
    personas = journey.ordered_personas
    letters = _initials(personas)
    return tuple(
        Person(
            persona.id,
            persona.name,
            persona.colour or theme.inks[place % len(theme.inks)],
            letters[place],
        )
        for place, persona in enumerate(personas)
    )


def _initials(personas: Sequence[Persona]) -> list[str]:
    """Return for each persona the shortest of: initials, first two letters, its number."""
    choices = [_choices(persona.name, place) for place, persona in enumerate(personas, 1)]
    for number in range(3):
        letters = [choice[number] for choice in choices]
        if len(set(letters)) == len(letters):
            return letters
    return [choice[2] for choice in choices]


def _choices(name: str, place: int) -> tuple[str, str, str]:
    words = [word for word in name.replace(",", " ").split() if word[0].isalnum()]
    if not words:
        return str(place), str(place), str(place)
    short = "".join(word[0] for word in words[:2] if word[0].isalpha()) or words[0][0]
    return short.upper(), words[0][:2].capitalize(), str(place)


def sources(evidence: Sequence[Evidence], words: Words) -> str:
    """Return how much research the map rests on: "12 interviews, 314 survey answers"."""
    asked: dict[str, int] = {"interview": 0, "survey": 0}
    others = 0
    for each in evidence:
        if each.kind in asked:
            asked[each.kind] += 1 if each.respondents is None else each.respondents
        else:
            others += 1
    facts = [
        words.count("{n} interview", "{n} interviews", asked["interview"]),
        words.count("{n} survey answer", "{n} survey answers", asked["survey"]),
        words.count("{n} other source", "{n} other sources", others),
    ]
    counts = (asked["interview"], asked["survey"], others)
    return ", ".join(fact for fact, count in zip(facts, counts, strict=True) if count)
