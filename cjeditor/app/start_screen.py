"""The start screen: templates, own templates, examples, recent maps; a page in the window."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.languages import LANGUAGE_LABELS
from cjeditor.app.samples import EXAMPLES
from cjeditor.app.settings import SettingsFile
from cjeditor.app.start_screen_parts import WholeBox, fill_choices, pop_up, recent_tile, scroll_area
from cjeditor.app.start_screen_tiles import GAP, Tile, TileView
from cjeditor.app.templates import TEMPLATES, OwnTemplates
from cjeditor.app.theme import THEME_LABELS, THEME_SYMBOLS, tokens
from cjeditor.app.thumbnails import Thumbnails
from cjeditor.core.resources import resources
from cjeditor.core.words import LANGUAGES, Language, interface, tr
from cjeditor.display.theme import Theme
from cjeditor.panels.check_box import CheckBox
from cjeditor.panels.icons import show_beside
from cjeditor.panels.labels import ShortLabel, plain
from cjeditor.sentences import sentence

_SIDE: Final = 340
"""Width of the column with the recent maps at least, in pixels."""

_EDGE: Final = 28


class StartScreen(QWidget):
    """What the program shows when no map was asked for.

    Signals:
        template_wanted, example_wanted, map_wanted: A file was chosen, with its path.
        open_wanted, import_wanted, tour_wanted: A button was pressed.
        rename_wanted, delete_wanted: About one of the user's own templates, with its path.
        left: Back to the map.
    """

    template_wanted = Signal(object)
    example_wanted = Signal(object)
    map_wanted = Signal(object)
    open_wanted = Signal()
    import_wanted = Signal()
    tour_wanted = Signal()
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)
    left = Signal()

    def __init__(
        self, settings: SettingsFile, thumbnails: Thumbnails, own: OwnTemplates, theme: Theme
    ) -> None:
        super().__init__()
        self._settings = settings
        self._thumbnails = thumbnails
        self._own = own
        self._language: Language = interface().language
        self.setObjectName("startScreen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        colours = tokens(theme.name)
        self.templates = TileView(thumbnails, colours, rows=False)
        self.own = TileView(thumbnails, colours, rows=False)
        self.examples = TileView(thumbnails, colours, rows=False)
        self.recent = TileView(thumbnails, colours, rows=True)
        self._make_controls()
        self._put_together()
        self._connect()
        self.dress(theme)

    @property
    def grids(self) -> tuple[TileView, ...]:
        """The four sets of tiles, in the order of the Tab key."""
        return self.templates, self.own, self.examples, self.recent

    def dress(self, theme: Theme) -> None:
        """Take the colours of the theme and the words of the interface's language."""
        for grid in self.grids:
            grid.dress(tokens(theme.name), theme.name)
        for button, symbol in self._symbols.items():
            show_beside(button, symbol)
        self._say()

    def show_all(self) -> None:
        """Look again at what there is: recent maps and templates come and go."""
        language = self._language
        self.templates.show_tiles(
            [Tile(each.path(language), tr(each.label), tr(each.note)) for each in TEMPLATES]
        )
        self.examples.show_tiles(
            [Tile(each.path(language), tr(each.label), tr(each.note)) for each in EXAMPLES]
        )
        self.own.show_tiles([self._own_tile(path) for path in self._own.paths()])
        recent = [recent_tile(Path(name)) for name in self._settings.value.recent]
        self.recent.show_tiles(recent)
        has_own = self.own.tiles.rowCount() > 0
        self.own.setVisible(has_own)
        self._own_heading.setVisible(has_own)
        self._no_recent.setVisible(not recent)
        self._new_here.setVisible(not self._settings.value.tour_seen)
        self.recent.setVisible(bool(recent))

    def show_language(self, language: Language) -> None:
        """Show templates and examples in *language*."""
        self._language = language
        self._languages[language].setChecked(True)
        self.show_all()

    def show_map_behind(self, there: bool) -> None:
        """Offer the way back if there is a map to go back to."""
        self._back.setVisible(there)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_language(interface().language)
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- parts

    def _make_controls(self) -> None:
        self._back = QToolButton()
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._open, self._import = QPushButton(), QPushButton()
        self._to_examples, self._tour = QPushButton(), QPushButton()
        self._open.setObjectName("primary")
        self._symbols: dict[QPushButton | QToolButton, str] = {
            self._back: "arrow-left",
            self._import: "file-import",
            self._to_examples: "map-2",
            self._tour: "route",
        }
        self._slogan, self._heading = ShortLabel(), plain("", "heading")
        self._slogan.setProperty("role", "note")
        self._own_heading, self._example_heading = plain("", "heading"), plain("", "heading")
        self._recent_heading, self._no_recent = plain("", "heading"), plain("", "note")
        self._new_here = plain("", "note")
        for note in (self._no_recent, self._new_here):
            note.setWordWrap(True)
        self._at_start = CheckBox()
        self._interface, self._theme = WholeBox(), WholeBox()
        self._language_group = QButtonGroup(self)
        self._languages: dict[Language, QToolButton] = {}
        for language, name in LANGUAGES.items():
            button = QToolButton()
            button.setObjectName("segment")
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(language == self._language)
            self._languages[language] = button
            self._language_group.addButton(button)

    def _put_together(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._main(), 1)
        columns.addWidget(self._side())
        page.addLayout(columns, 1)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setObjectName("startHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(_EDGE, 12, _EDGE, 12)
        row.setSpacing(10)
        emblem = QLabel()
        emblem.setPixmap(QIcon(str(resources() / "theme" / "cjeditor.svg")).pixmap(QSize(32, 32)))
        name = plain("CJ Editor", "heading")
        for each in (emblem, name, self._slogan):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self._back)
        for box in (self._interface, self._theme):
            row.addWidget(box)
        return head

    def _main(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("startMain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, 20, _EDGE - GAP, 24)
        column.setSpacing(12)
        heading = QHBoxLayout()
        heading.setSpacing(0)
        heading.setContentsMargins(0, 0, GAP, 0)
        heading.addWidget(self._heading)
        heading.addStretch(1)
        for button in self._languages.values():
            heading.addWidget(button)
        column.addLayout(heading)
        column.addWidget(self.templates)
        for label, grid in (
            (self._own_heading, self.own),
            (self._example_heading, self.examples),
        ):
            label.setContentsMargins(0, 8, 0, 0)
            column.addWidget(label)
            column.addWidget(grid)
        column.addStretch(1)
        self._inside, self._scroll = inside, scroll_area(inside)
        return self._scroll

    def _side(self) -> QWidget:
        side = QFrame()
        side.setObjectName("startSide")
        side.setMinimumWidth(_SIDE)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 20, 20, 14)
        column.setSpacing(12)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        for number, button in enumerate((self._open, self._import, self._to_examples, self._tour)):
            buttons.addWidget(button, number // 2, number % 2)
        column.addLayout(buttons)
        column.addWidget(self._new_here)
        self._recent_heading.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._recent_heading)
        column.addWidget(self._no_recent)
        rows = QWidget()
        rows.setObjectName("startRecent")
        inner = QVBoxLayout(rows)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.recent)
        inner.addStretch(1)
        column.addWidget(scroll_area(rows), 1)
        column.addWidget(self._at_start)
        return side

    def _connect(self) -> None:
        self.templates.opened.connect(lambda tile: self.template_wanted.emit(tile.path))
        self.own.opened.connect(lambda tile: self.template_wanted.emit(tile.path))
        self.examples.opened.connect(lambda tile: self.example_wanted.emit(tile.path))
        self.recent.opened.connect(self._open_recent)
        self.own.menu_wanted.connect(self._own_menu)
        self.recent.menu_wanted.connect(self._recent_menu)
        self.own.keyed.connect(self._own_key)
        self.recent.keyed.connect(self._recent_key)
        self._open.clicked.connect(self.open_wanted)
        self._import.clicked.connect(self.import_wanted)
        self._tour.clicked.connect(self.tour_wanted)
        self._to_examples.clicked.connect(self._show_examples)
        self._back.clicked.connect(self.left)
        self._at_start.toggled.connect(lambda on: self._settings.change(start_shown=on))
        for language, button in self._languages.items():
            button.clicked.connect(lambda _on, each=language: self.show_language(each))
        for field, box in (("language", self._interface), ("theme", self._theme)):
            box.activated.connect(
                lambda _index, f=field, b=box: self._settings.change(**{f: b.currentData()})
            )
        for grid in self.grids[:3]:
            chosen = grid.selectionModel()
            chosen.currentChanged.connect(lambda now, _old, g=grid: self._see(g, now))
        self._thumbnails.made.connect(self._follow_problem)

    # --- what there is

    def _own_tile(self, path: Path) -> Tile:
        problem = self._thumbnails.problem(path)
        if problem is None:
            return Tile(path, path.stem, tr("F2 renames it, Del deletes it"))
        return Tile(path, path.stem, sentence(problem, interface()), is_there=False)

    def _follow_problem(self, path: Path) -> None:
        if self._thumbnails.problem(path) is not None:
            self.show_all()

    def _open_recent(self, tile: Tile) -> None:
        if tile.is_there:
            self.map_wanted.emit(tile.path)
        else:
            rect = self.recent.visualRect(self.recent.currentIndex())
            self._recent_menu(self.recent.viewport().mapToGlobal(rect.center()))

    def _show_examples(self) -> None:
        self.examples.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self.examples, 0, 40)

    def _see(self, grid: TileView, index: Any) -> None:
        """Scroll to the tile that the keyboard goes to."""
        rect = grid.visualRect(index)
        corner = grid.mapTo(self._inside, rect.center())
        self._scroll.ensureVisible(corner.x(), corner.y(), 0, rect.height() // 2 + 24)

    # --- menus of tiles

    def _own_menu(self, at: QPoint) -> None:
        tile = self.own.present()
        if tile is None:
            return
        menu = QMenu(self)
        rename = menu.addAction(tr("Rename …"))
        rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        rename.triggered.connect(lambda: self.rename_wanted.emit(tile.path))
        delete = menu.addAction(tr("Delete …"))
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.triggered.connect(lambda: self.delete_wanted.emit(tile.path))
        pop_up(menu, at)

    def _own_key(self, key: int) -> None:
        tile = self.own.present()
        if tile is not None and key == Qt.Key.Key_F2:
            self.rename_wanted.emit(tile.path)
        elif tile is not None and key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(tile.path)

    def _recent_menu(self, at: QPoint) -> None:
        tile = self.recent.present()
        if tile is None:
            return
        menu = QMenu(self)
        remove = menu.addAction(tr("Remove from this list"))
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.triggered.connect(lambda: self._drop_recent(tile.path))
        pop_up(menu, at)

    def _recent_key(self, key: int) -> None:
        tile = self.recent.present()
        if tile is not None and key == Qt.Key.Key_Delete:
            self._drop_recent(tile.path)

    def _drop_recent(self, path: Path) -> None:
        self._settings.drop_recent(path)
        self.show_all()

    # --- words

    def _say(self) -> None:
        self._slogan.show_text(tr("The desktop editor for customer journey maps"))
        self._heading.setText(tr("New map"))
        self._own_heading.setText(tr("Own templates"))
        self._example_heading.setText(tr("Examples"))
        self._recent_heading.setText(tr("Recent maps"))
        self._no_recent.setText(tr("Maps that you open or save will stand here."))
        self._back.setText(tr("Back to the map"))
        self._open.setText(tr("Open …"))
        self._import.setText(tr("Import …"))
        self._to_examples.setText(tr("Examples"))
        self._new_here.setText(tr("New here? The tour takes a minute and can be left at any time."))
        self._tour.setText(tr("Take the tour"))
        self._at_start.setText(tr("Show this page when the program starts"))
        self._at_start.setChecked(self._settings.value.start_shown)
        for grid, label in zip(
            self.grids,
            (self._heading, self._own_heading, self._example_heading, self._recent_heading),
            strict=True,
        ):
            grid.setAccessibleName(label.text())
        for button in self._languages.values():
            about = tr("Templates and examples in {language}")
            button.setAccessibleName(about.format(language=button.text()))
        chosen = self._settings.value
        symbols = dict.fromkeys(LANGUAGE_LABELS, "language")
        fill_choices(self._interface, tr("Language"), LANGUAGE_LABELS, symbols, chosen.language)
        fill_choices(self._theme, tr("Theme"), THEME_LABELS, THEME_SYMBOLS, chosen.theme)
        self.show_all()
