"""User flows: a list at the left, the chosen one at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QPushButton

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import interface, tr, trn
from cjeditor.edits.flows import AddFlow, MoveFlow
from cjeditor.edits.records import Delete
from cjeditor.files.errors import FileError
from cjeditor.model.flow_graph import flows_about
from cjeditor.model.flows import FLOW_NODE_KINDS, Flow
from cjeditor.model.naming import flow_name, one_line, step_name
from cjeditor.panels.icons import icon, show_beside
from cjeditor.panels.labels import wrapped
from cjeditor.sentences import sentence
from cjeditor.session.session import Session
from cjeditor.tools.diagram.bench import Bench
from cjeditor.tools.flows.exporting import KINDS as EXPORTS
from cjeditor.tools.flows.exporting import Kind, export_flow
from cjeditor.tools.flows.view import KINDS, FlowsView
from cjeditor.tools.tool import ToolPage

_ID = Qt.ItemDataRole.UserRole


class FlowsPage(ToolPage):
    """Shows one flow; which, follows from what is selected."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.view = self.zoom_view = FlowsView(session)
        self.view.hint.connect(self.hint)
        self.view.writer.drafting.drafted.connect(self.drafted)
        self.view.kind_shown.connect(self._show_buttons)
        self.list = QListWidget()
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.view.setFocus())
        self.list.installEventFilter(self)
        self._new, self._next, self._branch = QPushButton(), QPushButton(), QPushButton()
        self._connect, self._kind, self._arrange = QPushButton(), QPushButton(), QPushButton()
        self._export, self._fit = QPushButton(), QPushButton()
        self._empty = wrapped("", "note")
        self._problem = wrapped("", "note")
        self._problem.hide()
        self._put_buttons()
        buttons = (
            self._next, self._branch, self._connect, self._kind, self._arrange, self._fit,
            self._export,
        )  # fmt: skip
        self._bench = Bench(
            self.view, self.list, buttons, (self._new, self._empty), (self._problem,)
        )
        self.body.addWidget(self._bench)

    def say(self) -> None:
        self.set_words(
            tr("User flows"),
            tr("Enter adds what follows, Ctrl+Enter a branch; Tab changes the kind as you write."),
        )
        self._new.setText(tr("New flow"))
        show_beside(self._new, "plus")
        for button, text, symbol in (
            (self._next, tr("Next"), "arrow-down"),
            (self._branch, tr("Branch"), "arrow-right"),
            (self._arrange, tr("Arrange"), "wand"),
            (self._export, tr("Export flow …"), "file-export"),
            (self._fit, tr("Show all"), "arrows-maximize"),
        ):
            self._bench.name(button, text, symbol)
        tip = tr("Draw an arrow to another step of the flow (Ctrl+L)")
        self._bench.name(self._connect, tr("Connect"), "link", tip)
        self.list.setAccessibleName(tr("User flows"))
        self.view.setAccessibleName(tr("User flow"))
        self.view.setAccessibleDescription(
            tr(
                "Arrow keys go from step to step, Ctrl with up and down to arrows, Enter adds a"
                " step, F2 writes."
            )
        )
        self._empty.setText(
            tr("There is no user flow yet. Begin one inside a step, or from a card's menu.")
        )

    def follow(self) -> None:
        flows = self.session.journey.ordered_flows
        self._empty.setVisible(not flows)
        flow = self._wanted([each.id for each in flows])
        self._fill(flows, flow)
        self.view.show_flow(flow)
        self._show_buttons()

    def show_record(self, record: Id) -> None:
        """Show a flow or a part of one; of a step or card its flow, a new one if it has none."""
        journey = self.session.journey
        if record in journey.steps or record in journey.cards:
            self.open_about(record)
            return
        super().show_record(record)
        self.follow()
        if self.view.has(record):
            self.view.select(record)
        self.view.setFocus()

    def open_about(self, element: Id) -> None:
        """Show the first flow inside a step or card; begin one if there is none."""
        found = flows_about(self.session.journey, element)
        if found:
            self.show_record(found[0].id)
        else:
            self.begin(element)

    def begin(self, about: Id) -> None:
        """Begin a flow inside a step or card."""
        flow = new_id()
        if self.session.attempt(AddFlow(about, flow_id=flow)):
            start = self.session.journey.flow_nodes_of[flow][0]
            self.show_record(start.id)

    def take_over(self) -> None:
        self.view.writer.take_over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete a flow with Delete, move it with Alt and the arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move_by(by)
                return True
            if event.matches(QKeySequence.StandardKey.Delete) and self.view.flow:
                self.session.attempt(Delete((self.view.flow,)))
                return True
        return super().eventFilter(watched, event)

    def _move_by(self, by: int) -> None:
        ids = [flow.id for flow in self.session.journey.ordered_flows]
        to = ids.index(self.view.flow) + by if self.view.flow in ids else -1
        if 0 <= to < len(ids):
            self.session.attempt(MoveFlow(self.view.flow, to))

    def _wanted(self, flows: list[Id]) -> Id:
        """Return the flow that is selected, or of which a part is, or was shown before."""
        journey = self.session.journey
        for each in self.session.selection:
            arrow = journey.flow_arrows.get(each)
            node = journey.flow_nodes.get(arrow.source if arrow is not None else each)
            flow = node.flow if node is not None else each
            if flow in flows:
                return flow
        return self.view.flow if self.view.flow in flows else next(iter(flows), "")

    def _fill(self, flows: tuple[Flow, ...], chosen: Id) -> None:
        with QSignalBlocker(self.list):
            while self.list.count() > len(flows):
                self.list.takeItem(self.list.count() - 1)
            for row, flow in enumerate(flows):
                item = self.list.item(row) or QListWidgetItem(self.list)
                self._show_row(item, flow)
                if flow.id == chosen:
                    self.list.setCurrentItem(item)

    def _show_row(self, item: QListWidgetItem, flow: Flow) -> None:
        journey, words = self.session.journey, interface()
        count = len(journey.flow_nodes_of.get(flow.id, ()))
        card = journey.cards.get(flow.about)
        step = card.first_step if card is not None else flow.about
        parts = [trn("{n} step", "{n} steps", count), step_name(journey, step, words)]
        if card is not None and flow.title.strip():
            parts.insert(1, one_line(card.text) or tr("without text"))
        item.setText(f"{flow_name(journey, flow.id, words)}\n{' · '.join(parts)}")
        item.setIcon(icon("sitemap", self.palette()))
        item.setData(_ID, flow.id)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.session.select((item.data(_ID),))

    def _show_buttons(self) -> None:
        current = self.view.current
        is_node = current in self.view.diagram.node_of or bool(self.view.writer.element)
        for button in (self._branch, self._connect, self._kind):
            button.setEnabled(is_node)
        for button in (self._next, self._arrange, self._export, self._fit):
            button.setEnabled(bool(self.view.flow))
        self._new.setEnabled(bool(self.session.journey.steps))
        kind = self.view.kind
        text = tr(FLOW_NODE_KINDS[kind]) if kind is not None else tr("Kind")
        self._bench.name(self._kind, text, "category")

    def _put_buttons(self) -> None:
        view = self.view
        self._next.clicked.connect(lambda: view.add_next(self._node()))
        self._branch.clicked.connect(lambda: view.add_next(self._node(), branch=True))
        self._connect.clicked.connect(self._begin_connecting)
        self._arrange.clicked.connect(view.arrange)
        self._fit.clicked.connect(view.fit)
        _menu(self._new, self._fill_steps)
        _menu(self._kind, self._fill_kinds)
        _menu(self._export, self._fill_exports)

    def _node(self) -> Id | None:
        """Return the selected node, or where the selected arrow leads."""
        current = self.view.current or ""
        arrow = self.session.journey.flow_arrows.get(current)
        if arrow is not None:
            return arrow.target
        return current if current in self.view.diagram.node_of else None

    def _begin_connecting(self) -> None:
        self.view.setFocus()
        self.view.begin_connecting()

    def _fill_steps(self, menu: QMenu) -> None:
        journey = self.session.journey
        for step in journey.ordered_steps:
            name = step_name(journey, step.id, interface()).replace("&", "&&")
            menu.addAction(name).triggered.connect(partial(self._begin_in, step.id))

    def _begin_in(self, step: Id, _checked: bool = False) -> None:
        self.begin(step)

    def _fill_kinds(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for number, kind in enumerate(KINDS, start=1):
            action = menu.addAction(f"{tr(FLOW_NODE_KINDS[kind])}\tAlt+{number}")
            action.setCheckable(True)
            action.setChecked(kind == self.view.kind)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._set_kind, kind))

    def _set_kind(self, kind: object, _checked: bool = False) -> None:
        self.view.set_kind(next(each for each in KINDS if each == kind))

    def _fill_exports(self, menu: QMenu) -> None:
        for kind in EXPORTS:
            menu.addAction(f"{tr(kind.label)} …").triggered.connect(partial(self.export, kind))

    def export(self, kind: Kind, _checked: bool = False) -> None:
        """Write the flow that is shown to a file that is asked for."""
        self.view.writer.commit()
        self._problem.hide()
        try:
            path = export_flow(self, self.session, self.view.flow, kind)
        except FileError as error:
            self._problem.setText(sentence(error, interface()))
            self._problem.show()
        else:
            if path is not None:
                self.hint.emit(tr("Exported: {name}").format(name=path.name))


def _menu(button: QPushButton, fill: Callable[[QMenu], None]) -> None:
    """Give a button a menu that is filled when it is opened."""
    menu = QMenu(button)

    def anew() -> None:
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(anew)
    button.setMenu(menu)
