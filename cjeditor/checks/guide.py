"""The seven steps of a workshop: how far the map has come, and what comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from cjeditor.core.words import Words, mark
from cjeditor.kinds.opportunity import Idea, Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map

Standing = Literal["to do", "begun", "done"]
STANDINGS: Final[dict[Standing, str]] = {
    "to do": mark("To do"),
    "begun": mark("Begun"),
    "done": mark("Done"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the things that a step is about are as they should be.

    Attributes:
        there: So many.
        wanted: Of so many; the step is done when all are.
    """

    there: int
    wanted: int

    @property
    def standing(self) -> Standing:
        if self.there >= self.wanted > 0:
            return "done"
        return "begun" if self.there else "to do"


@dataclass(frozen=True, kw_only=True)
class GuideStep:
    """One step of the way.

    Attributes:
        name: Unique.
        title: English, marked.
        advice: What to do, in a sentence or two; English, marked.
        count: Tells how far the map is.
        told: How many there are, in words.
    """

    name: str
    title: str
    advice: str
    count: Callable[[Map], Count]
    told: Callable[[Words, Count], str]


def _data(journey: Map) -> Count:
    numbers = any(each.kind in ("survey", "analytics") for each in journey.evidence.values())
    stories = any(
        each.kind not in ("survey", "analytics", "other") for each in journey.evidence.values()
    )
    return Count(int(numbers or bool(journey.figures)) + int(stories), 2)


def _personas(journey: Map) -> Count:
    described = sum(
        bool(each.name.strip() and each.needs.strip() and each.sayings)
        for each in journey.personas.values()
    )
    return Count(described, max(1, len(journey.personas)))


def _touchpoints(journey: Map) -> Count:
    found = {
        journey.steps[card.first_step].stage
        for card in journey.cards.values()
        if isinstance(card, Touchpoint)
    }
    return Count(len(found), len(journey.stages))


def _feelings(journey: Map) -> Count:
    felt = {journey.steps[step].stage for step in journey.emotions_at}
    pains = any(isinstance(card, Pain) for card in journey.cards.values())
    return Count(len(felt) + int(pains), len(journey.stages) + 1)


def _opportunities(journey: Map) -> Count:
    ideas = [each for each in journey.cards.values() if isinstance(each, Opportunity)]
    rated = sum(each.impact is not None and each.effort is not None for each in ideas)
    begun = bool(ideas) or any(isinstance(each, Idea) for each in journey.cards.values())
    return Count(rated, max(len(ideas), 1 + int(begun and not ideas)))


def _owners(journey: Map) -> Count:
    owned = [each for each in journey.cards.values() if isinstance(each, Touchpoint)]
    return Count(sum(bool(each.owner.strip()) for each in owned), max(1, len(owned)))


def _rounds(journey: Map) -> Count:
    dates = {figure.date for figure in journey.figures.values()}
    future = any(each.state == "future" for each in journey.emotions.values())
    return Count(int(len(dates) > 1) + int(future), 2)


GUIDE: Final = (
    GuideStep(
        name="data",
        title=mark("Gather data"),
        advice=mark("Interviews and reviews for stories, surveys and analytics for numbers."),
        count=_data,
        told=lambda words, count: words("{there} of 2: numbers and stories").format(
            there=count.there
        ),
    ),
    GuideStep(
        name="persona",
        title=mark("Define the persona"),
        advice=mark("One type of customer at a time, with needs and a real quote."),
        count=_personas,
        told=lambda words, count: words.count(
            "{n} persona described", "{n} personas described", count.there
        ),
    ),
    GuideStep(
        name="touchpoints",
        title=mark("List the touchpoints"),
        advice=mark("Stage by stage, digital and physical."),
        count=_touchpoints,
        told=lambda words, count: words("Touchpoints in {there} of {wanted} stages").format(
            there=count.there, wanted=count.wanted
        ),
    ),
    GuideStep(
        name="feelings",
        title=mark("Find the pain points, draw the curve"),
        advice=mark("Mark frustration and relief; how does it feel from stage to stage?"),
        count=_feelings,
        told=lambda words, count: words("{there} of {wanted}: each stage felt, pains found").format(
            there=count.there, wanted=count.wanted
        ),
    ),
    GuideStep(
        name="opportunities",
        title=mark("Find the opportunities"),
        advice=mark("Collect ideas, vote, then rate impact and effort."),
        count=_opportunities,
        told=lambda words, count: words.count(
            "{n} opportunity rated", "{n} opportunities rated", count.there
        ),
    ),
    GuideStep(
        name="owners",
        title=mark("Bring in the departments"),
        advice=mark("Who answers for which touchpoint? Let each department look at its own."),
        count=_owners,
        told=lambda words, count: words("{there} of {wanted} touchpoints have an owner").format(
            there=count.there, wanted=count.wanted
        ),
    ),
    GuideStep(
        name="rounds",
        title=mark("Come back"),
        advice=mark("Measure again, draw the future curve, compare with last quarter."),
        count=_rounds,
        told=lambda words, count: words("{there} of 2: measured again, future drawn").format(
            there=count.there
        ),
    ),
)
"""The seven steps, in order."""


def next_step(journey: Map) -> GuideStep | None:
    """Return the first step that is not done; None when all are."""
    return next((each for each in GUIDE if each.count(journey).standing != "done"), None)
