"""Layers of a graph: arrows run down, nothing overlaps, equal graphs stand alike."""

from hypothesis import given
from hypothesis import strategies as st

from cjeditor.layout.layered import arrange

SIZE = (100.0, 40.0)


def placed(arrows, count):
    sizes = {str(number): SIZE for number in range(count)}
    return arrange(sizes, [(str(a), str(b)) for a, b in arrows], 20, 30)


@st.composite
def graphs(draw):
    count = draw(st.integers(1, 14))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    return draw(st.lists(ends, max_size=24)), count


@given(graphs())
def test_nothing_overlaps_whatever_the_graph(graph):
    places = placed(*graph)

    spots = list(places.values())
    assert len(spots) == graph[1]
    assert spots[0] == (0, 0)
    for number, (x, y) in enumerate(spots):
        for x2, y2 in spots[:number]:
            assert abs(x - x2) >= 100 + 19.99 or abs(y - y2) >= 40 + 29.99
    assert placed(*graph) == places


@given(graphs())
def test_without_cycles_every_arrow_runs_down(graph):
    arrows = [(min(ends), max(ends)) for ends in graph[0] if ends[0] != ends[1]]
    places = placed(arrows, graph[1])

    assert all(places[str(a)][1] < places[str(b)][1] for a, b in arrows)


def test_a_chain_is_straight_and_a_decision_s_ways_lie_around_it():
    chain = placed([(0, 1), (1, 2)], 3)
    assert [x for x, _ in chain.values()] == [0, 0, 0]

    ways = placed([(0, 1), (0, 2), (1, 3), (2, 3)], 4)
    assert ways["1"][0] == -ways["2"][0]
    assert ways["0"][0] == ways["3"][0] == 0


def test_ways_that_need_not_cross_do_not():
    places = placed([(0, 1), (0, 2), (1, 4), (2, 3)], 5)

    assert (places["1"][0] < places["2"][0]) == (places["4"][0] < places["3"][0])


def test_an_arrow_back_does_not_turn_the_flow_around():
    places = placed([(0, 1), (1, 2), (2, 1), (2, 0)], 3)

    assert [places[each][1] for each in "012"] == sorted(places[each][1] for each in "012")
