"""What kind of card a lane's name or a node's purpose speaks of, in English and Indonesian."""

import re
from typing import Final

_WORDS: Final[dict[str, str]] = {
    "pain": (
        "pain pains painpoint painpoints issue issues friction frictions roadblock roadblocks "
        "blocker blockers barrier barriers obstacle obstacles hurdle hurdles bottleneck "
        "bottlenecks problem problems challenge challenges frustration frustrations risk risks "
        "masalah kendala hambatan keluhan kesakitan sakit frustrasi tantangan risiko"
    ),
    "opportunity": (
        "opportunity opportunities improvement improvements solution solutions "
        "peluang perbaikan solusi kesempatan"
    ),
    "idea": "idea ideas ide gagasan",
    "question": "question questions pertanyaan",
    "quote": "quote quotes verbatim verbatims kutipan",
    "goal": (
        "goal goals need needs expectation expectations motivation motivations "
        "tujuan kebutuhan harapan motivasi"
    ),
    "delight": (
        "delight delights gain gains highlight highlights relief win wins "
        "senang lega kegembiraan keuntungan"
    ),
    "touchpoint": (
        "touchpoint touchpoints channel channels tool tools interaction interactions "
        "device devices sentuh kontak saluran kanal alat interaksi"
    ),
    "thought": (
        "thought thoughts thinking think feeling feelings emotion emotions emotional sentiment "
        "sentiments mood moods mindset pikiran perasaan emosi suasana"
    ),
    "process": (
        "process processes backstage support internal system systems operations staff "
        "proses belakang pendukung dukungan sistem operasional internal"
    ),
    "action": (
        "action actions activity activities doing do task tasks step steps journey behaviour "
        "behavior tindakan aktivitas kegiatan langkah tugas perilaku"
    ),
    "note": "note notes comment comments evidence catatan komentar bukti",
}
"""Kind → its words; an earlier kind wins: "Internal blockers" are pain points."""

_KIND_OF_WORD: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_RANK: Final = {kind: rank for rank, kind in enumerate(_WORDS)}

OTHER: Final = "note"
"""The kind of a card of which nothing is known."""

PURPOSES: Final = {"pain": "pain-point", "delight": "gain"}
"""Kind → OJF's word for it, where that is not the kind's own name."""


def kind_of(text: str) -> str | None:
    """Return the kind of card that *text* speaks of, or None."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    kinds = {_KIND_OF_WORD[word] for word in words if word in _KIND_OF_WORD}
    return min(kinds, key=_RANK.__getitem__, default=None)
