"""The open document: its map, undo stack and selection."""
