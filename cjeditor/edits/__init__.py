"""Changes of a map as values: each takes a map and gives another."""
