"""Shapes, fonts, and text measuring and wrapping; knows neither Qt nor reportlab."""
