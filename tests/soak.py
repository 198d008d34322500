"""How often tests try: at each check, or for hours on end (`make soak`, `pytest --soak`)."""

import os

SOAK = bool(os.environ.get("CJEDITOR_SOAK"))


def often(usual: int, soak: int) -> int:
    """Return how often something is tried: *usual* at each check, *soak* in the long form."""
    return soak if SOAK else usual
