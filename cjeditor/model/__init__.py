"""The map and its records: plain immutable values."""
