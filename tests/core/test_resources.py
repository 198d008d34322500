"""Where resources are found."""

from cjeditor.core.resources import resources


def test_fonts_icons_and_translations_are_found():
    assert (resources() / "fonts" / "NotoSans-Regular.ttf").is_file()
    assert (resources() / "icons" / "alert-triangle.svg").is_file()
    assert (resources() / "translations" / "id.mo").is_file()
