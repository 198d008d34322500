"""Say how somebody feels at a step."""

from dataclasses import dataclass, field

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free, one
from cjeditor.edits.place import place
from cjeditor.edits.valid import changed, made
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import State
from cjeditor.model.feelings import curve_at
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class SetEmotion:
    """Set the feeling of a persona at a step; a point that is there already is changed.

    Attributes:
        value: From -2 to +2.
        persona: None means the customers as a whole.
        card: The card of the step at which it is felt; None means the whole step.
        emotion_id: Of a new point.
    """

    step: Id
    value: float
    persona: Id | None = None
    state: State = "current"
    card: Id | None = None
    emotion_id: Id = field(default_factory=new_id)

    label = mark("Set feeling")

    def apply(self, journey: Map) -> Map:
        old = self._present(journey)
        if old is not None:
            return journey.put(changed(old, "value", float(self.value)))
        return journey.put(_made(journey, self, self.card))

    def _present(self, journey: Map) -> Emotion | None:
        place = (self.persona, self.state, self.card)
        for emotion in journey.emotions_at.get(self.step, ()):
            if (emotion.persona, emotion.state, emotion.card) == place:
                return emotion
        return None


@dataclass(frozen=True, slots=True)
class AddEmotion:
    """Add a point to a curve, beside those that the same curve has in the step already.

    Attributes:
        value: From -2 to +2.
        persona: None means the customers as a whole.
        index: Place among the curve's points in the step; None means after them.
    """

    step: Id
    value: float
    persona: Id | None = None
    state: State = "current"
    index: int | None = None
    emotion_id: Id = field(default_factory=new_id)

    label = mark("Add feeling")

    def apply(self, journey: Map) -> Map:
        emotion = _made(journey, self, None)
        curve = curve_at(journey, self.step, self.persona, self.state)
        return journey.put(*place(curve, self.index, [emotion]))


@dataclass(frozen=True, slots=True)
class MoveEmotion:
    """Move a point of a curve to another step, or to another place in its step.

    A point that is felt at a card stays with it only under that card.

    Attributes:
        index: Place among the curve's other points in the step; None means after them.
        value: New feeling, from -2 to +2; None leaves it.
    """

    emotion: Id
    step: Id
    index: int | None = None
    value: float | None = None

    label = mark("Move feeling")

    def apply(self, journey: Map) -> Map:
        old = one(journey.emotions, self.emotion)
        step = one(journey.steps, self.step)
        moved = old.replace(step=step.id)
        if self.value is not None:
            moved = changed(moved, "value", float(self.value))
        if faults_of(journey, moved):
            moved = moved.replace(card=None)
        curve = curve_at(journey, step.id, old.persona, old.state)
        others = [each for each in curve if each.id != old.id]
        return journey.put(*place(others, self.index, [moved]))


def _made(journey: Map, edit: SetEmotion | AddEmotion, card: Id | None) -> Emotion:
    """Return the new point that *edit* asks for.

    Raises:
        EditError: It is about something that is not on the map, or its value does not fit.
    """
    emotion = made(
        Emotion,
        id=free(journey, edit.emotion_id),
        step=edit.step,
        persona=edit.persona,
        card=card,
        value=float(edit.value),
        state=edit.state,
    )
    if faults_of(journey, emotion):
        raise EditError(mark("The feeling is about something that is not there."))
    return emotion
