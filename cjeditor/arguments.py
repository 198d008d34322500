"""What the command line understands: its commands, their options, and help in our own words."""

import argparse
import re
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

from cjeditor import __version__
from cjeditor.core.words import LANGUAGES, mark, tr

USAGE: Final = 2
"""Exit code of a command that was not understood."""


def say(text: str) -> None:
    print(printable(f"cjeditor: {text}"), file=sys.stderr)


def printable(text: str) -> str:
    """Return *text* without control characters, which a file could steer a terminal with."""
    return "".join(each if each.isprintable() else " " for each in text)


_PROBLEMS: Final = (
    (r"the following arguments are required: (?P<what>.*)", mark("{what} is missing")),
    (r"unrecognized arguments: (?P<what>.*)", mark("“{what}” is not known")),
    (r"argument (?P<what>\S+): expected one argument", mark("{what} needs a value")),
    (
        r"argument (?P<what>\S+): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)",
        mark("{what}: “{value}” is none of {choices}"),
    ),
    (r"argument (?P<what>\S+): (?P<problem>.*)", mark("{what}: {problem}")),
)
"""What argparse says in English, as patterns, and what we say instead."""


def _in_our_words(message: str) -> str:
    for pattern, text in _PROBLEMS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            parts = found.groupdict()
            parts["choices"] = (parts.get("choices") or "").replace("'", "")
            return tr(text).format(**parts)
    return message


class _Parser(argparse.ArgumentParser):
    """A parser whose own words are translated, too."""

    def __init__(self, name: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=f"cjeditor {name}".strip(),
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.choices = self.add_argument_group(tr("Options"))
        self.choices.add_argument("-h", "--help", action="help", help=tr("show this help"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        problem = _in_our_words(message)
        say(tr("This command is not understood: {problem}").format(problem=problem))
        self.exit(USAGE)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, tr("Usage: ") if prefix is None else prefix)


def window_parser() -> _Parser:
    parser = _Parser("", tr("Edits customer journey maps."), _examples())
    files = parser.add_argument_group(tr("Arguments"))
    files.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar=tr("FILE"),
        help=tr("map to open in the window; or one of the commands below"),
    )
    parser.choices.add_argument(
        "--version", action="version", version=f"cjeditor {__version__}", help=tr("show version")
    )
    return parser


def _examples() -> str:
    return tr(
        """Commands:
  cjeditor export FILE -o OUT   write a poster, workbook, picture or another format
  cjeditor import IN -o OUT     turn another program's file into a map
  cjeditor check FILE           tell what is wrong with a file, and what a map lacks
  (each with --help; a file of such a name: cjeditor ./export)

Examples:
  cjeditor shop.cjm
  cjeditor export shop.cjm -o poster.pdf --paper A0 --orientation landscape
  cjeditor export shop.cjm -o shop.xlsx --language id
  cjeditor import journey.mmd -o journey.cjm
  cjeditor check journey.ojf

Exit codes: 0 done, 1 could not be done, 2 the command was not understood."""
    )


def export_parser(name: str) -> argparse.ArgumentParser:
    from cjeditor.exchange.format import Options
    from cjeditor.exchange.registry import writers

    parser = _file_parser(name, tr("Writes a map as a poster, workbook, picture or other file."))
    kinds = [each.name for each in writers()]
    usual = Options()
    add = parser.choices.add_argument
    add("--to", choices=kinds, help=tr("kind of file, if its name does not tell"))
    add(
        "--paper",
        type=_paper,
        default=usual.paper,
        metavar="A4…A0|own",
        help=tr("size of the poster; “own”: as large as the map (usual: A3)"),
    )
    add("--orientation", choices=["landscape", "portrait"], help=tr("usual: whichever fits better"))
    add("--dpi", type=_dpi, default=usual.dpi, help=tr("dots an inch of a picture, 24 to 600"))
    add("--language", choices=list(LANGUAGES), help=tr("of the words in the document"))
    add(
        "--links",
        action=argparse.BooleanOptionalAction,
        help=tr("show links between cards on a poster or picture, or not (usual: show)"),
    )
    parser.set_defaults(links=usual.links)  # here, or its help would tell it in English
    return parser


def import_parser(name: str) -> argparse.ArgumentParser:
    return _file_parser(name, tr("Turns another program's file into a map."))


def check_parser(name: str) -> argparse.ArgumentParser:
    about = tr("Tells what is wrong with a file, and what would make its map better.")
    parser = _file_parser(name, about, writes=False)
    parser.choices.add_argument(
        "--json", action="store_true", help=tr("for other programs: what would make it better")
    )
    return parser


def _file_parser(name: str, description: str, writes: bool = True) -> _Parser:
    parser = _Parser(name, description)
    files = parser.add_argument_group(tr("Arguments"))
    files.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("file to read"))
    if writes:
        parser.choices.add_argument(
            "-o",
            "--out",
            type=Path,
            required=True,
            metavar=tr("OUT"),
            help=tr("file to write; one that is there is replaced"),
        )
    return parser


def _paper(text: str) -> str | None:
    """Return a paper's name as the options know it; "own" is the map's own size."""
    from cjeditor.exchange.format import PAPERS

    if text.lower() == "own":
        return None
    if text.upper() in PAPERS:
        return text.upper()
    raise argparse.ArgumentTypeError(
        tr("“{paper}” is none of {papers}, own").format(paper=text, papers=", ".join(PAPERS))
    )


def _dpi(text: str) -> int:
    if text.isdecimal() and 24 <= int(text[:9]) <= 600:
        return int(text)
    raise argparse.ArgumentTypeError(tr("“{dpi}” is not between 24 and 600").format(dpi=text))
