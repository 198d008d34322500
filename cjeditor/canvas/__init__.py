"""The map on screen and the gestures that change it."""
