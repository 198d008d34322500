"""Qt's own dialog for files, which is used where the system has none."""

import pytest
from PySide6.QtWidgets import QTreeView

from cjeditor.app.dialogs import DATES, NAMES, SIZES, TYPES, file_dialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_sizes_and_dates_of_files_are_seen_whole(qtbot, space, tmp_path, language, text_size):
    space.settings.change(language=language, text_size=text_size)
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "membeli-sepatu-lari.cjm").write_bytes(b"x" * 234_567)
    dialog = file_dialog(space.window, "", folder)
    qtbot.addWidget(dialog)
    dialog.show()
    files = dialog.findChild(QTreeView, "treeView")
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
    header = files.header()
    qtbot.waitUntil(lambda: header.sectionSize(SIZES) >= files.sizeHintForColumn(SIZES))

    assert header.sectionSize(DATES) >= files.sizeHintForColumn(DATES)
    assert header.isSectionHidden(TYPES)
    assert sum(map(header.sectionSize, (NAMES, SIZES, DATES))) == files.viewport().width()
