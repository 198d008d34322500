"""Whatever the words of a map say, every widget shows them as they are and obeys none of them."""

import ctypes
import os
import re
import struct
import sys
from itertools import chain
from pathlib import Path

import pytest
from app.test_accessibility import SELECTED, run, select
from dialogs import on_dialog
from hostile import with_text
from maps import full_map
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QToolTip,
    QWidget,
)

import cjeditor
from cjeditor.files import cjm
from cjeditor.session.protection import Protection
from cjeditor.session.session import Session

MARK = "Tom&Jerry"
"""In every hostile text; where a single & means a letter to press it must be doubled."""


@pytest.fixture
def secret(tmp_path):
    """A picture that nobody may open."""
    path = tmp_path / "secret.png"
    Image.new("RGB", (30, 30), "#c53030").save(path)
    return path


def texts(secret):
    nested = "<table><tr><td>" * 12
    return {
        "picture": f"{MARK} <img src='{secret}'><img src='file://{secret}'>",
        "letters": f"{MARK} <b>bold</b><h1>large</h1><br>&lt;i&gt;",
        "tables": f"{MARK} {nested}",
        "script": f"{MARK} <a href='javascript:alert(1)'>a</a><script>alert(1)</script>",
        "style": f"{MARK} <style>* {{ image: url({secret}) }}</style> * {{ image: url({secret}) }}",
        "markdown": f"{MARK} ![a]({secret}) [b](javascript:alert(1)) # c",
        "bidi": f"{MARK} <b>\u202etxt.exe\u202c \u2066\u200f\u061c",
        "word": f"{MARK} <b>" + "W" * 9_000,
    }  # fmt: skip


NAMES = ("picture", "letters", "tables", "script", "style", "markdown", "bidi", "word")


class Openings:
    """Tells whether somebody has opened a file, as Linux tells it."""

    def __init__(self, path):
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._descriptor, os.fsencode(path), 0x20) >= 0

    def count(self):
        try:
            return len(os.read(self._descriptor, 4096)) // struct.calcsize("iIII")
        except BlockingIOError:
            return 0

    def close(self):
        os.close(self._descriptor)


@pytest.fixture
def openings(secret):
    if sys.platform != "linux":
        pytest.skip("files are watched as Linux does it")
    made = Openings(secret)
    yield made
    made.close()


def faults_in(root):
    """Yield what in *root* would be taken for more than its letters."""
    for each in (root, *root.findChildren(QWidget)):
        yield from _faults_of(each)
        for what in ("toolTip", "whatsThis", "statusTip"):
            if _is_markup(getattr(each, what)()):
                yield f"{what} of {each}: {getattr(each, what)()[:80]}"
    for action in root.findChildren(QAction):
        if MARK in action.text():
            yield f"letter of {action.text()[:80]}"
        if _is_markup(action.statusTip()) or (_shows_tip(action) and _is_markup(action.toolTip())):
            yield f"tooltip of {action.text()[:80]}: {action.toolTip()[:80]}"


def _shows_tip(action):
    places = action.associatedObjects()
    return any(not isinstance(each, QMenu) or each.toolTipsVisible() for each in places)


def _is_markup(text):
    return "Tom" in text and GuiQt.mightBeRichText(text)


def _faults_of(widget):
    if isinstance(widget, QLabel):
        if widget.textFormat() != Qt.TextFormat.PlainText and _is_markup(widget.text()):
            yield f"label {widget.text()[:80]}"
        if widget.buddy() is not None and MARK in widget.text():
            yield f"letter of label {widget.text()[:80]}"
    elif isinstance(widget, QAbstractButton) and MARK in widget.text():
        draws_itself = not isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton)
        if draws_itself and widget.shortcut().isEmpty():
            return
        yield f"letter of {type(widget).__name__} {widget.text()[:80]}"
    elif isinstance(widget, QTabBar):
        for number in range(widget.count()):
            if MARK in widget.tabText(number) or _is_markup(widget.tabToolTip(number)):
                yield f"tab {widget.tabText(number)[:80]}"
    elif isinstance(widget, QTextEdit):
        if re.search(r"<(img|a|table|b|h1)\b", widget.document().toHtml().split("<body", 1)[-1]):
            yield f"rich text in {widget}"
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _faults_of_rows(widget)


def _faults_of_rows(view):
    model = view.model()
    for row in range(min(model.rowCount(), 200)):
        tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        if isinstance(tip, str) and _is_markup(tip):
            yield f"tooltip of a row of {view}: {tip[:80]}"


def rest_on_all(root):
    """Let the pointer rest on every widget; yield the tooltips that are taken for markup."""
    for each in root.findChildren(QWidget):
        if not each.isVisible():
            continue
        for at in (each.rect().center(), QPoint(4, 4)):
            QApplication.sendEvent(
                each, QHelpEvent(QHelpEvent.Type.ToolTip, at, each.mapToGlobal(at))
            )
            if QToolTip.isVisible() and _is_markup(QToolTip.text()):
                yield f"tooltip shown by {each}: {QToolTip.text()[:80]}"
            QToolTip.hideText()


def menus_of(root):
    """Fill every menu of *root*, as somebody who opens it does."""
    for menu in root.findChildren(QMenu):
        menu.aboutToShow.emit()


def hostile(text):
    return with_text(full_map(), text)


@pytest.fixture
def space(window):
    return window.workspace


