"""The card kinds that are a text and a colour: what customers do, think, want and say."""

from typing import Literal

from cjeditor.core.words import mark
from cjeditor.kinds.card import Card, CardKind


class Action(Card):
    """What the customer does."""

    kind: Literal["action"] = "action"


class Thought(Card):
    """What the customer thinks."""

    kind: Literal["thought"] = "thought"


class Question(Card):
    """What the customer asks."""

    kind: Literal["question"] = "question"


class Goal(Card):
    """What the customer wants or expects."""

    kind: Literal["goal"] = "goal"


class Quote(Card):
    """What a customer really said."""

    kind: Literal["quote"] = "quote"


class Delight(Card):
    """A moment of relief or delight."""

    kind: Literal["delight"] = "delight"


class Process(Card):
    """What the company does behind the line of visibility."""

    kind: Literal["process"] = "process"


class Note(Card):
    """Anything else."""

    kind: Literal["note"] = "note"


KINDS = (
    CardKind(
        name="action",
        record=Action,
        label=mark("Action"),
        symbol="hand-finger",
        tint="#fff3c4",
        full="#b7791f",
        prompt=mark("What does the customer do here?"),
    ),
    CardKind(
        name="thought",
        record=Thought,
        label=mark("Thought"),
        symbol="message-circle",
        tint="#ede7fa",
        full="#6b46c1",
        prompt=mark("What does the customer think here?"),
    ),
    CardKind(
        name="question",
        record=Question,
        label=mark("Question"),
        symbol="help-circle",
        tint="#ede7fa",
        full="#6b46c1",
        prompt=mark("What does the customer ask here?"),
    ),
    CardKind(
        name="goal",
        record=Goal,
        label=mark("Goal"),
        symbol="target",
        tint="#ffe8d1",
        full="#c05621",
        prompt=mark("What does the customer want here?"),
    ),
    CardKind(
        name="quote",
        record=Quote,
        label=mark("Quote"),
        symbol="quote",
        tint="#f1f1ee",
        full="#5f6b76",
        prompt=mark("What did a customer say here?"),
    ),
    CardKind(
        name="delight",
        record=Delight,
        label=mark("Moment of delight"),
        symbol="sparkles",
        tint="#d5f3f0",
        full="#00796b",
        prompt=mark("What delights the customer here?"),
    ),
    CardKind(
        name="process",
        record=Process,
        label=mark("Process"),
        symbol="settings",
        tint="#e6eaf0",
        full="#4a5568",
        prompt=mark("What does the company do here?"),
    ),
    CardKind(
        name="note",
        record=Note,
        label=mark("Note"),
        symbol="note",
        tint="#f1f1ee",
        full="#5f6b76",
        prompt=mark("What else matters here?"),
    ),
)
