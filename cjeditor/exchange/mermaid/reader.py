"""Mermaid journey → map."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, assert_never

from pydantic_core import from_json

from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError, Reading
from cjeditor.exchange.mermaid.draft import Draft, DraftStep, build
from cjeditor.exchange.mermaid.grammar import Statement, is_journey, statements
from cjeditor.exchange.mermaid.names import (
    ACC_DESCRIPTION,
    ACC_TITLE,
    DIRECTIVE,
    FRONT_MATTER,
    meaning,
    without_codes,
)
from cjeditor.exchange.mermaid.source import Source, blocks
from cjeditor.exchange.mermaid.task import Task, parse
from cjeditor.exchange.remarks import Remarks
from cjeditor.exchange.text import MAX_RECORDS, decode
from cjeditor.kinds.feeling import HIGHEST, LOWEST

NEUTRAL: Final = 3
"""The score, of 1 to 5, that is neither good nor bad."""

MAX_BLOCKS: Final = 10_000
"""Diagrams in one text among which a journey is looked for."""

_TITLE: Final = re.compile(r"^title[ \t]{0,99}:[ \t]{0,99}(\S.*)$", re.MULTILINE)


def recognises(content: bytes) -> bool:
    """Tell whether the file is a journey diagram, or a text that holds one."""
    try:
        text = decode(content)
    except ReadError:
        return False
    return bool(_journeys(text))


def read(content: bytes) -> Reading:
    """Return the map of the first journey diagram in a file.

    Raises:
        ReadError: There is none, or the file is not a text.
    """
    text = decode(content)
    found = _journeys(text)
    if not found:
        raise ReadError(
            mark(
                "There is no Mermaid journey in this file. "
                "A journey begins with the word “journey” on a line of its own."
            )
        )
    reader = _Reader()
    _tell_surroundings(text, found, reader.remarks)
    reader.take(found[0])
    return Reading(build(reader.draft), reader.remarks.all())


def _journeys(text: str) -> list[Source]:
    """Return the journeys in a text: the whole of it, or those among its blocks."""
    whole = Source(text, 1)
    if is_journey(whole):
        return [whole]
    return [each for each in islice(blocks(text), MAX_BLOCKS) if is_journey(each)]


def _tell_surroundings(text: str, found: list[Source], remarks: Remarks) -> None:
    first = found[0]
    lines = text.split("\n")
    after = lines[first.line + first.text.count("\n") + 1 :]
    if any(line.strip() for line in (*lines[: max(0, first.line - 2)], *after)):
        remarks.add(mark("Only the journey diagram was read, not the text around it."), first.line)
    for other in found[1:]:
        remarks.add(_OTHER, other.line)


_OTHER: Final = mark("Another journey begins here; only the first one of a file is read.")


@dataclass
class _Reader:
    """Fills a draft, statement by statement."""

    draft: Draft = field(default_factory=Draft)
    remarks: Remarks = field(default_factory=Remarks)
    _headers: int = 0
    _titles: int = 0

    def take(self, source: Source) -> None:
        for count, statement in enumerate(statements(source)):
            if self._headers > 1:
                return
            self._take(statement)
            self._check(max(count, self.draft.records))

    def _take(self, statement: Statement) -> None:
        text = self.remarks.fit(statement.text, statement.line)
        match statement.kind:
            case "header":
                self._header(statement.line)
            case "front matter":
                self._front_matter(text, statement)
            case "directive":
                self.draft.add_extra(DIRECTIVE, text)
            case "comment":
                self.remarks.add(
                    mark("The comment “{text}” was left out."), statement.line, text=text
                )
            case "title":
                self._title(text, statement.line)
            case "accTitle":
                self._accessible(ACC_TITLE, meaning(text), statement.line)
            case "accDescr":
                self._description(text, statement)
            case "section":
                self._section(text, statement.line)
            case "task":
                self._task(text, statement.line)
            case _:
                assert_never(statement.kind)

    def _header(self, line: int) -> None:
        self._headers += 1
        if self._headers > 1:
            self.remarks.add(_OTHER, line)

    def _front_matter(self, text: str, statement: Statement) -> None:
        self.draft.add_extra(FRONT_MATTER, text)
        self.draft.title = title_of(text)
        if statement.differs:
            self.remarks.add(
                mark("Mermaid itself refuses a front matter that is indented."), statement.line
            )

    def _title(self, text: str, line: int) -> None:
        if not text:
            self.remarks.add(mark("A title without a text was left out."), line)
        elif self._titles and parse(text).number is not None:
            self.remarks.add(
                mark("Mermaid itself takes this line for a second title; it was kept as a step."),
                line,
            )
            self._task(f"title {text}", line)
        else:
            if self._titles:
                self.remarks.add(
                    mark("The title “{title}” gave way to a later one."),
                    line,
                    title=self.draft.title,
                )
            self._titles += 1
            self._tell_cut(text, line)
            self.draft.title = meaning(text)

    def _description(self, text: str, statement: Statement) -> None:
        lines = (meaning(line) for line in text.strip().split("\n"))
        self._accessible(ACC_DESCRIPTION, "\n".join(lines), statement.line)
        if statement.differs:
            self.remarks.add(mark("The description’s brace is never closed."), statement.line)

    def _accessible(self, name: str, text: str, line: int) -> None:
        """Keep what screen readers are told; of two, Mermaid takes the last."""
        if name in self.draft.accessible:
            before = self.draft.accessible[name]
            self.remarks.add(mark("The text “{text}” gave way to a later one."), line, text=before)
        self.draft.accessible[name] = text

    def _section(self, text: str, line: int) -> None:
        if not text:
            self.remarks.add(mark("A section without a name became a stage without a title."), line)
        if ":" in text:
            self._tell_colon(line)
        self._tell_cut(text, line)
        self.draft.add_stage(meaning(text))

    def _task(self, text: str, line: int) -> None:
        task = parse(text)
        self._tell_cut(text, line)
        if task.differs:
            self._tell_colon(line)
        value, label = self._feeling(task, line)
        actors = self._actors(task, line)
        self.draft.add_step(DraftStep(meaning(task.name), actors, value, label))

    def _feeling(self, task: Task, line: int) -> tuple[float | None, str]:
        """Return the value on our scale and the label that keeps what was said."""
        if task.number is None:
            if task.score:
                reason = mark("“{score}” is not a number; the step “{step}” got no feeling.")
            else:
                reason = mark("The step “{step}” has no score, so it got no feeling.")
            self.remarks.add(reason, line, step=meaning(task.name), score=task.score)
            return None, ""
        value = round(task.number - NEUTRAL, 6)
        nearest = min(HIGHEST, max(LOWEST, value))
        if nearest == value:
            return value, ""
        self.remarks.add(
            mark(
                "The score {score} lies outside 1 to 5; the feeling is at the end of the scale "
                "and keeps the score as its label."
            ),
            line,
            score=task.score,
        )
        return nearest, task.score

    def _actors(self, task: Task, line: int) -> tuple[str, ...]:
        if task.dropped:
            self.remarks.add(
                mark("Mermaid itself drops “{text}”; it was taken for another actor."),
                line,
                text=task.dropped,
            )
        actors: dict[str, None] = {}
        for source in task.actors:
            name = meaning(source)
            if not source:
                self.remarks.add(mark("An actor without a name was left out."), line)
            elif name in actors:
                self.remarks.add(mark("The actor “{name}” was named twice."), line, name=name)
            else:
                actors[name] = None
        return tuple(actors)

    def _tell_colon(self, line: int) -> None:
        self.remarks.add(
            mark("Mermaid itself reads this line otherwise, or not at all, because of its colons."),
            line,
        )

    def _tell_cut(self, source: str, line: int) -> None:
        bare = without_codes(source)
        if "#" in bare or ";" in bare:
            self.remarks.add(
                mark("Mermaid itself stops at “#” and “;” on this line; they were kept."), line
            )
        if source.startswith("%") or source[1:3] == "%%":
            self.remarks.add(
                mark("Mermaid itself takes this line for a comment; it was kept."), line
            )

    def _check(self, parts: int) -> None:
        if parts > MAX_RECORDS:
            raise ReadError(
                mark("The journey has more than {limit} parts, too many for a map."),
                limit=str(MAX_RECORDS),
            )


def title_of(front_matter: str) -> str:
    """Return the title that a front matter gives, or "" if it gives none on one line."""
    found = _TITLE.search(front_matter)
    if found is None:
        return ""
    text = found[1].strip()
    if text[0] == '"':
        return _unquoted(text)
    if text[0] == "'":
        return text[1:].rpartition("'")[0].replace("''", "'")
    return "" if text[0] in "|>" else text.split(" #", 1)[0].strip()


def _unquoted(text: str) -> str:
    text = text[: text.rfind('"') + 1]
    try:
        value = from_json(text)
    except ValueError:
        return text[1:-1]
    return value if isinstance(value, str) else ""
