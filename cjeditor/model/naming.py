"""What the parts of a map are called in a line or a sentence: read aloud, in lists, as a place."""

from collections.abc import Iterator, Sequence
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import SHOWN, STATES, STATUSES, STRENGTHS
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_card, kind_of_lane, title_of
from cjeditor.model.chains import chain_of, depth_of
from cjeditor.model.flow_graph import flows_about, graph_of
from cjeditor.model.flows import FLOW_NODE_KINDS, Flow, FlowArrow, FlowNode
from cjeditor.model.gauges import gauge_of
from cjeditor.model.map import Map, Record, table_of
from cjeditor.model.metrics import Metric
from cjeditor.model.records import Persona, Stage, Step
from cjeditor.model.whys import Why

_LONGEST: Final = 2000
"""Characters of a text that is named; nobody listens to more at once."""

TABLE_LABELS: Final = {
    "personas": mark("Persona"),
    "stages": mark("Stage"),
    "steps": mark("Step"),
    "lanes": mark("Lane"),
    "emotions": mark("Emotion"),
    "links": mark("Link"),
    "evidence": mark("Evidence"),
    "pictures": mark("Picture"),
    "styles": mark("Style"),
    "comments": mark("Comment"),
    "views": mark("View"),
    "empathy_notes": mark("Empathy note"),
    "whys": mark("Why"),
    "flows": mark("User flow"),
    "flow_nodes": mark("Step of a flow"),
    "flow_arrows": mark("Arrow of a flow"),
    "metrics": mark("Metric"),
    "figures": mark("Figure"),
}
"""What a record of each table is called; cards have names by their kind."""


def one_line(text: str) -> str:
    """Return *text*, or its beginning, on one line."""
    return " ".join(text[:_LONGEST].split())


def signed(value: float) -> str:
    """Return a feeling as people write it: "+1.5", "−2", "0"."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def stage_name(journey: Map, stage: Id, words: Words) -> str:
    """Return the stage's title, or its number."""
    record = journey.stages[stage]
    if title := one_line(record.title):
        return title
    return words("Stage {n}").format(n=_number(journey.ordered_stages, record))


def step_title(journey: Map, step: Id, words: Words) -> str:
    """Return the step's title, or its number in its stage."""
    record = journey.steps[step]
    if title := one_line(record.title):
        return title
    return words("Step {n}").format(n=_number(journey.steps_of[record.stage], record))


def _number(siblings: Sequence[Stage | Step], record: Stage | Step) -> int:
    """Return the place of *record* among its siblings, from 1."""
    return next(number for number, each in enumerate(siblings, 1) if each is record)


def step_head(journey: Map, step: Id, words: Words) -> str:
    """Return what is written over a step below its stage: "" for a stage's one untitled step."""
    record = journey.steps[step]
    is_alone = len(journey.steps_of[record.stage]) == 1
    return "" if is_alone and not record.title.strip() else step_title(journey, step, words)


def step_name(journey: Map, step: Id, words: Words) -> str:
    """Return a step as "Purchase / Pay", a stage's one untitled step as "Purchase"."""
    stage = stage_name(journey, journey.steps[step].stage, words)
    head = step_head(journey, step, words)
    return f"{stage} / {head}" if head else stage


def lane_name(journey: Map, lane: Id, words: Words) -> str:
    """Return the lane's title, or what such a lane is called."""
    return one_line(title_of(journey.lanes[lane], words))


def place_of(journey: Map, lane: Id, step: Id, words: Words) -> str:
    """Return a cell as "Touchpoints, Purchase / Pay"."""
    return f"{lane_name(journey, lane, words)}, {step_name(journey, step, words)}"


def spoken_cell(journey: Map, lane: Id, step: Id, words: Words) -> str:
    """Return a cell as "Empty cell, Touchpoints, Purchase / Pay"."""
    place = place_of(journey, lane, step, words)
    count = len(journey.cell(lane, step))
    kind = kind_of_lane(journey.lanes[lane])
    if kind.shows_emotions or kind.shows_gauges:
        return words("Cell, {place}").format(place=place)
    if not count:
        return words("Empty cell, {place}").format(place=place)
    cards = words.count("{n} card", "{n} cards", count)
    return words("Cell, {place}, {cards}").format(place=place, cards=cards)


