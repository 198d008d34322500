"""Counting the answers of a survey, beside reading the same rows alone."""

import csv
import random
import sys
import tempfile
from pathlib import Path

import xlsxwriter

from benchmarks.measure import Row, cpu, cpu_in_turns, peak_memory, report
from cjeditor.exchange.survey.answers import Columns, Scale, Tally, count_answers
from cjeditor.exchange.survey.table import open_table

SECOND = 1_000.0
MEMORY = 100


def _rows(count: int) -> list[tuple[str, int, str, str]]:
    chance = random.Random(1)
    return [
        (
            f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            chance.randint(0, 10),
            chance.choice(("Find", "Pay", "Wait")),
            "The driver was friendly" if chance.random() < 0.3 else "",
        )
        for _ in range(count)
    ]


def _write_csv(path: Path, count: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("date", "score", "stage", "comment"))
        writer.writerows(_rows(count))


def _write_workbook(path: Path, count: int) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("date", "score", "stage", "comment"))
    for number, row in enumerate(_rows(count), start=1):
        sheet.write_row(number, 0, row)
    book.close()


def _count(path: Path) -> Tally:
    file = open_table(path)
    columns = Columns(value=1, day=0, segment=2)
    return count_answers(file, file.sheets[0], columns, Scale(0, 10))


def _read_alone(path: Path) -> int:
    with path.open(newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def measure(size: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        text, book = Path(folder) / "answers.csv", Path(folder) / "answers.xlsx"
        _write_csv(text, size)
        ours, theirs = cpu_in_turns([lambda: _count(text), lambda: _read_alone(text)], repeat=3)
        _write_workbook(book, size)
        before = peak_memory()
        workbook = cpu(lambda: _count(book), repeat=3)
        more = peak_memory() - before
    limit = SECOND * size / 100_000
    return [
        Row(
            "answers counted, text", size, ours, "ms", "csv module, rows alone", theirs,
            "≤ 1 s for 100,000", ours <= limit,
        ),
        Row(
            "answers counted, workbook", size, workbook, "ms", target="≤ 1 s for 100,000",
            met=workbook <= limit,
        ),
        Row(
            "memory more for it", size, more, "MiB", target="≤ 100 MiB", met=more <= MEMORY
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
