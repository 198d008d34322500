"""The right side of the window: inspector, outline and personas in tabs."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from cjeditor.core.words import tr
from cjeditor.panels.inspector import Inspector
from cjeditor.panels.outline import Outline
from cjeditor.panels.personas import Personas
from cjeditor.session.session import Session


class SidePanel(QWidget):
    """The three tabs; what is selected gives the first its title."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.inspector = Inspector(session)
        self.outline = Outline(session)
        self.personas = Personas(session)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setExpanding(True)
        for page in (self.inspector, self.outline, self.personas):
            self._tabs.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._tabs)
        self.inspector.title_changed.connect(self._say)
        self.setMinimumWidth(260)
        self._say()

    def show_inspector(self) -> None:
        """Bring the inspector to the front and give the keyboard to its first field."""
        self._tabs.setCurrentWidget(self.inspector)
        self.inspector.focus_first()

    def add_persona(self) -> None:
        """Bring the personas to the front and add one."""
        self._tabs.setCurrentWidget(self.personas)
        self.personas.add()

    def focus(self) -> None:
        """Give the keyboard to the page in front."""
        self._tabs.currentWidget().setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        titles = (self.inspector.title, tr("Outline"), tr("Personas"))
        for index, title in enumerate(titles):
            self._tabs.setTabText(index, title)
        self._tabs.tabBar().setAccessibleName(tr("Panels"))
