"""User flows: what happens inside a step or a card of the map."""
