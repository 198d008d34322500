"""Pictures from outside, made safe and small before they go into a map."""

import hashlib
import struct
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cjeditor.core.words import mark
from cjeditor.files.content import content_of
from cjeditor.files.errors import BadPicture, TooLarge
from cjeditor.model.records import MediaType, Picture

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE_LIMIT: Final = 64 * 1024 * 1024
"""Bytes of a picture that is taken in."""

PIXEL_LIMIT: Final = 40_000_000
"""Pixels of a picture that is taken in; unpacked they take four bytes each."""

LONGEST_SIDE: Final = 2400
"""Pixels; a card on an A0 poster at 300 dpi has fewer."""

SCANS_LIMIT: Final = 100
"""Times that a JPEG goes over its pixels; ten are usual, and each of thousands takes its time."""

_JPEG_QUALITY: Final = 85

_TOO_LARGE: Final = mark("The picture is too large: at most {limit} MB.")

_BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)
"""What Pillow raises for damaged files."""


def take_in(content: bytes) -> Picture:
    """Return a picture to embed: turned upright, at most `LONGEST_SIDE` wide and high.

    It is always encoded anew, so that nothing else that the file held comes along (where
    a photo was taken, for one).

    Raises:
        BadPicture: It is no PNG, JPEG or WebP, damaged, or too large.
    """
    kind = _kind(content)
    if len(content) > SIZE_LIMIT:
        raise BadPicture(_TOO_LARGE, limit="64")
    try:
        image = _upright(_looked_at(content, kind))
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        media, encoded = _encoded(image)
    except _BROKEN as error:
        raise BadPicture(mark("The picture is damaged.")) from error
    name = hashlib.sha256(encoded).hexdigest()[:40]
    return Picture(id=name, media=media, width=image.width, height=image.height, content=encoded)


def take_in_file(path: Path) -> Picture:
    """Return the picture of a file to embed, as `take_in` makes it.

    Raises:
        CannotRead: There is no such file, or it cannot be read.
        BadPicture: It is no PNG, JPEG or WebP, damaged, or too large.
    """
    try:
        content = content_of(path, SIZE_LIMIT)
    except TooLarge as error:
        raise BadPicture(_TOO_LARGE, limit="64") from error
    return take_in(content)


def check(picture: Picture) -> None:
    """Make sure that a picture from a file is what it says, without unpacking it.

    Raises:
        BadPicture: It is another or a larger one.
    """
    try:
        image = _looked_at(picture.content, _kind(picture.content))
    except _BROKEN as error:
        raise BadPicture(mark("The picture is damaged.")) from error
    named = hashlib.sha256(picture.content).hexdigest().startswith(picture.id)
    if not named or image.size != (picture.width, picture.height):
        raise BadPicture(mark("The picture is not the one that it says it is."))


def _kind(content: bytes) -> str:
    """Return Pillow's name for the format, by the first bytes."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    raise BadPicture(mark("Only PNG, JPEG and WebP pictures can be taken in."))


def _looked_at(content: bytes, kind: str) -> "Image":
    """Return the picture, not yet unpacked, if it is not too large for that."""
    from PIL import Image

    too_many = BadPicture(mark("The picture has too many pixels: at most 40 million."))
    try:
        image = Image.open(BytesIO(content), formats=(kind,))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many from error
    if image.width * image.height > PIXEL_LIMIT:
        raise too_many
    if kind == "JPEG" and content.count(b"\xff\xda") > SCANS_LIMIT:
        raise BadPicture(mark("The picture is damaged."))
    return image


def _upright(image: "Image") -> "Image":
    """Return *image* as RGB or RGBA, turned as the camera says."""
    from PIL import ImageOps

    image.load()
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I"):  # 16 bits of grey: Pillow would cut, not scale
        turned = turned.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if turned.has_transparency_data:
        clear = turned.convert("RGBA")
        if clear.getchannel("A").getextrema() != (255, 255):
            return clear
    return turned.convert("RGB")


def _encoded(image: "Image") -> tuple[MediaType, bytes]:
    out = BytesIO()
    image.info.clear()  # comments and profiles of the old file would be written along
    if image.mode == "RGBA":
        image.save(out, "PNG", optimize=True)
        return "image/png", out.getvalue()
    image.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return "image/jpeg", out.getvalue()
