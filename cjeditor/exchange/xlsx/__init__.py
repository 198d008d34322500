"""The workbook: a map as an Excel file, to look at and to work on."""

from cjeditor.core.progress import Progress, no_progress
from cjeditor.core.words import mark
from cjeditor.exchange.format import Format, Options, Writing
from cjeditor.model.map import Map


def write(journey: Map, options: Options, progress: Progress = no_progress) -> Writing:
    """Return *journey* as a workbook.

    Raises:
        Cancelled: *progress* stopped the work.
    """
    from cjeditor.exchange.xlsx.document import write_workbook  # XlsxWriter takes 0.1 s to import

    return write_workbook(journey, options, progress)


FORMAT = Format(name="xlsx", label=mark("Excel workbook"), suffixes=(".xlsx",), write=write)
