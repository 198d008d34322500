import pytest
from maps import big_map, small_map

from cjeditor.core.progress import Cancelled, no_progress
from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.edits.shown import Show
from cjeditor.exchange.format import Options
from cjeditor.exchange.poster import counted, document_title, poster_of, poster_remarks
from cjeditor.kinds.plain import Action
from cjeditor.layout.poster import lay_out_poster
from cjeditor.model.map import Map
from cjeditor.model.records import Scope

EN = Words("en")
A3 = Options()


def reasons(journey, options=A3):
    remarks = poster_remarks(poster_of(journey, options, EN), options)
    return [remark.reason.format(**remark.values) for remark in remarks]


def with_card(text):
    card = Action(id="long", lane="do", first_step="s2", last_step="s2", text=text)
    return small_map().put(card)


@pytest.mark.parametrize(
    ("orientation", "size"), [("landscape", (420, 297)), ("portrait", (297, 420))]
)
def test_the_page_is_the_chosen_paper(orientation, size):
    poster = poster_of(small_map(), Options("A3", orientation), EN)

    assert (poster.width / MM, poster.height / MM) == pytest.approx(size)


@pytest.mark.parametrize("columns", [2, 40])
def test_without_an_orientation_the_page_is_upright_where_the_type_is_clearly_larger(columns):
    journey = big_map(80, 4, columns)

    scales = [
        poster_of(journey, Options("A3", each), EN).scale for each in ("landscape", "portrait")
    ]

    chosen = poster_of(journey, Options("A3"), EN).scale
    assert chosen >= max(scales) / 1.08
    assert chosen == pytest.approx(max(scales) if scales[1] > 1.08 * scales[0] else scales[0])


def test_without_a_paper_the_map_keeps_its_own_size():
    assert poster_of(small_map(), Options(None), EN).scale == 1


def test_a_map_without_a_title_is_named_for_what_it_is():
    assert document_title(Map(scope=Scope(title=" ")), EN) == "Customer journey map"
    assert document_title(small_map(), EN) == "Buying a bicycle"


def test_nothing_is_said_of_a_poster_that_shows_all():
    assert reasons(small_map()) == []


def test_what_is_hidden_is_named():
    assert reasons(Show(("find", "pain"), "hidden").apply(small_map())) == [
        "What is hidden on the map is not on the poster: “Pain points”, “Find”."
    ]
    assert reasons(Show(("find", "pain"), "collapsed").apply(small_map())) == []


def test_characters_without_a_font_are_named():
    assert reasons(with_card("\U000f0000 and \U000f0001")) == [
        "No font has the characters U+F0000, U+F0001; boxes stand in their place."
    ]


def test_shortened_cards_are_named_by_their_cell():
    assert reasons(with_card("word " * 4000)) == [
        "Cards too long for the poster are shortened: B1."
    ]


def test_type_too_small_to_read_is_told():
    (reason,) = reasons(big_map(1000, 10, 60), Options("A4"))

    assert reason.endswith("pt on A4; take a larger paper.")


def test_work_can_be_stopped():
    def stop(_share):
        raise Cancelled

    poster = lay_out_poster(small_map(), None, EN)

    with pytest.raises(Cancelled):
        list(counted(poster, stop))


def test_progress_rises_with_the_blocks():
    shares = []
    poster = lay_out_poster(small_map(), None, EN)
    many = poster._replace(blocks=poster.blocks[:1] * 2000)

    assert tuple(counted(many, shares.append)) == many.blocks
    assert shares == pytest.approx([0.3, 0.45, 0.6, 0.75])
    assert tuple(counted(many, no_progress)) == many.blocks
