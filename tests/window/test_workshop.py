"""A whole workshop in a real window: a map is built with mouse and keys, and saved."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from window.content import content
from window.screen import PATIENCE
from window.workshop import Workshop

from cjeditor.app.menus import LANE_MENU
from cjeditor.core.ids import Id
from cjeditor.core.order import keys_between
from cjeditor.files import cjm
from cjeditor.kinds.card import Card
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.plain import Action, Process
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map
from cjeditor.model.records import Scope, Stage, Step

pytestmark = pytest.mark.window

STAGES = {
    "Discover": ("See an advert", "Ask a friend"),
    "Compare": ("Read reviews",),
    "Buy": ("Pay",),
    "Wear": ("Unpack",),
    "Return": ("Send back",),
}
LANES = (
    CardsLane(id="actions", title="Actions", card="action"),
    CardsLane(id="touchpoints", title="Touchpoints", card="touchpoint"),
    EmotionLane(id="mood", title="Mood"),
    CardsLane(id="pains", title="Pain points", card="pain"),
    CardsLane(id="ideas", title="Opportunities", card="opportunity"),
    CardsLane(id="backstage", title="Backstage", card="note"),
)
FEELINGS = {"See an advert": 1.0, "Pay": -1.5, "Unpack": 2.0}


def expected() -> Map:
    """Return the map that the workshop makes."""
    orders = keys_between(None, None, 6)
    stages = [
        Stage(id=title, order=order, title=title)
        for order, title in zip(orders, STAGES, strict=False)
    ]
    steps = [
        Step(id=_id(title), stage=stage, order=orders[number], title=title)
        for stage, titles in STAGES.items()
        for number, title in enumerate(titles)
    ]
    lanes = [lane.replace(order=order) for lane, order in zip(LANES, orders, strict=True)]
    feelings = [
        Emotion(id=f"at-{_id(step)}", step=_id(step), value=value)
        for step, value in FEELINGS.items()
    ]
    empty = Map(scope=Scope(title="Buying shoes online"))
    return empty.put(*stages, *steps, *lanes, *feelings, *_cards())


def _cards() -> list[Card]:
    def place(lane: str, first: str, last: str | None = None, order: str = "a0") -> dict[str, str]:
        steps = {"first_step": _id(first), "last_step": _id(last or first)}
        return {"lane": lane, **steps, "order": order}

    return [
        Action(id="1", text="Sees a poster", **place("actions", "See an advert")),
        Action(id="2", text="Asks Rina at lunch", **place("actions", "Ask a friend")),
        Action(id="3", text="Compares prices, twice", **place("actions", "Read reviews")),
        Action(id="4", text="Pays by card", **place("actions", "Pay")),
        Action(id="5", text="Tries them on", **place("actions", "Unpack")),
        Action(id="6", text="Prints the label\nat work", **place("actions", "Send back")),
        Action(id="7", text="Ships them back", **place("actions", "Send back", order="a1")),
        Touchpoint(id="8", text="Billboard", **place("touchpoints", "See an advert")),
        Pain(id="9", text="Too many fields", severity=4, owner="Web team", **place("pains", "Pay")),
        Pain(id="10", text="Box is torn", **place("pains", "Send back")),
        Opportunity(id="11", text="One page checkout", **place("ideas", "Pay")),
        Process(id="12", text="Packs the parcel", **place("backstage", "Pay", "Unpack")),
    ]


def _id(title: str) -> Id:
    return title.replace(" ", "-")


@pytest.fixture
def workshop(screen, twin, tmp_path):
    """The program on the screen, with an empty map."""
    return Workshop.on_empty_map(screen, tmp_path / "map.cjm", twin)


def test_a_workshop_builds_and_saves_a_map_with_mouse_and_keys(workshop, tmp_path):
    title_the_map(workshop)
    put_stages_in_order(workshop)
    name_steps(workshop)
    put_lanes_in_order(workshop)
    write_cards(workshop)
    drag_kinds_from_the_palette(workshop)
    move_and_span_cards(workshop)
    draw_feelings(workshop)
    rate_a_pain(workshop)
    take_back_and_do_again(workshop)
    delete_with_the_rubber_band(workshop)
    write_while_zoomed_in(workshop)
    assert content(workshop.journey) == content(expected())

    workshop.screen.grab(tmp_path / "screen.png")
    assert _colours(tmp_path / "screen.png") > 200

    leave(workshop)
    assert content(cjm.load(workshop.file)) == content(expected())


def test_what_is_still_being_written_is_never_lost(workshop):
    workshop.hands.keys("ctrl+shift+g")
    workshop.hands.type("Compare")
    workshop.save()
    assert workshop.titles() == ["Compare"]

    workshop.hands.keys("ctrl+shift+g")
    workshop.hands.type("Buy", "ctrl+q")
    workshop.screen.window("Unsaved changes.*")
    workshop.hands.keys("Return")
    assert workshop.process.wait(PATIENCE) == 0
    assert [each.title for each in cjm.load(workshop.file).ordered_stages] == ["Compare", "Buy"]


def title_the_map(w: Workshop) -> None:
    w.hands.double_click(w.twin.element(w.journey.id))
    w.hands.type("Buying shoes online", "Return")


def put_stages_in_order(w: Workshop) -> None:
    w.hands.keys("ctrl+shift+g")
    w.hands.type("Compare", "Return", "ctrl+shift+g")
    w.hands.type("Discover", "Return")
    w.hands.click(w.twin.button("Stage"))
    w.hands.type("Buy", "Return")
    choose(w, "i", w.twin.row_of("&Insert", "stage"))
    w.hands.type("Wear", "Return", "ctrl+shift+g")
    w.hands.type("Back", "Return")
    w.save()
    assert w.titles() == ["Compare", "Discover", "Buy", "Wear", "Back"]

    w.hands.double_click(w.twin.element(w.stage("Back")))
    w.hands.type("Return", "Return")
    first, second = (w.twin.element(w.stage(each)) for each in ("Compare", "Discover"))
    w.hands.drag(second, (first[0] - 30, first[1]))
    w.save()
    assert w.titles() == list(STAGES)


def name_steps(w: Workshop) -> None:
    w.hands.click(w.twin.element(w.stage("Discover")))
    w.hands.keys("ctrl+shift+l")
    w.hands.type("Ask a friend", "Return")
    w.save()
    w.hands.click(w.twin.element(w.journey.ordered_steps[0].id))
    w.hands.keys("F2")
    w.hands.type("See an advert", "Tab", "Tab")
    for title in ("Read reviews", "Pay", "Unpack"):
        w.hands.type(title, "Tab")
    w.hands.type("Send back", "Return")
    w.save()


def put_lanes_in_order(w: Workshop) -> None:
    choose(w, "i", w.twin.row_of("&Insert", LANE_MENU), _lane("cards action"))
    w.hands.type("Actions", "Return")
    w.save()
    lane = w.twin.row_of("&Insert", LANE_MENU)  # more can be inserted where a lane is
    below = w.twin.paper(300, w.twin.view.sheet.height - 4)
    w.hands.carry(w.twin.lane_chip("emotion"), below)
    w.hands.keys("F2")
    w.hands.type("Mood", "Return")
    with w.hands.through_menus():
        w.hands.popped_up(lambda: w.hands.click(w.twin.button("Lane")))
        w.hands.keys(*["Down"] * (_lane("cards touchpoint") + 1), "Return")
    w.hands.type("Touchpoints", "Return")
    choose(w, "i", lane, _lane("cards pain"))
    w.hands.type("Pain points", "Return")
    choose(w, "i", lane, _lane("cards opportunity"))
    w.hands.type("Opportunities", "Return")
    w.hands.click(w.twin.lane_chip("cards"))
    w.hands.type("Backstage", "Return")
    w.save()
    mood, touchpoints = (w.twin.element(w.lane(each)) for each in ("Mood", "Touchpoints"))
    w.hands.drag(touchpoints, (mood[0], w.cell("Mood", "Pay", down=0.1)[1]))
    w.save()
    assert [lane.title for lane in w.journey.ordered_lanes] == [lane.title for lane in LANES]


def write_cards(w: Workshop) -> None:
    w.hands.click(w.cell("Actions", "See an advert"))
    for text in ("Sees a poster", "Asks Rina", "Compares prices", "Pays by card", "Tries them on"):
        w.hands.type(text, "Tab")
    w.hands.type("Ships them back", "Return")
    w.hands.type("Prints the label", "shift+Return")
    w.hands.type("at work", "Escape")
    w.save()


def drag_kinds_from_the_palette(w: Workshop) -> None:
    places = {
        "touchpoint": ("Billboard", w.cell("Touchpoints", "See an advert")),
        "pain": ("Too many fields", w.cell("Pain points", "Pay")),
        "opportunity": ("One page checkout", w.cell("Opportunities", "Pay")),
        "process": ("Packs the parcel", w.cell("Backstage", "Pay")),
    }
    for kind, (text, spot) in places.items():
        w.hands.carry(w.twin.card_chip(kind), spot)
        w.hands.type(text, "Return")
        w.save()
    w.hands.click(w.cell("Pain points", "Unpack"))
    w.hands.keys("alt+4")
    w.hands.type("Box is torn", "Return")
    w.save()


def move_and_span_cards(w: Workshop) -> None:
    w.hands.drag(w.at_card("Box is torn", 0.2), w.cell("Pain points", "Send back"))
    w.hands.drag(w.at_card("Prints the label\nat work"), w.at_card("Ships them back", down=0.1))
    w.hands.drag(w.twin.end_of(w.card("Packs the parcel")), w.cell("Backstage", "Unpack"))
    w.save()


def draw_feelings(w: Workshop) -> None:
    for step, value in (("Unpack", 0.5), ("Pay", -1.5), ("See an advert", 1)):
        w.hands.double_click(w.feeling(step, value))
    w.save()
    w.hands.drag(w.feeling("Unpack", 0.5), w.feeling("Unpack", 2))
    w.save()


def rate_a_pain(w: Workshop) -> None:
    w.hands.click(w.at_card("Too many fields"))
    w.twin.select(w.card("Too many fields"))
    w.screen.wait_until_still()
    w.hands.click(w.twin.field("Severity: 4 of 5"))
    w.hands.click(w.twin.field("Owner"))
    w.hands.type("Web team", "Return")
    w.save()


def take_back_and_do_again(w: Workshop) -> None:
    after = content(w.journey)
    w.hands.keys("ctrl+z", "ctrl+z", "ctrl+z")
    w.save()
    pain = w.journey.cards[w.card("Too many fields")]
    assert (pain.severity, pain.owner) == (None, "")
    assert 0.5 in {emotion.value for emotion in w.journey.emotions.values()}

    w.hands.keys("ctrl+shift+z", "ctrl+y", "ctrl+shift+z")
    assert content(w.save()) == after


def delete_with_the_rubber_band(w: Workshop) -> None:
    before = w.texts()
    start, end = w.cell("Actions", "See an advert", 0.5, 0.98), w.at_card("Asks Rina")
    w.hands.drag(start, end)
    w.hands.keys("Delete")
    w.save()
    assert before - w.texts() == {"Sees a poster", "Asks Rina"}

    w.hands.keys("ctrl+z")
    w.save()
    assert w.texts() == before


def write_while_zoomed_in(w: Workshop) -> None:
    spot = w.at_card("Compares prices", 0.3)
    w.hands.wheel(spot, 4, key="ctrl")
    w.hands.double_click(spot)
    w.hands.type(", twice", "Return")
    w.save()
    w.hands.keys("ctrl+0")
    w.twin.view.zoom_to(1)
    w.hands.click(w.at_card("Asks Rina"))
    w.hands.keys("F2")
    w.hands.type(" at lunch", "Return")
    w.save()


def leave(w: Workshop) -> None:
    w.hands.click(w.feeling("Unpack", 2))
    w.hands.keys("alt+Down")
    w.screen.window(r"map\* – CJ Editor")
    w.hands.keys("ctrl+q")
    w.screen.window("Unsaved changes.*")
    w.hands.keys("Escape")
    w.screen.window(r"map\* – CJ Editor")
    assert w.process.poll() is None

    w.hands.keys("alt+Up", "ctrl+q")
    w.screen.window("Unsaved changes.*")
    w.hands.keys("Return")
    assert w.process.wait(PATIENCE) == 0


def choose(w: Workshop, mnemonic: str, *rows: int) -> None:
    """Choose from a menu by keys; *rows* count the entries of it and of the menus in it."""
    with w.hands.through_menus():
        w.hands.popped_up(lambda: w.hands.keys(f"alt+{mnemonic}"))
        for depth, row in enumerate(rows):
            w.hands.keys(*["Right"] * (depth > 0), *["Down"] * row)
        w.hands.keys("Return")


def _lane(name: str) -> int:
    return LANE_MENU.entries.index(f"lane {name}")


def _colours(path: Path) -> int:
    image = QImage(str(path))
    wide, high = range(0, image.width(), 4), range(0, image.height(), 4)
    return len({image.pixel(x, y) for x in wide for y in high})
