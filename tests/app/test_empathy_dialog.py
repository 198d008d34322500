"""Cards go from the journey map to the empathy map by a command."""

from dialogs import on_dialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cjeditor.app.empathy_dialog import EmpathyDialog
from cjeditor.model.empathy import EmpathyNote


def test_selected_cards_become_notes_of_the_persona_that_is_chosen(space, session):
    journey = session.journey
    cards = [card for card in journey.reading_order() if card.kind == "pain"][:2]
    persona = journey.ordered_personas[1].id
    session.select([card.id for card in cards])

    def choose(dialog):
        dialog.persona.setCurrentIndex(dialog.persona.findData(persona))
        dialog.accept()

    on_dialog(choose, kind=EmpathyDialog)
    space.actions["to empathy"].trigger()

    notes = session.journey.empathy_of[persona]
    assert [note.text for note in notes] == [card.text for card in cards]
    assert {note.field for note in notes} == {"fears"}
    session.undo_stack.undo()
    assert session.journey is journey


def test_the_dialog_says_what_goes_with_the_cards(space, session):
    journey = session.journey
    link = next(iter(journey.links.values()))
    card = journey.cards[link.source]
    hanging = [each for each in journey.links.values() if card.id in (each.source, each.target)]
    session.select((card.id,))
    seen = []

    def look(dialog):
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    on_dialog(look, kind=EmpathyDialog)
    space.actions["to empathy"].trigger()

    assert any(text.startswith(f"{len(hanging)} ") for text in seen)
    assert session.journey is journey


def test_without_cards_there_is_nothing_to_move(space, session):
    session.select([session.journey.ordered_lanes[0].id])

    assert not space.actions.is_enabled("to empathy")


def test_a_found_note_is_shown_on_its_empathy_map(qtbot, space, session):
    persona = session.journey.ordered_personas[1].id
    session.show(
        session.journey.put(EmpathyNote(id="n1", persona=persona, text="Far too late for me"))
    )

    space.search.start()
    qtbot.keyClicks(space.search, "far too late for me")
    qtbot.keyClick(space.search, Qt.Key.Key_Return)

    assert space.tools.name == "empathy"
    assert space.tools.page.board.persona.id == persona
    assert session.selection == ("n1",)
