"""A whole workshop by mouse: from the start screen to the saved map; only words are typed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMenu
from window import shoes
from window.content import outlined
from window.screen import PATIENCE, Hands, Spot
from window.workshop import Workshop

from cjeditor.files import cjm
from cjeditor.kinds.emotion_lane import y_of

pytestmark = pytest.mark.window

CHIPS = {
    "Actions": "action",
    "Touchpoints": "touchpoint",
    "Thoughts": "thought",
    "Pain points": "pain",
    "Opportunities": "opportunity",
}
"""What the palette calls the cards of a lane."""


class MouseWorkshop(Workshop):
    """A workshop whose facilitator only types words."""

    def press_save(self) -> None:
        choose_in_bar(self, "&File", "Save")

    def press_fit(self) -> None:
        self.hands.click(self.twin.action("fit"))

    def column(self, lane: str, column: int, across: float = 0.5, down: float = 0.5) -> Spot:
        step = self.journey.ordered_steps[column]
        return self.twin.cell(self.lane(lane), step.id, across, down)

    def felt(self, column: int, value: float) -> Spot:
        """Return the spot of a feeling in a column."""
        step = self.journey.ordered_steps[column]
        return self.twin.height(self.lane("Emotions"), step.id, y_of(value))


def test_a_workshop_goes_from_template_to_saved_map_by_mouse_alone(screen, twin, tmp_path):
    w = MouseWorkshop(screen, tmp_path / "shoes.cjm", twin)
    begin(w)
    add_persona(w)
    write_first_cards(w)
    write_second_cards(w)
    rate_pains(w)
    draw_the_curve(w)
    reshape(w)
    lock_a_lane(w)

    assert outlined(w.save()) == shoes.EXPECTED
    assert w.hands.strokes == 0
    choose_in_bar(w, "&File", "Quit")
    assert w.process.wait(PATIENCE) == 0
    assert cjm.load(w.file) == w.journey


def begin(w: MouseWorkshop) -> None:
    """Choose a template by its tile and give the map its file."""
    w.hands.click(w.twin.tile("Five stages"))
    w.press_save()
    asking = w.screen.window("Save the map.*")
    dialog = Hands(w.screen, asking)
    dialog.type(str(w.file))
    w.screen.wait_until_still()  # what the dialog proposes would take the click
    button = w.twin.save_button(w.screen.size(asking))
    w.saved_by(lambda: dialog.click(button))


def add_persona(w: MouseWorkshop) -> None:
    w.hands.click(w.twin.button("Persona"))
    w.hands.type(shoes.PERSONA)
    w.hands.click(w.twin.tab(0))
    w.save()


def write_first_cards(w: MouseWorkshop) -> None:
    """Write one card in each cell; from below, so that nothing moves that is clicked later."""
    for lane, column, texts in _from_below():
        spot = w.column(lane, column, down=0.3)
        kind = shoes.KINDS.get(texts[0])
        if kind is None:
            w.hands.double_click(spot)
        else:
            w.hands.click(spot)
            w.hands.click(w.twin.card_chip(kind))
        w.hands.type(texts[0])
    w.save()


def write_second_cards(w: MouseWorkshop) -> None:
    """Add to the cards: some are dragged from the palette, some come from a click on it."""
    for lane, column, texts in _from_below():
        if len(texts) < 2:
            continue
        chip = w.twin.card_chip(shoes.KINDS.get(texts[1], CHIPS[lane]))
        if column % 2:
            w.hands.carry((chip[0] + 20, chip[1]), w.column(lane, column, down=0.9))
        else:
            w.hands.click(w.at_card(texts[0]))
            w.hands.click(chip)
        w.hands.type(texts[1])
    assert len(w.save().cards) == shoes.COUNT


def rate_pains(w: MouseWorkshop) -> None:
    """Rate the first in the inspector, the others by the menu of a right click."""
    first, *others = shoes.SEVERITIES.items()
    text, severity = first
    w.hands.click(w.at_card(text))
    w.twin.select(w.card(text))
    w.screen.wait_until_still()
    w.hands.click(w.twin.field(f"Severity: {severity} of 5"))
    for text, severity in others:
        choose_at(w, w.at_card(text), "Rate", f"Severity, impact or feeling {severity}")
    w.save()


def draw_the_curve(w: MouseWorkshop) -> None:
    for column, value in enumerate((1, 0, -2, 0, 2)):
        w.hands.double_click(w.felt(column, value))
    w.save()
    w.hands.drag(w.felt(3, 0), w.felt(3, 1.5))
    w.save()


def reshape(w: MouseWorkshop) -> None:
    put_in_another_order(w)
    widen_a_column(w)
    split_and_join_steps(w)
    move_cards(w)
    choose_at(w, w.twin.element(w.lane("Touchpoints")), "Collapse")
    w.save()


def put_in_another_order(w: MouseWorkshop) -> None:
    before, moved = (w.twin.element(w.stage(each)) for each in ("Retention", "Advocacy"))
    w.hands.drag(moved, (before[0] - 30, before[1]))
    w.save()
    moved = w.twin.element(w.lane("Touchpoints"))
    w.hands.drag(moved, (moved[0], w.column("Actions", 0, down=0.1)[1]))
    w.save()


def widen_a_column(w: MouseWorkshop) -> None:
    last = w.journey.ordered_steps[-1].id
    right, middle = w.twin.column_edge(last)
    w.hands.drag((right, middle), (right + 40, middle))
    usual = w.twin.view.sheet.columns[0].width
    assert (w.save().steps[last].width or 0) > usual


def split_and_join_steps(w: MouseWorkshop) -> None:
    for text, title in (("Asks a friend", "Ask"), ("Compares prices", "Compare")):
        choose_at(w, w.at_card(text), "Stage and step", "Split step")
        w.hands.type(title)
        w.save()
    assert outlined(w.journey)["stages"]["Consideration"] == ["", "Compare"]
    choose_at(w, w.at_card("Reads reviews"), "Stage and step", "Join steps")
    w.save()


def move_cards(w: MouseWorkshop) -> None:
    for text, spot in (
        ("Posts a picture", lambda: w.at_card("Tells a colleague", down=0.1)),
        ("Late parcel", lambda: w.column("Pain points", 4, down=0.95)),
        ("Long form", lambda: w.at_card("Answer in a day", down=0.1)),
    ):
        w.hands.drag(w.at_card(text, 0.3), spot())
        w.save()


def lock_a_lane(w: MouseWorkshop) -> None:
    """Lock a lane; what is in it is not dragged away or deleted any more."""
    choose_at(w, w.twin.element(w.lane("Opportunities")), "Lock", "Locked")
    w.save()
    w.hands.drag(w.at_card("Size guide"), w.column("Pain points", 2, down=0.9))
    choose_at(w, w.at_card("Free return"), "Delete")


def choose_in_bar(w: Workshop, title: str, *names: str) -> None:
    """Choose from a menu of the menu bar."""
    spot, menu = w.twin.menu(title)
    _choose(w.hands, lambda: w.hands.click(spot), menu, names)


def choose_at(w: Workshop, spot: Spot, *names: str) -> None:
    """Choose from the menu that a right click shows."""
    _choose(w.hands, lambda: w.hands.right_click(spot), w.twin.context_menu(), names)


def _choose(hands: Hands, act: Callable[[], object], menu: QMenu, names: tuple[str, ...]) -> None:
    """Do what opens a menu, then click the entries *names*, all but the last a menu again."""
    with hands.through_menus():
        for name in names:
            popup = hands.popped_up(act)
            entry = next(each for each in menu.actions() if each.text() == name)
            middle = menu.actionGeometry(entry).center()
            act = _clicker(popup, (middle.x(), middle.y()))
            menu = entry.menu()
        act()


def _clicker(hands: Hands, spot: Spot) -> Callable[[], object]:
    return lambda: hands.click(spot)


def _from_below() -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield lane, column and texts of each cell, beginning with the lowest lane."""
    for lane in reversed(shoes.CARDS):
        for column, texts in enumerate(shoes.CARDS[lane]):
            yield lane, column, texts
