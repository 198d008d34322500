"""An example map: the service blueprint of a coffee shop that takes orders ahead."""

from typing import Any, Final

from drafting import Draft, T
from template_maps import blueprint_lanes

from cjeditor.core.words import Language
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.plain import Action, Process
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map

_BARISTAS: Final = T("Baristas", "Barista")
_SHOP: Final = T("Shop manager", "Kepala kedai")
_ONLINE: Final = T("Online team", "Tim daring")


def coffee(language: Language) -> Map:
    """Return the example in *language*."""
    draft = Draft(
        "coffee",
        language,
        title=T("An iced coffee ordered ahead", "Es kopi yang dipesan lebih dulu"),
        scenario=T(
            "Office workers order from the desk at half past twelve and fetch the cup on foot.",
            "Pekerja kantor memesan dari meja pukul setengah satu dan mengambilnya sambil lewat.",
        ),
        goal=T(
            "A cold coffee in the hand without standing in line.",
            "Es kopi di tangan tanpa berdiri di antrean.",
        ),
        expectations=T(
            "Ready when I arrive, as I ordered it.", "Sudah siap saat saya tiba, sesuai pesanan."
        ),
        date="2026-10-06",
        authors=("Nadia", "Reza"),
    )
    draft.persona(
        "mira",
        name=T("Mira, 26 · office on the ninth floor", "Mira, 26 · kantor di lantai sembilan"),
        role=T(
            "Designer, orders for three colleagues too", "Desainer, memesan juga untuk tiga rekan"
        ),
        motivations=T("Twenty minutes of fresh air.", "Dua puluh menit udara segar."),
        needs=T("To know when to take the lift.", "Tahu kapan harus naik lift."),
        channels=("app", "whatsapp"),
        sayings=(
            {
                "text": T("Ordered ahead to stand here?", "Pesan duluan, kok berdiri di sini?"),
                "source": T("Web review, September", "Ulasan web, September"),
            },
        ),
        roles=("decides", "uses", "pays"),
    )
    _columns(draft)
    blueprint_lanes(draft)
    draft.lane(EmotionLane, "emotions", T("Emotions", "Emosi"))
    draft.lane(CardsLane, "pains", T("Pain points", "Titik masalah"), card="pain")
    draft.lane(CardsLane, "ideas", T("Opportunities", "Peluang"), card="opportunity")
    _sources(draft)
    _seen(draft)
    _unseen(draft)
    _judged(draft)
    return draft.journey


def _columns(draft: Draft) -> None:
    draft.stage(
        "order",
        T("Order ahead", "Memesan lebih dulu"),
        ("menu", T("Open the menu", "Membuka menu")),
        ("pay", T("Order and pay", "Memesan dan membayar")),
        ("walk", T("Walk over", "Berjalan ke kedai")),
        duration=T("12 minutes", "12 menit"),
    )
    draft.stage(
        "collect",
        T("Pick up", "Mengambil"),
        ("enter", T("Come in", "Masuk")),
        ("wait", T("Wait at the counter", "Menunggu di meja bar")),
        ("take", T("Take the cup", "Menerima gelas")),
        duration=T("6 minutes", "6 menit"),
    )
    draft.stage(
        "enjoy",
        T("Enjoy and come back", "Menikmati dan kembali"),
        ("drink", T("Drink", "Minum")),
        ("stamp", T("Collect stamps", "Mengumpulkan stempel")),
        duration=T("1 week", "1 minggu"),
    )
    draft.truth("wait")


def _sources(draft: Draft) -> None:
    draft.evidence(
        "noon",
        kind="observation",
        date="2026-09-22",
        respondents=64,
        title=T("Five lunch hours in the shop", "Lima jam makan siang di kedai"),
    )
    draft.evidence(
        "orders",
        kind="analytics",
        date="2026-09-30",
        respondents=2310,
        title=T("Orders in September", "Pesanan bulan September"),
    )
    draft.evidence(
        "reviews",
        kind="review",
        date="2026-09-30",
        respondents=87,
        title=T("Reviews on the web", "Ulasan di web"),
    )


def _seen(draft: Draft) -> None:
    for step, text, channel in (
        ("menu", T("Menu with photos", "Menu dengan foto"), "app"),
        ("pay", T("Receipt with a number", "Struk dengan nomor"), "app"),
        ("walk", T("“Your order is being made”", "“Pesanan Anda sedang dibuat”"), "whatsapp"),
        ("enter", T("Sign above the pick-up shelf", "Papan di atas rak pengambilan"), "shop"),
        ("wait", T("Screen with order numbers", "Layar nomor pesanan"), "self-service"),
        ("take", T("Cup with a name on it", "Gelas bertuliskan nama"), "person"),
        ("drink", T("Cup, lid and straw", "Gelas, tutup, dan sedotan"), "other"),
        ("stamp", T("Stamp card", "Kartu stempel"), "app"),
    ):
        draft.card(Touchpoint, "evidence", step, text, channels=(channel,), owner=_SHOP)
    for step, text in {
        "menu": T("Scrolls past the cakes to the coffee", "Melewati kue sampai ke kopi"),
        "pay": T("Orders four cups, one without sugar", "Memesan empat gelas, satu tanpa gula"),
        "walk": T("Leaves as soon as the message comes", "Berangkat begitu pesan masuk"),
        "enter": T("Looks for the right end of the counter", "Mencari ujung meja bar yang benar"),
        "wait": T("Watches the screen and the clock", "Memandangi layar dan jam"),
        "take": T("Checks all four cups", "Memeriksa keempat gelas"),
        "drink": T("Hands out the cups upstairs", "Membagikan gelas di kantor"),
        "stamp": T("Counts how many are missing", "Menghitung yang masih kurang"),
    }.items():
        draft.card(Action, "actions", step, text)
    draft.card(
        Process,
        "frontstage",
        "walk",
        T(
            "Barista confirms the order with one tap",
            "Barista menerima pesanan dengan satu ketukan",
        ),
    )
    draft.card(
        Process, "frontstage", "enter", T("Host points to the shelf", "Penyambut menunjukkan rak")
    )
    draft.card(
        Process,
        "frontstage",
        "wait",
        T("Barista calls number and name", "Barista memanggil nomor dan nama"),
    )
    draft.card(
        Process,
        "frontstage",
        "take",
        T(
            "Barista hands the cups over and says goodbye",
            "Barista menyerahkan gelas dan berpamitan",
        ),
    )


