"""Map → drawing: sheet, pages and hit testing; knows neither Qt nor reportlab."""
