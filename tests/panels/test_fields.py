"""Every field that people see has an editor that shows its values and changes them."""

import pytest
from maps import small_map
from PySide6.QtWidgets import QWidget

from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Evidence, Persona, Scope, Stage, Step
from cjeditor.panels.fields import fields_of
from cjeditor.panels.form import Form

RECORDS = (
    *(kind.record for kind in CARD_KINDS),
    *(kind.record for kind in LANE_KINDS),
    CardStyle,
    Emotion,
    Evidence,
    Figure,
    Metric,
    Persona,
    Scope,
    Stage,
    Step,
)
ELSEWHERE = {"picture", "evidence", "style"}
"""Fields with a part of the inspector of their own."""


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_with_a_title_has_an_editor(record):
    titled = {name for name, info in record.model_fields.items() if info.title}

    assert titled - {field.name for field in fields_of(record)} <= ELSEWHERE


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_editor_names_what_takes_the_keyboard(qtbot, record):
    form = Form(fields_of(record))
    qtbot.addWidget(form)

    for name, editor in form._editors.items():
        inner = editor.focusProxy()
        assert inner.accessibleName() or inner.text(), name


def test_the_kind_s_own_fields_come_right_after_the_text():
    opportunity = next(kind.record for kind in CARD_KINDS if kind.name == "opportunity")

    assert [field.name for field in fields_of(opportunity)][:4] == [
        "text",
        "impact",
        "effort",
        "owner",
    ]


def test_a_form_shows_a_whole_map_of_records(qtbot):
    journey = small_map()
    for record in (*journey.cards.values(), *journey.stages.values(), *journey.lanes.values()):
        form = Form(fields_of(type(record)))
        qtbot.addWidget(form)

        form.show_records([record], journey)

        assert form.findChildren(QWidget)
