"""Runs a scenario again and again, each time with another call failing; says what was wrong.

Started by the tests with `faults.so` in it. A line on the standard input asks for a scenario:
`{"folder": …, "scenario": …, "modes": […], "bug": …}`; one on the standard output answers:
`{"trials": …, "wrong": […]}`. Each scenario and each trial is a process of its own. The modes
are those of `faults.c`, and "power" cuts the power after each call, "power lose" at the end,
after one flush has failed.
"""

import ctypes
import gc
import json
import logging
import os
import shutil
import signal
import sys
import traceback
from pathlib import Path

from power import Power, calls, put
from scenarios import SCENARIOS, plant

from cjeditor.files.errors import FileError

LIBRARY = ctypes.CDLL(None)


class Trials:
    """All trials of one scenario below the folder *base*."""

    def __init__(self, base, scenario, *, hurried):
        """Args: *hurried*: whether one thing that is wrong is enough."""
        self._base = base
        self._scenario = scenario
        self._hurried = hurried
        self._prepared = base / "prepared"
        self.count = 0
        self.wrong = []

    def prepare(self):
        self._prepared.mkdir()
        self._scenario.prepare(self._prepared)

    def run(self, mode):
        """Let each call fail, one after the other, until there are no more."""
        power = mode.startswith("power")
        mode = mode.removeprefix("power").strip()
        at = 1
        while True:
            with_trace = self._base / "trace" if power else None
            acks, wrong, made = self._trial(mode or "none", at, with_trace)
            if not power:
                self._judge(f"{mode} at {at}", self._base / "trial", acks, wrong)
            else:
                self.wrong += wrong
                self._cut(f"power {mode} at {at}", (self._base / "trace").read_bytes(), bool(mode))
            shutil.rmtree(self._base / "trial")
            over = not mode or (made is not None and made < at)
            if over or (self._hurried and self.wrong):
                return
            at += 1

    def _judge(self, name, folder, acks, wrong=()):
        self.count += 1
        self.wrong += [f"{name}: {each}" for each in (*wrong, *self._scenario.check(folder, acks))]

    def _cut(self, name, trace, at_the_end):
        """Cut the power: after each call, or after the last one."""
        power, acks, seen = Power(self._base / "trial", self._prepared), [], []
        made = list(calls(trace))
        for number, (what, path, other, data) in enumerate(made, 1):
            if what == "note":
                acks.append(int(path))
            else:
                power.do(what, path, other, data)
            if at_the_end and number < len(made):
                continue
            for disk in power.disks():
                if (disk, acks) not in seen:
                    seen.append((disk, list(acks)))
                    folder = self._base / "cut"
                    folder.mkdir()
                    put(disk, folder)
                    self._judge(f"{name} after {number} ({what} {path})", folder, acks)
                    shutil.rmtree(folder)

    def _trial(self, mode, at, trace):
        """Return what was told to be safe, what was wrong, and the calls; None if killed."""
        folder = self._base / "trial"
        shutil.copytree(self._prepared, folder)
        into, out = os.pipe()
        pid = os.fork()
        if not pid:
            try:
                os.close(into)
                self._child(folder, mode, at, out, trace)
            finally:
                os._exit(0)
        os.close(out)
        with os.fdopen(into, "rb") as told:
            lines = told.read().decode().splitlines()
        status = os.waitpid(pid, 0)[1]
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        acks = [int(line) for line in lines if line.isdigit()]
        wrong = [line for line in lines if line.startswith("wrong")]
        made = [int(line.split()[1]) for line in lines if line.startswith("calls")]
        if not killed and not made:
            wrong.append("ended without a word")
        return acks, wrong, None if killed else made[-1]

    def _child(self, folder, mode, at, out, trace):
        def ack(number):
            os.write(out, b"%d\n" % number)
            LIBRARY.faults_note(b"%d" % number)

        if trace is not None:
            LIBRARY.faults_trace(os.open(trace, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
        LIBRARY.faults_arm(bytes(folder), mode.encode(), ctypes.c_long(at))
        try:
            self._scenario.act(folder, ack)
        except FileError:
            pass
        except BaseException as error:  # noqa: BLE001
            os.write(out, b"wrong %s\n" % repr(error).encode())
        os.write(out, b"calls %d\n" % LIBRARY.faults_calls())


def _answer(asked):
    scenario, bug = SCENARIOS[asked["scenario"]], asked["bug"]
    trials = Trials(Path(asked["folder"]), scenario, hurried=bool(bug))
    trials.prepare()
    plant(bug)
    for mode in asked["modes"]:
        trials.run(mode)
    return {"trials": trials.count, "wrong": trials.wrong}


def main():
    logging.disable()
    gc.freeze()  # so that a trial need not copy what it only looks at
    gc.disable()
    for line in sys.stdin:
        into, out = os.pipe()
        pid = os.fork()
        if not pid:
            try:
                os.write(out, json.dumps(_answer(json.loads(line))).encode())
            except BaseException:  # noqa: BLE001
                traceback.print_exc()
            finally:
                os._exit(0)
        os.close(out)
        with os.fdopen(into) as told:
            sys.stdout.write((told.read() or "{}") + "\n")
        os.waitpid(pid, 0)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
