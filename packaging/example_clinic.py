"""An example map: patients of a community clinic begin to book with its app."""

from drafting import Draft, T
from example_clinic_cards import put_cards
from example_clinic_kit import put_kit

from cjeditor.core.words import Language
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.model.map import Map


def clinic(language: Language) -> Map:
    """Return the example in *language*."""
    draft = Draft(
        "clinic",
        language,
        title=T(
            "The first visit booked with the clinic's app",
            "Kunjungan pertama lewat aplikasi puskesmas",
        ),
        scenario=T(
            "Patients who used to queue from six in the morning now book on the phone.",
            "Pasien yang biasa antre sejak pukul enam pagi kini memesan lewat ponsel.",
        ),
        goal=T(
            "See the doctor on a set day without losing a morning.",
            "Bertemu dokter pada hari yang pasti tanpa kehilangan satu pagi.",
        ),
        expectations=T(
            "One number for everything, a time that holds, and somebody to ask.",
            "Satu nomor untuk semua urusan, jam yang ditepati, dan ada yang bisa ditanya.",
        ),
        date="2026-09-18",
        authors=("Lestari", "Joko", "dr. Maya"),
        notes=T(
            "Nine interviews in two clinics, 126 answers to a survey. Next: the pharmacy.",
            "Sembilan wawancara di dua puskesmas, 126 jawaban survei. Berikutnya: apotek.",
        ),
    )
    _people(draft)
    _columns(draft)
    _lanes(draft)
    _sources(draft)
    put_cards(draft)
    _feeling(draft)
    _links(draft)
    put_kit(draft)
    return draft.journey


def _people(draft: Draft) -> None:
    draft.persona(
        "wati",
        name=T("Wati, 34 · mother of two", "Wati, 34 · ibu dua anak"),
        role=T(
            "Runs a food stall, brings the younger child",
            "Punya warung makan, mengantar anak bungsu",
        ),
        rituals=T(
            "Opens the stall at ten; everything else has to happen before.",
            "Membuka warung pukul sepuluh; urusan lain harus selesai sebelumnya.",
        ),
        motivations=T(
            "A healthy child without a closed stall.", "Anak sehat tanpa menutup warung."
        ),
        needs=T("A time that she can plan around.", "Jam kunjungan yang bisa direncanakan."),
        pains=T("Queues that nobody can see the end of.", "Antrean yang tidak jelas ujungnya."),
        channels=("whatsapp", "app", "person"),
        sayings=(
            {
                "text": T(
                    "I have an appointment, and I still queue.", "Sudah pesan jam, kok masih antre."
                ),
                "source": T("Interview 4", "Wawancara 4"),
            },
        ),
        roles=("decides", "uses"),
    )
    draft.persona(
        "harun",
        name=T("Harun, 61 · blood pressure", "Harun, 61 · tekanan darah"),
        role=T("Retired driver, comes every month", "Pensiunan sopir, datang setiap bulan"),
        relationships=T(
            "His son sets up the phone for him.", "Anaknya yang mengatur ponsel untuknya."
        ),
        needs=T(
            "The same tablets every month, and somebody who explains them.",
            "Obat yang sama setiap bulan, dan ada yang menjelaskannya.",
        ),
        pains=T(
            "Small letters, long forms, passwords.", "Huruf kecil, formulir panjang, kata sandi."
        ),
        channels=("person", "phone"),
        sayings=(
            {
                "text": T("Seven times, and it still says no.", "Tujuh kali, tetap ditolak."),
                "source": T("Interview 6", "Wawancara 6"),
            },
        ),
        roles=("uses",),
    )


