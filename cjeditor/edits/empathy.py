"""Notes of empathy maps: add, move, and carry to the journey map and back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of, free, lane_of_cards, one
from cjeditor.edits.in_words import hanging_in_words
from cjeditor.edits.place import place
from cjeditor.edits.removal import removed
from cjeditor.edits.valid import made
from cjeditor.kinds.card import Card
from cjeditor.kinds.conversion import convert
from cjeditor.kinds.fields import Extra
from cjeditor.kinds.registry import card_kind, kind_of_lane
from cjeditor.model.empathy import EmpathyField, EmpathyNote, area_of
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map, Record
from cjeditor.model.naming import one_line
from cjeditor.model.records import Comment

CARD_OF: Final[dict[EmpathyField, str]] = {
    "thinks": "thought",
    "feels": "thought",
    "hears": "quote",
    "sees": "touchpoint",
    "says": "quote",
    "does": "action",
    "fears": "pain",
    "goals": "goal",
}
"""The kind of card that a note becomes in a lane that has no kind of its own."""

_FIELD_OF: Final[dict[str, EmpathyField]] = {
    "thought": "thinks",
    "question": "thinks",
    "quote": "says",
    "action": "does",
    "touchpoint": "sees",
    "pain": "fears",
    "goal": "goals",
    "delight": "feels",
    "opportunity": "goals",
    "idea": "goals",
}
"""By kind of card, the field of the note that it becomes; others are thoughts."""

_ANY_KIND: Final = ("note", "picture")
"""Kinds of lanes in which a note keeps to its field."""

_KEPT: Final = ("text", "detail", "evidence", "strength", "tags")


@dataclass(frozen=True, slots=True)
class AddEmpathyNote:
    """Add *note*; its position comes from *index*.

    Attributes:
        index: Its place among the notes of its area; None means the last.
    """

    note: EmpathyNote
    index: int | None = None

    label = mark("Add empathy note")

    def apply(self, journey: Map) -> Map:
        free(journey, self.note.id)
        if faults_of(journey, self.note):
            raise EditError(mark("The note names something that is not on the map."))
        note = made(EmpathyNote, **vars(self.note))
        return journey.put(*place(_area(journey, note.persona, note.field), self.index, [note]))


@dataclass(frozen=True, slots=True)
class MoveEmpathyNotes:
    """Move notes to a place on the empathy map of a persona.

    A note whose own field stands in the same area keeps it.

    Attributes:
        index: Their place among the notes of that area that stay; None means the last.
    """

    ids: tuple[Id, ...]
    persona: Id
    field: EmpathyField
    index: int | None = None

    label = mark("Move empathy note")

    def apply(self, journey: Map) -> Map:
        persona = one(journey.personas, self.persona)
        fields = area_of(persona.empathy, self.field).fields
        moved = [
            note.replace(
                persona=persona.id, field=note.field if note.field in fields else self.field
            )
            for note in all_of(journey.empathy_notes, self.ids)
        ]
        there = _area(journey, persona.id, self.field)
        stay = [note for note in there if note.id not in self.ids]
        return journey.put(*place(stay, self.index, moved))


@dataclass(frozen=True, slots=True)
class MoveNotesToMap:
    """Make cards of notes, in a cell of the journey map; ids, sources and comments stay.

    A lane's kind of cards wins over the one that fits the field.

    Attributes:
        index: Their place among the cell's cards; None means the last.
    """

    ids: tuple[Id, ...]
    lane: Id
    step: Id
    index: int | None = None

    label = mark("Move to the journey map")

    def apply(self, journey: Map) -> Map:
        lane, step = lane_of_cards(journey, self.lane), one(journey.steps, self.step)
        usual = kind_of_lane(lane).card(lane)
        cards = [
            card_kind(CARD_OF[note.field] if usual is None or usual in _ANY_KIND else usual).record(
                id=note.id,
                lane=lane.id,
                first_step=step.id,
                last_step=step.id,
                personas=(note.persona,),
                **{name: vars(note)[name] for name in _KEPT},
            )
            for note in all_of(journey.empathy_notes, self.ids)
        ]
        said = _said_about(journey, self.ids)
        after = removed(journey, self.ids)
        return after.put(*place(after.cell(lane.id, step.id), self.index, cards), *said)


@dataclass(frozen=True, slots=True)
class MoveCardsToEmpathy:
    """Make notes of cards, on the empathy map of a persona; ids, sources and comments stay.

    What a note has no field for is written below its details, as "Owner: IT", their links and
    whys in words too. Feelings, metrics and user flows stay at the steps where the cards begin.

    Attributes:
        field: None means the one that fits the kind of each card.
    """

    ids: tuple[Id, ...]
    persona: Id
    field: EmpathyField | None = None

    label = mark("Move to the empathy map")

    def apply(self, journey: Map) -> Map:
        persona = one(journey.personas, self.persona)
        cards = all_of(journey.cards, self.ids)
        if any(card.picture for card in cards):
            raise EditError(mark("A card with a picture cannot go to the empathy map."))
        said = _said_about(journey, self.ids)
        after = removed(journey.put(*_left_at_steps(journey, cards)), self.ids)
        for card in cards:
            note = made(
                EmpathyNote,
                persona=persona.id,
                id=card.id,
                field=self.field or field_for(card),
                **({name: vars(card)[name] for name in _KEPT} | {"detail": _detail(journey, card)}),
            )
            after = AddEmpathyNote(note).apply(after)
        return after.put(*said)


def field_for(card: Card) -> EmpathyField:
    """Return the field of an empathy map that fits the kind of *card*."""
    return _FIELD_OF.get(card.kind, "thinks")


def _area(journey: Map, persona: Id, field: EmpathyField) -> list[EmpathyNote]:
    """Return the notes that stand in the same area as those of *field*, in order."""
    fields = area_of(journey.personas[persona].empathy, field).fields
    return [note for note in journey.empathy_of.get(persona, ()) if note.field in fields]


def _said_about(journey: Map, ids: Collection[Id]) -> list[Comment]:
    """Return the comments on records, and those on the whys of such cards as on the cards."""
    found: list[Comment] = []
    for each in ids:
        said = journey.comments_on.get(each, ())
        on_whys = [
            comment.replace(about=each)
            for why in journey.whys_of.get(each, ())
            for comment in journey.comments_on.get(why.id, ())
        ]
        found += [*said, *place(said, None, on_whys)]
    return found


def _left_at_steps(journey: Map, cards: Sequence[Card]) -> list[Record]:
    """Return what is felt, measured and done at *cards* as it stands without them."""
    step = {card.id: card.first_step for card in cards}
    text = {card.id: one_line(card.text) for card in cards}
    return [
        *(each.replace(card=None) for each in journey.emotions.values() if each.card in step),
        *(m.replace(about=step[m.about]) for m in journey.metrics.values() if m.about in step),
        *(
            flow.replace(about=step[flow.about], title=flow.title or text[flow.about])
            for flow in journey.flows.values()
            if flow.about in step
        ),
    ]


def _detail(journey: Map, card: Card) -> str:
    """Return the card's details, and below them what a note has no field for."""
    words = Words(journey.scope.language)
    plain = convert(card, card_kind("note"))
    more = [f"{extra.name}: {extra.value}" for extra in (*plain.extras, *_counted(card))]
    more += hanging_in_words(journey, card, words)
    return "\n".join([*([card.detail] if card.detail else []), *more])


def _counted(card: Card) -> list[Extra]:
    """Return votes and status of *card* as own fields."""
    fields = type(card).model_fields
    values = (("votes", card.votes), ("status", card.status))
    return [Extra(name=fields[name].title or name, value=str(v)) for name, v in values if v]
