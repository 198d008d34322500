import pytest
from maps import big_map, full_map

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.layout.telling import telling_part


def _with_long_cards(journey):
    last = len(journey.ordered_steps) - 1
    return journey.put(
        *(
            card.replace(last_step=f"step{min(last, journey.column_of[card.first_step] + 5)}")
            for number, card in enumerate(journey.cards.values())
            if number % 6 == 0
        )
    )


@pytest.mark.parametrize("column", [100, 152, 300])
@pytest.mark.parametrize(
    "journey",
    [big_map(600, 6, 20), _with_long_cards(big_map(600, 6, 20)), full_map()],
    ids=["short", "long", "full"],
)
def test_it_is_about_as_high_as_the_whole_map(journey, column):
    look = Look(LIGHT, Words("en"), column=column)

    whole, part = lay_out(journey, look).height, lay_out(telling_part(journey), look).height

    assert 0.98 * whole <= part <= whole


def test_it_has_few_of_the_cards():
    journey = big_map(1000, 6, 40)

    assert len(telling_part(journey).cards) < 200


def test_cards_at_which_somebody_feels_are_kept():
    assert "t1" in telling_part(full_map()).cards
