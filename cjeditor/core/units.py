"""Lengths. Inside the program every length is in points, 1/72 inch, with y down."""

MM = 72 / 25.4
"""Points in a millimetre."""
