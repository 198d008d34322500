"""Pictures are decoded as large as they are drawn, a few at a time, and not all are kept."""

from io import BytesIO

import pytest
from PIL import Image

from cjeditor.files.pictures import take_in
from cjeditor.render import qt_pictures
from cjeditor.render.qt_pictures import Images


def photograph(grey=128, size=(800, 600)):
    file = BytesIO()
    Image.effect_noise(size, grey).convert("RGB").save(file, "JPEG")
    return take_in(file.getvalue())


@pytest.fixture
def pictures():
    found = [photograph(grey) for grey in (20, 60, 100, 140)]
    return {each.id: each for each in found}


@pytest.mark.parametrize(
    ("drawn", "decoded"), [(1, 100), (100, 100), (101, 200), (399, 400), (401, 800), (3000, 800)]
)
def test_a_picture_is_decoded_hardly_larger_than_it_is_drawn(pictures, drawn, decoded):
    image = Images(pictures).image(next(iter(pictures)), drawn)

    assert (image.width(), image.height()) == (decoded, decoded * 3 // 4)


def test_what_is_decoded_is_kept(pictures):
    images, first = Images(pictures), next(iter(pictures))
    image = images.image(first, 200)

    images.use({first: pictures[first]})

    assert images.image(first, 190).cacheKey() == image.cacheKey()


def test_only_so_much_is_kept_the_last_seen_longest(pictures, monkeypatch):
    monkeypatch.setattr(qt_pictures, "_ROOM", 2 * 800 * 600 * 4)
    images = Images(pictures)
    first, second, third, _ = pictures
    keys = {each: images.image(each, 800).cacheKey() for each in (first, second, first, third)}

    assert images.image(first, 800).cacheKey() == keys[first]
    assert images.image(second, 800).cacheKey() != keys[second]


def test_pictures_beyond_the_time_of_a_frame_come_with_the_next(pictures):
    images = Images(pictures, at_once=0.001)
    first, second, *_ = pictures

    shown = [images.image(each, 200).isNull() for each in (first, second)]
    late = images.is_late
    images.begin()

    assert (shown, late) == ([False, True], True)
    assert not images.image(second, 200).isNull()
    assert not images.is_late


def test_another_size_serves_while_the_right_one_has_to_wait(pictures):
    images = Images(pictures, at_once=0.001)
    first = next(iter(pictures))
    images.image(first, 100)

    assert images.image(first, 800).width() == 100
    assert images.is_late


def test_a_picture_that_is_not_there_or_damaged_is_nothing_and_does_not_wait(pictures):
    broken = photograph().replace(content=b"broken")
    images = Images({broken.id: broken}, at_once=0.001)

    assert images.image(broken.id, 50).isNull()
    assert images.image("gone", 50).isNull()
    assert not images.is_late
