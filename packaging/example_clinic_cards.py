"""The cards of the clinic's map, lane by lane."""

from typing import Any, Final

from drafting import Draft, T

from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.plain import Action, Delight, Process, Question, Quote, Thought
from cjeditor.kinds.touchpoint import Touchpoint

_FRONT_DESK: Final = T("Front desk", "Loket pendaftaran")
_APP_TEAM: Final = T("App team", "Tim aplikasi")
_NURSES: Final = T("Nurses", "Perawat")
_PHARMACY: Final = T("Pharmacy", "Apotek")
_WAITING: Final = T("long wait", "menunggu lama")
_CONFUSING: Final = T("confusing information", "informasi membingungkan")


def put_cards(draft: Draft) -> None:
    """Put the cards into the cells of *draft*, which has its lanes and steps."""
    _doing(draft)
    _meeting(draft)
    _thinking(draft)
    _struggling(draft)
    _improving(draft)
    _behind(draft)


def _doing(draft: Draft) -> None:
    for step, text in {
        "counter": T("Takes the leaflet and puts it away", "Menerima selebaran lalu menyimpannya"),
        "install": T(
            "Looks for the app by the clinic's name", "Mencari aplikasi dengan nama puskesmas"
        ),
        "identity": T("Photographs the identity card, three times", "Memotret KTP, tiga kali"),
        "insurance": T(
            "Types in sixteen digits from the card", "Mengetik enam belas angka dari kartu"
        ),
        "time": T("Picks Thursday, half past eight", "Memilih Kamis, setengah sembilan"),
        "reminder": T("Shows the message to the family", "Menunjukkan pesan ke keluarga"),
        "arrive": T("Asks at the counter anyway", "Tetap bertanya di loket"),
        "see": T("Tells the story from the beginning", "Bercerita dari awal lagi"),
        "medicine": T("Waits for the name to be called", "Menunggu nama dipanggil"),
        "next": T("Writes the date on the calendar at home", "Mencatat tanggal di kalender rumah"),
    }.items():
        draft.card(Action, "actions", step, text)
    draft.card(
        Action,
        "actions",
        "install",
        T("Asks his son to do it", "Meminta anaknya memasang"),
        personas=("harun",),
    )


def _meeting(draft: Draft) -> None:
    def meet(step: str, text: T, channel: str, owner: T, **fields: Any) -> None:
        draft.card(
            Touchpoint, "touchpoints", step, text, channels=(channel,), owner=owner, **fields
        )

    meet("counter", T("Leaflet from the front desk", "Selebaran dari loket"), "person", _FRONT_DESK)
    meet(
        "counter", T("Poster in the waiting room", "Poster di ruang tunggu"), "advert", _FRONT_DESK
    )
    meet("install", T("App store page", "Halaman di toko aplikasi"), "app", _APP_TEAM)
    meet(
        "identity",
        T("Sign-up form", "Formulir pendaftaran"),
        "app",
        _APP_TEAM,
        moment_of_truth=True,
    )
    meet("insurance", T("Insurance page", "Halaman kartu jaminan"), "app", _APP_TEAM)
    meet("time", T("Calendar of free times", "Kalender jam kosong"), "app", _APP_TEAM)
    meet(
        "reminder",
        T("Reminder the evening before", "Pengingat malam sebelumnya"),
        "whatsapp",
        _FRONT_DESK,
    )
    meet("arrive", T("Check-in post", "Mesin lapor diri"), "self-service", _FRONT_DESK)
    meet("arrive", T("Front desk", "Loket pendaftaran"), "person", _FRONT_DESK)
    meet("see", T("Consulting room", "Ruang periksa"), "person", _NURSES)
    meet("medicine", T("Pharmacy window", "Jendela apotek"), "person", _PHARMACY)
    meet("next", T("Slip with the next date", "Lembar tanggal kunjungan"), "person", _NURSES)


def _thinking(draft: Draft) -> None:
    def ask(step: str, text: T, **fields: Any) -> None:
        draft.card(Question, "thoughts", step, text, **fields)

    heard: dict[str, Any] = {"evidence": ("interviews",), "strength": "heard"}
    ask(
        "counter",
        T("Do I still get a number without it?", "Tanpa aplikasi, masih dapat nomor?"),
        **heard,
    )
    ask("install", T("Which of the four is the real one?", "Dari empat ini, yang asli yang mana?"))
    draft.card(
        Thought,
        "thoughts",
        "identity",
        T("My papers are nobody's business.", "Data saya bukan urusan orang lain."),
        personas=("harun",),
        **heard,
    )
    ask(
        "insurance",
        T("Does my child have a card of its own?", "Apakah anak saya punya kartu sendiri?"),
        personas=("wati",),
    )
    ask(
        "time",
        T(
            "Will they really see me at half past eight?",
            "Benarkah saya dilayani pukul setengah sembilan?",
        ),
        **heard,
    )
    draft.card(
        Delight,
        "thoughts",
        "reminder",
        T("They thought of me!", "Mereka ingat saya!"),
        strength="observed",
    )
    draft.card(
        Quote,
        "thoughts",
        "arrive",
        T("“I have an appointment, and I still queue.”", "“Sudah pesan jam, kok masih antre.”"),
        **heard,
    )
    draft.card(
        Delight,
        "thoughts",
        "see",
        T("She looked at me, not at the screen.", "Beliau melihat saya, bukan layar."),
        evidence=("interviews",),
        strength="heard",
    )
    ask(
        "medicine",
        T("Before or after the meal?", "Sebelum atau sesudah makan?"),
        personas=("harun",),
    )


