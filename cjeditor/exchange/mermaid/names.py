"""Names in a Mermaid journey: what the source says and what it means.

Mermaid cuts at `:`, `;`, `#` and line ends, so a name holds them as `#58;`, `#59;`, `#35;`
and `<br/>`.
"""

import re
from html.entities import html5
from typing import Final

FRONT_MATTER: Final = "Mermaid front matter"
DIRECTIVE: Final = "Mermaid directive"
ACC_TITLE: Final = "Mermaid accTitle"
ACC_DESCRIPTION: Final = "Mermaid accDescr"
"""Names of the scope's own fields that keep what the map itself has no place for."""

_ENTITY: Final = re.compile(r"[#&](\w{1,32});", re.ASCII)
_BREAK: Final = re.compile(r"</?br\s{0,20}/?>", re.IGNORECASE)
_KEYWORD: Final = re.compile(
    r"%|journey|title(\s|$)|section(\s|$)|accTitle|accDescr", re.IGNORECASE
)
_BLANK: Final = "#160;"
"""Stands for an empty name, which Mermaid has no way to write."""

_CODED: Final = str.maketrans({";": "#59;", "#": "#35;", "<": "#60;", "\n": "<br/>", "\r": "#13;"})


def meaning(source: str) -> str:
    """Return what a name of the source says: codes and breaks decoded, a blank one empty."""
    text = _ENTITY.sub(_character, _BREAK.sub("\n", source.strip()))
    return text if text.strip() else ""


def without_codes(source: str) -> str:
    """Return *source* without its codes, to see whether a bare `#` or `;` is left."""
    return _ENTITY.sub("", source)


def begins_with_code(source: str) -> bool:
    """Tell whether *source* begins with a code such as `#35;`, and not with a remark."""
    return _ENTITY.match(source) is not None


def of_title(text: str) -> str:
    """Return the source of a title; colons stay readable where Mermaid takes them."""
    return re.sub(r":(?=\S)", "#58;", _coded(text))


def of_section(text: str) -> str:
    """Return the source of a section's name."""
    return _coded(text).replace(":", "#58;")


def of_task(text: str) -> str:
    """Return the source of a task's name; one like a keyword or comment is protected."""
    source = of_section(text)
    return begun_with_code(source) if _KEYWORD.match(source) else source


def of_actor(text: str) -> str:
    """Return the source of an actor's name."""
    return of_section(text).replace(",", "#44;")


def begun_with_code(source: str) -> str:
    """Return *source* with its first character as a code, so that it is only taken for a name."""
    return f"#{ord(source[0])};{source[1:]}"


def of_description(text: str) -> str:
    """Return the source of one line of an accessible description."""
    return of_title(text).replace("}", "#125;")


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if not name.isdecimal():
        return html5.get(f"{name};", match[0])
    code = int(name)
    if match[0][0] == "&" or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return match[0]
    return chr(code)


def _coded(text: str) -> str:
    """Return *text* with what Mermaid would cut, drop or take for a comment as codes."""
    if not text.strip():
        return _BLANK
    body = text.strip()
    start = len(text) - len(text.lstrip())
    before, after = text[:start], text[start + len(body) :]
    inner = body.translate(_CODED).replace("%%", "%#37;")
    return _spaces(before) + inner + _spaces(after)


def _spaces(text: str) -> str:
    """Return white space as codes, for a name's ends, where a reader would drop it."""
    return "".join(f"#{ord(each)};" for each in text)
