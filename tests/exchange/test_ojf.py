import json

import pytest
from exchange.journeys import told, written
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import small_map
from soak import often

from cjeditor.edits.records import Delete, SetField
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.ojf import FORMAT
from cjeditor.exchange.ojf.lexicon import kind_of
from cjeditor.files.cjm import dumps, loads
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.integrity import faults
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Stage, Step

REAL = [
    "b2b-software-purchase", "clinic-visit-blueprint", "customer-support", "ecommerce-purchase",
    "ecommerce-return", "event-booking", "hotel-check-in-blueprint", "self-guided-tutorial",
]  # fmt: skip
DEFAULTS = {"description": "", "tags": [], "isMomentOfTruth": False}


def source(*nodes, **fields):
    return {
        "version": "1.0",
        "stages": [{"id": "s1", "name": "Find"}, {"id": "s2", "name": "Buy"}],
        "swimlanes": [{"id": "l1", "name": "Actions"}, {"id": "l2", "name": "Pain points"}],
        "nodes": list(nodes),
    } | fields


def node(**fields):
    return {"id": "n1", "stageId": "s1", "swimlaneId": "l1", "title": "Look"} | DEFAULTS | fields


def read(root):
    reading = FORMAT.read(json.dumps(root).encode())
    assert faults(reading.journey) == []
    return reading


def back(journey):
    return json.loads(written(FORMAT, journey).content)


def in_order(root):
    """Return *root* with its nodes by cell, and with the defaults that are written out."""

    def cell(each):
        return str(each["stageId"]), str(each["swimlaneId"])

    nodes = sorted(({**DEFAULTS, **each} for each in root["nodes"]), key=cell)
    return root | {"nodes": nodes}


def without_new_ids(root, original):
    for made, given_ in zip(root["nodes"], original["nodes"], strict=True):
        if "id" not in given_:
            del made["id"]
    return root


def survives(root):
    """Tell whether everything comes back, with a save in between."""
    journey = loads(dumps(read(root).journey))
    original = in_order(root)

    return without_new_ids(in_order(back(journey)), original) == original


@pytest.fixture
def real(inputs):
    return lambda name: json.loads((inputs / "json" / f"ojf_{name}.ojf.json").read_bytes())


@pytest.mark.parametrize("name", REAL)
def test_every_field_of_real_maps_survives_the_way_there_and_back(real, name):
    assert survives(real(name))


@pytest.mark.parametrize("name", REAL)
def test_real_maps_are_read_without_a_remark_and_with_every_part(real, name):
    root = real(name)

    reading = read(root)

    journey = reading.journey
    texts = {card.text for card in journey.cards.values()}
    scored = [each for each in root["nodes"] if "score" in each]
    assert reading.remarks == ()
    assert [stage.title for stage in journey.ordered_stages] == [x["name"] for x in root["stages"]]
    assert {lane["name"] for lane in root["swimlanes"]} <= {
        lane.title for lane in journey.ordered_lanes
    }
    assert {each["title"] for each in root["nodes"]} <= texts
    assert sorted(round(each.value, 1) for each in journey.emotions.values()) == sorted(
        round(each["score"] * 0.4, 1) for each in scored
    )


def test_the_scope_and_the_persona_are_read_in_both_shapes():
    flat = read(source(title="T", persona="P", pointOfView="V")).journey
    nested = read(
        {"metadata": {"title": "T", "persona": "P", "pov": "V", "by": 1}} | source()
    ).journey

    for journey in (flat, nested):
        assert (journey.scope.title, journey.scope.scenario) == ("T", "V")
        assert [persona.name for persona in journey.personas.values()] == ["P"]
    assert back(flat)["pointOfView"] == "V"
    assert back(nested)["metadata"] == {"title": "T", "persona": "P", "pov": "V", "by": 1}


@pytest.mark.parametrize(
    ("lane", "kind"),
    [
        ("Customer Actions", "action"),
        ("Vendor Touchpoints", "touchpoint"),
        ("Support Channel", "touchpoint"),
        ("Internal Blockers", "pain"),
        ("Issues & Roadblocks", "pain"),
        ("Thoughts & Feelings", "thought"),
        ("Peluang perbaikan", "opportunity"),
        ("Titik sentuh", "touchpoint"),
        ("Titik masalah", "pain"),
        ("Tindakan pelanggan", "action"),
        ("Panggung belakang", "process"),
        ("Perasaan", "thought"),
        ("Harapan", "goal"),
        ("What else", None),
    ],
)
def test_a_lanes_name_tells_what_its_cards_are(lane, kind):
    assert kind_of(lane) == kind


def test_the_purpose_goes_before_the_lane():
    journey = read(source(node(purpose="personal-hurdle"), node(id="n2", purpose="milestone")))

    kinds = {card.id: card.kind for card in journey.journey.cards.values()}

    assert kinds == {"n1": "pain", "n2": "action"}


