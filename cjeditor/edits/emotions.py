"""Say how somebody feels at a step."""

from dataclasses import dataclass, field

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free
from cjeditor.edits.valid import changed, made
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import State
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
        emotion = made(
            Emotion,
            id=free(journey, self.emotion_id),
            step=self.step,
            persona=self.persona,
            card=self.card,
            value=float(self.value),
            state=self.state,
        )
        if faults_of(journey, emotion):
            raise EditError(mark("The feeling is about something that is not there."))
        return journey.put(emotion)

    def _present(self, journey: Map) -> Emotion | None:
        place = (self.persona, self.state, self.card)
        for emotion in journey.emotions_at.get(self.step, ()):
            if (emotion.persona, emotion.state, emotion.card) == place:
                return emotion
        return None