def spoken(journey: Map, element: Id, words: Words) -> str:
    """Return what is read aloud of a record: "Pain point, Purchase / Pay, severity 4: Too slow".

    The map itself goes by its title; what is not on the map has no name.
    """
    if element == journey.id:
        return words("Map title: {text}").format(text=_title(journey, words))
    record = journey.find(element)
    match record:
        case None:
            return ""
        case Card():
            return _card(journey, record, words)
        case Emotion():
            return _emotion(journey, record, words)
        case Stage():
            steps = words.count("{n} step", "{n} steps", len(journey.steps_of[element]))
            name = stage_name(journey, element, words)
            return words("Stage {name}, {steps}").format(name=name, steps=steps)
        case Step():
            stage = stage_name(journey, record.stage, words)
            name = step_title(journey, element, words)
            return words("Step {name}, stage {stage}").format(name=name, stage=stage)
        case Lane():
            return _lane(journey, record, words)
        case Persona():
            return words("Persona {name}").format(name=_persona(journey, element, words))
        case Why() | Flow() | FlowNode() | FlowArrow() | Metric():
            return _of_tool(journey, record, words)
        case _:
            return _other(record, words)


def about_name(journey: Map, about: Id, words: Words) -> str:
    """Return what something is about: the map, a stage, a step "Purchase / Pay", or a card."""
    if about in journey.stages:
        return stage_name(journey, about, words)
    if about in journey.steps:
        return step_name(journey, about, words)
    if about in journey.cards:
        return one_line(journey.cards[about].text) or words(mark("without text"))
    return words(mark("The whole map"))


def spoken_metric(journey: Map, metric: Metric, words: Words) -> str:
    """Return a metric as "Metric of Purchase / Pay: NPS: 41, n = 314, ±9 …"."""
    place = about_name(journey, metric.about, words)
    said = gauge_of(journey, metric, words).spoken
    return words(mark("Metric of {place}: {text}")).format(place=place, text=said)


def spoken_map(journey: Map, words: Words) -> str:
    """Return the name of the whole map."""
    return words("Journey map: {text}").format(text=_title(journey, words))


def spoken_detail(journey: Map, element: Id, words: Words) -> str:
    """Return what else there is to know of a card or stage, in a few words; often nothing."""
    record = journey.find(element)
    parts: list[str] = []
    match record:
        case Card():
            parts += [one_line(record.detail), *_facts(journey, record, words)]
        case Emotion():
            parts += [one_line(record.label)]
        case Stage():
            parts += [one_line(record.goal), one_line(record.duration), _shown(record, words)]
        case Lane():
            parts += [_shown(record, words)]
        case Step() if record.moment_of_truth:
            parts += [words("Moment of truth")]
        case Why():
            parts += _about_why(journey, record, words)
        case FlowNode():
            parts += _ways(journey, record, words)
    parts += [each for _, each in beside_map(journey, element, words)]
    comments = len(journey.comments_on.get(element, ()))
    parts += [words.count("{n} comment", "{n} comments", comments)] if comments else []
    return "; ".join(part for part in parts if part)