def _columns(draft: Draft) -> None:
    draft.stage(
        "hear",
        T("Hear of the app", "Mendengar tentang aplikasi"),
        ("counter", T("At the counter", "Di loket")),
        ("install", T("Install", "Memasang")),
        goal=T("Understand what is in it for me", "Paham apa manfaatnya bagi saya"),
        duration=T("2 days", "2 hari"),
    )
    draft.stage(
        "register",
        T("Register", "Mendaftar"),
        ("identity", T("Show who I am", "Membuktikan identitas")),
        ("insurance", T("Link the insurance", "Menghubungkan kartu jaminan")),
        goal=T("Do it once and never again", "Cukup sekali untuk selamanya"),
        duration=T("25 minutes", "25 menit"),
    )
    draft.stage(
        "book",
        T("Book a visit", "Memesan kunjungan"),
        ("time", T("Choose a time", "Memilih jam")),
        ("reminder", T("Be reminded", "Diingatkan")),
        goal=T("Know when to be there", "Tahu kapan harus datang"),
        duration=T("5 minutes", "5 menit"),
    )
    draft.stage(
        "visit",
        T("Visit", "Berkunjung"),
        ("arrive", T("Arrive", "Tiba")),
        ("see", T("See the doctor", "Bertemu dokter")),
        goal=T("Be taken seriously", "Didengarkan dengan sungguh-sungguh"),
        duration=T("1 hour", "1 jam"),
    )
    draft.stage(
        "after",
        T("Afterwards", "Setelahnya"),
        ("medicine", T("Collect medicine", "Mengambil obat")),
        ("next", T("Plan the next visit", "Merencanakan kunjungan berikut")),
        goal=T("Go home with everything", "Pulang dengan semua beres"),
        duration=T("40 minutes", "40 menit"),
    )
    draft.truth("identity", "arrive")


def _lanes(draft: Draft) -> None:
    draft.lane(CardsLane, "actions", T("Actions", "Tindakan"), card="action")
    draft.lane(CardsLane, "touchpoints", T("Touchpoints", "Titik sentuh"), card="touchpoint")
    draft.lane(
        CardsLane,
        "thoughts",
        T("Questions and thoughts", "Pertanyaan dan pikiran"),
        card="question",
    )
    draft.lane(EmotionLane, "emotions", T("Emotions", "Emosi"))
    draft.lane(CardsLane, "pains", T("Pain points", "Titik masalah"), card="pain")
    draft.lane(CardsLane, "ideas", T("Opportunities", "Peluang"), card="opportunity")
    draft.lane(CardsLane, "behind", T("Behind the counter", "Di balik loket"), card="process")


def _sources(draft: Draft) -> None:
    draft.evidence(
        "interviews",
        kind="interview",
        date="2026-08-21",
        respondents=9,
        title=T("Interviews in two clinics", "Wawancara di dua puskesmas"),
    )
    draft.evidence(
        "survey",
        kind="survey",
        date="2026-09-02",
        respondents=126,
        title=T("Survey in the waiting room", "Survei di ruang tunggu"),
        note=T("On paper, answered while waiting.", "Di atas kertas, dijawab sambil menunggu."),
    )
    draft.evidence(
        "logs",
        kind="analytics",
        date="2026-09-10",
        respondents=1840,
        title=T("Sign-ups in August", "Pendaftaran bulan Agustus"),
    )
    draft.evidence(
        "watch",
        kind="observation",
        date="2026-09-04",
        respondents=31,
        title=T("A morning at the counter", "Satu pagi di loket"),
    )


def _feeling(draft: Draft) -> None:
    draft.feelings(
        "wati",
        {
            "counter": 0.3,
            "install": 0.6,
            "identity": -1.2,
            "insurance": -0.7,
            "time": 1.2,
            "reminder": 1.5,
            "arrive": -1.6,
            "see": 1.0,
            "medicine": -0.4,
            "next": 0.9,
        },
    )
    draft.feelings(
        "harun",
        {
            "counter": -0.5,
            "install": -1.0,
            "identity": -1.8,
            "insurance": -1.3,
            "time": 0.2,
            "reminder": 0.7,
            "arrive": -0.8,
            "see": 1.7,
            "medicine": -1.2,
            "next": 0.4,
        },
    )
    draft.said(
        "harun-identity", T("“Seven times, and it still says no.”", "“Tujuh kali, tetap ditolak.”")
    )


def _links(draft: Draft) -> None:
    draft.link("causes", "pains-arrive", "thoughts-arrive")
    draft.link("solves", "ideas-install", "pains-install")
    draft.link("solves", "ideas-identity", "pains-identity", "pains-insurance")
    draft.link("solves", "ideas-insurance", "pains-insurance")
    draft.link("solves", "ideas-time", "pains-time")
    draft.link("solves", "ideas-arrive", "pains-arrive")
    draft.link("solves", "ideas-medicine", "pains-medicine")
