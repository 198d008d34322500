"""Load and save, beside the least that any JSON document costs."""

import sys
import tempfile
from pathlib import Path

from pydantic_core import from_json

from benchmarks.maps import sized
from benchmarks.measure import Row, cpu_in_turns, report
from cjeditor.files import cjm


def measure(cards: int) -> list[Row]:
    journey = sized(cards)
    content = cjm.dumps(journey)
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "map.cjm", Path(folder) / "plain"
        path.write_bytes(content)
        load, parse = cpu_in_turns([lambda: cjm.load(path), lambda: from_json(content)])
        save, write = cpu_in_turns(
            [lambda: cjm.save(journey, path), lambda: plain.write_bytes(content)]
        )
    return [
        Row("load", cards, load, peer="parsing the JSON alone", peer_value=parse),
        Row("save, checked and synced", cards, save, peer="unsafe write of the same bytes",
            peer_value=write),
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
