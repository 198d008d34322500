"""Lane and card kinds: one module each, listed in `registry.py`."""
