"""An error is written down by type and place, never with a word of the user's."""

import logging
import sys

import pytest
from pydantic import ValidationError

from cjeditor.app.discretion import DiscreetFormatter, discreet_lines, place_of
from cjeditor.core.order import between
from cjeditor.edits.edit import EditError
from cjeditor.files.errors import CannotRead
from cjeditor.model.records import Persona

SECRET = "Ibu Rahayu, 0812-555"


def caught(raising):
    try:
        raising()
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError


def raise_(error):
    raise error


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SECRET),
        KeyError(SECRET),
        FileNotFoundError(2, "No such file", SECRET),
        EditError("The lane “{name}” is gone.", name=SECRET),
        CannotRead("file missing", SECRET),
        UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_word_of_the_message_is_told(error):
    lines = discreet_lines(caught(lambda: raise_(error)))

    assert lines[-1].startswith(type(error).__name__)
    assert SECRET not in "\n".join(lines)


def test_a_refused_record_is_told_by_its_fields():
    error = caught(lambda: Persona(id="p", name=7, role=[SECRET]))

    assert isinstance(error, ValidationError)
    assert discreet_lines(error)[-1] == "ValidationError: name string_type; role string_type"


def test_what_is_ours_is_told():
    assert discreet_lines(caught(lambda: raise_(OSError(28, "No space left"))))[-1] == (
        "OSError: errno 28 No space left"
    )
    assert (
        "is gone" in discreet_lines(caught(lambda: raise_(EditError("“{a}” is gone.", a="x"))))[-1]
    )


def test_the_way_to_the_error_is_told_without_folders_of_this_machine():
    error = caught(lambda: between("b", "a"))
    told = "\n".join(discreet_lines(error))

    assert "core/order.py:" in told
    assert sys.prefix not in told
    assert "/home" not in told
    assert "/tmp" not in told
    assert place_of(error)


def test_what_led_to_an_error_is_told_first():
    def fails():
        try:
            raise_(KeyError(SECRET))
        except KeyError as error:
            raise ValueError(SECRET) from error

    told = discreet_lines(caught(fails))

    assert told.index("KeyError") < told.index("ValueError")


def test_the_log_is_as_discreet():
    try:
        raise_(ValueError(SECRET))
    except ValueError:
        info = sys.exc_info()
    record = logging.LogRecord("x", logging.ERROR, "", 0, "unexpected", None, info)

    text = DiscreetFormatter("%(message)s").format(record)

    assert text.startswith("unexpected\n")
    assert "ValueError" in text
    assert SECRET not in text
