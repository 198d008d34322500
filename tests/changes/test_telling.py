"""Changes and clashes as sentences, in both languages, whatever people wrote."""

from unicodedata import category

import pytest
from any_edits import edited
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from maps import full_map, golden_map, small_map
from soak import often

from cjeditor.changes.compare import compare
from cjeditor.changes.merge import merge
from cjeditor.changes.telling import change_sentence, clash_sentence, summary
from cjeditor.core.words import LANGUAGES, Words
from cjeditor.edits.cards import AddCard, ConvertCards, MoveCards, SpanCard
from cjeditor.edits.lanes import MoveLanes
from cjeditor.edits.links import AddLink
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.model.map import TABLES, Map

EN, ID = Words("en"), Words("id")
IDEAS = "Opportunities, After / Leave"


def told(edit, words=EN, before=None):
    before = before or full_map()
    after = edit.apply(before)
    return [change_sentence(each, before, after, words) for each in compare(before, after)]


@pytest.mark.parametrize(
    ("edit", "english", "indonesian"),
    [
        (
            SetField(("p1",), "severity", 2),
            "Pain point “The code does not work”: severity 5 → 2",
            "Titik masalah “The code does not work”: keparahan 5 → 2",
        ),
        (
            SetField(("a1",), "status", "done"),
            "Action “Walks from the station”: status In progress → Done",
            "Tindakan “Walks from the station”: status Sedang dikerjakan → Selesai",
        ),
        (
            SetField(("t1",), "channels", ("app", "web")),
            "Touchpoint “Key box”: channels Web added; channels Self-service removed",
            "Titik sentuh “Key box”: saluran Web ditambahkan; saluran Layanan mandiri dihapus",
        ),
        (
            SetField(("a1",), "evidence", ("ev1",)),
            "Action “Walks from the station”: evidence Night porter removed",
            "Tindakan “Walks from the station”: bukti Night porter dihapus",
        ),
        (
            SetField(("mood",), "personas", ("dewi",)),
            "Lane “Emotions”: personas Dewi added",
            "Jalur “Emosi”: persona Dewi ditambahkan",
        ),
        (
            SetField(("em1",), "value", 1.5),
            "Emotion of Dewi, Before / Arrive: feeling −0.5 → 1.5",
            "Emosi Dewi, Before / Arrive: perasaan −0,5 → 1,5",
        ),
        (
            MoveCards(("q1",), "ideas", "leave", 0),
            "Question “أين المفتاح؟”: moved from Actions, Before / Check-In to "
            + IDEAS,
            "Pertanyaan “أين المفتاح؟”: dipindahkan dari Actions, Before / Check-In ke "
            + IDEAS,
        ),
        (MoveLanes(("mood",), 0), "Lane “Emotions”: moved", "Jalur “Emosi”: dipindahkan"),
        (
            ConvertCards(("g1",), "note"),
            "Note “शांत नींद”: type Goal → Note",
            "Catatan “शांत नींद”: jenis Tujuan → Catatan",
        ),
        (Delete(("l1",)), "Link “Send the code again by SMS” → “The code does not work” removed",
         "Tautan “Send the code again by SMS” → “The code does not work” dihapus"),
        (
            SetScope("title", "At night"),
            "Title “A night at the Harbour Hotel” → “At night”",
            "Judul “A night at the Harbour Hotel” → “At night”",
        ),
        (
            SetField(("check-in",), "moment_of_truth", False),
            "Step “Check-In”: moment of truth Yes → No",
            "Langkah “Check-In”: momen kebenaran Ya → Tidak",
        ),
        (
            AddCard("doing", "leave", "pain", "", 0, "new"),
            "Pain point without text added",
            "Titik masalah tanpa teks ditambahkan",
        ),
        (SetField(("t1",), "style", "risk"), "Touchpoint “Key box”: style Legal risk <b> added",
         "Titik sentuh “Key box”: gaya Legal risk <b> ditambahkan"),
        (SetField(("t1",), "owner", ""), "Touchpoint “Key box”: owner “Front office” removed",
         "Titik sentuh “Key box”: penanggung jawab “Front office” dihapus"),
        (SetField(("night",), "name", "Late"), "View “Late”: name “At night” → “Late”",
         "Tampilan “Late”: nama “At night” → “Late”"),
    ],
)  # fmt: skip
def test_a_change_is_told(edit, english, indonesian):
    assert told(edit) == [english]
    assert told(edit, ID) == [indonesian]


def test_of_a_long_text_the_difference_is_told():
    text = "The guest waits at the desk, then walks round the house and waits again, "
    before = SetField(("a1",), "text", f"{text}for an hour").apply(small_map())

    (sentence,) = told(SetField(("a1",), "text", f"{text}for\nten minutes"), before=before)

    assert sentence == (
        "Action “The guest waits at the desk, then walks round t…”: "
        "text “…waits again, for an hour” → “…waits again, for ten minutes”"
    )