@pytest.mark.parametrize("name", NAMES)
def test_the_window_shows_it_as_it_is(space, secret, openings, name, qtbot):
    text = texts(secret)[name]
    space.session.show(hostile(text), secret.with_name("A&B <b>x.cjm"))
    found = []
    for tab in range(6):
        space.side.show_tab(tab)
        for what in SELECTED if tab == 0 else ("card",):
            select(space, what)
            menus_of(space.window)
            found += faults_in(space.window)
    if name in ("picture", "letters"):  # the tooltips are made alike for all
        found += rest_on_all(space.window)
    space.window.grab()

    assert found == []
    assert openings.count() == 0
    assert "A&B <b>x" in space.window.windowTitle()


@pytest.mark.parametrize("name", ["find", "search", "go to cell", "projector"])
def test_what_is_opened_beside_it_does_too(qtbot, space, secret, openings, name):
    for text in (texts(secret)["picture"], texts(secret)["letters"]):
        space.session.show(hostile(text))
        select(space, "card")
        run(space, name)
        QApplication.processEvents()
        menus_of(space.window)
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]

        assert list(chain.from_iterable(map(faults_in, shown))) == []
        for each in shown:
            each.grab()
            if each is not space.window:
                each.close()
    assert openings.count() == 0


@pytest.mark.parametrize("name", ["save as template", "rename", "about", "settings", "recovered"])
def test_dialogs_do_too(space, secret, openings, name, tmp_path):
    text = texts(secret)["picture"]
    leave_behind(hostile(text), secret.with_name("A&B <b>x.cjm"))
    space.session.show(hostile(text))
    select(space, "lane")
    seen = []

    def look(dialog):
        QApplication.processEvents()
        seen.append([*faults_in(dialog), *rest_on_all(dialog)])
        dialog.grab()
        dialog.reject()

    if name == "rename":
        run(space, name)
        seen.append([*faults_in(space.window)])
    else:
        on_dialog(look)
        if name != "recovered":
            run(space, name)
        else:
            space.safety.recovery._show(tuple(_left()))

    assert seen == [[]]
    assert openings.count() == 0


def leave_behind(journey, path):
    """Let a session with *journey* end badly."""
    session = Session(full_map())
    protection = Protection(session)
    session.show(journey, path, changed=True)
    assert protection.stop(keep=True)


def _left():
    from cjeditor.files.recovery import leftovers
    from cjeditor.files.recovery_folder import places

    return leftovers(*places())


def test_files_may_be_called_anything(qtbot, space, secret, openings, tmp_path):
    """Names of files are somebody else's words too."""
    path = tmp_path / f"{MARK} <img src=secret.png>.cjm"
    path.write_bytes(cjm.dumps(full_map()))
    space.settings.add_recent(path)
    space.home.show()
    menus_of(space.window)
    space.window.grab()

    assert [*faults_in(space.window), *rest_on_all(space.window)] == []
    assert openings.count() == 0
    space.home.leave()


def test_errors_show_names_as_they_are(space, tmp_path):
    path = tmp_path / f"{MARK} <img src=a>.cjm"
    path.write_bytes(b"{}")
    seen = []

    def look(dialog):
        seen.append(
            (list(faults_in(dialog)), [each.text() for each in dialog.findChildren(QLabel)])
        )
        dialog.reject()

    on_dialog(look)
    space.documents.open(path)

    ((found, labels),) = seen
    assert found == []
    assert any("<img src=a>" in each for each in labels)


def test_the_clipboard_gets_text_and_no_markup(space, secret):
    space.session.show(hostile(texts(secret)["picture"]))
    select(space, "card")
    run(space, "copy")

    mime = QApplication.clipboard().mimeData()
    assert set(mime.formats()) == {"text/plain", "application/x-cjeditor-cards"}
    assert mime.text().startswith(f"{MARK} <img")


def test_markup_that_is_pasted_stays_text(space, secret, openings):
    select_first = full_map()
    space.session.show(select_first)
    select(space, "card")
    mime = QMimeData()
    mime.setHtml(f"<b>bold</b><img src='{secret}'>")
    mime.setText("<b>bold</b>")
    for each in space.window.findChildren(QWidget):
        if isinstance(each, QLineEdit | QPlainTextEdit) and each.isVisible():
            QApplication.clipboard().setMimeData(_copy(mime))
            each.paste()
    assert list(faults_in(space.window)) == []
    assert openings.count() == 0
    assert not [each for each in space.window.findChildren(QTextEdit) if each.acceptRichText()]


def _copy(mime):
    made = QMimeData()
    made.setHtml(mime.html())
    made.setText(mime.text())
    return made


def test_nothing_in_the_program_makes_markup_or_opens_addresses():
    forbidden = re.compile(
        r"\b(setHtml|setMarkdown|insertHtml|appendHtml|openUrl|QDesktopServices|QTextBrowser"
        r"|setOpenExternalLinks|createStandardContextMenu\(.*Html|setDefaultStyleSheet|webbrowser"
        r"|RichText|MarkdownText|AutoText)\b"
    )
    package = Path(cjeditor.__file__).parent
    found = [
        f"{path.name}: {line.strip()}"
        for path in package.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if forbidden.search(line) and "setAcceptRichText(False)" not in line
    ]

    assert found == []


def test_the_check_finds_what_is_taken_for_more(qtbot, secret, openings):
    made = QWidget()
    qtbot.addWidget(made)
    label = QLabel(texts(secret)["picture"], made)
    made.setToolTip(label.text())
    made.addAction(QAction(MARK, made))
    made.show()
    made.grab()

    assert len(list(faults_in(made))) >= 3
    assert openings.count() > 0
