"""The page of metrics on paper."""

import pytest
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.metrics import metrics_pages
from cjeditor.layout.booklet.paper import MARGIN
from cjeditor.model.metrics import Figure, Metric

A4 = (842.0, 595.0)


def look(language="en"):
    return Look(LIGHT, Words(language))


def measured(count=3, figures=2):
    journey = small_map()
    for number in range(count):
        metric = Metric(id=f"m{number}", about=f"s{number % 4 + 1}", name=f"Metric {number}")
        journey = journey.put(metric.replace(target=40.0))
        journey = journey.put(
            *(
                Figure(
                    id=f"f{number}-{n}", metric=metric.id,
                    date=f"2026-{n % 12 + 1:02}-{n // 12 + 1:02}",
                    value=41.5 + n, answers=50, low=30.0, high=55.0,
                )
                for n in range(figures)
            )
        )  # fmt: skip
    return journey


def texts(pages):
    return [
        shape.line.text.replace("\u00a0", " ")
        for page in pages
        for block in page.blocks
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
    ]


def test_a_map_that_measures_nothing_has_no_page():
    assert metrics_pages(small_map(), A4, look()) == []


def test_every_metric_stands_under_what_it_measures():
    found = texts(metrics_pages(measured(), A4, look()))

    assert found[0] == "Metrics"
    assert found.index("Find / Notice") < found.index("Metric 0")
    assert {"Find / Compare", "Buy / Try"} < set(found)
    assert "Target 40 met" in found
    assert "2026-02-01: 42.5, n = 50, ±12" in found


def test_in_indonesian_words_and_commas_are_indonesian():
    found = texts(metrics_pages(measured(), A4, look("id")))

    assert found[0] == "Metrik"
    assert "2026-02-01: 42,5, n = 50, ±12" in found


@pytest.mark.parametrize("size", [A4, (A4[1], A4[0])])
def test_nothing_is_cut_or_covered(size):
    pages = metrics_pages(measured(14, 30), size, look())

    assert len(pages) > 3
    for page in pages:
        tiles = [block.rect for block in page.blocks if block.part == "gauge"]
        for rect in tiles:
            assert rect.x >= MARGIN
            assert rect.right <= size[0] - MARGIN + 0.01
            assert rect.bottom <= size[1] - MARGIN
        for number, rect in enumerate(tiles):
            assert not any(rect.meets(other) for other in tiles[number + 1 :])
