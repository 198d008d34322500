"""What is said in a workshop about buying shoes: forty cards in the lanes of a template."""

from typing import Final

PERSONA: Final = "Rina, 34"

CARDS: Final = {
    "Actions": (
        ("Sees a poster", "Asks a friend"),
        ("Reads reviews", "Compares prices"),
        ("Opens an account", "Pays by card"),
        ("Tries them on", "Sends one pair back"),
        ("Tells a colleague", "Posts a picture"),
    ),
    "Touchpoints": (
        ("Billboard", "Friends"),
        ("Website",),
        ("Shop app", "Payment page"),
        ("Parcel",),
        ("Instagram", "Newsletter"),
    ),
    "Thoughts": (
        ("They look comfy",),
        ("Which size do I need",),
        ("Is this safe",),
        ("Here at last", "How easy"),
        ("I would buy again", "Worth the price"),
    ),
    "Pain points": (
        ("Advert without a price",),
        ("Sizes differ", "Too many filters"),
        ("Card refused", "Long form"),
        ("Box is torn", "Late parcel"),
        ("No answer to my post",),
    ),
    "Opportunities": (
        ("Price on the poster",),
        ("Size guide",),
        ("One page checkout", "Keep my card"),
        ("Free return",),
        ("Answer in a day", "Thank everyone"),
    ),
}
"""By lane and step."""

KINDS: Final = {
    "Which size do I need": "question",
    "How easy": "delight",
    "Worth the price": "quote",
}
"""Cards of another kind than their lane's."""

SEVERITIES: Final = {
    "Advert without a price": 2,
    "Sizes differ": 4,
    "Too many filters": 1,
    "Card refused": 5,
    "Long form": 4,
    "Box is torn": 3,
    "Late parcel": 3,
    "No answer to my post": 2,
}

COUNT: Final = sum(len(cell) for cells in CARDS.values() for cell in cells)

EXPECTED: Final = {
    "personas": [PERSONA],
    "stages": {
        "Awareness": ["", "Ask"],
        "Consideration": ["Compare"],
        "Purchase": [""],
        "Advocacy": [""],
        "Retention": [""],
    },
    "lanes": [
        "Touchpoints collapsed none",
        "Actions open none",
        "Emotions open none",
        "Thoughts open none",
        "Pain points open none",
        "Opportunities open all",
    ],
    "cards": {
        "Touchpoints": [
            ["touchpoint: Billboard", "touchpoint: Friends"],
            [],
            ["touchpoint: Website"],
            ["touchpoint: Shop app", "touchpoint: Payment page"],
            ["touchpoint: Instagram", "touchpoint: Newsletter"],
            ["touchpoint: Parcel"],
        ],
        "Actions": [
            ["action: Sees a poster"],
            ["action: Asks a friend"],
            ["action: Reads reviews", "action: Compares prices"],
            ["action: Opens an account", "action: Pays by card"],
            ["action: Posts a picture", "action: Tells a colleague"],
            ["action: Tries them on", "action: Sends one pair back"],
        ],
        "Thoughts": [
            ["thought: They look comfy"],
            [],
            ["question: Which size do I need"],
            ["thought: Is this safe"],
            ["thought: I would buy again", "quote: Worth the price"],
            ["thought: Here at last", "delight: How easy"],
        ],
        "Pain points": [
            ["pain: Advert without a price !2"],
            [],
            ["pain: Sizes differ !4", "pain: Too many filters !1"],
            ["pain: Card refused !5"],
            ["pain: No answer to my post !2", "pain: Late parcel !3"],
            ["pain: Box is torn !3"],
        ],
        "Opportunities": [
            ["opportunity: Price on the poster"],
            [],
            ["opportunity: Size guide"],
            ["opportunity: One page checkout", "opportunity: Keep my card"],
            ["pain: Long form !4", "opportunity: Answer in a day", "opportunity: Thank everyone"],
            ["opportunity: Free return"],
        ],
    },
    "feelings": {PERSONA: [[1.0], [], [0.0], [-2.0], [2.0], [1.5]]},
}
"""The map that is left after reshaping, as `content.outlined` tells it."""
