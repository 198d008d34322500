import string
from pathlib import Path
from typing import get_args

import pytest

from cjeditor.cannot_start import CannotStart
from cjeditor.core.progress import Cancelled
from cjeditor.core.words import Words
from cjeditor.edits.edit import EditError
from cjeditor.exchange.format import ReadError, Remark
from cjeditor.files import errors
from cjeditor.files.errors import Reason
from cjeditor.model.integrity import Fault, FaultKind
from cjeditor.sentences import fault_sentence, remark_sentence, sentence

ENGLISH = Words("en")


def in_file(error):
    error.path = Path("/maps/shop.cjm")
    return error


REASONS = get_args(Reason)
ERRORS = [
    in_file(errors.NotJson(3, 1)),
    errors.NotJson(),
    in_file(errors.NotOurs()),
    in_file(errors.NewerVersion(9, 1)),
    in_file(errors.BadField("cards[12] k3x", "{field} is missing.", {"field": "text"}, 2)),
    in_file(errors.BadField("", "{field} is missing.", {"field": "record"})),
    in_file(errors.BrokenMap((Fault("doubled id", "cards/a", "id", "a"),) * 3)),
    in_file(errors.TooLarge(300_000_000, 200_000_000)),
    in_file(errors.TooMany(3_000_000)),
    *(errors.CannotRead(reason, "why", Path("shop.cjm")) for reason in REASONS),
    *(errors.CannotWrite(reason, "why", Path("shop.cjm")) for reason in REASONS),
    *(errors.CannotProtect(reason, "why", Path("/data/recovery")) for reason in REASONS),
    errors.CannotProtect("other", "why.", Path("/data/recovery")),
    errors.SetAside(Path("/data/recovery/x/base-0.cjm.broken")),
    errors.CutOff(17, Path("/data/recovery/x/journal-0")),
    errors.BadPicture("The picture has {n} pixels.", n="5"),
    errors.FileError("odd"),
    ReadError("The file is not OJF."),
    ReadError("There is no {what}.", 4, what="journey"),
    EditError("There is no field “{field}”.", field="x"),
    CannotStart("“{library}” is missing.", library="libEGL.so.1"),
    Cancelled(),
    OSError(5, "Input/output error", "/dev/x"),
    MemoryError(),
    ZeroDivisionError("division by zero"),
    ValueError(),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_error_is_a_whole_sentence(error, language):
    text = sentence(error, Words(language))

    assert text[0] in string.ascii_uppercase + "“("
    assert text[-1] in ".)"
    assert "{" not in text
    assert "\n" not in text


def test_a_sentence_names_the_file_and_not_its_folders():
    text = sentence(in_file(errors.NotOurs()), ENGLISH)

    assert text == "“shop.cjm” is not a CJ Editor map."


def test_a_sentence_names_the_place_and_counts_the_rest():
    text = sentence(ERRORS[4], ENGLISH)

    assert "cards[12] k3x: text is missing." in text
    assert text.endswith("(2 more faults.)")


def test_braces_in_a_users_text_stay_as_they_are():
    remark = Remark("The actor “{name}” was named twice.", {"name": "{0} {name} %s"}, line=3)

    assert remark_sentence(remark, ENGLISH) == (
        "Line 3: The actor “{0} {name} %s” was named twice."
    )


def test_a_remark_names_its_place():
    remark = Remark("Too long.", place="nodes[3].score")

    assert remark_sentence(remark, ENGLISH) == "nodes[3].score: Too long."


@pytest.mark.parametrize("kind", get_args(FaultKind))
def test_every_broken_rule_has_a_sentence(kind):
    text = fault_sentence(Fault(kind, "cards/a", "lane", "x9"), ENGLISH)

    assert text.startswith("cards/a: ")
    assert "{" not in text
