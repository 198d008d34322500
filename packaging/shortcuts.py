"""Write the lists of keys in `docs/` from the table of actions; `check` finds what is stale."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from cjeditor.app.actions import ACTIONS
from cjeditor.app.bindings import Bindings, written
from cjeditor.app.key_sheet import sections
from cjeditor.core.words import LANGUAGES, Language, interface, set_interface_language

FOLDER = Path(__file__).resolve().parent.parent / "docs"

HEADS: dict[Language, tuple[str, ...]] = {
    "en": (
        "# Keys",
        (
            "In the program, F1 shows this list with your own keys; Help ▸ Change keys … changes "
            "them. On a Mac, Ctrl stands for ⌘."
        ),
        "| Action | Keys |",
    ),
    "id": (
        "# Tombol",
        (
            "Di dalam program, F1 menampilkan daftar ini dengan tombol Anda sendiri; "
            "Bantuan ▸ Ubah tombol … mengubahnya. Di Mac, Ctrl berarti ⌘."
        ),
        "| Tindakan | Tombol |",
    ),
}
"""Title, remarks and head of the tables."""


def main(arguments: list[str]) -> int:
    """Write the files, or with "check" tell which of them are stale."""
    app = QGuiApplication.instance() or QGuiApplication([])
    stale = [path for path, text in pages() if _read(path) != text]
    if arguments == ["check"]:
        for path in stale:
            print(f"{path.name} is stale: run packaging/shortcuts.py")
        return 1 if stale else 0
    for path, text in pages():
        path.write_text(text, encoding="utf-8")
    del app
    return 0


def pages() -> Iterator[tuple[Path, str]]:
    """Return each file with what belongs into it."""
    before = interface().language
    try:
        for language in LANGUAGES:
            set_interface_language(language)
            yield _path(language), _page(language)
    finally:
        set_interface_language(before)


def _path(language: Language) -> Path:
    return FOLDER / ("shortcuts.md" if language == "en" else f"shortcuts.{language}.md")


def _page(language: Language) -> str:
    keys = Bindings(ACTIONS).keys
    title, remarks, head = HEADS[language]
    lines = [title, "", remarks]
    for section, rows in sections(ACTIONS, lambda name: written(keys[name])):
        lines += ["", f"## {section}", "", head, "| --- | --- |"]
        lines += [f"| {text} | {', '.join(map(_cap, all_))} |" for text, all_ in rows]
    return "\n".join(lines) + "\n"


def _cap(key: str) -> str:
    return f"<kbd>{key}</kbd>"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
