"""Personas: a gallery of all, and the sheet of one."""
