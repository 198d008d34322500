"""Python's search for garbage that holds itself, which holds up every thread while it runs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off(*, stays: bool = False) -> Iterator[None]:
    """Look for no garbage while much is made of which none is.

    Args:
        stays: What is there at the end is never looked through again; it goes when nobody
            holds it any more, as everything does.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if was_on:
            gc.enable()
