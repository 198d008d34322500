"""The `Gap` sheet: how each stage feels in the current and in the future state."""

from collections.abc import Iterator

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.fields import FEELING, WHOLE, Column
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.table import Table, tabulate
from cjeditor.kinds.fields import STATES
from cjeditor.model.gap import gap_of_states, has_both_states
from cjeditor.model.map import Map


def gap_tables(journey: Map, words: Words, names: Names) -> Iterator[Table]:
    """Yield the table if the map tells both states; a feeling that is not known is blank."""
    if not has_both_states(journey):
        return
    columns = [
        Column("id", lambda gap: gap.stage, hidden=True),
        Column(words("Stage"), lambda gap: names.stages[gap.stage], width=28),
        Column(words(STATES["current"]), lambda gap: gap.before.feeling, 15, number=FEELING),
        Column(words(STATES["future"]), lambda gap: gap.after.feeling, 15, number=FEELING),
        Column(words("Difference"), lambda gap: gap.rise, 15, number=FEELING),
        Column(words("Pain points"), lambda gap: gap.after.pains, 13, number=WHOLE),
        Column(words("Touchpoints"), lambda gap: gap.after.touchpoints, 13, number=WHOLE),
        Column(words("Opportunities"), lambda gap: gap.after.opportunities, 13, number=WHOLE),
    ]
    yield tabulate("Gap", "tblGap", columns, gap_of_states(journey))
