"""Gestures of the mouse: objects that preview while they last and do one edit when they end."""
