"""Keep the translations complete: `update`, `check`, `compile` the catalogues.

The English source texts stand in the code, inside `tr`, `trn`, `mark`, `words` and
`words.count`. Texts of Qt's own dialogs stand in the catalogue with the context
`Qt/<Qt context>` and are left as they are by `update`.
"""

import argparse
import ast
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"

HEADER = """\
# The texts of CJ Editor; those with a context "Qt/..." are Qt's own.
msgid ""
msgstr ""
"Project-Id-Version: CJ Editor\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
"""Indonesian has no plural forms; a language that has some brings its own line here."""

ONE_TEXT = {"tr", "mark", "words"}
TWO_TEXTS = {"trn", "count"}

WIDGET_CALLS = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QProgressDialog", "QPushButton",
    "QRadioButton", "QToolButton", "addAction", "addButton", "addItem", "addMenu", "addRow",
    "addTab", "critical", "information", "question", "setAccessibleDescription",
    "setAccessibleName", "setHeaderLabels", "setInformativeText", "setLabelText",
    "setPlaceholderText", "setStatusTip", "setSuffix", "setText", "setTitle", "setToolTip",
    "setWhatsThis", "setWindowTitle", "showMessage", "warning",
}  # fmt: skip
"""Calls that put a text before the user's eyes, in Qt and in ours."""

NOT_WORDS = re.compile(r"^[^A-Za-z]*$|^(CJ Editor|Ctrl\b.*|%p?%?)$")
"""Literals that are the same in every language."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text for translation and where it stands."""

    text: str
    plural: str
    path: Path
    line: int


def sources(folder: Path = ROOT / "cjeditor") -> Iterator[Source]:
    """Yield every marked text of the package."""
    for path in sorted(folder.rglob("*.py")):
        for call in _calls(path):
            name = _name(call)
            texts = [_text(arg) for arg in call.args[:2]]
            if name in ONE_TEXT and texts and texts[0]:
                yield Source(texts[0], "", path, call.lineno)
            elif name in TWO_TEXTS and len(texts) == 2 and all(texts):
                yield Source(texts[0], texts[1], path, call.lineno)


def faults_of_code(folder: Path = ROOT / "cjeditor") -> Iterator[str]:
    """Yield a sentence for each f-string in `tr` and each bare literal in a widget."""
    for path in sorted(folder.rglob("*.py")):
        shown = path.relative_to(folder.parent)
        for call in _calls(path):
            name = _name(call)
            if name in ONE_TEXT | TWO_TEXTS and any(_is_made(arg) for arg in call.args[:2]):
                yield f"{shown}:{call.lineno}: {name}() takes a plain literal; format after it"
            if path.parent.name in {"app", "panels", "canvas"} and name in WIDGET_CALLS:
                for arg in call.args:
                    if _is_bare(arg):
                        yield f"{shown}:{call.lineno}: {name}() shows a text without tr()"


def faults_of_catalogue(catalogue: Catalog, wanted: list[Source]) -> Iterator[str]:
    """Yield a sentence for each text without a good translation."""
    for source in wanted:
        where = f"{source.path.relative_to(ROOT)}:{source.line}"
        message = catalogue.get(source.text)
        if message is None or not _translations(message.string):
            yield f"{where}: no {catalogue.locale} for {source.text!r}"
        elif message.fuzzy:
            yield f"{where}: {source.text!r} is still marked fuzzy"
    for message in catalogue:
        for text in _translations(message.string):
            if message.id and _places(text) != _places(_first(message.id)):
                yield f"{catalogue.locale}: other places in {text!r} than in {message.id!r}"
        if message.id and message.context and not _translations(message.string):
            yield f"{catalogue.locale}: no text for Qt's {message.id!r}"


def update() -> None:
    """Bring every catalogue up to the code: new texts empty, texts no longer used away."""
    for path in FOLDER.glob("*.po"):
        old = _read(path)
        new = Catalog(locale=old.locale, fuzzy=False)
        new.mime_headers = old.mime_headers  # how many plural forms there are
        for source in sources():
            before = old.get(source.text)
            texts = (source.text, source.plural) if source.plural else source.text
            new.add(texts, before.string if before else ("",) if source.plural else "")
        for message in old:
            if message.id and message.context:
                new.add(message.id, message.string, context=message.context)
        with path.open("wb") as file:
            file.write(HEADER.format(language=path.stem).encode())
            write_po(file, new, width=100, sort_output=True, omit_header=True)


def check() -> list[str]:
    """Return a sentence for each fault of the code or of a catalogue; empty is good."""
    found = list(faults_of_code())
    wanted = list(sources())
    for path in sorted(FOLDER.glob("*.po")):
        found += faults_of_catalogue(_read(path), wanted)
    return found


def compile_all() -> None:
    """Write the `.mo` file beside every `.po` file."""
    for path in FOLDER.glob("*.po"):
        made = path.with_suffix(f".mo.{os.getpid()}")
        with made.open("wb") as file:
            write_mo(file, _read(path))
        made.replace(path.with_suffix(".mo"))  # in one go: a program that runs may be reading it


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def _calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _text(node: ast.expr) -> str:
    """Return the text of a plain literal, else an empty one."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_made(node: ast.expr) -> bool:
    """Tell whether a text is put together before it is looked up."""
    if isinstance(node, ast.JoinedStr):
        return True
    return isinstance(node, ast.BinOp) and bool(_text(node.left) or _text(node.right))


def _is_bare(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(_is_bare(part) for part in node.values)
    return not NOT_WORDS.match(_text(node))


def _first(texts: str | tuple[str, ...] | list[str]) -> str:
    return texts if isinstance(texts, str) else texts[0]


def _translations(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    texts = [string] if isinstance(string, str) else list(string or ())
    return texts if all(texts) else []


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{[^}]*\}|%n|%\d", text))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["update", "check", "compile"])
    match parser.parse_args().what:
        case "update":
            update()
        case "compile":
            compile_all()
        case _:
            found = check()
            print("\n".join(found), file=sys.stderr)
            return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
