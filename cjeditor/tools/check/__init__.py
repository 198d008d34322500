"""The map check and the guide through the seven steps of a workshop."""
