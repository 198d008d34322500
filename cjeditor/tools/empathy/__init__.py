"""Empathy maps: what a persona thinks, feels, hears, sees, says and does."""
