"""A user flow as a Mermaid flowchart, judged by Mermaid itself."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import golden_map, small_map
from soak import often

from cjeditor.core.words import Words
from cjeditor.edits.flows import AddFlow, AddFlowNode, ConnectNodes
from cjeditor.edits.records import SetField
from cjeditor.exchange.mermaid.flowchart import flowchart
from cjeditor.model.flows import FLOW_NODE_KINDS

SCRIPT = Path(__file__).resolve().parent.parent / "independent" / "mermaid_flowchart.mjs"
FORMS = {"start": "stadium", "action": "square", "decision": "diamond", "system": "subroutine"}
HOSTILE = [
    'He said "no"', "[a](b){c}|d|", "end", "#quot; &amp; <b>bold</b> <img src=x>", "`code`",
    "a\nb", "%% comment", "-->", "style n1 fill:#f00;", "منزل 家 👩‍🍳", "\\", "o--o x--x", "1. one",
]  # fmt: skip


@pytest.fixture(scope="module")
def by_mermaid():
    """Return what Mermaid itself reads; skip where it is not installed."""
    if "CJEDITOR_NODE_MODULES" not in os.environ or shutil.which("node") is None:
        pytest.skip("CJEDITOR_NODE_MODULES does not name a folder with mermaid and jsdom")
    with subprocess.Popen(
        ["node", SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as mermaid:

        def read(source):
            mermaid.stdin.write(json.dumps(source) + "\n")
            mermaid.stdin.flush()
            return json.loads(mermaid.stdout.readline())

        yield read
        mermaid.stdin.close()


def flow(nodes, arrows, title=""):
    """Return a map with a flow "f" of *nodes*: kind and text; *arrows* have ends and label."""
    journey = AddFlow("s1", title, "f").apply(small_map())
    for number, (kind, text) in enumerate(nodes):
        add = AddFlowNode("f", kind, text, 0, 100.0 + number, None, "", f"n{number}")
        journey = add.apply(journey)
    for number, (source, target, label) in enumerate(arrows):
        connect = ConnectNodes(f"n{source}", f"n{target}", label, f"fa{number}")
        journey = connect.apply(journey)
    return journey


def written(journey, name="f", language="en"):
    return flowchart(journey, name, Words(language))


def test_what_is_written():
    journey = flow(
        [("action", "Pay"), ("decision", "Paid?"), ("end", "")],
        [(0, 1, ""), (1, 2, "yes"), (1, 0, "no")],
        "Paying",
    )

    assert written(journey, language="id").splitlines() == [
        "---",
        'title: "Paying"',
        "---",
        "flowchart TD",
        '    n1(["Mulai"])',
        '    n2["Pay"]',
        '    n3{"Paid?"}',
        '    n4(["Selesai"])',
        "    n2 --> n3",
        '    n3 -->|"yes"| n4',
        '    n3 -->|"no"| n2',
    ]


def test_mermaid_reads_forms_words_and_arrows(by_mermaid):
    kinds = list(FLOW_NODE_KINDS)
    journey = flow([(kind, kind.title()) for kind in kinds], [(0, 1, ""), (1, 2, "yes, 50 %")])

    read = by_mermaid(written(journey))

    assert read["ok"], read
    found = [(form, text) for _, form, text in read["nodes"]]
    assert found[1:] == [
        ("stadium", "Start"), ("square", "Action"), ("diamond", "Decision"),
        ("subroutine", "System"), ("stadium", "End"),
    ]  # fmt: skip
    assert [text for *_, text in read["arrows"]] == ["", "yes, 50 %"]
    assert by_mermaid(written(golden_map(), "f1"))["ok"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_its_place(by_mermaid, text):
    journey = flow([("action", text), ("decision", text)], [(0, 1, " ".join(text.split()))], text)
    journey = SetField(("f",), "title", text).apply(journey)

    read = by_mermaid(written(journey))

    assert read["ok"], read
    assert [said for _, _, said in read["nodes"]] == ["Start", text, text]
    assert [said for *_, said in read["arrows"]] == [" ".join(text.split())]


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=12)


@settings(max_examples=often(40, 2_000))
@given(st.lists(st.tuples(st.sampled_from(list(FORMS)), TEXTS), min_size=2, max_size=5), TEXTS)
def test_mermaid_reads_any_text_as_it_is(by_mermaid, nodes, label):
    read = by_mermaid(written(flow(nodes, [(0, 1, label)], label)))

    assert read["ok"], read
    said = [text for _, _, text in read["nodes"]][1:]
    kinds = [FLOW_NODE_KINDS[kind] for kind, _ in nodes]
    assert said == [text.strip() or kind for (_, text), kind in zip(nodes, kinds, strict=True)]
    assert read["arrows"][0][2] == label.strip()
