"""A whole workshop without a mouse: from the start screen to the saved map."""

import pytest
from window import shoes
from window.content import outlined
from window.screen import PATIENCE
from window.workshop import Workshop

from cjeditor.files import cjm

pytestmark = pytest.mark.window

TYPES = {"question": "alt+0", "delight": "alt+8", "quote": "alt+6"}


def test_a_workshop_goes_from_template_to_saved_map_by_keys_alone(screen, twin, tmp_path):
    w = Workshop(screen, tmp_path / "shoes.cjm", twin)
    begin(w)
    add_persona(w)
    write_cards(w)
    draw_the_curve(w)
    reshape(w)
    lock_a_lane(w)

    assert outlined(w.save()) == shoes.EXPECTED
    w.hands.keys("ctrl+q")
    assert w.process.wait(PATIENCE) == 0
    assert cjm.load(w.file) == w.journey


def begin(w: Workshop) -> None:
    """Choose the first template and give the map its file."""
    w.hands.keys("Return", "ctrl+s")
    w.screen.window("Save the map.*")
    w.saved_by(lambda: w.hands.type(str(w.file), "Return"))
    assert list(outlined(w.journey)["stages"]) == STAGES_AT_FIRST


def add_persona(w: Workshop) -> None:
    find(w, "Persona")
    w.hands.type(shoes.PERSONA)
    w.hands.keys("F6", "F6", "F6")
    w.save()


def write_cards(w: Workshop) -> None:
    """Write forty cards, with three keys a card at most besides its text."""
    before = w.hands.strokes
    for lane in shoes.CARDS:
        go_to(w, LANES_AT_FIRST.index(lane))
        (rated if lane == "Pain points" else written)(w, shoes.CARDS[lane])
    assert w.hands.strokes - before <= 3 * shoes.COUNT
    assert len(w.save().cards) == shoes.COUNT


def written(w: Workshop, cells: tuple[tuple[str, ...], ...]) -> None:
    """Write the cards of a lane: Enter to the next card, Tab to the next step."""
    for cell in cells:
        for number, text in enumerate(cell):
            w.hands.type(text)
            if text in shoes.KINDS:
                w.hands.keys(TYPES[shoes.KINDS[text]])
            if number + 1 < len(cell):
                w.hands.keys("Return")
        w.hands.keys("Tab")
    w.hands.keys("Escape")


def rated(w: Workshop, cells: tuple[tuple[str, ...], ...]) -> None:
    """Write the cards of a lane and rate each as soon as it stands there."""
    for cell in cells:
        for number, text in enumerate(cell):
            if number:
                w.hands.keys("Insert")
            w.hands.type(text, "ctrl+Return", str(shoes.SEVERITIES[text]))
        w.hands.keys("Right")


def draw_the_curve(w: Workshop) -> None:
    go_to(w, LANES_AT_FIRST.index("Emotions"))
    for level in (4, 3, 1, 4, 5):
        w.hands.keys(str(level), "Right")
    w.hands.keys("Left", "alt+Up")
    w.save()


def reshape(w: Workshop) -> None:
    put_in_another_order(w)
    split_and_join_steps(w)
    move_cards(w)
    collapse_lanes(w)
    w.save()


def put_in_another_order(w: Workshop) -> None:
    find(w, "Advocacy")
    w.hands.keys("ctrl+shift+Left")
    find(w, "Touchpoints")
    w.hands.keys("ctrl+shift+Up")


def split_and_join_steps(w: Workshop) -> None:
    for text, title in (("Asks a friend", "Ask"), ("Compares prices", "Compare")):
        find(w, text)
        find(w, "Split step")
        w.hands.type(title, "Return")
    assert list(outlined(w.save())["stages"]["Consideration"]) == ["", "Compare"]

    find(w, "Reads reviews")
    find(w, "Join steps")


def move_cards(w: Workshop) -> None:
    find(w, "Posts a picture")
    w.hands.keys("alt+Up")
    find(w, "Late parcel")
    w.hands.keys("alt+Left")
    find(w, "Long form")
    w.hands.keys("ctrl+m")
    w.screen.window("Move to.*")
    w.hands.keys("Down", "Tab", "Down", "Tab", "Home", "Return")  # step, lane, place
    w.screen.window(TITLE)


def collapse_lanes(w: Workshop) -> None:
    find(w, "Thoughts")
    w.hands.keys("ctrl+period", "ctrl+period")
    find(w, "Touchpoints")
    w.hands.keys("ctrl+period")


def lock_a_lane(w: Workshop) -> None:
    """Lock a lane; what is in it is not deleted, moved or written any more."""
    find(w, "Opportunities")
    w.hands.keys("ctrl+l")
    w.save()
    find(w, "Size guide")
    w.hands.keys("Delete", "alt+Right")
    w.hands.type(" in pictures", "Return")


def find(w: Workshop, words: str) -> None:
    """Go to something, or run a command, by its words."""
    w.hands.keys("ctrl+k")
    w.hands.type(words, "Return")


def go_to(w: Workshop, lane: int) -> None:
    """Go to the first cell of a lane by its code."""
    w.hands.keys("ctrl+g")
    w.hands.type(f"a{lane + 1}", "Return")


STAGES_AT_FIRST = ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"]
LANES_AT_FIRST = [
    "Actions",
    "Touchpoints",
    "Emotions",
    "Thoughts",
    "Pain points",
    "Opportunities",
]
TITLE = r"shoes\*? – CJ Editor"
