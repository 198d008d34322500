"""Numbers as people of a language write them."""

from typing import Final

from cjeditor.core.words import Words

_SIGNS: Final = {
    "en": str.maketrans({"-": "−"}),
    "id": str.maketrans({"-": "−", ",": ".", ".": ","}),
}


def written(
    value: float,
    words: Words,
    decimals: int | None = None,
    *,
    sign: bool = False,
    grouped: bool = True,
) -> str:
    """Return *value* with the marks of the language of *words*: "1,234.5" or "1.234,5".

    Args:
        decimals: At most; None means as many as matter beside the size of the number.
        sign: Whether one above 0 has a plus.
        grouped: Whether thousands are set apart.
    """
    if decimals is None:
        decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = f"{value:{'+' if sign else ''}{',' if grouped else ''}.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").removesuffix(".")
    if not text.strip("+-0"):
        text = "0"
    return text.translate(_SIGNS[words.language])


def read_number(text: str) -> float | None:
    """Return the number that somebody has typed, with a point or a comma; None if it is none.

    Of several marks the last one is the decimal one, unless the same one stands there several
    times; a single mark is the decimal one.
    """
    plain = text.strip().replace("−", "-").replace("\u00a0", "").replace(" ", "").rstrip("%")
    last = max(plain.rfind(","), plain.rfind("."))
    if last >= 0:
        mark = plain[last]
        other = "," if mark == "." else "."
        plain = plain.replace(other, "")
        plain = plain.replace(mark, "" if plain.count(mark) > 1 else ".")
    if not plain or plain.strip("+-.0123456789"):
        return None
    try:
        return float(plain)
    except ValueError:
        return None
