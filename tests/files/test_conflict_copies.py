"""Copies that sync programs make are found by their names; what people name so is not."""

import pytest

from cjeditor.files.conflict_copies import conflict_copies


@pytest.mark.parametrize(
    "name",
    [
        "shop (conflicted copy).cjm",
        "shop (conflicted copy 2026-11-29 143205).cjm",
        "shop (Rina's conflicted copy 2026-11-29).cjm",
        "shop (LAPTOP-3's conflicted copy 2026-11-29) (1).cjm",
        "shop (in Konflikt stehende Kopie von Rina 2026-11-29).cjm",
        "shop (Copie en conflit de Rina 2026-11-29).cjm",
        "shop (SFConflict rina@example.org 2026-11-29-14-32-05).cjm",
        "shop [conflicted].cjm",
        "shop.sync-conflict-20261129-143205-ABCDEFG.cjm",
        "shop_conflict-20261129-143205.cjm",
        "shop.Conflict.cjm",
        "shop-DESKTOP-7F3K2Q1.cjm",
        "shop-rinas-pc.cjm",
        "shop-RINAS-PC-2.cjm",
        "SHOP (CONFLICTED COPY).CJM",
    ],
)
def test_a_copy_of_a_sync_program_is_found(name):
    assert conflict_copies("shop.cjm", ["shop.cjm", name], "rinas-pc.local") == (name,)


@pytest.mark.parametrize(
    "name",
    [
        "shop.cjm",
        "shop (1).cjm",
        "shop 2.cjm",
        "shop - Copy.cjm",
        "shop-final.cjm",
        "shop conflict resolution.cjm",
        "workshop (conflicted copy).cjm",
        "shop (conflicted copy).txt",
        "shop (conflicted copy).cjm.bak",
        ".~lock.shop.cjm#",
    ],
)
def test_nothing_else_is(name):
    assert conflict_copies("shop.cjm", [name], "rinas-pc") == ()


def test_names_with_signs_and_with_accents_in_two_spellings_are_compared_as_read():
    name, other = "Caf\u00e9 (a+b)", "Cafe\u0301 (a+b)"

    assert conflict_copies(f"{name}.cjm", [f"{other} (conflicted copy).cjm"], "x") == (
        f"{other} (conflicted copy).cjm",
    )
