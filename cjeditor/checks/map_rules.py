"""Rules about stages, personas, metrics and the map as a whole."""

import re
from collections.abc import Iterator
from typing import Final

from cjeditor.checks.rule import Finding, Rule
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map

_COMPANY_WORDS: Final = frozenset(
    """
    acquisition activation churn conversion crm cross-sell fulfilment fulfillment funnel lead leads
    marketing nurturing onboarding pipeline prospect prospecting qualification retention sales
    segmentation targeting upsell upselling
    akuisisi aktivasi konversi pemasaran penargetan penjualan prospek retensi segmentasi
    """.split()  # noqa: SIM905  a list of words is read as one
)
"""Words for what the company does to customers, not for what customers do."""

_NUMBERS: Final = frozenset({"survey", "analytics"})
_STORIES: Final = frozenset({"interview", "call recording", "observation", "review", "ticket"})


def _stages_with(journey: Map, steps: set[Id]) -> set[Id]:
    return {journey.steps[step].stage for step in steps}


def _without_touchpoint(journey: Map) -> Iterator[Finding]:
    columns = journey.ordered_steps
    covered = {
        columns[index].id
        for card in journey.cards.values()
        if isinstance(card, Touchpoint)
        for index in range(
            journey.column_of[card.first_step], journey.column_of[card.last_step] + 1
        )
    }
    return _other_stages(journey, _stages_with(journey, covered))


def _without_emotion(journey: Map) -> Iterator[Finding]:
    return _other_stages(journey, _stages_with(journey, set(journey.emotions_at)))


def _other_stages(journey: Map, stages: set[Id]) -> Iterator[Finding]:
    return (Finding(stage.id) for stage in journey.ordered_stages if stage.id not in stages)


def _named_by_company(journey: Map) -> Iterator[Finding]:
    for stage in journey.ordered_stages:
        words = re.findall(r"[\w-]+", stage.title.casefold())
        found = next((word for word in words if word in _COMPANY_WORDS), None)
        if found is not None:
            yield Finding(stage.id, {"word": found})


def _without_quote(journey: Map) -> Iterator[Finding]:
    for persona in journey.ordered_personas:
        if not any(saying.text.strip() for saying in persona.sayings):
            yield Finding(persona.id)


def _evidence_kinds(journey: Map) -> set[str]:
    return {source.kind for source in journey.evidence.values()}


def _no_stories(journey: Map) -> Iterator[Finding]:
    kinds = _evidence_kinds(journey)
    if (kinds & _NUMBERS or journey.figures) and not kinds & _STORIES:
        yield Finding(journey.id)


def _no_numbers(journey: Map) -> Iterator[Finding]:
    kinds = _evidence_kinds(journey)
    if kinds & _STORIES and not (kinds & _NUMBERS or journey.figures):
        yield Finding(journey.id)


def _misses_target(journey: Map) -> Iterator[Finding]:
    for metric in journey.ordered_metrics:
        figures = journey.figures_of.get(metric.id, ())
        if metric.target is None or not figures:
            continue
        value = figures[-1].value
        is_short = value < metric.target if metric.direction == "higher" else value > metric.target
        if is_short:
            yield Finding(metric.id, {"value": f"{value:g}", "target": f"{metric.target:g}"})


MAP_RULES: Final = (
    Rule(
        name="no touchpoint",
        title=mark("Stage without a touchpoint"),
        reason=mark("If customer and company never meet here, is it a stage of this journey?"),
        sentence=mark("{what} has no touchpoint."),
        find=_without_touchpoint,
    ),
    Rule(
        name="no emotion",
        title=mark("Stage without an emotion"),
        reason=mark("The curve shows where the journey is won or lost; here it has a gap."),
        sentence=mark("Nobody has said how the customer feels in {what}."),
        find=_without_emotion,
    ),
    Rule(
        name="company word",
        title=mark("Stage named from the company's side"),
        reason=mark("A journey is told by the customer: what do they do, want or ask here?"),
        sentence=mark("{what} is named after what the company does (“{word}”)."),
        find=_named_by_company,
    ),
    Rule(
        name="no quote",
        title=mark("Persona without a quote"),
        reason=mark("A real sentence of a real customer says more than ten adjectives."),
        sentence=mark("{what} has no quote of a customer."),
        find=_without_quote,
    ),
    Rule(
        name="no stories",
        title=mark("Numbers but no stories"),
        reason=mark("Figures tell how many; only people tell why."),
        sentence=mark("The map rests on figures alone."),
        find=_no_stories,
    ),
    Rule(
        name="no numbers",
        title=mark("Stories but no numbers"),
        reason=mark("Stories tell why; only figures tell how often."),
        sentence=mark("The map rests on stories alone."),
        find=_no_numbers,
    ),
    Rule(
        name="target missed",
        title=mark("Metric that misses its target"),
        reason=mark("What is measured and missed is where the next workshop begins."),
        sentence=mark("{what} stands at {value}; its target is {target}."),
        find=_misses_target,
    ),
)
