"""Metrics and figures in the workbook: tables, formulas, and the lane on the sheet Map."""

import shutil
import subprocess
from io import BytesIO

import pytest
from maps import small_map
from openpyxl import load_workbook

from cjeditor.core.progress import no_progress
from cjeditor.exchange import xlsx
from cjeditor.exchange.format import Options
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.model.metrics import Figure, Metric


@pytest.fixture(scope="module")
def content():
    journey = small_map().put(
        MetricsLane(id="lane", order="a9"),
        Metric(id="c", about="buy", order="a0", name="CSAT", kind="csat", unit="%", target=80.0),
        Metric(id="e", about="s1", order="a1", name="=Effort", kind="ces", convention="mean",
               direction="lower", target=5.0),
        Metric(id="z", about="small", order="a2", name="Churn", kind="ccr"),
        Figure(id="c1", metric="c", date="2026-09-01", value=72.5, answers=100,
               low=63.0, high=80.0),
        Figure(id="c2", metric="c", date="2026-10-01", value=69.16, answers=107,
               low=59.9, high=77.1),
        Figure(id="e1", metric="e", date="2026-10-01", value=4.08, answers=24),
    )  # fmt: skip
    return xlsx.FORMAT.write(journey, Options(), no_progress).content


def rows(content, sheet, **how):
    book = load_workbook(BytesIO(content), **how)
    table = [[cell.value for cell in row] for row in book[sheet].iter_rows()]
    head = table[0]
    return [dict(zip(head, row, strict=True)) for row in table[1:]]


def test_each_metric_stands_in_a_row_with_its_latest_value(content):
    found = rows(content, "Metrics", data_only=True)

    assert [row["Name"] for row in found] == ["CSAT", "=Effort", "Churn"]
    assert [row["About"] for row in found] == ["Buy", "Find / Notice", "The whole map"]
    assert [row["Latest value"] for row in found] == [69.16, 4.08, None]
    assert [row["Target met"] for row in found] == ["No", "Yes", None]
    assert found[1]["Kind"] == "Customer effort score (CES)"
    assert found[1]["Direction"] == "Lower is better"


def test_each_figure_stands_in_a_row_with_its_margin(content):
    found = rows(content, "Figures", data_only=True)

    assert [row["Date"] for row in found] == ["2026-09-01", "2026-10-01", "2026-10-01"]
    assert [row["Value"] for row in found] == [72.5, 69.16, 4.08]
    assert [row["Margin"] for row in found] == [8.5, pytest.approx(8.6), None]
    assert [row["metric id"] for row in found] == ["c", "c", "e"]


def test_the_latest_value_and_the_margin_are_formulas(content):
    latest = rows(content, "Metrics")[0]["Latest value"]
    margin = rows(content, "Figures")[0]["Margin"]

    assert latest == "=LOOKUP(2,1/(Figures!$B$2:$B$4=A2),Figures!$E$2:$E$4)"
    assert margin == "=(H2-G2)/2"


def test_names_stay_texts(content):
    cell = load_workbook(BytesIO(content))["Metrics"]["D3"]

    assert (cell.value, cell.data_type) == ("=Effort", "s")


def test_the_lane_on_the_map_shows_the_values(content):
    sheet = load_workbook(BytesIO(content))["Map"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    found = [text.replace("\u00a0", " ") for text in texts]

    assert "CSAT: 69.2 %\nn = 107, ±8.6\n−3.34, within the margin\nTarget 80 % not met" in found
    assert "=Effort: 4.08\nn = 24, few answers\nTarget 5 met" in found
    merged = [str(area) for area in sheet.merged_cells.ranges]
    row = next(cell.row for r in sheet.iter_rows() for cell in r if "CSAT" in str(cell.value))
    assert f"D{row}:E{row}" in merged


def test_a_map_that_measures_nothing_has_no_such_sheets():
    content = xlsx.FORMAT.write(small_map(), Options(), no_progress).content

    assert not {"Metrics", "Figures"} & set(load_workbook(BytesIO(content)).sheetnames)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_computes_the_same(content, tmp_path):
    book = load_workbook(BytesIO(content))
    book["Figures"]["E3"] = 90.0
    path = tmp_path / "changed.xlsx"
    book.save(path)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    out = tmp_path / "out"
    subprocess.run(
        [*command, "--convert-to", "xlsx", "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip

    found = rows((out / "changed.xlsx").read_bytes(), "Metrics", data_only=True)

    assert found[0]["Latest value"] == 90
    assert found[0]["Target met"] == "Yes"
