"""Maps for tests and benchmarks: our own content, the same at each call."""

import random

from cjeditor.core.order import keys_between
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import Extra
from cjeditor.kinds.line_lane import LineLane
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.kinds.opportunity import Idea, Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.picture import PictureCard
from cjeditor.kinds.pictures_lane import PicturesLane
from cjeditor.kinds.plain import (
    Action,
    Delight,
    Goal,
    Note,
    Process,
    Question,
    Quote,
    Thought,
)
from cjeditor.kinds.registry import CARD_KINDS, card_kind
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.avatar import Avatar
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.map import Map, Record
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import (
    Comment,
    Evidence,
    Link,
    Persona,
    Picture,
    SavedView,
    Saying,
    Scope,
    Stage,
    Step,
)
from cjeditor.model.whys import Why


def small_map() -> Map:
    """Two stages with two steps each, a lane of actions, one of pains and the emotions.

    Steps s1 to s4; lanes do, pain, feel; cards a1, a2 (cell do/s1), a3 (do/s3), p1 (pain/s2).
    """
    return Map(id="small", scope=Scope(title="Buying a bicycle")).put(
        Stage(id="find", order="a0", title="Find"),
        Stage(id="buy", order="a1", title="Buy"),
        Step(id="s1", stage="find", order="a0", title="Notice"),
        Step(id="s2", stage="find", order="a1", title="Compare"),
        Step(id="s3", stage="buy", order="a0", title="Try"),
        Step(id="s4", stage="buy", order="a1", title="Pay"),
        CardsLane(id="do", order="a0", title="Actions", card="action"),
        CardsLane(id="pain", order="a1", title="Pain points", card="pain"),
        EmotionLane(id="feel", order="a2", title="Emotions"),
        Action(id="a1", lane="do", first_step="s1", last_step="s1", order="a0", text="Ask friends"),
        Action(
            id="a2", lane="do", first_step="s1", last_step="s1", order="a1", text="Read reviews"
        ),
        Action(id="a3", lane="do", first_step="s3", last_step="s3", order="a0", text="Ride it"),
        Pain(id="p1", lane="pain", first_step="s2", last_step="s2", text="Too many", severity=4),
        Emotion(id="e1", step="s1", value=1.0),
        Emotion(id="e2", step="s2", value=-1.5, card="p1"),
        Emotion(id="e3", step="s3", value=2.0),
    )


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c"
    "6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A PNG of one transparent pixel."""
PIXEL_ID = "c2153f77e11087fcb078ae38527fa83bef29791e"


def full_map() -> Map:
    """Every kind of record with every field set, spans, links, hostile and foreign text."""
    steps = ("arrive", "check-in", "sleep", "breakfast", "leave")
    stages = ("before", "before", "stay", "stay", "after")
    journey = Map(
        id="full",
        scope=Scope(
            title="A night at the Harbour Hotel",
            scenario="A guest comes late after a delayed train.\nReception is closed.",
            goal="Sleep, soon",
            expectations="A key without waiting & a <b>quiet</b> room",
            state="future",
            market="b2b",
            language="id",
            date="2026-11-22",
            authors=("Ani Wijaya", "Ben O'Neil"),
            notes="=SUM(1) is a text here",
            extras=(Extra(name="Workshop", value="Jakarta, 2 tables"),),
        ),
    ).put(
        Picture(id=PIXEL_ID, media="image/png", width=1, height=1, content=PIXEL),
        Persona(
            id="dewi", order="a0", name="Dewi", role="Consultant",
            responsibilities="Runs workshops", rituals="Tea at five", relationships="Two clients",
            motivations="Rest", needs="A desk", pains="Queues", channels=("app", "phone"),
            sayings=(Saying(text="“Just the key, please.”", source="Interview 3"),),
            roles=("decides", "uses"), colour="#2b6cb0", picture=PIXEL_ID,
        ),
        Persona(id="omar", order="a1", name="عمر", role="Accountant", roles=("pays",)),
        Stage(id="before", order="a0", title="Before", goal="Get there", duration="2 h",
              colour="#3b6ea8", funnel="Lead"),
        Stage(id="stay", order="a1", title="Stay", goal="Sleep"),
        Stage(id="after", order="a2", title="After"),
        *(
            Step(id=step, stage=stage, order=f"a{number}", title=step.title(),
                 personas=("dewi", "omar") if number == 1 else (), moment_of_truth=number == 1)
            for number, (step, stage) in enumerate(zip(steps, stages, strict=True))
        ),
        PicturesLane(id="story", order="a0", title="Storyboard"),
        CardsLane(id="doing", order="a1", title="Actions", card="action"),
        LineLane(id="line", order="a2", title="", line="interaction"),
        CardsLane(id="front", order="a3", title="Touchpoints", card="touchpoint"),
        EmotionLane(id="mood", order="a4"),
        CardsLane(id="ideas", order="a5", title="Opportunities", card="opportunity"),
        Evidence(id="ev1", order="a0", kind="survey", title="Guest survey", date="2026-05-01",
                 respondents=212, link="https://example.org/survey", note="Two hotels"),
        Evidence(id="ev2", order="a1", kind="interview", title="Night porter"),
    )  # fmt: skip
    return journey.put(*_full_cards()).put(
        Emotion(
            id="em1", step="arrive", persona="dewi", value=-0.5, label="tired", quote="At last"
        ),
        Emotion(id="em2", step="check-in", persona="dewi", card="t1", value=-2.0),
        Emotion(id="em3", step="sleep", persona="dewi", value=1.5, state="future"),
        Emotion(id="em4", step="leave", value=1.0),
        Link(id="l1", kind="solves", source="o1", target="p1"),
        Link(id="l2", kind="causes", source="t1", target="p1"),
        Link(id="l3", kind="leads to", source="a1", target="t1"),
        CardStyle(id="risk", order="a1", name="Legal risk <b>", colour="#7a3e9d", symbol="flag"),
        Comment(
            id="c1", order="a0", about="t1", text="Is it so at night?\n=SUM(1)", author="Ben",
            written="2026-11-22T14:32:05Z", done=True,
        ),
        Comment(id="c2", order="a1", about="t1", text="Yes", author="Ani"),
        Comment(id="c3", about="full", text="Ask the porter"),
        SavedView(
            id="night", order="a1", name="At night", text="key", kinds=("pain", "touchpoint"),
            tags=("night",), personas=("dewi",), owners=("Front office",),
            strengths=("unknown", "assumed"),
        ),
    )  # fmt: skip


