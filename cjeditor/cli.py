"""The command line. Starts without Qt for everything but the window and the PNG picture."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cjeditor.arguments import (
    USAGE,
    check_parser,
    export_parser,
    import_parser,
    printable,
    say,
    window_parser,
)
from cjeditor.core.collector import collector_off
from cjeditor.core.words import (
    interface,
    set_interface_language,
    system_language,
    tr,
)

if TYPE_CHECKING:
    from cjeditor.exchange.format import Format, Options, Remark, Writing
    from cjeditor.files.errors import FileError
    from cjeditor.model.map import Map

OK, COULD_NOT, INTERRUPTED = 0, 1, 130


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
    parser = window_parser() if command is None else command[0](name)
    act = _open_window if command is None else command[1]
    rest = arguments if command is None else arguments[1:]
    try:
        return act(parser.parse_args(rest))
    except SystemExit as done:  # argparse has printed help, version or a usage error
        return done.code if isinstance(done.code, int) else USAGE
    except UsageError as error:
        parser.print_usage(sys.stderr)
        say(str(error))
        return USAGE
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  every error ends as one sentence
        from cjeditor.sentences import sentence

        say(sentence(error, interface()))
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
    say(tr("Wrote “{file}”.").format(file=chosen.out))
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
    say(tr("Wrote “{file}”.").format(file=chosen.out))
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
        print(printable(remark_sentence(remark, interface())))
    counts = contents(reading.journey, interface())
    print(printable(tr("“{file}” is sound: {counts}.").format(file=chosen.file, counts=counts)))
    _print_findings(reading.journey)
    return OK


def _print_findings(journey: "Map") -> None:
    """Tell what would make the map better; it is sound all the same."""
    from cjeditor.checks.report import as_lines

    for line in as_lines(journey, interface()):
        print(printable(line))


def _tell_damage(error: "FileError", path: Path) -> int:
    """Tell what is wrong with a file, and what of it can be had all the same."""
    from cjeditor.files.errors import FileError
    from cjeditor.files.salvage import salvage_file
    from cjeditor.sentences import contents, loss_sentence, sentence

    say(sentence(error, interface()))
    try:
        rest = salvage_file(path)
    except FileError:
        return COULD_NOT
    for loss in rest.losses:
        print(printable(loss_sentence(loss, rest.journey, interface())))
    text = tr("The window can open what is whole of it: {counts}.")
    print(printable(text.format(counts=contents(rest.journey, interface()))))
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
        say(f"{path.name}: {remark_sentence(remark, interface())}")


def _speak() -> None:
    """Choose the language of the messages from the environment."""
    with suppress(OSError):  # the translations have not been compiled: English serves
        set_interface_language(system_language())


_COMMANDS: Final[
    dict[
        str,
        tuple[Callable[[str], argparse.ArgumentParser], Callable[[argparse.Namespace], int]],
    ]
] = {
    "export": (export_parser, _export),
    "import": (import_parser, _import),
    "check": (check_parser, _check),
}