def test_ids_are_kept_where_they_are_good_and_unique():
    root = source(node(id="s1"), node(id="n 2"), node(id="n3"), node(id=7))
    root["swimlanes"][1]["id"] = "s1"

    journey = read(root).journey

    assert {"s1", "s2", "l1", "n3"} <= {*journey.stages, *journey.lanes, *journey.cards}
    assert survives(root)


def test_the_severity_of_a_pain_point_is_rated_and_comes_back():
    nodes = [node(id=each, swimlaneId="l2", severity=each) for each in ("low", "medium", "high")]

    journey = read(source(*nodes)).journey

    assert [journey.cards[each].severity for each in ("low", "medium", "high")] == [2, 3, 5]
    assert survives(source(*nodes))


def test_a_changed_severity_comes_out_changed():
    journey = read(source(node(swimlaneId="l2", severity="low"))).journey

    changed = SetField(("n1",), "severity", 5).apply(journey)

    assert back(changed)["nodes"][0]["severity"] == "high"


def test_a_missing_score_stays_missing_and_nought_is_nought():
    journey = read(source(node(), node(id="n2", score=0, sentiment="calm"))).journey

    (emotion,) = journey.emotions.values()
    assert (emotion.card, emotion.value, emotion.label) == ("n2", 0.0, "calm")
    assert survives(source(node(), node(id="n2", score=0, sentiment="calm")))


@pytest.mark.parametrize("score", [-5, 3, 2.5, 0.123456789, 7, -1e300, 10**30])
def test_every_score_comes_back_as_it_was(score):
    assert survives(source(node(score=score)))


def test_a_score_beyond_the_scale_is_told_with_its_place():
    (remark,) = read(source(node(), node(id="n2", score=7))).remarks

    assert remark.place == "nodes[1].score"


def test_a_feeling_that_was_changed_or_deleted_does_not_come_back():
    journey = read(source(node(score=7, sentiment="glad"))).journey
    (emotion,) = journey.emotions

    changed = SetField((emotion,), "value", -1.0).apply(journey)
    deleted = Delete((emotion,)).apply(journey)

    assert back(changed)["nodes"][0]["score"] == -2.5
    assert "score" not in back(deleted)["nodes"][0]


def test_the_feeling_that_overrides_a_stages_is_a_feeling_at_its_step():
    root = source()
    root["stages"][0]["overrideEmotion"] = -3

    journey = read(root).journey

    assert [(each.value, each.card) for each in journey.emotions.values()] == [(-1.2, None)]
    assert survives(root)


def test_a_converted_card_tells_its_new_purpose():
    journey = read(source(node(purpose="touchpoint"))).journey
    card = journey.cards["n1"]

    from cjeditor.kinds.registry import card_kind, convert

    changed = journey.put(convert(card, card_kind("delight")))

    assert back(changed)["nodes"][0]["purpose"] == "gain"


BLUEPRINT = {
    "evidence": [{"item": "Sign", "type": "Physical"}, {"item": "Desk", "colour": 3}, "Key"],
    "onstage": [{"actor": "Clerk", "action": "Greets\nand smiles"}],
    "backstage": [{"actor": "", "action": "Logs"}, {"action": "Checks"}, 5, None],
    "support": [{"system": "PMS", "description": "Updates"}],
    "other": [1],
}


def test_a_blueprint_becomes_lanes_of_cards_with_lines_between():
    journey = read(source(node(blueprint=BLUEPRINT, score=1))).journey

    lanes = [lane.title or getattr(lane, "line", lane.kind) for lane in journey.ordered_lanes]

    assert lanes == [
        "Evidence", "Actions", "Pain points", "emotion", "interaction", "Frontstage",
        "visibility", "Backstage", "internal", "Support",
    ]  # fmt: skip


def test_a_blueprint_comes_back_as_it_was():
    assert survives(source(node(blueprint=BLUEPRINT), node(id="n2", blueprint=BLUEPRINT)))


def test_an_item_that_was_rewritten_comes_back_rewritten():
    journey = read(source(node(blueprint=BLUEPRINT))).journey
    clerk = next(card.id for card in journey.cards.values() if card.text.startswith("Clerk"))

    changed = SetField((clerk,), "text", "Porter\nBows").apply(journey)

    (made,) = back(changed)["nodes"]
    assert made["blueprint"]["onstage"] == [{"actor": "Porter", "action": "Bows"}]


def test_items_of_a_deleted_node_become_nodes():
    journey = read(source(node(blueprint={"support": [{"system": "PMS"}]}))).journey

    (made,) = back(Delete(("n1",)).apply(journey))["nodes"]

    assert made["title"] == "PMS"


