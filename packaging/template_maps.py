"""What the templates hold: stages, steps and lanes to fill, no cards."""

from collections.abc import Callable
from typing import Final

from drafting import Draft, T

from cjeditor.core.words import Language
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.line_lane import LineLane
from cjeditor.model.map import Map

_TITLES: Final = {
    "action": ("actions", T("Actions", "Tindakan")),
    "touchpoint": ("touchpoints", T("Touchpoints", "Titik sentuh")),
    "thought": ("thoughts", T("Thoughts", "Pikiran")),
    "question": ("questions", T("Questions", "Pertanyaan")),
    "goal": ("goals", T("Goals and expectations", "Tujuan dan harapan")),
    "pain": ("pains", T("Pain points", "Titik masalah")),
    "delight": ("delights", T("Moments of delight", "Momen senang")),
    "opportunity": ("opportunities", T("Opportunities", "Peluang")),
    "process": ("processes", T("Behind the scenes", "Di balik layar")),
}
_FEELINGS: Final = "feelings"
"""Stands for the emotion lane in a list of card kinds."""


def _lanes(draft: Draft, *kinds: str) -> None:
    for kind in kinds:
        if kind == _FEELINGS:
            draft.lane(EmotionLane, "emotions", T("Emotions", "Emosi"))
        else:
            name, title = _TITLES[kind]
            draft.lane(CardsLane, name, title, card=kind)


def _five_stages(language: Language) -> Map:
    draft = Draft("five-stages", language)
    draft.stage("awareness", T("Awareness", "Kesadaran"))
    draft.stage("consideration", T("Consideration", "Pertimbangan"))
    draft.stage("purchase", T("Purchase", "Pembelian"))
    draft.stage("retention", T("Retention", "Retensi"))
    draft.stage("advocacy", T("Advocacy", "Advokasi"))
    _lanes(draft, "action", "touchpoint", _FEELINGS, "thought", "pain", "opportunity")
    return draft.journey


def _four_stages(language: Language) -> Map:
    draft = Draft("four-stages", language)
    draft.stage(
        "awareness",
        T("Awareness", "Kesadaran"),
        ("notice", T("Notice", "Memperhatikan")),
        ("be-curious", T("Get curious", "Penasaran")),
    )
    draft.stage(
        "engagement",
        T("Engagement", "Keterlibatan"),
        ("look-closer", T("Look closer", "Melihat lebih dekat")),
        ("take-part", T("Take part", "Ikut serta")),
    )
    draft.stage(
        "conversion",
        T("Conversion", "Konversi"),
        ("decide", T("Decide", "Memutuskan")),
        ("sign-up", T("Sign up or pay", "Mendaftar atau membayar")),
    )
    draft.stage(
        "retention",
        T("Retention", "Retensi"),
        ("use", T("Use", "Memakai")),
        ("come-back", T("Come back", "Kembali")),
    )
    _lanes(draft, "action", "touchpoint", "thought", _FEELINGS, "pain", "opportunity")
    return draft.journey


def _decision_and_loyalty(language: Language) -> Map:
    draft = Draft("decision-loyalty", language)
    draft.stage(
        "awareness",
        T("Awareness", "Kesadaran"),
        ("feel-need", T("Feel a need", "Merasa butuh")),
        ("hear-of-us", T("Hear of us", "Mendengar tentang kami")),
    )
    draft.stage(
        "consideration",
        T("Consideration", "Pertimbangan"),
        ("gather", T("Gather offers", "Mengumpulkan penawaran")),
        ("compare", T("Compare", "Membandingkan")),
    )
    draft.stage(
        "decision",
        T("Decision", "Keputusan"),
        ("choose", T("Choose", "Memilih")),
        ("commit", T("Agree and pay", "Sepakat dan membayar")),
    )
    draft.stage(
        "loyalty",
        T("Loyalty", "Loyalitas"),
        ("stay", T("Stay", "Bertahan")),
        ("recommend", T("Recommend", "Merekomendasikan")),
    )
    draft.truth("choose")
    _lanes(
        draft,
        "goal",
        "action",
        "touchpoint",
        "question",
        _FEELINGS,
        "pain",
        "delight",
        "opportunity",
    )
    return draft.journey


