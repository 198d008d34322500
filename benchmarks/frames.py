"""Frames of the canvas, 1920 × 1080 raster: fit, the worst zoom, pan, drag; and memory."""

import sys

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from benchmarks.measure import Row, peak_memory, report
from benchmarks.screen import Screen

ZOOMS = (0.1, 0.12, 0.15, 0.2, 0.3, 0.44, 0.46, 0.6, 0.8, 1.0, 1.5)
LIMITS = {200: 16, 2_000: 16, 5_000: 16, 20_000: 30}


def measure(cards: int) -> list[Row]:
    screen = Screen(cards)
    figures = {
        "frame, fit": _fit(screen),
        "frame, worst zoom": max(_still(screen, zoom) for zoom in ZOOMS),
        "frame, pan at 100 %": _pan(screen, 1.0),
        "frame, pan at 50 %": _pan(screen, 0.5),
        "frame, drag of a card": _drag(screen),
    }
    limit = LIMITS[cards]
    rows = [
        Row(what, cards, value, target=f"≤ {limit} ms", met=value <= limit)
        for what, value in figures.items()
    ]
    return [*rows, Row("map on screen, peak memory", cards, peak_memory(), unit="MiB")]


def _fit(screen: Screen) -> float:
    screen.view.fit()
    return _repaint(screen)


def _still(screen: Screen, zoom: float) -> float:
    screen.view.zoom_to(zoom)
    return _repaint(screen)


def _repaint(screen: Screen) -> float:
    """Return the cost of painting everything that is seen, glyphs built."""
    screen.settle()
    screen.frame(screen.view.viewport().update)
    return screen.frames([screen.view.viewport().update] * 9)


def _pan(screen: Screen, zoom: float) -> float:
    """Pan to and fro; a map that fits on the screen is panned at three times its size."""
    fits = screen.view.sheet.width * zoom < screen.view.viewport().width() * 1.2
    screen.view.zoom_to(zoom * 3 if fits else zoom)
    screen.settle()
    bar = screen.view.horizontalScrollBar()
    bar.setValue(bar.minimum())
    screen.settle()
    reach = bar.maximum() - bar.minimum() - 24
    places = [bar.minimum() + abs((24 * n + reach) % (2 * reach) - reach) for n in range(1, 61)]
    return screen.frames([lambda place=place: bar.setValue(place) for place in places])


def _drag(screen: Screen) -> float:
    view = screen.view
    view.zoom_to(1.0)
    journey = screen.session.journey
    card = next(c for c in journey.reading_order() if c.first_step == journey.ordered_steps[1].id)
    rect = view.rect_of(card.id)
    view.centerOn(rect.x, rect.y)
    screen.settle()
    start = view.mapFromScene(QPointF(rect.x + 40, rect.y + 12))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    moves = [start + QPoint(4 * number, 3 * number) for number in range(4, 64)]
    cost = screen.frames(
        [lambda spot=spot: QTest.mouseMove(view.viewport(), spot) for spot in moves]
    )
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=moves[-1])
    return cost


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
