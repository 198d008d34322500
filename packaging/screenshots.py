"""Make the pictures of the documents in docs/pictures, so that they never rot.

The window is drawn without a screen, from the real program on the sample maps; posters and
sheets are made by the exporters. Sheets need LibreOffice and are left as they are without it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from cjeditor import cli
from cjeditor.app.samples import sample
from cjeditor.app.settings import SettingsFile, settings_path
from cjeditor.model.map import Map

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZES = ((1280, 720), (1920, 1080))
POSTERS = (("id", "A3", "landscape"), ("en", "A3", "landscape"), ("en", "A4", "portrait"))


def windows() -> Iterator[Path]:
    """Draw the window in both languages, themes and sizes, a pain point selected."""
    from PySide6.QtWidgets import QApplication

    from cjeditor.app.start import build

    application = QApplication(["cjeditor"])
    for language, theme, (width, height) in product(("en", "id"), ("light", "dark"), SIZES):
        SettingsFile(settings_path()).change(language=language, theme=theme)
        window = build(application, sample("id" if language == "id" else "en"))
        window.resize(width, height)
        window.show()
        workspace = window.workspace
        assert workspace is not None
        workspace.view.go_home()
        workspace.go_to(_worst_pain(workspace.session.journey))
        for _ in range(5):
            application.processEvents()
        path = PICTURES / f"window-{theme}-{language}-{width}.png"
        window.grab().save(str(path))
        window.close()
        window.deleteLater()
        application.processEvents()
        yield path


def _worst_pain(journey: Map) -> str:
    cards = journey.reading_order()
    return max(cards, key=lambda card: (getattr(card, "severity", None) or 0, card.votes)).id


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
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)
        for path in (*windows(), *posters(), *sheets()):
            print(path.relative_to(PICTURES.parent.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
