"""No garbage is looked for while much is made, and it is looked for again afterwards."""

import gc

import pytest

from cjeditor.core.collector import collector_off


@pytest.fixture
def looking():
    """Let Python look for garbage by itself, which it does not while tests run."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.parametrize("stays", [False, True])
def test_it_is_off_meanwhile_and_on_afterwards(looking, stays):
    def fail():
        with collector_off(stays=stays):
            assert not gc.isenabled()
            raise KeyError

    with pytest.raises(KeyError):
        fail()

    assert gc.isenabled()


def test_it_stays_off_where_it_was_off():
    with collector_off():
        pass

    assert not gc.isenabled()


def test_what_stays_is_not_looked_through_again():
    before = gc.get_freeze_count()
    with collector_off(stays=True):
        made = [[number] for number in range(1000)]

    assert gc.get_freeze_count() >= before + 1000
    del made
    gc.unfreeze()
