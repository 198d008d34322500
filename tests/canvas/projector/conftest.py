"""A projector view of the small map."""

import pytest
from PySide6.QtCore import QPointF

from cjeditor.canvas.projector.view import ProjectorView


@pytest.fixture
def project(qtbot):
    """Open a projector on a session, and wait until it shows the map."""

    def project(session, look, **options):
        view = ProjectorView(session, look, motion=False, **options)
        qtbot.addWidget(view)
        qtbot.waitUntil(lambda: not view.is_opening)
        return view

    return project


@pytest.fixture
def projector(qtbot, project, session, look):
    view = project(session, look)
    view.resize(1280, 720)
    with qtbot.waitActive(view):
        view.show()
    return view


@pytest.fixture
def press(qtbot, projector):
    """Press keys on the projector."""

    def press(*keys, **modifier):
        for key in keys:
            qtbot.keyClick(projector, key, **modifier)

    return press


@pytest.fixture
def lit(projector):
    """Return the colour that is seen at the middle of an element."""

    def lit(element, dx=0.5, dy=0.5):
        rect = projector.rect_of(element)
        point = QPointF(rect.x + rect.width * dx, rect.y + rect.height * dy)
        projector.status.hide()
        image = projector.grab().toImage()
        return image.pixelColor(projector.mapFromScene(point))

    return lit