def _unseen(draft: Draft) -> None:
    def work(lane: str, step: str, text: T, last: str = "") -> None:
        draft.card(Process, lane, step, text, last=last)

    work("backstage", "pay", T("Order joins the queue of the bar", "Pesanan masuk antrean bar"))
    work(
        "backstage",
        "walk",
        T(
            "Barista brews, fills with ice and labels the cups",
            "Barista menyeduh, mengisi es, dan menempel label",
        ),
        "wait",
    )
    work("backstage", "take", T("Empty tray goes back to the bar", "Nampan kosong kembali ke bar"))
    work("backstage", "stamp", T("Stamps are booked overnight", "Stempel dicatat pada malam hari"))
    work("support", "menu", T("Menu and photos are kept up to date", "Menu dan foto diperbarui"))
    work("support", "pay", T("Payment provider", "Penyedia pembayaran"))
    work(
        "support",
        "walk",
        T(
            "Ice and beans are delivered before eleven",
            "Es dan biji kopi tiba sebelum pukul sebelas",
        ),
        "take",
    )
    work("support", "drink", T("Cups are bought without plastic", "Gelas dibeli tanpa plastik"))
    work("support", "stamp", T("Customer register", "Daftar pelanggan"))


def _judged(draft: Draft) -> None:
    draft.feelings(
        "mira",
        {
            "menu": 0.5,
            "pay": 0.9,
            "walk": 1.1,
            "enter": -0.4,
            "wait": -1.5,
            "take": 0.6,
            "drink": 1.7,
            "stamp": 0.8,
        },
    )
    draft.feelings(
        "mira",
        {
            "menu": 0.7,
            "pay": 1.0,
            "walk": 1.3,
            "enter": 1.0,
            "wait": 0.8,
            "take": 1.3,
            "drink": 1.8,
            "stamp": 1.2,
        },
        state="future",
    )
    draft.said(
        "mira-wait", T("“Ordered ahead to stand here?”", "“Pesan duluan, kok berdiri di sini?”")
    )

    def hurt(step: str, text: T, severity: int, owner: T, **fields: Any) -> None:
        draft.card(Pain, "pains", step, text, severity=severity, owner=owner, **fields)

    hurt(
        "pay",
        T("“Without sugar” is a free text", "“Tanpa gula” harus diketik sendiri"),
        2,
        _ONLINE,
        evidence=("reviews",),
        strength="heard",
    )
    hurt(
        "enter",
        T("Two ends of the counter, no sign", "Meja bar dua ujung, tanpa papan"),
        3,
        _SHOP,
        evidence=("noon",),
        strength="observed",
        votes=3,
    )
    hurt(
        "wait",
        T(
            "Seven minutes longer than promised at noon",
            "Tujuh menit lebih lama dari janji saat siang",
        ),
        5,
        _BARISTAS,
        detail=T(
            "Median of all orders between 12.00 and 13.00.",
            "Median semua pesanan antara pukul 12.00 dan 13.00.",
        ),
        evidence=("orders", "noon"),
        strength="measured",
        votes=9,
        tags=(T("long wait", "menunggu lama"),),
    )
    hurt(
        "take",
        T("One cup in twelve is the wrong one", "Satu dari dua belas gelas tertukar"),
        4,
        _BARISTAS,
        evidence=("noon",),
        strength="observed",
        votes=5,
    )

    def improve(step: str, text: T, impact: int, effort: int, owner: T, **fields: Any) -> None:
        draft.card(
            Opportunity, "ideas", step, text, impact=impact, effort=effort, owner=owner, **fields
        )

    improve(
        "pay",
        T("Buttons for sugar and ice", "Tombol untuk gula dan es"),
        3,
        1,
        _ONLINE,
        status="done",
    )
    improve(
        "walk",
        T("A time that counts the queue in", "Perkiraan jam yang memperhitungkan antrean"),
        5,
        3,
        _ONLINE,
        votes=8,
    )
    improve(
        "enter",
        T("A shelf at the door, by the last digit", "Rak dekat pintu, menurut angka terakhir"),
        4,
        1,
        _SHOP,
        votes=6,
        status="in progress",
        last="wait",
    )
    improve(
        "take",
        T("The label says what is in the cup", "Label menyebut isi gelas"),
        3,
        2,
        _BARISTAS,
        votes=4,
    )
    draft.link("causes", "pains-wait", "pains-take")
    draft.link("solves", "ideas-pay", "pains-pay")
    draft.link("solves", "ideas-walk", "pains-wait")
    draft.link("solves", "ideas-enter", "pains-enter", "pains-wait")
    draft.link("solves", "ideas-take", "pains-take")
