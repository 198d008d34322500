"""First paint of the empty editor, beside a bare PySide6 window; whole processes, in turns."""

import sys

from benchmarks.measure import Row, cpu_of_commands, report

LIMIT = 2.2

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        application.quit()
application = QApplication(["bare"])
window = Window()
window.resize(1600, 1000)
window.show()
application.exec()
"""

OURS = """
import gc
from cjeditor import cli, preflight  # as the command does
preflight.check_versions()
preflight.check_screen()
gc.disable()
from cjeditor.app import start
from PySide6.QtWidgets import QApplication
application = QApplication(["cjeditor"])
window, make = start.prepare(application)
window.resize(1600, 1000)
done = []
def then():
    try:
        {then}
        done.append(True)
    finally:  # or a failure would wait for ever
        application.quit()
window.painted.connect(then)
window.show()
application.exec()
assert done
"""

EMPTY = "pass"
FILLED = "window.fill(make).view.go_home(), window.grab()"


def measure() -> list[Row]:
    bare, empty, filled = cpu_of_commands(
        [
            [sys.executable, "-c", BARE],
            [sys.executable, "-c", OURS.format(then=EMPTY)],
            [sys.executable, "-c", OURS.format(then=FILLED)],
        ]
    )
    peer = "bare PySide6 window"
    return [
        Row("start, first paint (the window, still empty)", 0, empty, peer=peer, peer_value=bare,
            target=f"≤ {LIMIT} ×", met=empty <= LIMIT * bare),
        Row("start, a new map with all bars and panels painted", 0, filled,
            peer=peer, peer_value=bare, target=f"≤ {LIMIT} ×", met=filled <= LIMIT * bare),
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure())
