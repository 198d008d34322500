"""A wrong value becomes a sentence."""

import pytest
from pydantic import ValidationError

from cjeditor.kinds.pain import Pain
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.problems import problem_of

PLACE = {"id": "c", "lane": "l", "first_step": "s", "last_step": "s"}


@pytest.mark.parametrize(
    ("kind", "field", "value", "sentence"),
    [
        (Pain, "severity", 9, "severity must be 5 or less, not 9."),
        (Pain, "severity", 0, "severity must be 1 or more, not 0."),
        (Pain, "severity", "5", "severity must be a whole number, not “5”."),
        (Pain, "severity", 2.5, "severity must be a whole number, not 2.5."),
        (Pain, "text", 7, "text must be a text, not 7."),
        (Pain, "text", "x" * 200_001, "text must have 200000 characters or fewer."),
        (Pain, "moment_of_truth", "yes", "moment_of_truth must be yes or no, not “yes”."),
        (Pain, "tags", "a", "tags must be a list."),
        (Pain, "id", "a b", "id does not have the right form: “a b”."),
        (Pain, "mood", 1, "mood is a field that this version of the program does not know."),
        (Touchpoint, "channels", ("fax",), "channels must be one of 'web',"),
    ],
)
def test_a_wrong_value_becomes_a_sentence(kind, field, value, sentence):
    with pytest.raises(ValidationError) as caught:
        kind(**{**PLACE, field: value})

    problem = problem_of(caught.value.errors()[0])

    assert problem.reason.format(field=field, **problem.values).startswith(sentence)


def test_a_long_value_is_shortened():
    with pytest.raises(ValidationError) as caught:
        Pain(**{**PLACE, "id": "a b" * 1000})

    assert len(problem_of(caught.value.errors()[0]).values["value"]) < 70
