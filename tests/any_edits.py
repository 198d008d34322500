"""Maps as any sequence of edits leaves them."""

from hypothesis import strategies as st
from session.test_any_sequence import AnySequence

from cjeditor.model.map import Map
from cjeditor.session.session import Session

_RULES = [
    rule
    for name, function in vars(AnySequence).items()
    if (rule := getattr(function, "hypothesis_stateful_rule", None))
    and name not in ("undo", "redo")
]


def edited(data: st.DataObject, journey: Map, prefix: str = "new", most: int = 8) -> Map:
    """Draw edits and return what they make of *journey*; new records are named *prefix*1 …"""
    machine = AnySequence()
    machine.session = Session(journey)

    def new(number=1):
        machine.count += number
        return tuple(f"{prefix}{machine.count - each}" for each in range(number))

    machine.new = new
    rules = st.sampled_from(_RULES)
    for _ in range(data.draw(st.integers(0, most))):
        rule = data.draw(rules)
        drawn = {name: data.draw(each) for name, each in rule.arguments.items()}
        rule.function(machine, **drawn)
    return machine.session.journey
