"""Make the pictures of the documents in docs/pictures, so that they never rot.

The window is drawn without a screen, from the real program on the sample maps; posters and
sheets are made by the exporters. Sheets need LibreOffice and are left as they are without it.
"""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from screenshot_safety import SAFETY
from screenshot_scenes import SCENES, Scene, copied, recent_maps, screen_file
from screenshot_tools import TOOL_SCENES

from cjeditor import cli
from cjeditor.app.samples import sample
from cjeditor.app.settings import Settings, SettingsFile, settings_path

if TYPE_CHECKING:
    from PIL import Image
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
_COLOURS, _ALIKE = 256, 5
"""Colours of a picture at most, and how far apart two are at least: all parts together."""

_LAZY = 500
"""Milliseconds after which the window has drawn what it draws when there is time."""

_Colour = tuple[int, ...]

POSTERS = (("id", "A3", "landscape"), ("en", "A3", "landscape"), ("en", "A4", "portrait"))


def windows(home: Path, wanted: Sequence[str]) -> Iterator[Path]:
    """Draw the scenes of the tour."""
    from PySide6.QtWidgets import QApplication

    application = QApplication(
        ["cjeditor", "-platform", f"offscreen:configfile={screen_file(home)}"]
    )
    recent = tuple(recent_maps(home))
    scenes = (*SCENES, *SAFETY, *TOOL_SCENES)
    for scene in sorted(scenes, key=lambda each: each.language):  # Qt keeps a language's words
        path = PICTURES / f"{scene.name}.png"
        if not wanted or scene.name in wanted:
            SettingsFile(settings_path()).change(
                **asdict(Settings())
                | {"language": scene.language, "theme": scene.theme, "recent": recent}
                | {"motion": "off", "tour_seen": True}
                | scene.settings
            )
            _draw(application, scene, copied(home, scene.path), path)
            yield path


def _draw(application: "QApplication", scene: Scene, file: Path, path: Path) -> None:
    from cjeditor.app.start import build

    window = build(application, file)
    window.resize(*scene.size)
    window.show()
    application.processEvents()
    workspace = window.workspace
    assert workspace is not None
    over = scene.act(workspace)
    workspace.side.inspector.catch_up()
    _settle(application)
    if over is None:
        picture = window.grab()
    elif scene.alone:
        picture = over.grab()
    else:
        picture = _together(window, over)
    _save(picture, path)
    workspace.view.writer.give_up()
    workspace.session.show(workspace.session.journey)  # nobody is there to be asked about changes
    for each in (over, window):
        if each is not None:
            each.close()
            each.deleteLater()
    application.processEvents()


def _settle(application: "QApplication") -> None:
    """Wait until threads have drawn what they draw, and everything has found its place."""
    from PySide6.QtCore import QThread
    from PySide6.QtTest import QTest

    QTest.qWait(_LAZY)
    for _ in range(5):
        application.processEvents()
        for window in application.topLevelWidgets():
            for thread in window.findChildren(QThread):
                thread.wait()
        application.sendPostedEvents()


def _together(window: "QWidget", over: "QWidget") -> "QPixmap":
    """Return the window with a popup over it, where it stands."""
    from PySide6.QtGui import QPainter

    picture = window.grab()
    painter = QPainter(picture)
    painter.drawPixmap(over.pos() - window.mapToGlobal(window.rect().topLeft()), over.grab())
    painter.end()
    return picture


def _save(picture: "QPixmap", path: Path) -> None:
    """Write a picture with few colours: that is enough for a window and a third of the size."""
    from PIL import Image
    from PySide6.QtGui import QImage

    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    whole = Image.frombytes(
        "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )
    _with_few_colours(whole).save(path, optimize=True)


def _with_few_colours(whole: "Image.Image") -> "Image.Image":
    """Return the picture with its commonest colours; each other one becomes the nearest of them.

    What Pillow chooses itself loses rare colours, such as a card's bar, and shifts white.
    """
    from PIL import Image

    counts = Counter(struct.iter_unpack("BBB", whole.tobytes()))
    chosen: list[_Colour] = []
    for colour, _count in counts.most_common():
        if len(chosen) < _COLOURS and all(_gap(colour, each) > _ALIKE for each in chosen):
            chosen.append(colour)
    number = {colour: _nearest(colour, chosen) for colour in counts}
    pixels = bytes(number[each] for each in struct.iter_unpack("BBB", whole.tobytes()))
    few = Image.frombytes("P", whole.size, pixels)
    few.putpalette([part for colour in chosen for part in colour])
    return few


def _nearest(colour: _Colour, chosen: Sequence[_Colour]) -> int:
    gaps = [_gap(colour, each) for each in chosen]
    return gaps.index(min(gaps))


def _gap(one: _Colour, other: _Colour) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) + abs(one[2] - other[2])


def posters() -> Iterator[Path]:
    """Draw three posters as pictures of their PDF pages."""
    import pypdfium2

    with tempfile.TemporaryDirectory() as folder:
        for language, paper, orientation in POSTERS:
            page = Path(folder) / "poster.pdf"
            _export(language, page, "--paper", paper, "--orientation", orientation)
            path = PICTURES / f"poster-{paper}-{orientation}-{language}.png"
            pypdfium2.PdfDocument(page)[0].render(scale=1.3).to_pil().save(path, optimize=True)
            yield path


def sheets() -> Iterator[Path]:
    """Draw the workbook's sheets as LibreOffice prints them."""
    import pypdfium2

    if shutil.which("soffice") is None:
        print("Sheets left as they are: LibreOffice is not here.", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.xlsx"
        _export("id", book)
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(book)]
        subprocess.run(command, check=True, capture_output=True)
        pages = pypdfium2.PdfDocument(book.with_suffix(".pdf"))
        for number in range(min(4, len(pages))):
            path = PICTURES / f"sheet-{number + 1}-id.png"
            pages[number].render(scale=1.2).to_pil().save(path, optimize=True)
            yield path


def _export(language: str, out: Path, *options: str) -> None:
    source = sample("id" if language == "id" else "en")
    if cli.main(["export", str(source), "-o", str(out), *options]):
        raise SystemExit(1)


def main() -> int:
    """Make all pictures, or only those of the scenes that are named."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(QT_QPA_PLATFORM="offscreen", HOME=home)
        os.environ.update(
            {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "DATA", "CACHE")}
        )
        made = windows(Path(home), wanted)
        for path in made if wanted else chain(made, posters(), sheets()):
            print(path.relative_to(PICTURES.parent.parent), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
