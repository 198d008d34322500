"""The tools beside the clinic's map: empathy maps, whys, a flow, metrics, dates and the future."""

from typing import Any, Final

from drafting import Draft, T

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.layout.flows import arranged
from cjeditor.model.avatar import Avatar
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.whys import Why

_QUARTERS: Final = ("2026-03-31", "2026-06-30", "2026-09-10")


def put_kit(draft: Draft) -> None:
    """Put everything that stands beside the map to *draft*, which has its cards."""
    _faces(draft)
    _funnel(draft)
    _priorities(draft)
    _empathy_of_wati(draft)
    _empathy_of_harun(draft)
    _whys(draft)
    _flow(draft)
    _metrics(draft)
    _future(draft)


def _faces(draft: Draft) -> None:
    wati = Avatar(hair="headscarf", skin="brown skin", clothes="green")
    harun = Avatar(hair="short hair", hair_colour="grey", skin="brown skin", clothes="blue",
                   glasses=True)  # fmt: skip
    draft.change("wati", avatar=wati, evidence=("interviews", "survey"))
    draft.change("harun", avatar=harun, evidence=("interviews",))


def _funnel(draft: Draft) -> None:
    informed = T("Informed", "Tahu")
    active = T("Active patient", "Pasien aktif")
    for stage, funnel in {
        "hear": informed,
        "register": T("Registered", "Terdaftar"),
        "book": active,
        "visit": active,
        "after": T("Returning patient", "Pasien kembali"),
    }.items():
        draft.change(stage, funnel=funnel)


def _priorities(draft: Draft) -> None:
    draft.change("pains-arrive", people=1200)
    draft.change("pains-identity", people=640)
    draft.change("pains-medicine", people=310)
    draft.change("touchpoints-arrive-2", restarts=True)
    for card, day, status in (
        ("ideas-arrive", "2026-11-02", "in progress"),
        ("ideas-identity", "2026-10-12", "open"),
        ("ideas-medicine", "2026-12-01", "open"),
    ):
        draft.change(card, due=day, status=status)


def _empathy_of_wati(draft: Draft) -> None:
    _notes(
        draft,
        "wati",
        ("thinks", T("If I leave now I lose the morning.", "Kalau pergi sekarang, pagi hilang.")),
        ("feels", T("Watched by the whole queue", "Dilihat seluruh antrean")),
        (
            "hears",
            T("“With the app you need not wait.”", "“Pakai aplikasi tidak perlu menunggu.”"),
        ),
        ("sees", T("Two queues, and no sign", "Dua antrean, tanpa papan petunjuk")),
        ("says", T("I have an appointment, and I still queue.", "Sudah pesan jam, kok antre.")),
        ("does", T("Sends the elder child to hold a place", "Menyuruh si sulung menjaga tempat")),
        ("fears", T("The child gets worse while we wait", "Anak makin sakit saat menunggu")),
        ("goals", T("Open the stall at ten", "Membuka warung pukul sepuluh")),
    )


def _empathy_of_harun(draft: Draft) -> None:
    draft.change("harun", empathy="four")
    _notes(
        draft,
        "harun",
        ("says", T("Seven times, and it still says no.", "Tujuh kali, tetap ditolak.")),
        ("thinks", T("The old booklet never asked me who I am.", "Buku lama tak pernah bertanya.")),
        ("does", T("Gives the phone to his son", "Memberikan ponsel ke anaknya")),
        ("feels", T("Too old for this", "Merasa terlalu tua untuk ini")),
    )


def _notes(draft: Draft, persona: str, *notes: tuple[str, T]) -> None:
    for field, text in notes:
        draft.add(
            EmpathyNote,
            f"empathy {persona} {field}",
            id=f"{persona}-{field}",
            persona=persona,
            field=field,
            text=text,
            evidence=("interviews",) if field in ("says", "does", "feels") else (),
            strength="heard" if field in ("says", "does", "feels") else "assumed",
        )


