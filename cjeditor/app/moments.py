"""Moments in the user's words and time."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, QTimeZone

from cjeditor.core.words import tr


def local(moment: datetime) -> QDateTime:
    """Return *moment* in the time of this place."""
    utc = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()), QTimeZone(b"UTC"))
    return utc.toLocalTime()


def date_and_time(moment: datetime) -> str:
    """Return a moment as short as the language writes it: "22/11/2026 14:32"."""
    return QLocale().toString(local(moment), QLocale.FormatType.ShortFormat)


def day_and_time(moment: datetime, now: datetime) -> str:
    """Return a moment as people say it: "Today 14:32", "Yesterday 9:05", "Fri 20 Nov, 9:05"."""
    then, today = local(moment), local(now).date()
    time = QLocale().toString(then.time(), QLocale.FormatType.ShortFormat)
    days = then.date().daysTo(today)
    if days == 0:
        return tr("Today {time}").format(time=time)
    if days == 1:
        return tr("Yesterday {time}").format(time=time)
    pattern = "ddd d MMM" if then.date().year() == today.year() else "d MMM yyyy"
    return tr("{day}, {time}").format(day=QLocale().toString(then.date(), pattern), time=time)
