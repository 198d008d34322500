"""What is different, record by record and field by field, in the order in which people read."""

from maps import big_map, full_map, small_map

from cjeditor.changes.compare import SCOPE, Change, compare
from cjeditor.core.frozen import Frozen
from cjeditor.edits.cards import ConvertCards, MoveCards
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.model.map import Map
from cjeditor.model.records import Comment


def test_a_changed_field_is_told_with_both_records():
    before = small_map()
    after = SetField(("p1",), "severity", 2).apply(before)

    (change,) = compare(before, after)

    assert change == Change("cards", "p1", before.cards["p1"], after.cards["p1"])
    assert change.kind == "changed"
    assert change.fields == ("severity",)


def test_what_is_added_and_what_is_removed():
    before = small_map()
    after = Delete(("p1",)).apply(before)

    gone = compare(before, after)
    come = compare(after, before)

    assert [(each.table, each.id, each.kind) for each in gone] == [
        ("cards", "p1", "removed"),
        ("emotions", "e2", "removed"),
    ]
    assert [(each.kind, each.before, each.fields) for each in come] == [("added", None, ())] * 2


def test_the_scope_is_a_record_too():
    before = small_map()
    after = SetScope("title", "Selling a bicycle").apply(before)

    (change,) = compare(before, after)

    assert (change.table, change.id, change.fields) == (SCOPE, "small", ("title",))


def test_a_card_of_another_kind_differs_in_what_only_one_of_them_has():
    before = small_map()
    after = ConvertCards(("p1",), "opportunity").apply(before)

    (change,) = compare(before, after)

    assert set(change.fields) == {"kind", "severity", "people", "impact", "effort", "extras"}


def test_changes_come_in_reading_order():
    before = small_map()
    after = MoveCards(("a1",), "pain", "s4", 0).apply(before)
    for record, field in [("a3", "text"), ("a2", "text"), ("p1", "text"), ("s3", "title"),
                          ("s1", "title"), ("feel", "title"), ("buy", "title")]:  # fmt: skip
        after = SetField((record,), field, "new").apply(after)
    after = SetScope("title", "new").apply(Delete(("e1",)).apply(after))

    found = [each.id for each in compare(before, after)]

    assert found == ["small", "buy", "s1", "s3", "feel", "a2", "a3", "p1", "a1", "e1"]


def test_maps_from_files_are_compared_by_what_they_hold():
    journey = full_map()
    read = cjm.loads(cjm.dumps(journey))

    assert compare(journey, read) == ()
    changed = SetField(("d1",), "text", "Rolls").apply(read)
    assert [each.id for each in compare(journey, changed)] == ["d1"]


def test_only_what_differs_is_looked_at(monkeypatch):
    before = big_map(2000, 5, 20)
    after = SetField(("card5",), "text", "x").apply(before)
    compared = []
    equals = Frozen.__eq__

    def counted(one, other):
        compared.append(one)
        return equals(one, other)

    monkeypatch.setattr(Frozen, "__eq__", counted)

    assert [each.id for each in compare(before, after)] == ["card5"]
    assert len(compared) <= 2


def test_another_document_is_compared_as_if_it_were_the_same():
    here = small_map().put(Comment(id="c", about="small", text="All of it"))
    copy = here.with_id("copy")

    assert copy.comments["c"].about == "copy"
    assert compare(here, copy) == ()
    assert compare(Map(id="p1"), small_map())[-1].id == "e3"  # "p1" is one of its cards
