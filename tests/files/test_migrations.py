"""Every version that was ever released still opens, and the schema says what is written."""

from pathlib import Path

import pytest
from maps import full_map, golden_map

from cjeditor.files import cjm
from cjeditor.files.document import schema
from cjeditor.files.migrations import CURRENT, MIGRATIONS, migrate
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS
from cjeditor.model.map import TABLES

GOLDEN = Path(__file__).parent / "golden"
DOCS = Path(__file__).resolve().parents[2] / "docs"


KIT = ("empathy_notes", "whys", "flows", "flow_nodes", "flow_arrows", "metrics", "figures")


def as_of_1(journey):
    """Return the full map without what version 2 brought."""
    return journey.drop(["risk", "c1", "c2", "c3", "night"])


def as_of_2(journey):
    """Return the golden map without what version 3 brought."""
    kit = [each for name in KIT for each in journey.table(name)]
    dewi = journey.personas["dewi"].replace(evidence=(), empathy="six", avatar=None)
    older = (
        dewi,
        journey.cards["t1"].replace(restarts=False),
        journey.cards["p1"].replace(people=None, due=None),
        journey.cards["o1"].replace(due=None),
    )
    return (
        journey.drop([*kit, "measures"]).put(*older).with_scope(journey.scope.replace(silenced=()))
    )


GOLDEN_MAPS = {1: as_of_1(full_map()), 2: as_of_2(golden_map()), 3: golden_map()}


@pytest.mark.parametrize("version", range(1, CURRENT + 1))
def test_every_version_has_a_golden_file_that_opens(version):
    journey = cjm.load(GOLDEN / f"v{version}.cjm")

    assert journey == GOLDEN_MAPS[version]


def test_the_current_golden_file_is_written_the_same():
    content = (GOLDEN / f"v{CURRENT}.cjm").read_bytes()

    assert cjm.dumps(cjm.loads(content)) == content


def test_the_golden_map_sets_every_field_of_every_kind():
    journey = golden_map()
    expected, found = set(), set()
    kinds = {kind.record for kind in (*CARD_KINDS, *LANE_KINDS)} | {type(journey.scope)}
    kinds |= {kind for name, kind in TABLES.items() if name not in ("cards", "lanes")}
    for kind in kinds:
        own = kind.model_fields.keys() - (kind.__base__.model_fields.keys() - {"text"})
        expected |= {(kind, name) for name in own - {"kind"}}
    for record in [
        journey.scope,
        *(each for name in TABLES for each in journey.table(name).values()),
    ]:
        for name, field in type(record).model_fields.items():
            if getattr(record, name) != field.get_default(call_default_factory=True):
                found.add((type(record), name))

    assert expected - found == set()


def test_an_old_file_goes_through_every_migration_from_its_version_on():
    migrations = tuple(
        lambda plain, number=number: {**plain, "done": [*plain["done"], number]}
        for number in (1, 2, 3)
    )

    plain = migrate({"version": 2, "done": []}, 2, migrations)

    assert plain == {"version": 4, "done": [2, 3]}


def test_there_is_one_migration_less_than_versions():
    assert len(MIGRATIONS) == CURRENT - 1


def test_the_schema_in_the_documentation_is_the_program_s():
    path = DOCS / "format.schema.json"

    assert path.read_bytes() == schema(), (
        "python -m cjeditor.files.document > docs/format.schema.json"
    )
