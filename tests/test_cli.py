import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from maps import small_map

from cjeditor import __version__
from cjeditor.cli import main
from cjeditor.core.words import interface, set_interface_language
from cjeditor.exchange.registry import writers
from cjeditor.files.cjm import load, save
from cjeditor.model.records import Link

JOURNEY = "journey\n%% note\n section Find\n  Look: 99: Ann\n"


@pytest.fixture(autouse=True)
def english(monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    yield
    set_interface_language("en")


@pytest.fixture(autouse=True)
def shop(tmp_path, monkeypatch):
    """The folder of a map and a Mermaid file, in which the command is given."""
    monkeypatch.chdir(tmp_path)
    save(small_map(), Path("shop.cjm"))
    Path("shop.mmd").write_text(JOURNEY)
    return tmp_path


def shell(*arguments, **environment):
    """Run the command in a process of its own."""
    root = str(Path(__file__).resolve().parent.parent)
    return subprocess.run(
        [sys.executable, "-m", "cjeditor", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": root} | environment,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("form", writers(), ids=lambda form: form.name)
@pytest.mark.usefixtures("qapp")
def test_a_map_is_exported_to_every_kind_by_suffix(form):
    out = Path(f"out{form.suffixes[0]}")

    assert main(["export", "shop.cjm", "-o", str(out), "--dpi", "40"]) == 0
    assert out.stat().st_size > 100


def test_the_kind_can_be_named():
    assert main(["export", "shop.cjm", "-o", "poster", "--to", "pdf", "--paper", "a4"]) == 0
    assert Path("poster").read_bytes().startswith(b"%PDF")


def test_the_language_of_the_document_can_be_chosen():
    for language in ("en", "id"):
        main(["export", "shop.cjm", "-o", f"{language}.svg", "--language", language])

    assert Path("en.svg").read_bytes() != Path("id.svg").read_bytes()


@pytest.mark.parametrize("option", [None, "--links", "--no-links"])
def test_links_between_cards_can_be_left_out(option):
    linked = small_map().put(Link(id="l", kind="solves", source="a1", target="p1"))
    save(linked, Path("linked.cjm"))

    options = [option] if option else []
    assert main(["export", "linked.cjm", "-o", "linked.svg", *options]) == 0
    drawn = Path("linked.svg").read_text(encoding="utf-8")
    assert ("Solves" in drawn) == (option != "--no-links")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "(usual: show)"), ("id", "(biasanya: tampilkan)")]
)
def test_the_help_tells_of_links_in_the_users_language(language, said, capsys, monkeypatch):
    monkeypatch.setenv("LANG", f"{language}.UTF-8")

    assert main(["export", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "--links, --no-links" in told
    assert said in told
    assert "default" not in told


def test_another_programs_file_is_exported_and_its_remarks_told(capsys):
    assert main(["export", "shop.mmd", "-o", "shop.svg"]) == 0

    told = capsys.readouterr()
    assert told.out == ""
    assert "shop.mmd: Line 2: " in told.err
    assert "shop.mmd: Line 4: " in told.err


def test_a_file_is_imported(capsys):
    assert main(["import", "shop.mmd", "-o", "new.cjm"]) == 0

    assert [step.title for step in load(Path("new.cjm")).steps.values()] == ["Look"]
    assert "Line 4" in capsys.readouterr().err


def test_a_good_file_is_found_sound(capsys):
    assert main(["check", "shop.cjm"]) == 0
    assert "2 stages, 4 steps" in capsys.readouterr().out


def test_what_is_odd_in_a_file_is_listed(capsys):
    assert main(["check", "shop.mmd"]) == 0
    assert "99" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["{", "", '{"format": "cjeditor", "version": 99}', "[]"])
def test_a_bad_file_is_told_in_one_sentence(capsys, content):
    Path("bad.cjm").write_text(content)

    assert main(["check", "bad.cjm"]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "bad.cjm" in told.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "missing.cjm"],
        ["check", "."],
        ["export", "missing.cjm", "-o", "a.pdf"],
        ["export", "shop.cjm", "-o", "no/such/folder/a.svg"],
        ["import", "shop.cjm", "-o", "no/such/folder/a.cjm"],
    ],
)
def test_what_cannot_be_done_ends_with_1_and_one_sentence(capsys, arguments):
    assert main(arguments) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["export"],
        ["export", "shop.cjm"],
        ["export", "shop.cjm", "-o", "shop.doc"],
        ["export", "shop.cjm", "-o", "shop.cjm"],
        ["export", "shop.mmd", "-o", "./shop.mmd"],
        ["export", "shop.cjm", "-o", "a.pdf", "--paper", "A9"],
        ["export", "shop.cjm", "-o", "a.pdf", "--to", "doc"],
        ["export", "shop.cjm", "-o", "a.png", "--dpi", "1e9"],
        ["export", "shop.cjm", "-o", "a.png", "--dpi", "0"],
        ["export", "shop.cjm", "-o", "a.pdf", "--orientation", "up"],
        ["import", "shop.mmd", "-o", "shop.json"],
        ["check"],
        ["check", "shop.cjm", "shop.cjm"],
        ["--what"],
        ["shop.cjm", "shop.cjm"],
    ],
)
def test_a_wrong_command_ends_with_2_and_touches_no_file(shop, capsys, arguments):
    before = {path: path.read_bytes() for path in shop.iterdir()}

    assert main(arguments) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Usage: cjeditor")
    assert {path: path.read_bytes() for path in shop.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_the_input_is_not_written_to():
    Path("link.mmd").symlink_to("shop.mmd")

    assert main(["export", "shop.mmd", "-o", "link.mmd"]) == 2
    assert Path("shop.mmd").read_text() == JOURNEY


def test_an_output_that_is_there_is_replaced():
    Path("out.svg").write_text("old")

    assert main(["export", "shop.cjm", "-o", "out.svg"]) == 0
    assert "old" not in Path("out.svg").read_text()[:10]


def test_check_tells_what_a_map_lacks(capsys):
    assert main(["check", "shop.cjm"]) == 0

    out = capsys.readouterr().out
    assert "is sound" in out
    assert "\nStage without a touchpoint (" in out
    assert "\n  Stage “" in out


def test_check_tells_other_programs_the_same(capsys):
    assert main(["check", "--json", "shop.cjm"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert {"no touchpoint"} <= {each["rule"] for each in told["findings"]}
    assert all(each["sentence"] and not each["silenced"] for each in told["findings"])
    assert [each["step"] for each in told["steps"]][:2] == ["data", "persona"]
    assert {each["standing"] for each in told["steps"]} <= {"to do", "begun", "done"}


@pytest.mark.parametrize("name", ["export", "import", "check"])
def test_every_command_has_help(capsys, name):
    assert main([name, "--help"]) == 0
    assert f"cjeditor {name}" in capsys.readouterr().out


def test_the_help_names_every_command_and_the_version_is_told(capsys):
    assert main(["--help"]) == 0
    assert main(["--version"]) == 0

    out = capsys.readouterr().out
    assert all(f"cjeditor {name}" in out for name in ("export", "import", "check"))
    assert out.endswith(f"cjeditor {__version__}\n")


@pytest.fixture
def opened(monkeypatch):
    """The files that the window is opened on, instead of a window."""
    from cjeditor import preflight
    from cjeditor.app import start

    paths: list[Path | None] = []
    monkeypatch.setattr(preflight, "check_screen", lambda: None)
    monkeypatch.setattr(start, "run", lambda path, argv: paths.append(path) or 0)
    return paths


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check"], "BERKAS belum disebutkan"),
        (["check", "shop.cjm", "more"], "“more” tidak dikenal"),
        (["export", "shop.cjm", "-o"], "-o/--out memerlukan nilai"),
        (
            ["export", "shop.cjm", "-o", "a", "--to", "word"],
            "--to: “word” bukan salah satu dari pdf, booklet, xlsx, png, svg, mermaid, ojf",
        ),
        (
            ["export", "shop.cjm", "-o", "a.png", "--dpi", "7"],
            "--dpi: “7” tidak di antara 24 dan 600",
        ),
    ],
)
def test_a_wrong_command_is_told_in_the_language_of_the_system(
    capsys, monkeypatch, arguments, told
):
    monkeypatch.setenv("LANG", "id_ID.UTF-8")

    assert main(arguments) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == f"cjeditor: Perintah ini tidak dipahami: {told}"


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ([], None),
        (["shop.cjm"], Path("shop.cjm")),
        (["--", "export"], Path("export")),
        (["./check"], Path("check")),
        (["--", "-odd.cjm"], Path("-odd.cjm")),
    ],
)
def test_the_window_is_opened_on_a_file(opened, arguments, path):
    assert main(arguments) == 0
    assert opened == [path]


