"""What others do to the file of the open map, and who else has it open, as sentences."""

from pathlib import Path

from cjeditor.core.words import Words
from cjeditor.files.errors import CannotRead, NewerVersion
from cjeditor.files.holding import Found
from cjeditor.files.looking import Sight
from cjeditor.sentences import named


def held_sentence(found: Found, path: Path, since: str, words: Words) -> str:
    """Return who has the map at *path* open, or has left it open.

    Args:
        since: When that was, as people write it.
    """
    file, holder = named(path, words), found.holder
    if holder is None and found.is_live:
        return words("{file} is already open in another window or on another computer.").format(
            file=file
        )
    if holder is None:
        return words(
            "{file} had a lock beside it that says nothing and that nobody holds. It was replaced."
        ).format(file=file)
    if found.is_live:
        text = words("{file} is already open: {user} on {host}, since {since}.")
    else:
        text = words(
            "{file} was left open by {user} on {host} ({since}), and the program there has ended. "
            "You have it now."
        )
    user = holder.user or words("somebody")
    return text.format(file=file, user=user, host=holder.host, since=since)


def freed_sentence(path: Path, words: Words) -> str:
    """Return that the map at *path*, which is only read, could be edited now."""
    return words(
        "{file} is free now: nobody else has it open any more. You can edit it, with what they "
        "have saved."
    ).format(file=named(path, words))


def sight_sentence(sight: Sight, path: Path, own: bool, words: Words) -> str:
    """Return what others have done to the file of the open map.

    Args:
        own: Whether there are changes of one's own that are not saved.
    """
    file = named(path, words)
    match sight:
        case Sight(state="changed") if own:
            text = words(
                "{file} was changed by another program or on another computer. You have changes, "
                "too, that are not saved."
            )
        case Sight(state="changed"):
            text = words(
                "{file} was changed by another program or on another computer. You still see it as "
                "it was before."
            )
        case Sight(problem=CannotRead(reason="out of reach")):
            text = words(
                "The drive or network share of {file} is out of reach. Your map is still here; "
                "save it in another place, or again when the share is back."
            )
        case Sight(state="gone"):
            text = words(
                "{file} is no longer there: it was moved, renamed or deleted. Your map is still "
                "here, and saving writes the file again."
            )
        case Sight(problem=NewerVersion()):
            text = words(
                "{file} was saved by a newer version of CJ Editor, which this one cannot read. "
                "Your map is still here."
            )
        case _:
            text = words(
                "{file} was changed by another program, and what stands there now cannot be read. "
                "Your map is still here."
            )
    return text.format(file=file)


def copy_sentence(path: Path, words: Words) -> str:
    """Return that a sync program has put a copy of the open map beside it."""
    return words(
        "A sync program has put a second version beside this map, {file}, because two computers "
        "changed it at once. Nothing of it is in this map yet."
    ).format(file=named(path, words))
