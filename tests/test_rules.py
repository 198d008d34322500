"""Rules of the house that no other tool checks."""

import ast
import importlib.util
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cjeditor"


def _translations():
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


def _write(folder, name, code):
    path = folder / "cjeditor" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, encoding="utf-8")
    return folder / "cjeditor"


def test_every_text_is_translated():
    assert _translations().check() == []


def test_the_check_finds_an_f_string_in_tr(tmp_path):
    package = _write(tmp_path, "app/window.py", "tr(f'Saved {name}')\ntr('Sa' + 'ved')\n")

    found = list(_translations().faults_of_code(package))

    assert [fault.split(":")[1] for fault in found] == ["1", "2"]


def test_the_check_finds_a_bare_literal_in_a_widget(tmp_path):
    code = "label.setText('Saved')\nlabel.setText(f'{n} cards')\nlabel.setText('%')\n"
    package = _write(tmp_path, "panels/panel.py", code)

    found = list(_translations().faults_of_code(package))

    assert [fault.split(":")[1] for fault in found] == ["1", "2"]


def test_the_check_finds_a_missing_and_a_crooked_translation():
    translations = _translations()
    catalogue = translations.Catalog(locale="id")
    catalogue.add("Saved {time}", "Tersimpan {waktu}")
    wanted = [
        translations.Source("Saved {time}", "", PACKAGE / "cli.py", 1),
        translations.Source("Open", "", PACKAGE / "cli.py", 2),
    ]

    found = list(translations.faults_of_catalogue(catalogue, wanted))

    assert len(found) == 2
    assert "no id for 'Open'" in found[0]
    assert "other places" in found[1]


def test_no_kind_is_asked_for_by_name_outside_kinds():
    asked = re.compile(r"""\.kind\s*(==|!=|in)\s*[("'\[{]""")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("layout", "edits", "session", "canvas", "panels", "app", "exchange/xlsx")
        for path in (PACKAGE / folder).rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if asked.search(line)
    ]

    assert found == []


def test_no_module_is_a_drawer():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }

    assert long == {}


def test_every_module_says_what_it_is():
    silent = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []
