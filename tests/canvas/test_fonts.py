"""The bundled fonts are made known to Qt once."""

from PySide6.QtGui import QFontDatabase

from cjeditor.canvas.fonts import load_fonts


def test_fonts_that_are_known_are_not_added_again(qapp, monkeypatch):
    load_fonts(every_script=True)
    added = []
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", added.append)

    load_fonts(every_script=True)

    assert not added
