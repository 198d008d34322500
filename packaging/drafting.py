"""Maps written by hand in both languages at once, for the templates and examples."""

from dataclasses import dataclass
from typing import Any

from cjeditor.core.order import between
from cjeditor.core.words import Language
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.model.map import Map
from cjeditor.model.records import Evidence, Link, LinkKind, Persona, Scope, Stage, Step


@dataclass(frozen=True, slots=True)
class T:
    """A text in English and in Indonesian."""

    en: str
    id: str


class Draft:
    """A map in one language, made of texts in both; what is added comes after what is there.

    Fields that hold a `T`, at any depth of tuples, get its text in the draft's language.

    Attributes:
        journey: What has been drafted so far.
    """

    def __init__(self, name: str, language: Language, **scope: Any) -> None:
        self._language = language
        self._last: dict[str, str] = {}
        fields = self._said(scope)
        self.journey = Map(id=name, scope=Scope(language=language, **fields))

    def persona(self, record_id: str, **fields: Any) -> None:
        self._put(Persona, "personas", id=record_id, **fields)

    def stage(self, record_id: str, title: T, *steps: tuple[str, T], **fields: Any) -> None:
        """Add a stage with *steps*, each an id and a title; without any, a nameless one."""
        self._put(Stage, "stages", id=record_id, title=title, **fields)
        for step, its_title in steps or ((f"{record_id}-1", T("", "")),):
            self._put(Step, record_id, id=step, stage=record_id, title=its_title)

    def truth(self, *steps: str) -> None:
        """Make *steps* moments of truth."""
        for step in steps:
            marked = self.journey.steps[step].replace(moment_of_truth=True)
            self.journey = self.journey.put(marked)

    def lane(self, kind: type[Lane], record_id: str, title: T | None = None, **fields: Any) -> None:
        self._put(kind, "lanes", id=record_id, title=title or T("", ""), **fields)

    def card(
        self, kind: type[Card], lane: str, step: str, text: T, *, last: str = "", **fields: Any
    ) -> None:
        """Add a card; the first of a cell is named after it: *lane*-*step*, *lane*-*step*-2 …"""
        number = len(self.journey.cell(lane, step)) + 1
        name = f"{lane}-{step}" if number == 1 else f"{lane}-{step}-{number}"
        self._put(
            kind,
            f"{lane} {step}",
            id=name,
            lane=lane,
            first_step=step,
            last_step=last or step,
            text=text,
            **fields,
        )

    def feelings(self, persona: str | None, values: dict[str, float], **fields: Any) -> None:
        """Add a point to the persona's curve at each step."""
        name = "-".join(filter(None, (persona or "all", fields.get("state", ""))))
        for step, value in values.items():
            self.journey = self.journey.put(
                Emotion(id=f"{name}-{step}", step=step, persona=persona, value=value, **fields)
            )

    def said(self, emotion: str, quote: T) -> None:
        """Give a point its quote."""
        point = self.journey.emotions[emotion]
        self.journey = self.journey.put(point.replace(quote=self._said(quote)))

    def link(self, kind: LinkKind, source: str, *targets: str) -> None:
        for target in targets:
            made = Link(
                id=f"l{len(self.journey.links) + 1}", kind=kind, source=source, target=target
            )
            self.journey = self.journey.put(made)

    def evidence(self, record_id: str, **fields: Any) -> None:
        self._put(Evidence, "evidence", id=record_id, **fields)

    def add(self, record: type[Any], row: str, /, **fields: Any) -> None:
        """Add any other record behind those of the same *row*; some have no order."""
        if "order" in record.model_fields:
            self._put(record, row, **fields)
        else:
            self.journey = self.journey.put(record(**self._said(fields)))

    def change(self, record_id: str, **fields: Any) -> None:
        """Give a record other values in some fields."""
        record: Any = self.journey.find(record_id)
        self.journey = self.journey.put(record.replace(**self._said(fields)))

    def _put(self, record: type[Any], row: str, /, **fields: Any) -> None:
        order = self._last[row] = between(self._last.get(row), None)
        self.journey = self.journey.put(record(order=order, **self._said(fields)))

    def _said(self, value: Any) -> Any:
        match value:
            case T():
                return value.id if self._language == "id" else value.en
            case tuple():
                return tuple(self._said(each) for each in value)
            case dict():
                return {name: self._said(each) for name, each in value.items()}
            case _:
                return value