def test_unknown_fields_survive_everywhere():
    root = source(node(mood={"a": [1, None, "x"]}, text="true", rank="1.0"), extra={"a": None})
    root["stages"][0] |= {"colour": "red", "n": 1}
    root["swimlanes"][1]["hidden"] = True

    assert survives(root)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", 5),
        ("score", "3"),
        ("score", True),
        ("severity", "critical"),
        ("severity", 4),
        ("tags", "one"),
        ("tags", [1]),
        ("isMomentOfTruth", "yes"),
        ("blueprint", "none"),
        ("purpose", ["pain"]),
    ],
)
def test_a_field_of_the_wrong_type_is_kept_and_told_with_its_place(field, value):
    reading = read(source(node(**{field: value})))

    made = back(reading.journey)["nodes"][0]
    assert made[field] == value
    if field != "severity" or value == 4:
        assert [remark.place for remark in reading.remarks] == [f"nodes[0].{field}"]


def test_a_node_without_a_place_stands_in_the_first_cell_and_is_told():
    reading = read(source(node(stageId="s9"), node(id="n2", swimlaneId=None)))

    cells = {(card.lane, card.first_step) for card in reading.journey.cards.values()}
    assert len(cells) == 1
    assert [remark.place for remark in reading.remarks] == [
        "nodes[0].stageId",
        "nodes[1].swimlaneId",
    ]


def test_nodes_without_any_stage_or_lane_are_not_lost():
    journey = read({"stages": [], "nodes": [node()]}).journey

    assert [card.text for card in journey.cards.values()] == ["Look"]


def test_what_is_no_object_is_left_out_and_told():
    reading = read(source(node(), "n2", None))

    assert [remark.place for remark in reading.remarks] == ["nodes[1]", "nodes[2]"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"nodes": []}',
        b'{"stages": {}}',
        b'{"stages": [NaN]}',
        b'{"stages": ["\\ud800"]}',
        b'{"stages": [], "x": "\xff"}',
        b"[" * 5_000 + b"]" * 5_000,
        b"[" + b"[]," * 2_000_000 + b"[]]",
        b" " * 10_000_001,
        '{"stages": []}'.encode("utf-16"),
    ],
    ids=[
        "empty", "cut off", "list", "no stages", "stages no list", "NaN", "surrogate",
        "not UTF-8", "deep", "bomb", "too large", "UTF-16",
    ],
)  # fmt: skip
def test_a_file_that_is_no_ojf_is_refused(content):
    assert not FORMAT.recognises(content) or content.startswith(b'{"stages": {}')
    with pytest.raises(ReadError):
        FORMAT.read(content)


def test_damaged_json_is_told_with_its_line():
    with pytest.raises(ReadError) as caught:
        FORMAT.read(b'{\n"stages": [\n')

    assert caught.value.line is not None


texts = st.text(max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)  # fmt: skip
KNOWN = [
    "id", "stageId", "swimlaneId", "title", "description", "severity", "score", "sentiment",
    "purpose", "isMomentOfTruth", "icon", "tags", "blueprint",
]  # fmt: skip


@pytest.mark.soak
@settings(max_examples=often(100, 5_000), deadline=None)
@given(
    nodes=st.lists(st.dictionaries(st.sampled_from(KNOWN) | texts, values, max_size=6), max_size=4)
)
def test_anything_at_all_is_read_and_written_again(nodes):
    journey = read(source(*nodes)).journey

    again = back(loads(dumps(journey)))

    assert len(again["nodes"]) == len(nodes)


def test_a_map_of_our_own_is_written_step_by_step():
    root = back(small_map())

    assert [stage["name"] for stage in root["stages"]] == [
        "Find: Notice", "Find: Compare", "Buy: Try", "Buy: Pay",
    ]  # fmt: skip
    assert [lane["name"] for lane in root["swimlanes"]] == ["Actions", "Pain points"]
    cards = small_map().cards.values()
    assert {each["title"] for each in root["nodes"]} == {card.text for card in cards}


def test_a_map_of_our_own_comes_back_with_its_cards_and_kinds():
    journey = small_map()

    again = FORMAT.read(written(FORMAT, journey).content).journey

    def cards(of):
        return sorted((card.text, card.kind, of.column_of[card.first_step])
                      for card in of.cards.values())  # fmt: skip

    assert cards(again) == cards(journey)


def test_what_has_no_place_is_told():
    journey = Map().put(
        Stage(id="a", title="A", duration="1 day"),
        Step(id="s", stage="a"),
        Persona(id="p", name="Ann", needs="Rest"),
        Emotion(id="e", step="s", value=1.0),
        Emotion(id="f", step="s", persona="p", value=2.0),
        Emotion(id="g", step="s", value=1.0, state="future"),
    )

    document = written(FORMAT, journey)

    assert json.loads(document.content)["stages"][0]["overrideEmotion"] == 3.75
    assert len(told(document.remarks)) == 4