def beside_map(journey: Map, element: Id, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what tools beside the map hold about a card or step: a symbol and what it says."""
    if element in journey.whys_of:
        count = len(journey.whys_of[element])
        said = words.count("Five whys: {n} answer", "Five whys: {n} answers", count)
        if depth_of(journey, element) == "rooted":
            said = f"{said}, {words('root cause found')}"
        yield "zoom-question", said
    flows = len(flows_about(journey, element))
    if flows:
        yield "sitemap", words.count("{n} user flow", "{n} user flows", flows)


def elements_beside_map(journey: Map) -> set[Id]:
    """Return the cards and steps that `beside_map` has something for."""
    return set(journey.whys_of) | {flow.about for flow in journey.flows.values()}


def _title(journey: Map, words: Words) -> str:
    return one_line(journey.scope.title) or words("Untitled map")


def _card(journey: Map, card: Card, words: Words) -> str:
    kind = kind_of_card(card)
    score = kind.score(card)
    parts = [words(kind.label), _span(journey, card, words)]
    if score is not None:
        parts.append(f"{words(score.label).lower()} {score.filled}")
    caption = kind.caption(card, words)
    parts += [one_line(caption)] if caption else []
    return f"{', '.join(parts)}: {one_line(card.text) or words('without text')}"


def _span(journey: Map, card: Card, words: Words) -> str:
    first = step_name(journey, card.first_step, words)
    if card.first_step == card.last_step:
        return first
    last = step_name(journey, card.last_step, words)
    return words("{first} to {last}").format(first=first, last=last)


def _emotion(journey: Map, emotion: Emotion, words: Words) -> str:
    who = words("Emotion")
    if emotion.persona is not None:
        who = words("Emotion of {name}").format(name=_persona(journey, emotion.persona, words))
    parts = [who, step_name(journey, emotion.step, words)]
    if emotion.state != "current":
        parts.append(words(STATES[emotion.state]))
    quote = one_line(emotion.quote)
    felt = f"{signed(emotion.value)}, “{quote}”" if quote else signed(emotion.value)
    return f"{', '.join(parts)}: {felt}"


def _lane(journey: Map, lane: Lane, words: Words) -> str:
    kind, name = kind_of_lane(lane), lane_name(journey, lane.id, words)
    if kind.shows_emotions or kind.shows_gauges:
        return words("Lane {name}").format(name=name)
    if kind.card(lane) is None:
        return words("Line {name}").format(name=name)
    count = sum(len(cards) for cards in journey.cells.get(lane.id, {}).values())
    cards = words.count("{n} card", "{n} cards", count)
    return words("Lane {name}, {cards}").format(name=name, cards=cards)


def _persona(journey: Map, persona: Id, words: Words) -> str:
    return one_line(journey.personas[persona].name) or words("Nameless persona")


def _of_tool(journey: Map, record: Why | Flow | FlowNode | FlowArrow | Metric, words: Words) -> str:
    match record:
        case Metric():
            return spoken_metric(journey, record, words)
        case Why():
            return _why(journey, record, words)
        case Flow():
            return words("User flow: {text}").format(text=flow_name(journey, record.id, words))
        case FlowNode():
            return _flow_node(record, words)
        case FlowArrow():
            return _flow_arrow(journey, record, words)


def _why(journey: Map, why: Why, words: Words) -> str:
    """Return "Why 2: The code is sent too early"; 1 stands right below the pain point."""
    chain, level, at = chain_of(journey, why.pain), 1, why.id
    while (at := chain.parent[at]) != why.pain:
        level += 1
    text = one_line(why.text) or words("without text")
    return words("Why {n}: {text}").format(n=level, text=text)


def _about_why(journey: Map, why: Why, words: Words) -> list[str]:
    """Return what the signs on an answer say."""
    facts = [words("Root cause")] if why.root else []
    if why.strength is not None:
        facts.append(words(STRENGTHS[why.strength]))
    if why.evidence:
        facts.append(words.count("{n} source", "{n} sources", len(why.evidence)))
    if why.countermeasure is not None:
        solution = spoken(journey, why.countermeasure, words)
        facts.append(words("Countermeasure: {text}").format(text=solution))
    return facts


def flow_name(journey: Map, flow: Id, words: Words) -> str:
    """Return the flow's title, or what it is about."""
    record = journey.flows[flow]
    about = journey.find(record.about)
    if record.title.strip() or about is None:
        return one_line(record.title)
    if isinstance(about, Step):
        return step_name(journey, about.id, words)
    return one_line(getattr(about, "text", "")) or words("without text")


def _flow_node(node: FlowNode, words: Words) -> str:
    """Return "Decision: Right?"."""
    kind = words(FLOW_NODE_KINDS[node.kind])
    text = one_line(node.text)
    return f"{kind}: {text}" if text else kind


def _flow_arrow(journey: Map, arrow: FlowArrow, words: Words) -> str:
    """Return "Arrow from Decision: Right? to Action: Go in, yes"."""
    source, target = (
        _flow_node(journey.flow_nodes[node], words) for node in (arrow.source, arrow.target)
    )
    text = words("Arrow from {source} to {target}").format(source=source, target=target)
    label = one_line(arrow.label)
    return f"{text}, {label}" if label else text


def _ways(journey: Map, node: FlowNode, words: Words) -> list[str]:
    """Return where one gets from a node: "yes: Action: Go in"."""
    found = []
    for arrow in graph_of(journey, node.flow).out_of.get(node.id, ()):
        target = _flow_node(journey.flow_nodes[arrow.target], words)
        label = one_line(arrow.label)
        found.append(f"{label}: {target}" if label else words("then {text}").format(text=target))
    return found


def _other(record: Record, words: Words) -> str:
    """Return a record that is nowhere on the sheet by its table and its own name."""
    fields = ("title", "name", "text")
    name = next((text for field in fields if (text := getattr(record, field, ""))), "")
    kind = words(TABLE_LABELS[table_of(record)])
    return f"{kind}: {one_line(name)}" if name else kind


def _facts(journey: Map, card: Card, words: Words) -> list[str]:
    """Return what the marks on a card say."""
    own = [_persona(journey, each, words) for each in card.personas]
    facts = [", ".join(own)]
    if card.strength is not None:
        facts.append(words(STRENGTHS[card.strength]))
    if card.status is not None:
        facts.append(words(STATUSES[card.status]))
    if card.moment_of_truth:
        facts.append(words("Moment of truth"))
    if card.votes:
        facts.append(words.count("{n} vote", "{n} votes", card.votes))
    return [*facts, ", ".join(map(one_line, card.tags))]


def _shown(record: Stage | Lane, words: Words) -> str:
    return "" if record.shown == "open" else words(SHOWN[record.shown])
