"""The error of a window that cannot be opened; `preflight` finds it out."""


class CannotStart(Exception):
    """The window cannot be opened on this machine.

    Attributes:
        reason: A sentence, English, marked, with places for *values*.
    """

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.values = values
