"""Text that Qt, which guesses, never takes for markup."""


def no_markup(text: str) -> str:
    """Return *text* so that a tooltip shows it as it is."""
    return text.replace("<", "<\u2060").replace("&", "&\u2060")
