"""What signed papers are called, and how they stand on a day."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.agreements import CARE, CONSENT, DUTY, KINDS, NOTICE, Agreement
from app.days import on_paper
from app.edits.agreement import last_day


def _tr(text: str) -> str:
    return QCoreApplication.translate("agreements", text)


def kind_word(kind: str) -> str:
    """委托照护协议 for "care"."""
    return {
        CARE: _tr("委托照护协议"), DUTY: _tr("帮扶责任书"), NOTICE: _tr("告知书"), CONSENT: _tr("同意书"),
    }.get(kind, kind)  # fmt: skip


def kind_options() -> list[tuple[str, str]]:
    """The kinds to choose from."""
    return [(kind, kind_word(kind)) for kind in KINDS]


def days_words(one: Agreement) -> str:
    """2026年9月3日起，到2027年3月21日; 没写日期."""
    last = last_day(one)
    parts = [_tr("{0}起").format(on_paper(one.from_day))] if one.from_day else []
    parts += [_tr("到{0}").format(on_paper(last))] if last else []
    return _tr("，").join(parts) or _tr("没写日期")


def short_date(day: date | None) -> str:
    """2026.9.3, as it stands in a narrow column; "" for no day."""
    return f"{day.year}.{day.month}.{day.day}" if day else ""


def end_words(one: Agreement, today: date) -> str:
    """还有 9 天到期, 今天到期, 过期 6 天; "" for one without end."""
    last = last_day(one)
    if last is None:
        return ""
    left = (last - today).days
    if left < 0:
        return _tr("过期 {0} 天").format(-left)
    return _tr("还有 {0} 天到期").format(left) if left else _tr("今天到期")
