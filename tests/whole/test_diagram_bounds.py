"""Whatever a diagram or a foreign map is, reading it ends soon and takes little memory."""

import json
import sys

import pytest
from whole.refusing import is_refusal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

JOURNEY = b"journey\n"
MERMAID = {
    "sections": lambda: JOURNEY + b"section a\n" * 1_000_000,
    "steps": lambda: JOURNEY + b"a: 3: me\n" * 1_000_000,
    "colons": lambda: JOURNEY + b":" * 9_000_000,
    "commas": lambda: JOURNEY + b"a: 3: " + b"x," * 4_000_000,
    "actors": lambda: JOURNEY + b"".join(b"a: 3: %d\n" % n for n in range(50_000)),
    "comments": lambda: JOURNEY + b"%% a\n" * 1_900_000,
    "directives": lambda: JOURNEY + b"%%{a}%%" * 1_000_000,
    "open directives": lambda: JOURNEY + b"%%{\n" * 2_000_000,
    "descriptions": lambda: JOURNEY + b"accDescr {\n" * 800_000,
    "front matter": lambda: b"---\n" + b"title: a\n" * 400_000,
    "fences": lambda: b"```mermaid\njourney\n```\n" * 400_000,
    "open fences": lambda: b"```mermaid\njourney\n" * 200_000,
    "ever longer fences": lambda: b"\n".join(b"`" * n for n in range(3, 4_000)),
    "tags": lambda: b'<pre class="mermaid">journey\n' * 100_000,
    "open tags": lambda: b"<pre mermaid " * 700_000,
    "codes": lambda: JOURNEY + b"a: 3: " + b"#35;" * 2_000_000,
    "bad codes": lambda: JOURNEY + b"a " + b"&#xD800;#55296;#1114112;" * 100 + b": 3: b",
    "signs": lambda: JOURNEY + b"#" * 9_000_000,
    "breaks": lambda: JOURNEY + b"a " + b"<br" * 3_000_000 + b": 3: me",
    "digits": lambda: JOURNEY + b"a: " + b"9" * 9_000_000 + b": me",
    "spaces": lambda: JOURNEY + b" " * 9_000_000 + b"x",
    "nul": lambda: JOURNEY + b"a\0b: 3: c\0d\n",
    "halves": lambda: "journey\na\ud800: 3: me".encode("utf-16", "surrogatepass"),
    "too large": lambda: JOURNEY + b"x" * 11_000_000,
    "binary": lambda: bytes(range(256)) * 10_000,
}


@pytest.mark.parametrize("name", MERMAID)
def test_a_diagram_is_read_or_refused(said, name):
    text = said("file", MERMAID[name](), "map.mmd", megabytes=900)

    assert is_refusal(text) or text.startswith("a map")


def ojf(**fields):
    return json.dumps({"stages": [], "swimlanes": [], "nodes": []} | fields).encode()


OJF = {
    "nodes": lambda: ojf(nodes=[{}] * 300_000),
    "stages": lambda: ojf(stages=[{"name": "a"}] * 200_000),
    "many nodes": lambda: ojf(nodes=[{"title": "a"}] * 20_000),
    "huge numbers": lambda: ojf(
        nodes=[{"id": 10**4_000, "stageId": 10**4_000, "score": 10**4_000}]
    ),
    "blueprint": lambda: ojf(nodes=[{"blueprint": {"frontstage": [{}] * 200_000}}]),
    "tags": lambda: ojf(nodes=[{"tags": ["a"] * 400_000}]),
    "other types": lambda: ojf(nodes=[{"title": [], "score": "a", "tags": {}, "blueprint": 3}]),
    "deep": lambda: ojf(nodes=[{"x": json.loads("[" * 150 + "]" * 150)}]),
    "fields": lambda: ojf(**{f"f{n}": n for n in range(60_000)}),
    "texts": lambda: ojf(nodes=[{"title": "W" * 5_000_000}]),
    "nul": lambda: ojf(nodes=[{"title": "a\0b"}]),
    "half a surrogate": lambda: b'{"stages":[{"name":"\\ud800"}],"nodes":[]}',
}


@pytest.mark.parametrize("name", OJF)
def test_an_ojf_map_is_read_or_refused(said, name):
    text = said("file", OJF[name](), "map.ojf", seconds=40, megabytes=900)

    assert is_refusal(text) or text.startswith("a map")