def golden_map() -> Map:
    """The full map with every field set, also those that hide, lock or resize its parts."""
    journey = full_map()
    mood, story, stay = journey.lanes["mood"], journey.lanes["story"], journey.stages["stay"]
    scope = journey.scope.replace(lock="add only", silenced=("no owner", "no channel t1"))
    return journey.with_scope(scope).put(
        mood.replace(
            personas=("dewi", "omar"), curves="current", scale="names",
            level_names=("Happy", "Content", "So-so", "Upset", "Angry"), spread=True, marks=True,
        ),
        story.replace(height=120.0, shown="collapsed", lock="all"),
        stay.replace(shown="hidden", lock="add only"),
        journey.steps["arrive"].replace(width=200.0),
        journey.emotions["em1"].replace(order="a1"),
        journey.cards["a1"].replace(style="risk", picture=PIXEL_ID),
        journey.personas["dewi"].replace(
            evidence=("ev2",), empathy="four",
            avatar=Avatar(
                hair="headscarf", hair_colour="grey", skin="brown skin", clothes="green",
                glasses=True, beard=True,
            ),
        ),
        journey.cards["t1"].replace(restarts=True),
        journey.cards["p1"].replace(people=340, due="2026-12-01"),
        journey.cards["o1"].replace(due="2026-12-15"),
        *_kit(),
    )  # fmt: skip


def _kit() -> list[Record]:
    """Records of every tool beside the map, each with every field set."""
    return [
        EmpathyNote(
            id="en1", persona="dewi", order="a1", text="Did they forget me?", field="feels",
            detail="Said twice", evidence=("ev2",), strength="heard", tags=("night",),
        ),
        EmpathyNote(id="en2", persona="omar", text="لا أحد هنا", field="sees"),
        Why(id="w1", pain="p1", order="a1", text="The code is sent too early"),
        Why(
            id="w2", pain="p1", parent="w1", order="a1", text="The train's delay is unknown",
            root=True, evidence=("ev1",), strength="measured", countermeasure="o1",
        ),
        Flow(id="f1", about="t1", order="a1", title="The key box"),
        FlowNode(id="fn1", flow="f1", text="Type the code", kind="start", x=100.0, y=40.0),
        FlowNode(id="fn2", flow="f1", text="Right?", kind="decision", x=100.0, y=160.0),
        FlowArrow(id="fa1", source="fn1", target="fn2", order="a1", label="then"),
        Metric(
            id="m1", about="t1", order="a1", name="Effort at the door", kind="ces", unit="points",
            direction="lower", convention="mean", lowest=1.0, highest=7.0, target=2.5,
            note="Asked in the morning",
        ),
        MetricsLane(id="measures", order="az", title="Figures"),
        Figure(
            id="fi1", metric="m1", date="2026-10-31", value=4.08, answers=24, low=3.4, high=4.7,
            evidence="ev1", note="First month",
        ),
    ]  # fmt: skip


