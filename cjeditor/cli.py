"""The command line. Starts without Qt for everything but the window and the PNG picture."""

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from cjeditor import __version__
from cjeditor.core.collector import collector_off
from cjeditor.core.words import (
    LANGUAGES,
    interface,
    mark,
    set_interface_language,
    system_language,
    tr,
)

if TYPE_CHECKING:
    from cjeditor.exchange.format import Format, Options, Remark, Writing
    from cjeditor.files.errors import FileError
    from cjeditor.model.map import Map

OK, COULD_NOT, USAGE, INTERRUPTED = 0, 1, 2, 130


class UsageError(Exception):
    """The command was given wrongly; its text is a sentence in the user's language."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _speak()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError:  # whoever read our output has gone, or its disk is full; say no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    return code


def _run(arguments: list[str]) -> int:
    name = arguments[0] if arguments else ""
    # A command ends so soon that looking for garbage costs more; nor is it looked for at the
    # end of the process, when all that was made would be looked through.
    with collector_off(stays=True) if name in _COMMANDS else nullcontext():
        return _obey(name, arguments)


def _obey(name: str, arguments: list[str]) -> int:
    command = _COMMANDS.get(name)
    parser = _window_parser() if command is None else command[0](name)
    act = _open_window if command is None else command[1]
    rest = arguments if command is None else arguments[1:]
    try:
        return act(parser.parse_args(rest))
    except SystemExit as done:  # argparse has printed help, version or a usage error
        return done.code if isinstance(done.code, int) else USAGE
    except UsageError as error:
        parser.print_usage(sys.stderr)
        _say(str(error))
        return USAGE
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  every error ends as one sentence
        from cjeditor.sentences import sentence

        _say(sentence(error, interface()))
        return COULD_NOT


def _open_window(chosen: argparse.Namespace) -> int:
    from cjeditor import preflight

    preflight.check_versions()
    preflight.check_screen()
    gc.disable()  # loading makes no garbage, and the window looks for it itself
    try:
        from cjeditor.app.start import run
    except ImportError as error:
        raise preflight.of_import(error) from error
    else:
        return run(chosen.file, sys.argv[:1])
    finally:
        gc.enable()


def _export(chosen: argparse.Namespace) -> int:
    from cjeditor.exchange.format import Options
    from cjeditor.exchange.opening import open_file
    from cjeditor.files import atomic

    kind = _kind(chosen.out, chosen.to)
    _refuse_same(chosen.file, chosen.out)
    reading = open_file(chosen.file)
    _tell(reading.remarks, chosen.file)
    options = Options(
        paper=chosen.paper,
        orientation=chosen.orientation,
        dpi=chosen.dpi,
        language=chosen.language,
        links=chosen.links,
    )
    writing = _write(kind, reading.journey, options)
    atomic.write(chosen.out, writing.content)
    _tell(writing.remarks, chosen.out)
    _say(tr("Wrote “{file}”.").format(file=chosen.out))
    return OK


def _write(kind: "Format", journey: "Map", options: "Options") -> "Writing":
    """Write a document; a format that needs Qt may not find it."""
    from cjeditor.core.progress import no_progress

    assert kind.write is not None
    try:
        return kind.write(journey, options, no_progress)
    except ImportError as error:
        from cjeditor import preflight

        raise preflight.of_import(error) from error


def _import(chosen: argparse.Namespace) -> int:
    from cjeditor.exchange.opening import open_file
    from cjeditor.files.cjm import save
    from cjeditor.files.header import SUFFIX

    if chosen.out.suffix.lower() != SUFFIX:
        raise UsageError(tr("The name after -o must end in “.cjm”."))
    _refuse_same(chosen.file, chosen.out)
    reading = open_file(chosen.file)
    _tell(reading.remarks, chosen.file)
    save(reading.journey, chosen.out)
    _say(tr("Wrote “{file}”.").format(file=chosen.out))
    return OK


def _check(chosen: argparse.Namespace) -> int:
    from cjeditor.exchange.opening import open_file
    from cjeditor.files.errors import FileError
    from cjeditor.sentences import contents, remark_sentence

    try:
        reading = open_file(chosen.file)
    except FileError as error:
        return _tell_damage(error, chosen.file)
    if chosen.json:
        from cjeditor.checks.report import as_json

        sys.stdout.write(as_json(reading.journey, interface()))
        return OK
    for remark in reading.remarks:
        print(_printable(remark_sentence(remark, interface())))
    counts = contents(reading.journey, interface())
    print(_printable(tr("“{file}” is sound: {counts}.").format(file=chosen.file, counts=counts)))
    _print_findings(reading.journey)
    return OK


def _print_findings(journey: "Map") -> None:
    """Tell what would make the map better; it is sound all the same."""
    from cjeditor.checks.report import as_lines

    for line in as_lines(journey, interface()):
        print(_printable(line))


def _tell_damage(error: "FileError", path: Path) -> int:
    """Tell what is wrong with a file, and what of it can be had all the same."""
    from cjeditor.files.errors import FileError
    from cjeditor.files.salvage import salvage_file
    from cjeditor.sentences import contents, loss_sentence, sentence

    _say(sentence(error, interface()))
    try:
        rest = salvage_file(path)
    except FileError:
        return COULD_NOT
    for loss in rest.losses:
        print(_printable(loss_sentence(loss, rest.journey, interface())))
    text = tr("The window can open what is whole of it: {counts}.")
    print(_printable(text.format(counts=contents(rest.journey, interface()))))
    return COULD_NOT


def _kind(out: Path, named: str | None) -> "Format":
    """Return the format to write, by name or by the suffix of *out*."""
    from cjeditor.exchange.registry import format_named, writer_for, writers

    if named is not None:
        return format_named(named)
    found = writer_for(out)
    if found is None:
        suffixes = ", ".join(dict.fromkeys(each.suffixes[0] for each in writers()))
        raise UsageError(
            tr("The name after -o must end in one of {suffixes}; or name the kind with --to.")
            .format(suffixes=suffixes)
        )  # fmt: skip
    return found


def _refuse_same(source: Path, out: Path) -> None:
    """Refuse to write over the file that is read."""
    try:
        same = source.samefile(out)
    except (OSError, ValueError):
        same = False
    if same:
        raise UsageError(tr("The two files are the same. Choose another name after -o."))


def _tell(remarks: "Sequence[Remark]", path: Path) -> None:
    from cjeditor.sentences import remark_sentence

    for remark in remarks:
        _say(f"{path.name}: {remark_sentence(remark, interface())}")


def _say(text: str) -> None:
    print(_printable(f"cjeditor: {text}"), file=sys.stderr)


def _printable(text: str) -> str:
    """Return *text* without control characters, which a file could steer a terminal with."""
    return "".join(each if each.isprintable() else " " for each in text)


def _speak() -> None:
    """Choose the language of the messages from the environment."""
    with suppress(OSError):  # the translations have not been compiled: English serves
        set_interface_language(system_language())


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
        _say(tr("This command is not understood: {problem}").format(problem=problem))
        self.exit(USAGE)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, tr("Usage: ") if prefix is None else prefix)


def _window_parser() -> _Parser:
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


def _export_parser(name: str) -> argparse.ArgumentParser:
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


def _import_parser(name: str) -> argparse.ArgumentParser:
    return _file_parser(name, tr("Turns another program's file into a map."))


def _check_parser(name: str) -> argparse.ArgumentParser:
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


_COMMANDS: Final[
    dict[
        str,
        tuple[Callable[[str], argparse.ArgumentParser], Callable[[argparse.Namespace], int]],
    ]
] = {
    "export": (_export_parser, _export),
    "import": (_import_parser, _import),
    "check": (_check_parser, _check),
}
