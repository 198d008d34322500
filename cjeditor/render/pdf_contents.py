"""The table of contents of a PDF file, which viewers show beside the page: its bookmarks.

reportlab's own names every place in a dictionary and puts each entry together from parts of
parts; for the 200 steps of a long map that took as long as drawing them.
"""

from typing import Any

from reportlab.pdfbase import pdfdoc

from cjeditor.display.shapes import Rect


class _Entry(pdfdoc.PDFObject):
    """An entry of the table: a title, what it shows, and where in the tree it is."""

    def __init__(self, title: str, page: Any, area: Rect) -> None:
        self._title = title
        self._page = page
        self._area = area
        self.parent: Any = None
        self.before: Any = None
        self.after: Any = None
        self.inner: list[Any] = []

    def format(self, document: Any) -> bytes:
        """Return the dictionary of the entry (ISO 32000-1, table 153); it is shown closed."""
        area = self._area
        corners = f"{area.x:.2f} {area.y:.2f} {area.right:.2f} {area.bottom:.2f}"
        place = b"[%b /FitR %b]" % (self._page.format(document), corners.encode("ascii"))
        title = b"<FEFF%b>" % self._title.encode("utf-16-be", "replace").hex().encode("ascii")
        found = [b"/Dest ", place, b" /Title ", title, _named(document, b"Parent", self.parent)]
        found += _named(document, b"Prev", self.before), _named(document, b"Next", self.after)
        if self.inner:
            found += _ends(document, self.inner), b" /Count %d" % -len(self.inner)
        return b"<< %b >>" % b"".join(found)


class PdfContents(pdfdoc.PDFObject):
    """The table itself, in the place of reportlab's in a document.

    Attributes:
        ready: 1 once it is prepared, −1 if it is empty; reportlab asks for it.
    """

    ready = -1

    def __init__(self, document: Any) -> None:
        document.outline = document.Outlines = document.Catalog.Outlines = self
        self._document = document
        self._entries: list[tuple[int, _Entry]] = []
        self._inner: list[Any] = []

    def add(self, title: str, area: Rect, level: int) -> None:
        """Add an entry that shows *area* of the current page, y up to its bottom.

        Args:
            level: 0, or at most one more than that of the entry before.
        """
        self._entries.append((level, _Entry(title, self._document.thisPageRef(), area)))

    def prepare(self, document: Any, _canvas: Any) -> None:
        """Give every entry its place in the tree; reportlab calls this before it writes."""
        if not self._entries:
            return
        self.ready = 1
        open_lists = [self._inner]
        parents = [document.Reference(self)]
        last: list[_Entry | None] = [None]
        for level, entry in self._entries:
            del open_lists[level + 1 :], parents[level + 1 :], last[level + 1 :]
            own = document.Reference(entry)
            entry.parent = parents[-1]
            before = last[-1]
            if before is not None:
                before.after, entry.before = own, open_lists[-1][-1]
            open_lists[-1].append(own)
            last[-1] = entry
            open_lists.append(entry.inner)
            parents.append(own)
            last.append(None)

    def format(self, document: Any) -> bytes:
        """Return the dictionary of the table (ISO 32000-1, table 152)."""
        ends = _ends(document, self._inner)
        return b"<< /Type /Outlines%b /Count %d >>" % (ends, len(self._inner))


def _named(document: Any, name: bytes, reference: Any) -> bytes:
    return b"" if reference is None else b" /%b %b" % (name, reference.format(document))


def _ends(document: Any, entries: list[Any]) -> bytes:
    return _named(document, b"First", entries[0]) + _named(document, b"Last", entries[-1])