def _e_commerce(language: Language) -> Map:
    draft = Draft("e-commerce", language)
    draft.stage(
        "awareness",
        T("Awareness", "Kesadaran"),
        ("see-need", T("See the need", "Melihat kebutuhan")),
        ("search", T("Search", "Mencari")),
    )
    draft.stage(
        "consideration",
        T("Consideration", "Pertimbangan"),
        ("compare", T("Compare", "Membandingkan")),
        ("reviews", T("Read reviews", "Membaca ulasan")),
    )
    draft.stage(
        "purchase",
        T("Purchase", "Pembelian"),
        ("basket", T("Fill the basket", "Mengisi keranjang")),
        ("pay", T("Pay", "Membayar")),
    )
    draft.stage(
        "delivery",
        T("Delivery", "Pengiriman"),
        ("wait", T("Wait", "Menunggu")),
        ("receive", T("Receive", "Menerima")),
    )
    draft.stage(
        "feedback",
        T("Feedback", "Umpan balik"),
        ("keep-or-return", T("Keep or return", "Menyimpan atau mengembalikan")),
        ("rate", T("Rate", "Memberi nilai")),
    )
    draft.truth("pay")
    _lanes(draft, "action", "touchpoint", "question", _FEELINGS, "pain", "opportunity", "process")
    return draft.journey


def _b2b(language: Language) -> Map:
    draft = Draft("b2b", language, market="b2b")
    people = (
        (
            "user",
            T("User", "Pengguna"),
            "uses",
            T("Works with it every day", "Memakainya setiap hari"),
        ),
        (
            "decider",
            T("Decision maker", "Pengambil keputusan"),
            "decides",
            T("Answers for the result", "Bertanggung jawab atas hasilnya"),
        ),
        (
            "buyer",
            T("Budget holder", "Pemegang anggaran"),
            "pays",
            T("Signs the contract", "Menandatangani kontrak"),
        ),
    )
    for name, title, part, role in people:
        draft.persona(name, name=title, role=role, roles=(part,))
    stages = (
        ("notice", T("Notice a problem", "Menyadari masalah"), T("Visitor", "Pengunjung")),
        ("look", T("Look for options", "Mencari pilihan"), T("Lead", "Prospek awal")),
        ("compare", T("Compare", "Membandingkan"), T("Qualified lead", "Prospek terpilih")),
        ("convince", T("Convince the team", "Meyakinkan tim"), T("Offer", "Penawaran")),
        ("buy", T("Buy", "Membeli"), T("Contract", "Kontrak")),
        ("roll-out", T("Roll out", "Menerapkan"), T("New customer", "Pelanggan baru")),
        ("renew", T("Renew", "Memperbarui"), T("Regular customer", "Pelanggan tetap")),
    )
    for stage, title, funnel in stages:
        draft.stage(stage, title, funnel=funnel)
    _lanes(draft, "goal", "action", "touchpoint", "question", _FEELINGS, "pain", "opportunity")
    return draft.journey


def _service_blueprint(language: Language) -> Map:
    draft = Draft("service-blueprint", language)
    draft.stage(
        "before",
        T("Before the service", "Sebelum layanan"),
        ("find-out", T("Find out", "Mencari tahu")),
        ("book", T("Book", "Memesan")),
    )
    draft.stage(
        "during",
        T("During the service", "Selama layanan"),
        ("arrive", T("Arrive", "Tiba")),
        ("be-served", T("Be served", "Dilayani")),
    )
    draft.stage(
        "after",
        T("After the service", "Setelah layanan"),
        ("pay", T("Pay and leave", "Membayar dan pulang")),
        ("keep-touch", T("Keep in touch", "Tetap berhubungan")),
    )
    blueprint_lanes(draft)
    return draft.journey


def blueprint_lanes(draft: Draft) -> None:
    """Add the lanes of a service blueprint with its three lines."""
    draft.lane(CardsLane, "evidence", T("Evidence", "Bukti fisik"), card="touchpoint")
    draft.lane(CardsLane, "actions", T("Customer actions", "Tindakan pelanggan"), card="action")
    draft.lane(LineLane, "interaction", line="interaction")
    draft.lane(CardsLane, "frontstage", T("Frontstage", "Panggung depan"), card="process")
    draft.lane(LineLane, "visibility", line="visibility")
    draft.lane(CardsLane, "backstage", T("Backstage", "Panggung belakang"), card="process")
    draft.lane(LineLane, "internal", line="internal")
    draft.lane(CardsLane, "support", T("Support", "Pendukung"), card="process")


def _blank(language: Language) -> Map:
    return Draft("blank", language).journey


TEMPLATES: Final[dict[str, Callable[[Language], Map]]] = {
    "five-stages": _five_stages,
    "four-stages": _four_stages,
    "decision-loyalty": _decision_and_loyalty,
    "e-commerce": _e_commerce,
    "b2b": _b2b,
    "service-blueprint": _service_blueprint,
    "blank": _blank,
}
"""By the name of the file."""
