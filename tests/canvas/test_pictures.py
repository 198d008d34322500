"""Pictures come onto cards and into cells by drop and by paste, and leave by undo."""

import pytest
from canvas import drops
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from cjeditor.app.clipboard import paste
from cjeditor.canvas.incoming import MOST, has_picture, pictures_in
from cjeditor.files.errors import BadPicture

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the events' makers


@pytest.fixture(autouse=True)
def _clear_clipboard(qapp):
    """Leave nothing on the clipboard that would outlive the application."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def image():
    made = QImage(60, 40, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.darkGreen)
    return made


@pytest.fixture
def file(image, tmp_path):
    path = tmp_path / "shop.png"
    image.save(str(path))
    return path


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def png(image):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    mime = QMimeData()
    mime.setData("image/png", buffer.data())
    return mime


def drop(hands, place, mime):
    """Drag *mime* over *place* and drop it; return whether it was taken."""
    return drops.drop(hands, mime, hands.spot(place))


def pictured(session):
    return [card for card in session.journey.cards.values() if card.picture]


def test_a_file_dropped_on_a_card_is_its_picture(qtbot, hands, session, file):
    assert drop(hands, "a1", files(file))

    qtbot.waitUntil(lambda: bool(pictured(session)))
    assert [card.id for card in pictured(session)] == ["a1"]
    assert session.undo_stack.count() == 1


def test_files_dropped_on_a_cell_become_cards_in_one_step(qtbot, hands, session, file):
    assert drop(hands, ("do", "s4"), files(file, file))

    qtbot.waitUntil(lambda: len(pictured(session)) == 2)
    cards = session.journey.cell("do", "s4")
    assert [card.kind for card in cards] == ["picture", "picture"]
    assert session.selection == tuple(card.id for card in cards)
    assert session.undo_stack.count() == 1


def test_dropped_picture_data_is_encoded_anew(qtbot, hands, session, image):
    assert drop(hands, "a1", png(image))

    qtbot.waitUntil(lambda: bool(session.journey.pictures))
    picture = next(iter(session.journey.pictures.values()))
    assert (picture.media, picture.width, picture.height) == ("image/jpeg", 60, 40)


def test_what_is_no_picture_is_not_taken(hands, session, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("hello")

    assert not drop(hands, "a1", files(path))
    assert session.undo_stack.count() == 0


def test_a_damaged_picture_is_told(qtbot, hands, session, tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    hands.view.refused.disconnect()

    with qtbot.waitSignal(hands.view.refused) as told:
        drop(hands, "a1", files(path))

    assert isinstance(told.args[0], BadPicture)
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "file://server/share/a.png", "data:image/png,x.png"]
)
def test_nothing_is_fetched_from_elsewhere(address):
    mime = QMimeData()
    mime.setUrls([QUrl(address)])

    assert not has_picture(mime)


def test_not_endlessly_many_files_are_taken(tmp_path):
    assert len(pictures_in(files(*(tmp_path / f"{n}.png" for n in range(200))))) == MOST


def test_a_pasted_picture_goes_onto_the_selected_card(qtbot, view, session, image):
    QGuiApplication.clipboard().setMimeData(png(image))
    session.select(["a3"])

    paste(view)

    qtbot.waitUntil(lambda: bool(pictured(session)))
    assert [card.id for card in pictured(session)] == ["a3"]


def test_a_pasted_picture_becomes_a_card_in_the_cursor_s_cell(qtbot, view, session, image):
    QGuiApplication.clipboard().setImage(image)
    session.put_cursor("pain", "s3")

    paste(view)

    qtbot.waitUntil(lambda: bool(pictured(session)))
    assert [card.kind for card in session.journey.cell("pain", "s3")] == ["picture"]


def test_text_that_comes_with_a_picture_stays_text(view, session, image):
    mime = png(image)
    mime.setText("From a spreadsheet")
    QGuiApplication.clipboard().setMimeData(mime)
    session.put_cursor("do", "s4")

    paste(view)

    assert [card.text for card in session.journey.cell("do", "s4")] == ["From a spreadsheet"]


def test_a_picture_that_comes_after_another_map_was_opened_is_dropped(view, session, image):
    from cjeditor.model.map import Map

    reads = pictures_in(png(image))
    session.put_cursor("do", "s4")
    use = []
    view.pictures._taking.take = lambda _reads, then: use.append(then)
    view.pictures.put_at_focus(reads)
    session.show(Map(id="other"))

    use[0]([read() for read in reads])

    assert not session.journey.pictures
