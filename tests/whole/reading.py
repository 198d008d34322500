"""Reads hostile files, each in a process of its own with little time and memory.

Started by the tests. A line on the standard input has what is to be read with:
`{"reader": …, "path": …, "seconds": …, "megabytes": …}`; one on the standard output has what
came out: `{"said": …}` with the sentence that a user gets, or what was made of it.
"""

import gc
import json
import logging
import os
import resource
import sys
import traceback
from pathlib import Path

from cjeditor.app.carried import read_carried
from cjeditor.app.pasted_text import block_in, lines_in
from cjeditor.app.settings import Settings, SettingsFile
from cjeditor.app.templates import OwnTemplates
from cjeditor.core.words import Words
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.mermaid.reader import recognises
from cjeditor.exchange.opening import open_file
from cjeditor.exchange.survey.answers import Columns, Scale, count_answers
from cjeditor.exchange.survey.table import open_table, preview
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.files.pictures import take_in_file
from cjeditor.files.recovery import leftovers
from cjeditor.files.salvage import salvage
from cjeditor.sentences import sentence

ENGLISH = Words("en")


def _recover(path):
    found = [each.found for each in leftovers(path)]
    problems = [sentence(problem, ENGLISH) for each in found for problem in each.problems]
    maps = sum(each.journey is not None for each in found)
    return f"{maps} of {len(found)} sessions. {' '.join(problems)}"


def _salvage(path):
    made = salvage(path.read_bytes())
    return f"a map with {len(made.journey.cards)} cards, {len(made.losses)} losses"


def _settings(path):
    return "defaults" if SettingsFile(path).value == Settings() else "settings"


def _carried(path):
    read = read_carried(path.read_bytes())
    return "nothing" if read is None else f"{len(read.cards)} cards"


def _picture(path):
    made = take_in_file(path)
    return f"{made.width} x {made.height}"


def _survey(path):
    file = open_table(path)
    seen = preview(file, file.sheets[0])
    columns = Columns(value=0, day=1, segment=2)
    tally = count_answers(file, file.sheets[0], columns, Scale(0, 10))
    return f"{tally.answers} answers in {len(seen.columns)} columns"


READERS = {
    "map": lambda path: f"a map with {len(cjm.load(path).cards)} cards",
    "file": lambda path: f"a map with {len(open_file(path).journey.cards)} cards",
    "salvage": _salvage,
    "picture": _picture,
    "settings": _settings,
    "survey": _survey,
    "recovery": _recover,
    "carried": _carried,
    "lines": lambda path: f"{len(lines_in(path.read_text()))} lines",
    "block": lambda path: f"{len(block_in(path.read_text()))} rows",
    "templates": lambda path: f"{len(OwnTemplates(path).paths())} templates",
}


def _read(asked):
    page = resource.getpagesize()
    size = int(Path("/proc/self/statm").read_text().split()[0]) * page
    most = size + asked["megabytes"] * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (asked["seconds"], asked["seconds"]))
    try:
        return READERS[asked["reader"]](Path(asked["path"]))
    except (FileError, ReadError) as error:
        return sentence(error, ENGLISH)
    except BaseException:  # noqa: BLE001
        return traceback.format_exc()


def main():
    logging.disable()
    take_in_file(Path(sys.argv[1]))  # so that what it needs is there for all
    recognises(b"journey")
    gc.freeze()
    for line in sys.stdin:
        out, into = os.pipe()
        pid = os.fork()
        if not pid:
            os.write(into, _read(json.loads(line)).encode())
            os._exit(0)
        os.close(into)
        with os.fdopen(out, "rb") as told:
            said = told.read().decode()
        status = os.waitpid(pid, 0)[1]
        if os.WIFSIGNALED(status):
            said = f"Traceback: killed by signal {os.WTERMSIG(status)}"
        sys.stdout.write(json.dumps({"said": said}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
