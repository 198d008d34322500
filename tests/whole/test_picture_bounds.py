"""Whatever a picture is, taking it in ends soon and takes little memory."""

import struct
import sys
import zlib
from io import BytesIO

import pytest
from PIL import Image
from whole.refusing import is_refusal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")


def chunk(name, content):
    whole = name + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width, height, *chunks, depth=8, colour=2, content=b""):
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = (chunk(b"IHDR", head), *chunks, chunk(b"IDAT", content), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def encoded(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_scans(count):
    """Return a large JPEG that goes over its pixels again and again."""
    content = encoded(Image.new("L", (5_000, 5_000)), "JPEG", progressive=True)
    begin = content.rindex(b"\xff\xda")
    return content[:begin] + content[begin:-2] * count + content[-2:]


def bomb():
    return zlib.compress(b"\0" * 100_000_000)


SMALL = Image.new("RGB", (20, 10), "#c53030")


def moving(kind):
    return encoded(SMALL, kind, save_all=True, append_images=[SMALL.rotate(9)] * 30)


PICTURES = {
    "header that lies": lambda: png(8_000, 5_000, content=zlib.compress(b"x")),
    "pixels": lambda: png(100_000, 100_000),
    "no pixels": lambda: png(0, 0),
    "16 bits": lambda: encoded(Image.new("I;16", (2_000, 2_000), 40_000), "PNG"),
    "bomb of pixels": lambda: png(6_000, 6_000, depth=16, colour=6, content=bomb()),
    "bomb of text": lambda: png(20, 10, chunk(b"zTXt", b"a\0\0" + bomb())),
    "bomb of a profile": lambda: png(20, 10, chunk(b"iCCP", b"a\0\0" + bomb())),
    "texts": lambda: png(20, 10, *[chunk(b"tEXt", b"a\0b")] * 200_000),
    "moving png": lambda: moving("PNG"),
    "moving webp": lambda: moving("WEBP"),
    "cmyk": lambda: encoded(Image.new("CMYK", (20, 10)), "JPEG"),
    "scans": lambda: with_scans(5_000),
    "exif": lambda: encoded(
        SMALL, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01" * 20_000
    ),
    "exif that points to itself": lambda: encoded(
        SMALL, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0"
    ),
    "cut off": lambda: encoded(Image.new("RGB", (999, 999)), "JPEG")[:500],
    "webp that lies": lambda: b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 40,
    "drawing": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "gif": lambda: encoded(SMALL, "GIF"),
    "tiff": lambda: encoded(SMALL, "TIFF"),
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_taken_in_or_refused(said, name):
    text = said("picture", PICTURES[name](), "picture.png", megabytes=500)

    assert text.startswith("The picture") or is_refusal(text) or " x " in text


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_damaged_picture_is_taken_in_or_refused(said, kind, tmp_path):
    content = encoded(Image.effect_noise((60, 60), 90).convert("RGB"), kind)
    for at in range(8, min(len(content), 900), 29):
        damaged = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
        assert said("picture", damaged, "picture.png", megabytes=500)
