"""What the values of closed choices are called."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from cjeditor.core.words import LANGUAGES
from cjeditor.kinds.emotion_lane import CURVES, SCALES
from cjeditor.kinds.fields import CHANNELS, LOCKS, MARKETS, SHOWN, STATES, STATUSES, STRENGTHS
from cjeditor.kinds.line_lane import LINES
from cjeditor.model.avatar import CLOTHES, HAIR, HAIR_COLOURS, SKINS
from cjeditor.model.empathy import EMPATHY_FIELDS, EMPATHY_VARIANTS
from cjeditor.model.flows import FLOW_NODE_KINDS
from cjeditor.model.metrics import CONVENTIONS, DIRECTIONS, METRIC_KINDS
from cjeditor.model.records import EVIDENCE_KINDS, LINK_KINDS, ROLES

_LABELS: Final[tuple[Mapping[Any, str], ...]] = (
    LANGUAGES, STRENGTHS, STATUSES, STATES, MARKETS, ROLES, LINES, LINK_KINDS, EVIDENCE_KINDS,
    SHOWN, LOCKS, CURVES, SCALES, EMPATHY_FIELDS, EMPATHY_VARIANTS, FLOW_NODE_KINDS, METRIC_KINDS,
    DIRECTIONS, CONVENTIONS, HAIR, HAIR_COLOURS, SKINS, CLOTHES,
    {name: facts.label for name, facts in CHANNELS.items()},
)  # fmt: skip


def labels_of(values: Iterable[str]) -> Mapping[str, str]:
    """Return what a closed set of *values* is called: value → label, English, marked.

    Raises:
        LookupError: Nobody has said.
    """
    wanted = set(values)
    for labels in _LABELS:
        if wanted == set(labels):
            return labels
    raise LookupError(wanted)
