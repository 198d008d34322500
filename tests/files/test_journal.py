"""The journal gives back every edit that is whole, and nothing else."""

import random
import zlib
from itertools import pairwise

import pytest
from maps import PIXEL_ID, full_map, small_map

from cjeditor.edits.cards import AddCard, ConvertCards, MoveCards
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files.journal import Replayed, _Entry, entry, replay
from cjeditor.kinds.plain import Action
from cjeditor.model.integrity import faults
from cjeditor.model.map import TABLES, Map

EDITS = (
    AddCard("do", "s2", "action", "Look closer", None, "new1"),
    SetField(("a1",), "text", "Ask everybody “again”\n\u0000\u202e"),
    SetScope("title", "Buying two bicycles"),
    ConvertCards(("a2",), "pain"),
    MoveCards(("a3",), "do", "s4", None),
    Delete(("s2",)),
    Delete(("feel",)),
)


def states(first=None):
    found = [first or small_map()]
    for edit in EDITS:
        found.append(edit.apply(found[-1]))
    return found


def journal(maps, begin=1):
    return [entry(begin + number, *pair) for number, pair in enumerate(pairwise(maps))]


def test_all_edits_come_back():
    maps = states()

    assert replay(maps[0], 0, b"".join(journal(maps))) == Replayed(maps[-1], len(EDITS))
    assert replay(maps[0], 0, b"") == Replayed(maps[0], 0)


def test_every_kind_of_record_comes_back():
    empty, whole = Map(id="full"), full_map()
    one = entry(1, empty, whole)
    other = entry(2, whole, empty)

    assert replay(empty, 0, one).journey == whole
    assert replay(empty, 0, one + other) == Replayed(empty, 2)


def test_the_journal_knows_all_tables():
    assert set(TABLES) <= set(_Entry.model_fields)


def test_an_entry_holds_what_the_edit_touched_and_a_picture_once():
    whole = full_map()
    picture = whole.pictures[PIXEL_ID]
    without = whole.replace(pictures={}, personas={}, cards={}, emotions={}, comments={}, links={})
    with_picture = without.put(picture)
    changed = SetScope("title", "Again").apply(with_picture)

    assert b'"content"' in entry(1, without, with_picture)
    assert b'"content"' not in entry(2, with_picture, changed)

    first = small_map()
    assert entry(3, first, EDITS[1].apply(first)).count(b'"id"') == 1


def test_entries_that_the_base_has_are_passed_over():
    maps = states()
    content = b"".join(journal(maps))

    for base in range(len(maps)):
        assert replay(maps[base], base, content) == Replayed(maps[-1], len(EDITS))


def test_a_gap_ends_the_journal():
    maps = states()
    lines = journal(maps)
    content = lines[0] + lines[1] + lines[3]

    assert replay(maps[0], 0, content) == Replayed(maps[2], 2, torn=len(lines[3]))
    assert replay(maps[0], 0, lines[0] + lines[0]).revision == 1


def test_every_torn_end_is_passed_over():
    maps = states()
    lines = journal(maps)
    content = b"".join(lines)
    ends = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]

    for cut in range(len(content)):
        whole = max(number for number, end in enumerate(ends) if end <= cut)
        found = replay(maps[0], 0, content[:cut])
        assert (found.revision, found.torn) == (whole, cut - ends[whole])
        assert found.journey == maps[whole]


def test_a_flipped_bit_anywhere_ends_it_before_the_entry_that_it_is_in():
    maps = states()
    lines = journal(maps)
    content = b"".join(lines)
    ends = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    chance = random.Random(3)

    for _ in range(500):
        at, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
        damaged = content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :]
        whole = max(number for number, end in enumerate(ends) if end <= at)
        found = replay(maps[0], 0, damaged)
        assert found == Replayed(maps[whole], whole, torn=len(content) - ends[whole])


def test_a_whole_entry_that_says_nothing_known_ends_it():
    maps = states()
    line = entry(1, maps[0], maps[1])
    for body in (b'2 {"unknown":1}', b"2 []", b"2 ", b"2", b'2 {"cards":[{"kind":"action"}]}'):
        other = b"%08x %08x %s\n" % (len(body), zlib.crc32(body), body)
        assert replay(maps[0], 0, line + other) == Replayed(maps[1], 1, torn=len(other))


def test_what_does_not_fit_together_is_not_taken():
    """An entry of a bug: it drops the steps under the cards; later ones do not mend that."""
    maps = states()
    broken = maps[3].drop(["s1"])
    after = SetScope("title", "on and on").apply(broken)
    content = b"".join([*journal(maps[:4]), entry(4, maps[3], broken), entry(5, broken, after)])

    assert faults(after)
    found = replay(maps[0], 0, content)

    assert (found.journey, found.revision) == (maps[3], 3)
    assert found.torn == sum(
        len(each) for each in (entry(4, maps[3], broken), entry(5, broken, after))
    )


@pytest.mark.parametrize("count", [1, 2, 3, 40])
def test_the_last_sound_state_is_found_however_far_back(count):
    good = small_map()
    maps = [good, SetScope("title", "1").apply(good)]
    maps.append(maps[-1].drop(["s1"]))
    for number in range(count):
        maps.append(SetScope("title", f"{number + 2}").apply(maps[-1]))

    assert replay(good, 0, b"".join(journal(maps))).journey == maps[1]


class TestDrafts:
    def test_the_last_one_is_offered(self):
        maps = states()
        typed = [SetField(("a1",), "text", text).apply(maps[1]) for text in ("As", "Ask")]
        content = b"".join(
            [
                entry(1, maps[0], maps[1]),
                *(entry(2 + n, maps[1], each, draft=True) for n, each in enumerate(typed)),
            ]
        )

        assert replay(maps[0], 0, content) == Replayed(maps[1], 1, draft=typed[1])
        assert replay(maps[1], 1, content) == Replayed(maps[1], 1, draft=typed[1])

    def test_an_edit_takes_its_place(self):
        maps = states()
        typed = SetField(("a1",), "text", "As").apply(maps[0])
        content = entry(1, maps[0], typed, draft=True) + entry(2, maps[0], maps[1])

        assert replay(maps[0], 0, content) == Replayed(maps[1], 2)

    def test_it_is_withdrawn_by_one_without_a_difference(self):
        first = small_map()
        typed = SetField(("a1",), "text", "As").apply(first)
        content = entry(1, first, typed, draft=True) + entry(2, first, first, draft=True)

        assert replay(first, 0, content) == Replayed(first, 0)

    def test_one_that_does_not_fit_is_not_offered(self):
        first = small_map()
        lost = first.put(Action(id="x", lane="gone", first_step="s1", last_step="s1"))

        found = replay(first, 0, entry(1, first, lost, draft=True))

        assert (found.journey, found.draft) == (first, None)
