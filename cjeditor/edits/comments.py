"""Add comments."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free
from cjeditor.edits.place import place
from cjeditor.edits.valid import clean
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map
from cjeditor.model.records import Comment


@dataclass(frozen=True, slots=True)
class AddComment:
    """Add *comment* after those that are there about the same record."""

    comment: Comment

    label = mark("Add comment")

    def apply(self, journey: Map) -> Map:
        free(journey, self.comment.id)
        if faults_of(journey, self.comment):
            raise EditError(mark("What the comment is about is no longer on the map."))
        there = journey.comments_on.get(self.comment.about, ())
        return journey.put(*place(there, None, [clean(self.comment)]))
