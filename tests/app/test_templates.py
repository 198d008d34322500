"""Templates and examples: the program's own and the user's."""

import sys
from pathlib import Path

import pytest

from cjeditor.app.samples import EXAMPLES, sample
from cjeditor.app.templates import TEMPLATES, OwnTemplates, begin
from cjeditor.core.words import LANGUAGES
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.model.integrity import faults
from cjeditor.model.records import Comment

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
OURS = [
    pytest.param(each.path(language), language, id=f"{each.name}.{language}")
    for each in (*TEMPLATES, *EXAMPLES)
    for language in LANGUAGES
]


@pytest.fixture
def own(tmp_path):
    return OwnTemplates(tmp_path / "templates")


@pytest.mark.parametrize(("path", "language"), OURS)
def test_every_map_of_the_program_is_sound_and_in_its_language(path, language):
    journey = cjm.load(path)

    assert journey.scope.language == language
    assert faults(journey) == []


def test_both_languages_of_a_map_are_the_same_map():
    for each in (*TEMPLATES, *EXAMPLES):
        english, indonesian = (cjm.load(each.path(language)) for language in ("en", "id"))
        for table in ("stages", "steps", "lanes", "cards", "emotions"):
            assert english.table(table).keys() == indonesian.table(table).keys()


def test_the_files_are_what_the_script_writes(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    for name in (
        "templates",
        "template_maps",
        "drafting",
        "example_clinic",
        "example_clinic_cards",
        "example_coffee",
    ):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import templates

    for path, content in templates.files():
        assert path.read_bytes() == content, path.name


def test_a_template_is_to_be_filled_and_an_example_is_full():
    for template in TEMPLATES:
        assert not cjm.load(template.path("en")).cards
    for example in EXAMPLES:
        journey = cjm.load(example.path("id"))
        assert len(journey.cards) > 35
        assert journey.emotions
        assert journey.links
        assert journey.evidence


def test_the_blueprint_has_its_three_lines_and_b2b_its_funnel():
    path = {each.name: each.path("en") for each in TEMPLATES}
    blueprint, b2b = cjm.load(path["service-blueprint"]), cjm.load(path["b2b"])

    lines = [lane.line for lane in blueprint.ordered_lanes if hasattr(lane, "line")]
    assert lines == ["interaction", "visibility", "internal"]
    assert all(stage.funnel for stage in b2b.ordered_stages)


def test_two_maps_of_one_template_are_two_documents_without_its_comments(own):
    journey = cjm.load(sample("en"))
    path = own.keep(
        journey.put(Comment(id="c", about=journey.id, text="Ask Ben")), "With a comment"
    )

    one, other = begin(path), begin(path)

    assert one.id != other.id != journey.id
    assert not one.comments
    assert one.cards == journey.cards
    assert faults(one) == []


def test_a_kept_map_is_there_under_its_name(own):
    journey = cjm.load(sample("en"))

    path = own.keep(journey, "  Our   workshop ")

    assert own.paths() == [path]
    assert path.stem == "Our workshop"
    assert cjm.load(path) == journey


@pytest.mark.parametrize("name", ["../../evil", "a/b", "C:\\x", "x\0y", "con*?", "..", " . "])
def test_no_name_leads_out_of_the_folder(own, name, tmp_path):
    path = own.path(name)

    assert path.parent == tmp_path / "templates" or path == tmp_path / "templates"
    assert not set(path.name) & set('\0/\\:*?"<>|')


def test_renaming_and_deleting(own):
    path = own.keep(cjm.load(sample("en")), "Old")

    renamed = own.rename(path, "New")
    assert [each.stem for each in own.paths()] == ["New"]
    own.delete(renamed)

    assert own.paths() == []


def test_renaming_onto_another_template_is_refused(own):
    journey = cjm.load(sample("en"))
    one, other = own.keep(journey, "One"), own.keep(journey, "Other")

    with pytest.raises(FileError):
        own.rename(one, "Other")

    assert own.paths() == [one, other]


def test_without_a_folder_there_are_none_and_a_file_in_its_place_is_told(tmp_path):
    assert OwnTemplates(tmp_path / "none").paths() == ()
    (tmp_path / "file").write_text("x")

    with pytest.raises(FileError):
        OwnTemplates(tmp_path / "file").keep(cjm.load(sample("en")), "X")