def _struggling(draft: Draft) -> None:
    def hurt(step: str, text: T, severity: int, owner: T, **fields: Any) -> None:
        draft.card(Pain, "pains", step, text, severity=severity, owner=owner, **fields)

    measured: dict[str, Any] = {"strength": "measured"}
    hurt(
        "install",
        T("Four apps with nearly the same name", "Empat aplikasi bernama hampir sama"),
        3,
        _APP_TEAM,
        evidence=("interviews",),
        strength="heard",
        tags=(_CONFUSING,),
    )
    hurt(
        "identity",
        T("The photo is refused without a reason", "Foto ditolak tanpa alasan"),
        5,
        _APP_TEAM,
        detail=T(
            "41 % of all sign-ups end on this page.", "41 % pendaftaran berhenti di halaman ini."
        ),
        evidence=("logs", "watch"),
        votes=8,
        tags=(_CONFUSING,),
        **measured,
    )
    hurt(
        "insurance",
        T("A wrong digit empties the whole form", "Satu angka salah menghapus seluruh formulir"),
        4,
        _APP_TEAM,
        evidence=("logs",),
        votes=5,
        **measured,
    )
    hurt(
        "time",
        T("Children cannot be booked", "Anak tidak bisa didaftarkan"),
        3,
        _APP_TEAM,
        personas=("wati",),
        evidence=("interviews",),
        strength="heard",
    )
    hurt(
        "arrive",
        T("App and counter have separate queues", "Antrean aplikasi dan loket terpisah"),
        5,
        _FRONT_DESK,
        evidence=("watch", "survey"),
        votes=11,
        tags=(_WAITING,),
        **measured,
    )
    hurt(
        "see",
        T("The doctor does not see the notes", "Dokter tidak melihat catatan sebelumnya"),
        3,
        _NURSES,
        evidence=("watch",),
        strength="observed",
    )
    hurt(
        "medicine",
        T("Forty minutes for a known prescription", "Empat puluh menit untuk resep yang sama"),
        4,
        _PHARMACY,
        personas=("harun",),
        evidence=("watch",),
        strength="observed",
        votes=4,
        tags=(_WAITING,),
    )


def _improving(draft: Draft) -> None:
    def improve(step: str, text: T, impact: int, effort: int, owner: T, **fields: Any) -> None:
        draft.card(
            Opportunity, "ideas", step, text, impact=impact, effort=effort, owner=owner, **fields
        )

    improve(
        "install",
        T("A code to scan on the leaflet", "Kode pindai di selebaran"),
        3,
        1,
        _FRONT_DESK,
        status="done",
    )
    improve(
        "identity",
        T("Sign up at the counter, with help", "Mendaftar di loket, dibantu petugas"),
        5,
        2,
        _FRONT_DESK,
        votes=9,
        status="in progress",
    )
    improve(
        "insurance",
        T("Read the card with the camera", "Membaca kartu dengan kamera"),
        4,
        4,
        _APP_TEAM,
        votes=3,
    )
    improve(
        "time",
        T("Family members in one account", "Anggota keluarga dalam satu akun"),
        4,
        3,
        _APP_TEAM,
        votes=6,
    )
    improve(
        "arrive",
        T("One queue, one number on one screen", "Satu antrean, satu nomor di satu layar"),
        5,
        3,
        _FRONT_DESK,
        votes=12,
    )
    improve(
        "medicine",
        T(
            "Repeat prescriptions packed before the visit",
            "Resep rutin disiapkan sebelum kunjungan",
        ),
        4,
        2,
        _PHARMACY,
        votes=7,
        last="next",
    )


def _behind(draft: Draft) -> None:
    draft.card(
        Process,
        "behind",
        "counter",
        T("Front desk explains the app to everyone", "Loket menjelaskan aplikasi kepada semua"),
    )
    draft.card(
        Process,
        "behind",
        "identity",
        T("Papers are compared with the patient register", "Data dicocokkan dengan daftar pasien"),
        last="insurance",
    )
    draft.card(
        Process,
        "behind",
        "time",
        T("Head nurse opens times week by week", "Kepala perawat membuka jam tiap minggu"),
    )
    draft.card(
        Process, "behind", "reminder", T("Messages go out at 19.00", "Pesan dikirim pukul 19.00")
    )
    draft.card(
        Process,
        "behind",
        "arrive",
        T("Patient file is fetched from the archive", "Berkas pasien diambil dari arsip"),
        last="see",
    )
    draft.card(
        Process,
        "behind",
        "medicine",
        T("Pharmacist checks every dose", "Apoteker memeriksa setiap dosis"),
    )
