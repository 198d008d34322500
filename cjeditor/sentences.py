"""Errors and remarks as sentences: what happened, where, and what one can do.

The only place where an error becomes words. Every sentence is plain text in the language of
the *words* that are given.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from cjeditor.cannot_start import CannotStart
from cjeditor.core.progress import Cancelled
from cjeditor.core.words import Words, mark
from cjeditor.edits.edit import EditError
from cjeditor.exchange.format import ReadError, Remark
from cjeditor.files.errors import (
    BadField,
    BadPicture,
    BrokenMap,
    CannotKeep,
    CannotProtect,
    CannotWrite,
    ChangedOnDisk,
    CutOff,
    DamagedVersion,
    FileError,
    Incomplete,
    NewerVersion,
    NotJson,
    NotOurs,
    Reason,
    Refused,
    SetAside,
    TooLarge,
    TooMany,
)
from cjeditor.files.loss import Loss, how_many
from cjeditor.model.formulas import Impossible
from cjeditor.model.integrity import Fault, FaultKind
from cjeditor.model.map import Map
from cjeditor.model.naming import spoken

_READ: Final[dict[Reason, str]] = {
    "disk full": mark("{file} cannot be read: {detail}."),
    "no permission": mark("{file} cannot be read: you have no permission to open it."),
    "read-only": mark("{file} cannot be read: {detail}."),
    "folder missing": mark("{file} cannot be read: its folder does not exist."),
    "file missing": mark("{file} does not exist. It may have been moved or renamed."),
    "is a folder": mark("{file} is a folder. Choose a file in it."),
    "name too long": mark("The name of {file} is too long for this system."),
    "in use": mark("{file} is in use by another program. Close it there and try again."),
    "out of reach": mark("{file} cannot be read: its drive or network share is out of reach."),
    "differs": mark("{file} cannot be read: {detail}."),
    "other": mark("{file} cannot be read: {detail}."),
}

_WRITE: Final[dict[Reason, str]] = {
    "disk full": mark(
        "{file} was not saved: the disk is full. Make room or save in another place."
    ),
    "no permission": mark(
        "{file} was not saved: you have no permission to write there. Save in another place."
    ),
    "read-only": mark("{file} was not saved: it is read-only. Save under another name."),
    "folder missing": mark(
        "{file} was not saved: its folder does not exist. Save in another place."
    ),
    "file missing": mark("{file} was not saved: its folder does not exist. Save in another place."),
    "is a folder": mark("{file} was not saved: there is a folder of that name. Choose another."),
    "name too long": mark("{file} was not saved: its name is too long. Choose a shorter one."),
    "in use": mark(
        "{file} was not saved: another program is using it. Close it there and try again."
    ),
    "out of reach": mark(
        "{file} was not saved: its drive or network share is out of reach. Connect it and try "
        "again, or save in another place."
    ),
    "differs": mark(
        "{file} was not saved: what was read back from the disk differs from what was written. "
        "Save in another place."
    ),
    "other": mark("{file} was not saved: {detail}. Try again or save in another place."),
}

_PROTECT: Final[dict[Reason, str]] = {
    "disk full": mark("the disk is full"),
    "no permission": mark("you have no permission to write in {folder}"),
    "read-only": mark("the disk is read-only"),
    "folder missing": mark("the folder {folder} cannot be made"),
    "file missing": mark("the folder {folder} cannot be made"),
    "is a folder": mark("there is a folder where a file should be, in {folder}"),
    "name too long": mark("the name of {folder} is too long for this system"),
    "in use": mark("another program is using {folder}"),
    "out of reach": mark("{folder} is out of reach"),
    "differs": mark("what was read back from the disk differs from what was written"),
    "other": mark("the system reports “{detail}”"),
}
"""Why changes cannot be written along for recovery: half a sentence."""

_FAULTS: Final[dict[FaultKind, str]] = {
    "doubled id": mark("the id “{value}” stands there twice"),
    "key is not id": mark("its id is “{value}”"),
    "dangling id": mark("{field} names “{value}”, which is not there"),
    "stage without step": mark("a stage without a step"),
    "span backwards": mark("it ends before it begins"),
    "unknown card kind": mark("the card kind “{value}” is unknown"),
    "card of another step": mark("its card “{value}” is at another step"),
    "lane takes no cards": mark("it stands in the lane “{value}”, which takes no cards"),
}


def sentence(error: BaseException, words: Words) -> str:
    """Return what to tell the user about *error*."""
    match error:
        case FileError():
            return _of_file(error, words)
        case ReadError(line=int() as line):
            return _at_line(words(error.reason).format(**error.values), line, words)
        case ReadError() | EditError() | CannotStart() | Impossible():
            return _filled(error.reason, error.values, words)
        case Cancelled():
            return words("Stopped. Nothing was written.")
        case MemoryError():
            return words("There is not enough memory for this.")
        case OSError():
            return words("The system reports: {detail}.").format(detail=_detail(error))
        case _:
            return words("Something went wrong inside the program: {detail}.").format(
                detail=str(error).rstrip(". ") or type(error).__name__
            )


def remark_sentence(remark: Remark | Loss, words: Words) -> str:
    """Return a remark, or a loss, as a sentence with its line or place."""
    text = _filled(remark.reason, remark.values, words)
    if remark.line is not None:
        return _at_line(text, remark.line, words)
    if remark.place:
        return words("{place}: {text}").format(place=remark.place, text=text)
    return text


def loss_sentence(loss: Loss, journey: Map, words: Words) -> str:
    """Return a loss as a sentence, with the name of its record in *journey* if it is there."""
    _table, _space, element = loss.place.partition(" ")
    name = spoken(journey, element, words) if element else ""
    return remark_sentence(replace(loss, place=name or loss.place), words)


def contents(journey: Map, words: Words) -> str:
    """Return how much there is of a map: "2 stages, 4 steps, 3 lanes, …"."""
    return ", ".join(
        (
            words.count("{n} stage", "{n} stages", len(journey.stages)),
            words.count("{n} step", "{n} steps", len(journey.steps)),
            words.count("{n} lane", "{n} lanes", len(journey.lanes)),
            words.count("{n} card", "{n} cards", len(journey.cards)),
            words.count("{n} feeling", "{n} feelings", len(journey.emotions)),
            words.count("{n} persona", "{n} personas", len(journey.personas)),
        )
    )


def fault_sentence(fault: Fault, words: Words) -> str:
    """Return a broken rule of a map, with its place."""
    text = words(_FAULTS[fault.kind]).format(field=fault.field, value=fault.value)
    return words("{place}: {text}").format(place=fault.place, text=text)


def elsewhere_sentence(error: CannotProtect, folder: Path, words: Words) -> str:
    """Return that changes are written along in *folder*, and why not in the usual place."""
    text = words(
        "Changes are protected in another place, {place}, because {why}. That place is less safe: "
        "save the map soon."
    )
    return text.format(place=folder, why=_why_unprotected(error, words))


def _why_unprotected(error: CannotProtect | CannotKeep, words: Words) -> str:
    detail = error.detail.rstrip(". ")
    return words(_PROTECT[error.reason]).format(folder=error.path, detail=detail)


def _of_file(error: FileError, words: Words) -> str:
    file = named(error.path, words)
    match error:
        case (
            CannotProtect() | CannotKeep() | DamagedVersion() | SetAside() | Incomplete() | CutOff()
        ):
            return _of_own_data(error, words)
        case Refused() | ChangedOnDisk():
            return _of_disk(error, file, words)
        case NotJson(line=int() as line):
            reason = mark(
                "{file} is damaged or cut off at line {line}. Open a backup copy of it, if there "
                "is one."
            )
            return words(reason).format(file=file, line=line)
        case NotJson() | NotOurs():
            return words("{file} is not a CJ Editor map.").format(file=file)
        case NewerVersion():
            reason = mark(
                "{file} was made by a newer version of CJ Editor (file version {version}; this one "
                "reads up to {known}). Install the newer version to open it."
            )
            return words(reason).format(file=file, version=error.version, known=error.known)
        case TooLarge():
            reason = mark("{file} has {size} MB, more than any map (at most {limit} MB).")
            size, limit = (_megabytes(each) for each in (error.size, error.limit))
            return words(reason).format(file=file, size=size, limit=limit)
        case _:
            return _of_content(error, file, words)


def _of_disk(error: Refused | ChangedOnDisk, file: str, words: Words) -> str:
    """Return why a file could not be read or was not written."""
    match error:
        case ChangedOnDisk():
            return words(
                "{file} was not saved: another program, or somebody else, has changed it since you "
                "opened it. Decide above the map what becomes of the two versions."
            ).format(file=file)
        case CannotWrite():
            return words(_WRITE[error.reason]).format(file=file, detail=error.detail)
        case _:
            return words(_READ[error.reason]).format(file=file, detail=error.detail)


def _of_own_data(
    error: CannotProtect | CannotKeep | DamagedVersion | SetAside | Incomplete | CutOff,
    words: Words,
) -> str:
    """Return what is wrong with what the program keeps for itself, or was."""
    match error:
        case CannotProtect():
            text = words(
                "Changes are not protected: {why}. Other places were tried too. Save the map, on "
                "another disk if need be, and try again."
            )
            return text.format(why=_why_unprotected(error, words))
        case CannotKeep():
            text = words(
                "Earlier versions of this map are not kept: {why}. The map itself is saved as ever."
            )
            return text.format(why=_why_unprotected(error, words))
        case DamagedVersion():
            return words("This version is damaged and cannot be read.")
        case SetAside():
            return words(
                "A part of what was written along is damaged. It was set aside and kept: {path}."
            ).format(path=error.path)
        case Incomplete():
            return words("A part of this map is damaged. What is whole comes back.") + _missing(
                how_many(error.losses), words
            )
        case _:
            return words(
                "The end of what was written along is not whole and was passed over ({n} bytes). "
                "What came before it is complete."
            ).format(n=error.count)


def _of_content(error: FileError, file: str, words: Words) -> str:
    """Return what is wrong inside a file that is one of ours."""
    match error:
        case BadField():
            text = _filled(error.reason, error.values, words)
            where = words("{place}: {text}").format(place=error.place, text=text)
            return words("{file} cannot be opened. {problem}").format(
                file=file, problem=where if error.place else text
            ) + _more(error.others, words)
        case BrokenMap():
            first = fault_sentence(error.faults[0], words)
            return words("{file} cannot be opened. Its parts do not fit: {problem}.").format(
                file=file, problem=first
            ) + _more(len(error.faults) - 1, words)
        case TooMany():
            text = words("{file} has more than {limit} values, more than any map.")
            return text.format(file=file, limit=error.limit)
        case BadPicture():
            return _filled(error.reason, error.values, words)
        case _:
            return words("{file} cannot be used: {detail}.").format(
                file=file, detail=str(error).rstrip(". ")
            )


def _filled(reason: str, values: dict[str, str], words: Words) -> str:
    """Return the sentence *reason*; the name of a field is translated too."""
    if "field" in values:
        values = values | {"field": words(values["field"])}
    return words(reason).format(**values)


def _at_line(text: str, line: int, words: Words) -> str:
    return words("Line {line}: {text}").format(line=line, text=text)


def _missing(number: int, words: Words) -> str:
    if not number:
        return ""
    return " " + words.count(
        "{n} thing is missing or changed.", "{n} things are missing or changed.", number
    )


def _more(others: int, words: Words) -> str:
    more = words.count("({n} more fault.)", "({n} more faults.)", others)
    return f" {more}" if others > 0 else ""


def named(path: Path | None, words: Words) -> str:
    """Return the name of a file as sentences give it, without its folders."""
    return words("The file") if path is None else f"“{path.name or path}”"


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:.0f}"


def _detail(error: OSError) -> str:
    parts = (error.strerror or str(error), str(error.filename or ""))
    return ": ".join(part for part in parts if part).rstrip(". ")
