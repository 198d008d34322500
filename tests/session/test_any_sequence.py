"""Any sequence of edits: the invariants hold, all undone gives the first map, redone the last."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from maps import full_map, golden_map
from soak import often

from cjeditor.checks.check import RULES
from cjeditor.edits.cards import AddCard, AddCards, ConvertCards, MoveCards, SpanCard
from cjeditor.edits.channels import MoveToChannel
from cjeditor.edits.comments import AddComment
from cjeditor.edits.edit import EditError
from cjeditor.edits.emotions import AddEmotion, MoveEmotion, SetEmotion
from cjeditor.edits.empathy import (
    AddEmpathyNote,
    MoveCardsToEmpathy,
    MoveEmpathyNotes,
    MoveNotesToMap,
)
from cjeditor.edits.evidence import AddEvidence, PutBehind, TakeAwayEvidence
from cjeditor.edits.flows import AddFlow, AddFlowNode, ConnectNodes, MoveFlow, PlaceNodes
from cjeditor.edits.hanging import copied, hanging_on
from cjeditor.edits.lanes import AddLane, MoveLanes
from cjeditor.edits.links import AddLink
from cjeditor.edits.locks import locks_of
from cjeditor.edits.metrics import AddFigures, AddMetric, MoveMetrics
from cjeditor.edits.owners import GiveOwner, RenameOwner
from cjeditor.edits.paste import Brought, Paste, PasteBlock
from cjeditor.edits.persona_paste import PastePersonas
from cjeditor.edits.personas import AddPersona, MovePersonas
from cjeditor.edits.pictures import AddPicture
from cjeditor.edits.ratings import RateOpportunities
from cjeditor.edits.records import Delete, Duplicate, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.edits.several import Several
from cjeditor.edits.shown import SetLock, Show
from cjeditor.edits.silencing import Silence, Unsilence
from cjeditor.edits.stage_cuts import JoinStages, SplitStage
from cjeditor.edits.stages import AddStage, MoveStages
from cjeditor.edits.step_cuts import JoinSteps, SplitStep
from cjeditor.edits.steps import AddStep, MoveSteps
from cjeditor.edits.styles import AddStyle
from cjeditor.edits.views import SaveView
from cjeditor.edits.whys import (
    AddCountermeasure,
    AddWhy,
    ChooseCountermeasure,
    DropCountermeasure,
    MoveWhy,
)
from cjeditor.files import cjm
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.registry import CARD_KINDS
from cjeditor.model.empathy import EMPATHY_FIELDS, EmpathyNote
from cjeditor.model.flows import FLOW_NODE_KINDS
from cjeditor.model.integrity import faults
from cjeditor.model.map import _DERIVED_FROM, TABLES, Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import COMMENTED, Comment, Evidence, Persona, SavedView
from cjeditor.session.session import Session

KINDS = st.sampled_from([kind.name for kind in CARD_KINDS])
EMPATHY = st.sampled_from(list(EMPATHY_FIELDS))
INDEX = st.none() | st.integers(-1, 4)
TEXT = st.text(max_size=20)
FIELDS = st.sampled_from(
    [
        ("text", "written"), ("title", "a\r\nb"), ("severity", 5), ("severity", 9), ("kind", "end"),
        ("personas", ("omar",)), ("personas", ()), ("evidence", ("ev1",)), ("picture", None),
        ("card", "pain"), ("votes", 3), ("style", "risk"), ("shown", "hidden"), ("width", 200.0),
        ("lock", "add only"), ("lock", "all"), ("lock", "none"), ("value", -1.0), ("lane", "front"),
    ]
)  # fmt: skip


class AnySequence(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.first = full_map()
        self.session = Session(self.first)
        self.count = 0

    def new(self, number=1):
        self.count += number
        return tuple(f"new{self.count - each}" for each in range(number))

    def some(self, data, *tables, most=3):
        """Draw ids of those tables; now and then one that is not there."""
        ids = [each for name in tables for each in sorted(self.session.journey.table(name))]
        one = st.sampled_from([*ids, "nobody"])
        return tuple(data.draw(st.lists(one, min_size=1, max_size=most, unique=True)))

    def one(self, data, table):
        return self.some(data, table, most=1)[0]

    def do(self, edit, merge=""):
        before = self.session.journey
        tables = {name: dict(before.table(name)) for name in TABLES}
        try:
            self.session.do(edit, merge)
        except EditError:
            assert self.session.journey is before
        self.what_is_locked_stays(before)
        for name in TABLES:
            now, then = before.table(name), tables[name]
            assert now.keys() == then.keys()
            assert all(now[key] is then[key] for key in then)

    def what_is_locked_stays(self, before):
        """Look at the cards of locked lanes without asking for what the edit changed."""
        after = self.session.journey
        for lane in before.lanes.values():
            if lane.lock == "all" or before.scope.lock == "all":
                assert after.cells.get(lane.id) == before.cells.get(lane.id)
                assert after.lanes[lane.id].title == lane.title

    @rule(data=st.data(), kind=KINDS, text=TEXT, index=INDEX)
    def add_card(self, data, kind, text, index):
        lane, step = self.one(data, "lanes"), self.one(data, "steps")
        self.do(AddCard(lane, step, kind, text, index, *self.new()))

    @rule(data=st.data(), channel=st.sampled_from([None, "web", "shop"]))
    def move_to_channel(self, data, channel):
        self.do(MoveToChannel(self.some(data, "cards"), channel))

    @rule(data=st.data(), name=st.sampled_from([rule.name for rule in RULES]), all_of=st.booleans())
    def silence(self, data, name, all_of):
        key = name if all_of else f"{name} {self.one(data, 'cards')}"
        self.do(Silence((key,)))

    @rule(name=st.sampled_from([rule.name for rule in RULES]))
    def unsilence(self, name):
        self.do(Unsilence(name))

    @rule(data=st.data())
    def add_cards(self, data):
        cards = [self.session.journey.cards.get(each) for each in self.some(data, "cards")]
        self.do(AddCards(tuple(card.replace(id=self.new()[0]) for card in cards if card)))

    @rule(data=st.data(), index=INDEX)
    def move_cards(self, data, index):
        lane, step = self.one(data, "lanes"), self.one(data, "steps")
        self.do(MoveCards(self.some(data, "cards"), lane, step, index), merge="drag")

    @rule(data=st.data())
    def span_card(self, data):
        steps = self.one(data, "steps"), self.one(data, "steps")
        self.do(SpanCard(self.one(data, "cards"), *steps))

    @rule(data=st.data(), kind=KINDS)
    def convert(self, data, kind):
        self.do(ConvertCards(self.some(data, "cards"), kind))

    @rule(index=INDEX, steps=st.lists(TEXT, max_size=3))
    def add_stage(self, index, steps):
        self.do(AddStage(index, "Stage", tuple(steps), *self.new()))

    @rule(data=st.data(), index=INDEX)
    def add_step(self, data, index):
        self.do(AddStep(self.one(data, "stages"), index, "Step", *self.new()))

    @rule(index=INDEX)
    def add_lane(self, index):
        self.do(AddLane(CardsLane(id=self.new()[0]), index))

    @rule(data=st.data(), index=INDEX)
    def move_stages(self, data, index):
        self.do(MoveStages(self.some(data, "stages"), index))

    @rule(data=st.data(), index=INDEX)
    def move_steps(self, data, index):
        self.do(MoveSteps(self.some(data, "steps"), self.one(data, "stages"), index))

    @rule(data=st.data(), index=INDEX)
    def move_lanes(self, data, index):
        self.do(MoveLanes(self.some(data, "lanes"), index))

    @rule(data=st.data(), value=st.floats(-3, 3))
    def feel(self, data, value):
        card = data.draw(st.none() | st.just(self.one(data, "cards")))
        persona = data.draw(st.none() | st.just(self.one(data, "personas")))
        step = self.one(data, "steps")
        self.do(SetEmotion(step, value, persona, "current", card, *self.new()), merge="feel")

    @rule(data=st.data())
    def link(self, data):
        ends = self.one(data, "cards"), self.one(data, "cards")
        self.do(AddLink("causes", *ends, *self.new()))

    @rule(data=st.data())
    def add_others(self, data):
        persona, evidence = self.new(2)
        edits = (AddPersona(Persona(id=persona), 0), AddEvidence(Evidence(id=evidence)))
        self.do(Several(edits, "Add"))
        for picture in self.session.journey.pictures.values():
            self.do(AddPicture(picture, self.some(data, "cards", "personas", most=1)[0]))

    @rule(data=st.data(), taken=st.booleans())
    def found(self, data, taken):
        edit = TakeAwayEvidence if taken else PutBehind
        self.do(edit(self.some(data, "evidence"), self.some(data, "cards", "personas", most=4)))

    @rule(data=st.data(), owner=st.sampled_from(["IT", "Front office", " "]))
    def own(self, data, owner):
        self.do(GiveOwner(self.some(data, "cards"), owner))
        self.do(RenameOwner("IT", owner))

    @rule(
        data=st.data(), impact=st.none() | st.integers(0, 6), effort=st.none() | st.integers(1, 5)
    )
    def rate(self, data, impact, effort):
        self.do(RateOpportunities(self.some(data, "cards"), impact, effort))

    @rule(data=st.data(), index=INDEX)
    def paste(self, data, index):
        found = [self.session.journey.cards.get(each) for each in self.some(data, "cards")]
        ids = {card.id: self.new()[0] for card in found if card}
        cards = tuple(card.replace(id=ids[card.id]) for card in found if card)
        journey = self.session.journey
        hanging = hanging_on(journey, ids, cut=data.draw(st.booleans()))
        brought = Brought(hanging=copied(hanging, ids))
        self.do(Paste(cards, self.one(data, "lanes"), self.one(data, "steps"), index, brought))

    @rule(data=st.data())
    def paste_block(self, data):
        journey = self.session.journey
        found = [journey.cards.get(each) for each in self.some(data, "cards")]
        row = tuple((card.replace(id=self.new()[0]),) for card in found if card)
        brought = Brought((), tuple(journey.styles.values()))
        self.do(PasteBlock((row,), self.one(data, "lanes"), self.one(data, "steps"), brought))

    @rule(data=st.data(), index=INDEX, field=EMPATHY, text=TEXT)
    def feel_with(self, data, index, field, text):
        persona = self.one(data, "personas")
        note = EmpathyNote(id=self.new()[0], persona=persona, field=field, text=text)
        self.do(AddEmpathyNote(note, index))
        self.do(MoveEmpathyNotes(self.some(data, "empathy_notes"), persona, field, index))

    @rule(data=st.data(), index=INDEX, known=st.booleans())
    def paste_personas(self, data, index, known):
        journey = golden_map()
        persona, note = self.new(2)
        if known:
            persona = self.one(data, "personas")
        brought = journey.personas["dewi"].replace(id=persona)
        notes = (journey.empathy_notes["en1"].replace(id=note, persona=persona),)
        self.do(PastePersonas((brought,), notes, tuple(journey.pictures.values()), index))

    @rule(data=st.data(), index=INDEX)
    def notes_to_map(self, data, index):
        cell = self.one(data, "lanes"), self.one(data, "steps")
        self.do(MoveNotesToMap(self.some(data, "empathy_notes"), *cell, index))

    @rule(data=st.data(), field=st.none() | EMPATHY)
    def cards_to_empathy(self, data, field):
        self.do(MoveCardsToEmpathy(self.some(data, "cards"), self.one(data, "personas"), field))

    @rule(data=st.data(), value=st.sampled_from([0.0, 41.0, 4.08]), index=INDEX)
    def measure(self, data, value, index):
        metric, figure = self.new(2)
        about = self.some(data, "stages", "steps", "cards", most=1)[0]
        self.do(AddMetric(Metric(id=metric, about=about)))
        self.do(AddFigures((Figure(id=figure, metric=metric, date="2026-11-01", value=value),)))
        self.do(MoveMetrics(self.some(data, "metrics"), index))

    @rule(data=st.data(), index=INDEX)
    def move_personas(self, data, index):
        self.do(MovePersonas(self.some(data, "personas"), index))

    @rule(data=st.data(), field=FIELDS)
    def set_field(self, data, field):
        self.do(SetField(self.some(data, *TABLES), *field), merge="write")

    @rule(data=st.data())
    def delete(self, data):
        self.do(Delete(self.some(data, *TABLES)))

    @rule(data=st.data())
    def duplicate(self, data):
        ids = self.some(data, "lanes", "stages", "steps", "cards", "personas", "evidence")
        self.do(Duplicate(ids, self.new(len(ids))))

    @rule(data=st.data(), value=st.floats(-3, 3))
    def add_emotion(self, data, value):
        persona = data.draw(st.none() | st.just(self.one(data, "personas")))
        self.do(AddEmotion(self.one(data, "steps"), value, persona, "future", None, *self.new()))

    @rule(data=st.data(), index=INDEX, value=st.none() | st.floats(-3, 3))
    def move_emotion(self, data, index, value):
        self.do(MoveEmotion(self.one(data, "emotions"), self.one(data, "steps"), index, value))

    @rule(data=st.data(), text=TEXT)
    def add_what_surrounds(self, data, text):
        comment, style, view = self.new(3)
        about = self.some(data, *COMMENTED, "links", most=1)[0]
        self.do(AddComment(Comment(id=comment, about=about, text=text)))
        self.do(AddStyle(CardStyle(id=style, name=text)))
        self.do(SaveView(SavedView(id=view, name=text, personas=(self.one(data, "personas"),))))

    @rule(data=st.data(), text=TEXT, index=INDEX)
    def ask_why(self, data, text, index):
        parent = data.draw(st.none() | st.just(self.one(data, "whys")))
        self.do(AddWhy(self.one(data, "cards"), parent, text, index, *self.new()))

    @rule(data=st.data(), index=INDEX)
    def move_why(self, data, index):
        parent = data.draw(st.none() | st.just(self.one(data, "whys")))
        self.do(MoveWhy(self.one(data, "whys"), parent, index))

    @rule(data=st.data(), text=TEXT)
    def counter(self, data, text):
        why = self.one(data, "whys")
        lane, step = self.one(data, "lanes"), self.one(data, "steps")
        self.do(AddCountermeasure(why, lane, step, text, *self.new()))
        self.do(ChooseCountermeasure(why, self.one(data, "cards"), *self.new()))
        self.do(DropCountermeasure(self.one(data, "whys")))

    @rule(data=st.data(), text=TEXT, kind=st.sampled_from(list(FLOW_NODE_KINDS)))
    def draw_flow(self, data, text, kind):
        about = self.some(data, "cards", "steps", "lanes", most=1)[0]
        self.do(AddFlow(about, text, *self.new()))
        source = data.draw(st.none() | st.just(self.one(data, "flow_nodes")))
        flow, x = self.one(data, "flows"), data.draw(st.floats(-2e6, 2e6))
        self.do(AddFlowNode(flow, kind, text, x, 5.0, source, text, *self.new()))

    @rule(data=st.data(), text=TEXT, index=INDEX, x=st.floats(-2e6, 2e6))
    def redraw_flow(self, data, text, index, x):
        ends = self.one(data, "flow_nodes"), self.one(data, "flow_nodes")
        self.do(ConnectNodes(*ends, text, *self.new()))
        self.do(PlaceNodes(((self.one(data, "flow_nodes"), x, -x),)), merge="move")
        self.do(MoveFlow(self.one(data, "flows"), index))

    @rule(data=st.data())
    def split_stage(self, data):
        self.do(SplitStage(self.one(data, "steps"), "Half", *self.new()))

    @rule(data=st.data())
    def join_stages(self, data):
        self.do(JoinStages(self.some(data, "stages")))

    @rule(data=st.data())
    def split_step(self, data):
        cards = data.draw(st.just(()) | st.just(self.some(data, "cards")))
        self.do(SplitStep(self.one(data, "steps"), cards, "Half", *self.new()))

    @rule(data=st.data())
    def join_steps(self, data):
        self.do(JoinSteps(self.some(data, "steps")))

    @rule(data=st.data(), shown=st.sampled_from(["open", "collapsed", "hidden"]))
    def show(self, data, shown):
        self.do(Show(self.some(data, "lanes", "stages"), shown))

    @rule(data=st.data(), lock=st.sampled_from(["none", "none", "add only", "all"]))
    def lock(self, data, lock):
        self.do(SetLock((*self.some(data, "lanes", "stages"), self.session.journey.id), lock))

    @rule()
    def unlock(self):
        journey = self.session.journey
        self.do(SetLock((*journey.lanes, *journey.stages, journey.id), "none"))
        assert not locks_of(self.session.journey)

    @rule(title=TEXT)
    def set_scope(self, title):
        self.do(SetScope("title", title))

    @rule()
    def undo(self):
        self.session.undo_stack.undo()

    @rule()
    def redo(self):
        self.session.undo_stack.redo()

    @rule()
    def break_merge(self):
        self.session.break_merge()

    @invariant()
    def the_map_is_sound(self):
        assert faults(self.session.journey) == []

    @invariant()
    def what_was_carried_over_is_right(self):
        journey = self.session.journey
        fresh = Map.model_validate({name: getattr(journey, name) for name in Map.model_fields})
        for name in _DERIVED_FROM:
            assert getattr(journey, name) == getattr(fresh, name)

    def teardown(self):
        stack = self.session.undo_stack
        last = self.session.journey if not stack.canRedo() else None
        assert cjm.loads(cjm.dumps(self.session.journey)) == self.session.journey
        while stack.canUndo():
            stack.undo()
        assert self.session.journey is self.first
        while stack.canRedo():
            stack.redo()
        assert last is None or self.session.journey is last


TestAnySequence = AnySequence.TestCase
TestAnySequence.pytestmark = pytest.mark.soak
TestAnySequence.settings = settings(
    max_examples=often(60, 2_000), stateful_step_count=25, deadline=None
)