@pytest.mark.parametrize(
    ("asked", "spoken"), [("id_ID.UTF-8", "id"), ("id", "id"), ("in_ID", "id"), ("fr_FR", "en")]
)
def test_messages_are_indonesian_where_the_system_is(monkeypatch, asked, spoken):
    monkeypatch.setenv("LANG", asked)

    main(["check", "missing.cjm"])

    assert interface().language == spoken


def test_control_characters_of_a_file_do_not_reach_the_terminal(capsys):
    Path("odd.mmd").write_text("journey\nA: \x1b[31mred: Me\n")

    main(["check", "odd.mmd"])

    assert "\x1b" not in capsys.readouterr().out


def test_a_name_that_is_no_text_is_told():
    assert main(["check", os.fsdecode(b"\xff.cjm")]) == 1


def test_an_error_inside_the_program_ends_with_1(capsys, monkeypatch):
    def fail(*_arguments):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("cjeditor.files.atomic.write", fail)

    assert main(["export", "shop.cjm", "-o", "a.svg"]) == 1
    assert "oh" in capsys.readouterr().err


def test_ctrl_c_ends_with_130(monkeypatch):
    def stop(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("cjeditor.exchange.opening.open_file", stop)

    assert main(["check", "shop.cjm"]) == 130


@pytest.mark.skipif(sys.platform != "linux", reason="asks for a screen")
def test_without_a_screen_the_start_ends_with_1_and_one_sentence():
    done = shell("shop.cjm", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no screen" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
def test_a_reader_that_goes_away_is_no_error_message():
    code = "import sys, cjeditor.cli; sys.exit(cjeditor.cli.main(['check', 'shop.mmd']))"
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, check=False
    )

    os.close(writing)
    assert done.returncode == 1
    assert done.stderr == b""


def test_everything_but_window_and_png_works_without_qt():
    code = (
        "import sys\n"
        "class No:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name.startswith('PySide6'): raise ImportError('libEGL.so.1: not there')\n"
        "sys.meta_path.insert(0, No())\n"
        "from cjeditor.cli import main\n"
        "for kind in ('pdf', 'xlsx', 'svg', 'mmd', 'ojf'):\n"
        "    assert main(['export', 'shop.cjm', '-o', 'out.' + kind]) == 0\n"
        "assert main(['import', 'shop.mmd', '-o', 'new.cjm']) == 0\n"
        "assert main(['check', 'new.cjm']) == 0\n"
        "assert main(['export', 'shop.cjm', '-o', 'out.png']) == 1\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1].startswith("cjeditor: Qt cannot be loaded")


def test_what_can_be_had_of_a_damaged_file_is_told(capsys):
    content = Path("shop.cjm").read_bytes().replace(b'"kind":"action"', b'"kind":"hologram"', 1)
    Path("bad.cjm").write_bytes(content)

    assert main(["check", "bad.cjm"]) == 1

    told = capsys.readouterr()
    assert "bad.cjm" in told.err
    assert "hologram" in told.out.splitlines()[0]
    assert "The window can open what is whole of it: 2 stages, 4 steps" in told.out.splitlines()[-1]


def test_a_poster_of_another_programs_file_loads_only_what_it_needs():
    code = (
        "import sys\n"
        "from cjeditor.cli import main\n"
        "assert main(['export', 'shop.mmd', '-o', 'out.pdf']) == 0\n"
        "print(*sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = set(done.stdout.split())
    assert "cjeditor.render.pdf_document" in loaded
    assert "cjeditor.sentences" in loaded
    libraries = "PySide6 xlsxwriter platformdirs asyncio ctypes http ssl"
    if sys.version_info >= (3, 12):  # until 3.11 a library's search for plug-ins loads it
        libraries += " socket"
    ours = (
        "app changes files.cjm files.document files.holding files.looking preflight session "
        "exchange.xlsx.book exchange.ojf.reader"
    )
    assert loaded.isdisjoint(libraries.split())
    assert loaded.isdisjoint(f"cjeditor.{name}" for name in ours.split())