def _full_cards() -> list[Card]:
    def cell(lane: str, step: str, order: str = "a0", last: str | None = None) -> dict[str, str]:
        return {"lane": lane, "first_step": step, "last_step": last or step, "order": order}

    return [
        PictureCard(id="pic", **cell("story", "arrive"), text="The dark door", picture=PIXEL_ID),
        Action(
            id="a1", **cell("doing", "arrive"), text="Walks from the station",
            detail="1.2 km, in the rain", personas=("dewi",), evidence=("ev1", "ev2"),
            strength="observed", tags=("rain", "night"), votes=3, status="in progress",
            moment_of_truth=True, extras=(Extra(name="Source row", value="17"),),
        ),
        Thought(id="th1", **cell("doing", "arrive", "a1"), text="Did I get the code?"),
        Question(id="q1", **cell("doing", "check-in"), text="أين المفتاح؟"),
        Goal(id="g1", **cell("doing", "sleep"), text="शांत नींद"),
        Quote(id="qu1", **cell("doing", "breakfast"), text="“여기 커피가 좋아요” ☕"),
        Note(id="n1", **cell("doing", "leave"), text="<img src=x> & =HYPERLINK(1)"),
        Touchpoint(id="t1", **cell("front", "check-in"), text="Key box",
                   channels=("self-service", "app"), owner="Front office"),
        Pain(id="p1", **cell("front", "check-in", "a1"), text="The code does not work",
             severity=5, owner="IT"),
        Delight(id="d1", **cell("front", "breakfast"), text="Fresh bread 👩‍🍳"),
        Process(id="pr1", **cell("front", "sleep", last="leave"), text="Night porter on call"),
        Opportunity(id="o1", **cell("ideas", "check-in"), text="Send the code again by SMS",
                    impact=5, effort=2, owner="IT"),
        Idea(id="i1", **cell("ideas", "leave"), text="Leave by app"),
    ]  # fmt: skip


_TEXT = (
    "customer waits for the confirmation and calls support again because email never came "
    "order status page shows old date delivery slot too long nobody answers phone in evening "
    "price is clear checkout asks twice for address app forgets basket friendly driver helps "
    "invoice arrives late return label missing chat says hello"
)
_WORDS = _TEXT.split()


def big_map(cards: int, lanes: int, columns: int, seed: int = 1) -> Map:
    """Return a map of that size with texts of 3 to 12 words; five steps make a stage.

    The first lane shows emotions and the others hold the cards, evenly spread, one card in
    forty over up to four steps.
    """
    chance = random.Random(seed)
    stages = [f"stage{n}" for n in range((columns + 4) // 5)]
    steps = [f"step{n}" for n in range(columns)]
    kinds = [kind.name for kind in CARD_KINDS if kind.name != "picture"]
    rows = [f"lane{n}" for n in range(1, max(lanes, 2))]
    keys = keys_between(None, None, max(cards, columns, lanes, 1))

    def text(least: int, most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(least, most))).capitalize()

    def card(number: int) -> Card:
        row, column = divmod(number % (len(rows) * columns), columns)
        last = min(column + chance.randint(1, 3), columns - 1) if number % 40 == 7 else column
        return card_kind(kinds[(row + (number % 11 == 0)) % len(kinds)]).record(
            id=f"card{number}", lane=rows[row], first_step=steps[column], last_step=steps[last],
            order=keys[number], text=text(3, 12),
        )  # fmt: skip

    return Map(id="big", scope=Scope(title="A big map")).put(
        *(Stage(id=stage, order=keys[n], title=text(1, 2)) for n, stage in enumerate(stages)),
        *(
            Step(id=step, stage=stages[n // 5], order=keys[n], title=text(1, 3))
            for n, step in enumerate(steps)
        ),
        EmotionLane(id="lane0", order=keys[0]),
        *(
            CardsLane(id=row, order=keys[n + 1], title=text(1, 2), card=kinds[n % len(kinds)])
            for n, row in enumerate(rows)
        ),
        *(card(number) for number in range(cards)),
        *(
            Emotion(id=f"emotion{n}", step=step, value=chance.randint(-8, 8) / 4)
            for n, step in enumerate(steps)
        ),
    )
