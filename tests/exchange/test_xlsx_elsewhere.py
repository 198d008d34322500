"""Programs that are not ours open the workbook: two readers from npm, and LibreOffice."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from maps import full_map

from cjeditor.exchange.format import Options
from cjeditor.exchange.xlsx import write

SCRIPT = Path(__file__).resolve().parents[1] / "independent" / "read_xlsx.mjs"


@pytest.fixture(scope="module")
def content() -> bytes:
    return write(full_map(), Options(language="en")).content


@pytest.fixture(scope="module")
def found(content) -> dict[str, dict[str, object]]:
    """What ExcelJS and SheetJS read."""
    node, folder = shutil.which("node"), os.environ.get("CJEDITOR_NODE_MODULES", "")
    if node is None:
        pytest.skip("node is not installed")
    if not all((Path(folder) / name).is_dir() for name in ("exceljs", "xlsx")):
        pytest.skip("CJEDITOR_NODE_MODULES has no exceljs and xlsx")
    done = subprocess.run([node, SCRIPT], input=content, capture_output=True, check=True)
    return json.loads(done.stdout)


def test_exceljs_finds_every_sheet_table_and_card(found):
    sheets = found["exceljs"]

    assert list(sheets)[:4] == ["Map", "Cards", "Emotions", "Personas"]
    assert sheets["_cjm"]["state"] == "veryHidden"
    assert sheets["Cards"]["tables"] == ["tblCards"]
    assert "B3:C3" in sheets["Map"]["merges"]
    for card in full_map().cards.values():
        assert card.text in sheets["Cards"]["texts"]
        assert any(card.text in text for text in sheets["Map"]["texts"])


def test_sheetjs_finds_every_card(found):
    for card in full_map().cards.values():
        assert card.text in found["sheetjs"]["Cards"]


def test_libreoffice_prints_the_map_on_one_page_with_every_card(content, tmp_path):
    soffice, pdftotext = shutil.which("soffice"), shutil.which("pdftotext")
    if soffice is None or pdftotext is None:
        pytest.skip("LibreOffice or pdftotext is not installed")
    (tmp_path / "map.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "map.xlsx"],
        cwd=tmp_path, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    command = [pdftotext, "-l", "1", "-raw", "map.pdf", "-"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    shown = "".join(done.stdout.decode().split())

    latin = [card.text for card in full_map().cards.values() if card.text.isascii()]
    assert [text for text in latin if "".join(text.split()) not in shown] == []