def test_a_difference_that_cannot_be_seen_is_told_as_a_change():
    (sentence,) = told(SetField(("a1",), "text", "Ask\nfriends"), before=small_map())

    assert sentence == "Action “Ask friends”: text changed"


def test_of_a_long_list_only_the_first_are_told():
    (sentence,) = told(SetField(("a1",), "tags", tuple("abcde")), before=small_map())

    assert sentence == "Action “Ask friends”: tags “a”, “b”, “c”, … added"


def test_what_has_no_name_goes_by_its_number():
    before = SetField(("stay",), "title", "").apply(full_map())

    assert told(SetField(("stay",), "goal", "Rest"), before=before) == [
        "Stage 2: customer goal “Sleep” → “Rest”"
    ]


def test_control_characters_and_what_turns_the_text_are_left_out():
    text = "a\x07b\u202ec\x1b[31m\u2066d\u200f <b>bold</b>"
    (sentence,) = told(SetField(("a1",), "text", text), before=small_map())

    assert sentence.endswith("text “Ask friends” → “abc[31md <b>bold</b>”")


def test_the_summary_counts_by_kind_of_thing():
    before = full_map()
    after = before
    for edit in (
        AddCard("doing", "leave", "pain", "Late", 0, "k1"), AddCard("doing", "leave", "pain"),
        AddCard("doing", "leave", "note", "x", 0, "k2"), SetField(("a1", "t1"), "votes", 9),
        Delete(("mood",)), SetScope("title", "x"),
    ):  # fmt: skip
        after = edit.apply(after)

    changes = compare(before, after)

    assert summary(changes, EN) == (
        "Lane “Emotions” removed; 3 cards added, 2 changed; the title changed"
    )
    assert summary(changes, ID) == (
        "Jalur “Emosi” dihapus; 3 kartu ditambahkan, 2 diubah; judul diubah"
    )
    assert summary((), EN) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_thing_has_its_words(language):
    words, empty, journey = Words(language), Map(id="full"), golden_map()

    changes = compare(empty, journey)
    sentences = [change_sentence(each, empty, journey, words) for each in changes]

    assert all(sentences)
    parts = summary(changes, words).split("; ")
    assert len(parts) == len({each.table for each in changes}) == len(TABLES) + 1


@pytest.mark.parametrize(
    ("mine", "theirs", "sentence"),
    [
        (SetField(("p1",), "severity", 1), SetField(("p1",), "severity", None),
         "Pain point “The code does not work”: severity here: 1; there: empty"),
        (Delete(("d1",)), SetField(("d1",), "votes", 2),
         "Moment of delight “Fresh bread 👩‍🍳” was removed here and changed there"),
        (SetField(("d1",), "votes", 2), Delete(("d1",)),
         "Moment of delight “Fresh bread 👩‍🍳” was changed here and removed there"),
        (MoveCards(("g1",), "front", "sleep", 0), SpanCard("g1", "sleep", "leave"),
         ("Goal “शांत नींद”: place here: Touchpoints, Stay / Sleep; "
          "there: Actions, Stay / Sleep to After / Leave")),
        (MoveLanes(("mood",), 0), MoveLanes(("mood",), 1),
         "Lane “Emotions”: place is not the same here and there"),
        (SetScope("title", "x"), SetScope("title", "y"),
         "Scope: title here: “x”; there: “y”"),
        (ConvertCards(("p1",), "note"), SetField(("p1",), "severity", 2),
         "Note “The code does not work”: type here: Note; there: Pain point"),
    ],
)  # fmt: skip
def test_a_clash_is_told(mine, theirs, sentence):
    base = full_map()
    merged = merge(base, mine.apply(base), theirs.apply(base))

    assert [clash_sentence(each, merged, EN) for each in merged.clashes] == [sentence]


def test_links_between_cards_without_text_are_told():
    before = SetField(("a1", "p1"), "text", "").apply(small_map())

    assert told(AddLink("causes", "a1", "p1", "l"), before=before) == [
        "Link “without text” → “without text” added"
    ]


@pytest.mark.soak
@given(st.data())
@settings(
    max_examples=often(30, 5_000), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
def test_whatever_is_different_can_be_told(data):
    base = full_map()
    mine, theirs = edited(data, base, "mine"), edited(data, base, "theirs")
    words = Words(data.draw(st.sampled_from(["en", "id"])))
    merged = merge(base, mine, theirs)

    sentences = [change_sentence(each, mine, theirs, words) for each in compare(mine, theirs)]
    sentences += [clash_sentence(each, merged, words) for each in merged.clashes]
    sentences += [summary(compare(mine, theirs), words)] if sentences else []

    for sentence in sentences:
        assert sentence
        assert not any(category(each) in ("Cc", "Cs", "Zl", "Zp") for each in sentence)
        assert len(sentence) < 2000
