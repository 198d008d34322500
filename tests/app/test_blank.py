import pytest

from cjeditor.app.blank import blank_map
from cjeditor.core.words import Words
from cjeditor.model.integrity import faults

STAGES = {
    "en": ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"],
    "id": ["Kesadaran", "Pertimbangan", "Pembelian", "Retensi", "Advokasi"],
}


@pytest.mark.parametrize("language", STAGES)
def test_a_new_map_has_five_stages_and_six_lanes_in_its_language(language):
    journey = blank_map(Words(language))

    assert [stage.title for stage in journey.ordered_stages] == STAGES[language]
    assert len(journey.ordered_lanes) == 6
    assert journey.scope.language == language
    assert not journey.cards
    assert faults(journey) == []


def test_two_new_maps_are_two_documents_with_the_same_stages():
    one, other = blank_map(Words("en")), blank_map(Words("id"))

    assert one.id != other.id
    assert one.stages.keys() == other.stages.keys()
    assert one.lanes.keys() == other.lanes.keys()
