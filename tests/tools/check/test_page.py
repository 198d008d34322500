"""The page of the map check, with real keys and clicks."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cjeditor.app.samples import sample
from cjeditor.edits.records import SetField
from cjeditor.files import cjm
from cjeditor.session.session import Session
from cjeditor.tools.check.page import CheckPage


@pytest.fixture
def session(qtbot):
    made = Session()
    made.show(cjm.load(sample("en")))
    return made


@pytest.fixture
def page(qtbot, session):
    made = CheckPage(session)
    made.say()
    qtbot.addWidget(made)
    made.resize(960, 560)
    with qtbot.waitExposed(made):
        made.show()
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def rows(page: CheckPage, parent: QModelIndex = QModelIndex()) -> list[str]:  # noqa: B008
    return [page.model.index(row, 0, parent).data() for row in range(page.model.rowCount(parent))]


def choose(page: CheckPage, rule: str, finding: int | None = 0) -> None:
    for row, text in enumerate(rows(page)):
        if text.startswith(rule):
            top = page.model.index(row, 0)
            page.findings.setCurrentIndex(
                top if finding is None else page.model.index(finding, 0, top)
            )
            return
    raise AssertionError(rule)


def test_it_tells_what_the_map_lacks_and_how_far_it_is(page):
    assert "Touchpoint without an owner (1)" in rows(page)
    assert "Severe pain point without five whys (3)" in rows(page)
    texts = [page.guide.item(row).text() for row in range(page.guide.count())]
    assert texts[0].startswith("1. Gather data\nDone")
    assert texts[5] == "6. Bring in the departments\nBegun · 10 of 11 touchpoints have an owner"
    assert page.guide.currentRow() == 5
    assert page.advice.text().startswith("Who answers for which touchpoint?")


def test_a_change_of_the_map_is_followed(qtbot, page, session):
    choose(page, "Touchpoint without an owner")
    (finding,) = [page.model.finding_at(page.findings.currentIndex())]

    session.do(SetField((finding.record,), "owner", "Marketing"))

    qtbot.waitUntil(lambda: not any("without an owner" in text for text in rows(page)))
    assert page.guide.item(5).text().startswith("6. Bring in the departments\nDone")
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: "Touchpoint without an owner (1)" in rows(page))


def test_enter_on_a_finding_wants_its_record_shown(qtbot, page):
    choose(page, "Touchpoint without an owner")
    finding = page.model.finding_at(page.findings.currentIndex())
    page.findings.setFocus()

    with qtbot.waitSignal(page.record_wanted) as caught:
        qtbot.keyClick(page.findings, Qt.Key.Key_Return)

    assert caught.args == [finding.record]


def test_the_button_shows_a_finding_too_and_is_off_on_a_rule(qtbot, page):
    choose(page, "Only an assumption", None)
    assert not page.show_me.isEnabled()
    assert page.reason.text().startswith("Nobody has heard or seen it yet")
    choose(page, "Only an assumption")

    with qtbot.waitSignal(page.record_wanted):
        qtbot.mouseClick(page.show_me, Qt.MouseButton.LeftButton)


def test_a_finding_is_silenced_told_again_and_both_can_be_undone(qtbot, page, session):
    choose(page, "Only an assumption")
    qtbot.mouseClick(page.silence, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Only an assumption (1, 1 not told)" in rows(page))

    choose(page, "Only an assumption", None)
    qtbot.mouseClick(page.silence, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Only an assumption (2 not told)" in rows(page))

    choose(page, "Only an assumption", None)
    qtbot.mouseClick(page.tell, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Only an assumption (2)" in rows(page))
    for _ in range(3):
        session.undo_stack.undo()
    assert session.journey.scope.silenced == ()
    session.undo_stack.redo()
    assert len(session.journey.scope.silenced) == 1


def test_what_can_be_mended_is_mended_in_one_step(qtbot, page, session):
    links = [link.id for link in session.journey.links.values() if link.kind == "solves"]
    answered = {session.journey.links[each].target: each for each in links}
    pain = next(
        card for card in answered
        if sum(type(other).__name__ == "Opportunity"
               and other.first_step == session.journey.cards[card].first_step
               for other in session.journey.cards.values()) == 1
    )  # fmt: skip
    from cjeditor.edits.records import Delete

    session.do(Delete((answered[pain],)))
    qtbot.waitUntil(lambda: "Pain point without an opportunity (2)" in rows(page))
    top = page.model.index(
        next(i for i, text in enumerate(rows(page)) if "without an opportunity" in text), 0
    )
    for row in range(2):
        index = page.model.index(row, 0, top)
        if page.model.finding_at(index).record == pain:
            page.findings.setCurrentIndex(index)
    assert page.mend.isEnabled()

    qtbot.mouseClick(page.mend, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "Pain point without an opportunity (1)" in rows(page))
    assert any(link.kind == "solves" and link.target == pain
               for link in session.journey.links.values())  # fmt: skip


def test_a_whole_map_is_told_so(qtbot, page, session):
    from cjeditor.checks.check import RULES
    from cjeditor.edits.silencing import Silence
    from cjeditor.model.map import Map

    session.show(Map())
    qtbot.waitUntil(lambda: not page.findings.isVisible())
    assert page.good.isVisible()
    assert len(RULES) == 13
    session.do(Silence(("no owner",)))
    assert page.good.isVisible()


def test_every_control_has_a_name(page):
    for control in (page.guide, page.findings):
        assert control.accessibleName()
    for button in (page.show_me, page.silence, page.tell):
        assert button.text()
