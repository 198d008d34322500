"""The templates that a new map begins with: those of the program and the user's own."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from cjeditor.core.ids import new_id
from cjeditor.core.progress import Progress, no_progress
from cjeditor.core.resources import resources
from cjeditor.core.words import Language, mark
from cjeditor.files import cjm
from cjeditor.files.errors import CannotWrite, reason_of
from cjeditor.files.header import SUFFIX
from cjeditor.model.map import Map

MOST: Final = 200
"""Templates of one's own that are shown; each is read and drawn."""

LONGEST: Final = 80
"""Characters of a template's name."""

_NOT_IN_NAMES: Final = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")


@dataclass(frozen=True, slots=True)
class Template:
    """A template of the program.

    Attributes:
        name: Of its files.
        label, note: What it is called and what for; English, marked.
    """

    name: str
    label: str
    note: str

    def path(self, language: Language) -> Path:
        """Return the file in *language*."""
        return resources() / "templates" / f"{self.name}.{language}.cjm"


TEMPLATES: Final = (
    Template(
        "five-stages",
        mark("Five stages"),
        mark("The usual way through a purchase, from awareness to advocacy"),
    ),
    Template(
        "four-stages",
        mark("Four stages"),
        mark("For apps, communities and subscriptions"),
    ),
    Template(
        "decision-loyalty",
        mark("Decision and loyalty"),
        mark("Goals and delights around one great decision"),
    ),
    Template(
        "e-commerce",
        mark("E-commerce order"),
        mark("From the need to the rating, and behind the scenes"),
    ),
    Template(
        "b2b",
        mark("B2B with sales funnel"),
        mark("Who uses, decides and pays; with your funnel"),
    ),
    Template(
        "service-blueprint",
        mark("Service blueprint"),
        mark("Front and back of a service, with its three lines"),
    ),
    Template("blank", mark("Blank"), mark("No stages, no lanes")),
)


def begin(path: Path, progress: Progress = no_progress) -> Map:
    """Return a new map made from the template at *path*: another document, without comments.

    Raises:
        FileError: It cannot be read or holds no sound map.
        Cancelled: *progress* said so.
    """
    template = cjm.load(path, progress)
    return template.drop(tuple(template.comments)).replace(id=new_id())


def own_folder() -> Path:
    """Return where the user's own templates are kept on this system."""
    return user_data_path("cjeditor", appauthor=False) / "templates"


class OwnTemplates:
    """The user's own templates: map files in a folder, called as their files are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def paths(self) -> Sequence[Path]:
        """Return the first `MOST` templates by name; those that cannot be read are among them."""
        try:
            with os.scandir(self._folder) as found:
                names = [each.name for each in found if Path(each.name).suffix == SUFFIX]
        except OSError:
            return ()
        first = nsmallest(MOST, names, key=lambda name: (name.casefold(), name))
        return [self._folder / name for name in first]

    def path(self, name: str) -> Path:
        """Return where a template called *name* is kept; without a name, the folder."""
        kept = _NOT_IN_NAMES.sub("-", " ".join(name.split()))[:LONGEST].strip(" .")
        return self._folder / f"{kept}{SUFFIX}" if kept else self._folder

    def keep(self, journey: Map, name: str) -> Path:
        """Write *journey* as the template *name*, in the place of one that is there.

        Raises:
            FileError: It was not written.
        """
        path = self.path(name)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refused(error, self._folder) from error
        cjm.save(journey, path)
        return path

    def rename(self, path: Path, name: str) -> Path:
        """Call the template at *path* otherwise; one that is called so already stays.

        Raises:
            CannotWrite: The operating system refused, or the name is taken.
        """
        target = self.path(name)
        try:
            if target.exists() and not target.samefile(path):
                raise CannotWrite("other", target.stem, target)
            return path.rename(target)
        except OSError as error:
            raise _refused(error, path) from error

    def delete(self, path: Path) -> None:
        """Delete a template.

        Raises:
            CannotWrite: The operating system refused.
        """
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _refused(error, path) from error


def _refused(error: OSError, path: Path) -> CannotWrite:
    return CannotWrite(reason_of(error), error.strerror or str(error), path)
