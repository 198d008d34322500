"""Make two steps of one, and one of several, with all that stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.follow import settle_columns
from cjeditor.edits.found import all_of, free, one
from cjeditor.edits.joining import joined_text, with_others_moved
from cjeditor.edits.place import place
from cjeditor.edits.valid import changed, made
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.feelings import curve_at
from cjeditor.model.map import Map
from cjeditor.model.records import Step


@dataclass(frozen=True, slots=True)
class SplitStep:
    """Add a step right after one that takes some of its cards over.

    A card that ran as far as the old step runs to the new one, so that it covers both.

    Attributes:
        cards: Those that begin in the new step from now on; others than the step's stay.
    """

    step: Id
    cards: tuple[Id, ...] = ()
    title: str = ""
    step_id: Id = field(default_factory=new_id)

    label = mark("Split step")

    def apply(self, journey: Map) -> Map:
        step = one(journey.steps, self.step)
        siblings = journey.steps_of[step.stage]
        new = made(Step, id=free(journey, self.step_id), stage=step.stage, title=self.title)
        new = new.replace(personas=step.personas, width=step.width)
        placed = place(siblings, siblings.index(step) + 1, [new])
        taken = {each.id for each in all_of(journey.cards, self.cards)}
        cards = [*self._taken(journey, taken), *self._lengthened(journey)]
        feelings = [
            each.replace(step=new.id)
            for each in journey.emotions_at.get(step.id, ())
            if each.card in taken and journey.cards[each.card].first_step == step.id
        ]
        return journey.put(*placed, *cards, *feelings)

    def _taken(self, journey: Map, taken: set[Id]) -> Iterator[Card]:
        for card_id in taken:
            card = journey.cards[card_id]
            if card.first_step == self.step:
                last = self.step_id if card.last_step == self.step else card.last_step
                yield card.replace(first_step=self.step_id, last_step=last)

    def _lengthened(self, journey: Map) -> Iterator[Card]:
        for card in journey.cards.values():
            if card.last_step == self.step != card.first_step:
                yield card.replace(last_step=self.step_id)


@dataclass(frozen=True, slots=True)
class JoinSteps:
    """Make one step of several: cards and feelings of all stand in the first, in their order.

    A card that ran over some of them runs over the one.
    """

    ids: tuple[Id, ...]

    label = mark("Join steps")

    def apply(self, journey: Map) -> Map:
        all_of(journey.steps, self.ids)
        kept, *others = [step for step in journey.ordered_steps if step.id in self.ids]
        if not others:
            raise EditError(mark("There is no other step to join with."))
        gone = [step.id for step in others]
        for stage in {step.stage for step in others} - {kept.stage}:
            if all(step.id in gone for step in journey.steps_of[stage]):
                raise EditError(mark("A stage keeps at least one step. Join the stages instead."))
        into = dict.fromkeys([kept.id, *gone], kept.id)
        moved = journey.put(
            _together(kept, others),
            *_cards(journey, kept.id, gone, into),
            *_feelings(journey, kept.id, gone),
        )
        return settle_columns(with_others_moved(moved, gone, kept.id).drop(gone))


def _together(kept: Step, others: Sequence[Step]) -> Step:
    """Return *kept* with what the others say."""
    every = [kept, *others]
    kept = changed(kept, "title", joined_text((each.title for each in every), " / "))
    everyone = any(not each.personas for each in every)
    own = dict.fromkeys(persona for each in every for persona in each.personas)
    truth = any(each.moment_of_truth for each in every)
    return kept.replace(personas=() if everyone else tuple(own), moment_of_truth=truth)


def _cards(journey: Map, kept: Id, gone: Sequence[Id], into: Mapping[Id, Id]) -> Iterator[Card]:
    """Yield the cards that begin or end in the steps *gone* where they stand from now on."""
    for lane in journey.cells:
        old = journey.cell(lane, kept)
        come = [
            card.replace(first_step=kept, last_step=into.get(card.last_step, card.last_step))
            for step in gone
            for card in journey.cell(lane, step)
        ]
        ordered = {card.id: card for card in place(old, None, come)}
        for card in old:
            stays = ordered.pop(card.id, card)
            yield stays.replace(last_step=into.get(stays.last_step, stays.last_step))
        yield from ordered.values()
    for card in journey.cards.values():
        if card.first_step not in into and card.last_step in gone:
            yield card.replace(last_step=kept)


def _feelings(journey: Map, kept: Id, gone: Sequence[Id]) -> Iterator[Emotion]:
    """Yield the feelings in the steps *gone* after those that the same curve has in *kept*."""
    curves = dict.fromkeys(
        (each.persona, each.state) for step in gone for each in journey.emotions_at.get(step, ())
    )
    for curve in curves:
        come = [
            each.replace(step=kept) for step in gone for each in curve_at(journey, step, *curve)
        ]
        yield from place(curve_at(journey, kept, *curve), None, come)
