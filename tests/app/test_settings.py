"""The settings come back as they were, and a file that does not fit never stops a start."""

import json

import pytest

from cjeditor.app.settings import Settings, SettingsFile, WindowPlace


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


def test_everything_comes_back_as_it_was(path):
    place = WindowPlace(x=-5, y=7, width=1300, height=800, maximised=True)
    SettingsFile(path).change(
        language="id", theme="dark", window=place, side_width=400, folder="/Peta – ü", paper=None
    )

    again = SettingsFile(path)
    again.change(palette_shown=False, recent=("/a.cjm", "/b.cjm"))
    again.change(keys=(("fit", ("F7", "Ctrl+7")), ("save", ())), single_keys=False, used=("fit",))

    assert SettingsFile(path).value == Settings(
        language="id", theme="dark", window=place, side_width=400, folder="/Peta – ü", paper=None,
        palette_shown=False, recent=("/a.cjm", "/b.cjm"),
        keys=(("fit", ("F7", "Ctrl+7")), ("save", ())), single_keys=False, used=("fit",),
    )  # fmt: skip


def test_a_path_that_is_no_text_comes_back_too(path):
    SettingsFile(path).change(folder="/maps/\udcff")

    assert SettingsFile(path).value.folder == "/maps/\udcff"


def test_fields_that_are_not_there_have_their_defaults(path):
    path.write_text('{"theme": "dark"}')

    assert SettingsFile(path).value == Settings(theme="dark")


@pytest.mark.parametrize(
    "content",
    [
        "", "null", "[]", "7", '"x"', "{", "[" * 100_000, '{"unknown": 1}',
        '{"language": "de"}', '{"theme": []}', '{"palette_shown": 1}', '{"side_shown": "yes"}',
        '{"side_width": 100}', '{"side_width": 300.0}', '{"side_width": true}',
        '{"side_width": 9999}', '{"side_width": NaN}', '{"recent": "abc"}', '{"recent": [1]}',
        '{"recent": {"a": "b"}}', json.dumps({"recent": [""] * 11}), '{"folder": null}',
        '{"keys": {}}', '{"keys": ["fit"]}', '{"keys": [["fit"]]}', '{"keys": [["fit", "F7"]]}',
        '{"keys": [["fit", [7]]]}', '{"keys": [["fit", ["F7"], 1]]}', '{"keys": [[[], ["F7"]]]}',
        '{"keys": [["fit", []], ["fit", ["F7"]]]}',
        '{"keys": [["fit", ["1", "2", "3", "4", "5"]]]}',
        '{"single_keys": 1}', '{"used": "fit"}', json.dumps({"used": ["fit"] * 9}),
        '{"export_folder": 5}', '{"paper": "B5"}', '{"window": []}', '{"window": "x"}',
        '{"window": {}}', '{"window": {"x": 0, "y": 0, "width": 10, "height": 800}}',
        '{"window": {"x": 0, "y": 1e3, "width": 800, "height": 800}}',
        '{"window": {"x": 0, "y": 0, "width": 800, "height": 800, "maximised": 0}}',
        '{"window": {"x": 0, "y": 0, "width": 800, "height": 800, "depth": 1}}',
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_is_set_aside_and_the_defaults_serve(path, content):
    path.write_text(content, encoding="utf-8")

    assert SettingsFile(path).value == Settings()
    assert path.with_suffix(".broken.json").read_text(encoding="utf-8") == content


def test_a_file_that_is_no_text_is_set_aside(path):
    path.write_bytes(b"\x80\xff\x00")

    assert SettingsFile(path).value == Settings()
    assert not path.exists()


def test_a_value_that_does_not_fit_is_refused_and_nothing_changes(path):
    settings = SettingsFile(path)

    with pytest.raises(ValueError, match="side_width"):
        settings.change(side_width=3)

    assert settings.value == Settings()
    assert not path.exists()


def test_listeners_hear_of_a_change_and_of_nothing_else(path):
    settings, heard = SettingsFile(path), []
    settings.when_changed(lambda: heard.append(settings.value.theme))

    settings.change(theme="system")
    settings.change(theme="dark")

    assert heard == ["dark"]
