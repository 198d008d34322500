"""Pictures are made small, upright and clean, or refused with a sentence."""

import hashlib
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from cjeditor.files.errors import BadPicture
from cjeditor.files.pictures import check, take_in


def encoded(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def unpacked(picture):
    return Image.open(BytesIO(picture.content))


def chunk(name, content):
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def png_header(width, height):
    """Return a PNG that says a size and holds next to nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_opaque_pictures_become_jpeg(kind):
    picture = take_in(encoded(Image.new("RGB", (30, 20), "#c53030"), kind))

    assert (picture.media, picture.width, picture.height) == ("image/jpeg", 30, 20)
    assert unpacked(picture).size == (30, 20)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_see_through_pictures_stay_see_through(kind):
    picture = take_in(encoded(Image.new("RGBA", (30, 20), (255, 0, 0, 100)), kind))

    assert picture.media == "image/png"
    assert unpacked(picture).getpixel((3, 3))[3] == pytest.approx(100, abs=2)


def test_the_id_is_that_of_the_content():
    picture = take_in(encoded(Image.new("L", (9, 9)), "PNG"))

    assert picture.id == hashlib.sha256(picture.content).hexdigest()[:40]
    check(picture)


def test_large_pictures_are_made_smaller():
    picture = take_in(encoded(Image.new("1", (5000, 1000)), "PNG"))

    assert (picture.width, picture.height) == (2400, 480)


def test_a_photo_is_turned_upright_and_tells_nothing_about_where_it_was_taken():
    exif = Image.Exif()
    exif[0x0112] = 6  # lay on its side
    exif[0x8825] = {1: "S", 2: (6.0, 12.0, 0.0)}
    photo = encoded(Image.new("RGB", (40, 20)), "JPEG", exif=exif, comment=b"at home")

    picture = take_in(photo)

    assert (picture.width, picture.height) == (20, 40)
    assert not unpacked(picture).getexif()
    assert b"at home" not in picture.content


def test_sixteen_bits_of_grey_are_scaled_not_cut():
    picture = take_in(encoded(Image.new("I;16", (8, 8), 257 * 155), "PNG"))

    assert unpacked(picture).getpixel((4, 4)) == (155, 155, 155)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + b"\0" * 50,
        b"RIFF\0\0\0\0WAVE", encoded(Image.new("RGB", (9, 9)), "BMP"), b"%PDF-1.7",
    ],
)  # fmt: skip
def test_other_kinds_of_file_are_refused(content):
    with pytest.raises(BadPicture, match="Only PNG, JPEG and WebP"):
        take_in(content)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_damaged_pictures_are_refused(kind):
    whole = encoded(Image.effect_noise((60, 60), 50), kind)

    for end in (13, 30, len(whole) // 2):
        with pytest.raises(BadPicture):
            take_in(whole[:end])


@pytest.mark.parametrize("size", [(6400, 6400), (10_000, 10_000), (100_000, 100_000)])
def test_a_picture_of_too_many_pixels_is_refused_by_its_header(size):
    with pytest.raises(BadPicture, match="too many pixels"):
        take_in(png_header(*size))


def test_a_picture_of_too_many_bytes_is_refused():
    content = encoded(Image.new("RGB", (9, 9)), "PNG") + b"\0" * (64 * 1024 * 1024)

    with pytest.raises(BadPicture, match="at most 64 MB"):
        take_in(content)


def test_a_false_picture_in_a_file_is_found_without_unpacking_it():
    picture = take_in(encoded(Image.new("RGB", (9, 9)), "PNG"))
    bomb = png_header(6400, 6400)

    with pytest.raises(BadPicture):
        check(picture.replace(content=bomb, id=hashlib.sha256(bomb).hexdigest()[:40]))
    with pytest.raises(BadPicture):
        check(picture.replace(content=picture.content + b"more"))
    with pytest.raises(BadPicture):
        check(picture.replace(height=8))
