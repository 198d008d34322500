"""What the program says when it refuses a file."""

REFUSED = (
    "cannot be", "is not", "is damaged", "does not exist", "has more", "MB", "not text", "Only PNG",
    "too many", "too large", "too long", "needs a row", "no table", "no workbook", "declarations",
    "password", "has no sheet", "no Mermaid", "is empty", "no kind of file", "folder",
    "newer version",
)  # fmt: skip


def is_refusal(text):
    return len(text) < 500 and any(each in text for each in REFUSED)