def _whys(draft: Draft) -> None:
    def why(number: int, parent: int, text: T, **fields: Any) -> None:
        draft.add(
            Why,
            f"why {parent}",
            id=f"why-{number}",
            pain="pains-arrive",
            parent=f"why-{parent}" if parent else None,
            text=text,
            **fields,
        )

    why(1, 0, T("App patients must be written down once more", "Pasien aplikasi dicatat lagi"),
        evidence=("watch",), strength="observed")  # fmt: skip
    why(2, 1, T("The counter works from its own list", "Loket memakai daftarnya sendiri"),
        evidence=("watch",), strength="observed")  # fmt: skip
    why(3, 2, T("The app sends no bookings to the counter", "Aplikasi tak mengirim ke loket"),
        evidence=("interviews",), strength="heard")  # fmt: skip
    why(4, 3, T("Nobody asked for it when the app was bought", "Tak ada yang memintanya saat beli"),
        strength="assumed")  # fmt: skip
    why(5, 4, T("The front desk was not in the project", "Loket tidak ikut dalam proyek"),
        root=True, evidence=("interviews",), strength="heard",
        countermeasure="ideas-arrive")  # fmt: skip
    why(6, 1, T("Insurance cards are checked on paper", "Kartu jaminan diperiksa di kertas"),
        strength="assumed")  # fmt: skip


def _flow(draft: Draft) -> None:
    draft.add(
        Flow,
        "flows",
        id="sign-up",
        about="touchpoints-identity",
        title=T("Sign up with the identity card", "Mendaftar dengan KTP"),
    )
    for name, kind, text in (
        ("start", "start", T("Opens the form", "Membuka formulir")),
        ("photo", "action", T("Photographs the card", "Memotret KTP")),
        ("read", "system", T("Reads name and number", "Membaca nama dan nomor")),
        ("good", "decision", T("Readable?", "Terbaca?")),
        ("third", "decision", T("Third time?", "Ketiga kali?")),
        ("desk", "action", T("Sent to the front desk", "Disuruh ke loket")),
        ("done", "end", T("Signed up", "Terdaftar")),
    ):
        draft.add(FlowNode, name, id=f"flow-{name}", flow="sign-up", kind=kind, text=text)
    for source, target, label in (
        ("start", "photo", T("", "")),
        ("photo", "read", T("", "")),
        ("read", "good", T("", "")),
        ("good", "done", T("yes", "ya")),
        ("good", "third", T("no", "tidak")),
        ("third", "photo", T("no", "tidak")),
        ("third", "desk", T("yes", "ya")),
    ):
        draft.add(
            FlowArrow, f"arrows {source}", id=f"flow-{source}-{target}", source=f"flow-{source}",
            target=f"flow-{target}", label=label,
        )  # fmt: skip
    look = Look(theme=LIGHT, words=Words(draft.journey.scope.language))
    for node, x, y in arranged(draft.journey, "sign-up", look):
        draft.change(node, x=round(x, 1), y=round(y, 1))


def _metrics(draft: Draft) -> None:
    draft.lane(MetricsLane, "figures", T("Metrics", "Metrik"))
    _metric(draft, "nps", "clinic", (-18.0, -6.0, 9.0), (102, 118, 126),
            name=T("Would recommend the app", "Akan menyarankan aplikasi"), kind="nps",
            target=20.0, lowest=0.0, highest=10.0)  # fmt: skip
    _metric(draft, "ease", "touchpoints-identity", (3.1, 3.4, 3.3), (88, 96, 121),
            name=T("Signing up was easy", "Mendaftar itu mudah"), kind="ces",
            convention="mean", direction="higher", target=5.0, lowest=1.0,
            highest=7.0)  # fmt: skip
    _metric(draft, "booked", "time", (21.0, 34.0, 46.0), (1310, 1522, 1840), unit="%",
            name=T("Visits booked with the app", "Kunjungan lewat aplikasi"),
            kind="conversion", target=50.0)  # fmt: skip
    _metric(draft, "wait", "medicine", (41.0, 43.0, 38.0), (22, 25, 31), unit=T("min", "mnt"),
            name=T("Wait for medicine", "Menunggu obat"), kind="ttr", direction="lower",
            target=15.0)  # fmt: skip


def _metric(
    draft: Draft,
    key: str,
    about: str,
    values: tuple[float, ...],
    answers: tuple[int, ...],
    **fields: Any,
) -> None:
    draft.add(Metric, "metrics", id=f"metric-{key}", about=about, **fields)
    for day, value, count in zip(_QUARTERS, values, answers, strict=True):
        draft.add(
            Figure, f"figures {key} {day}", id=f"{key}-{day}", metric=f"metric-{key}", date=day,
            value=value, answers=count, evidence="logs" if key == "booked" else "survey",
        )  # fmt: skip


def _future(draft: Draft) -> None:
    """Draw how it should feel to Wati once there is one queue."""
    draft.feelings(
        "wati",
        {"insurance": 0.9, "time": 1.3, "reminder": 1.5, "arrive": 1.2,
         "see": 1.3, "medicine": 0.8, "next": 1.2},
        state="future",
    )  # fmt: skip
