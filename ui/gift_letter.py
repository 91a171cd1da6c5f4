"""The text of a thanks letter: the pattern of the school with what was given in it, or as somebody changed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.gifts import Donation
from app.thanks import Given
from ui import gift_words as words
from ui.gift_state import State
from ui.session import Session

SETTING = "gifts.letter"
"""Where the school's own pattern is kept; "" = the program's."""
OWED, DONOR, DONATION = "owed", "donor", "donation"
DRAFT = "gifts.letter."
MOST = 60
"""Donors that are offered one by one."""


@dataclass(frozen=True, slots=True)
class Letter:
    """`key`: donor:5 for all that is owed a donor, donation:12 for one gift."""

    key: str
    donor: str
    text: str
    day: date
    fresh: str = ""
    """What the pattern makes of it, before anybody changed a word."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


def marks() -> tuple[str, str, str, str]:
    """What the pattern has in place of the donor, the day, what was given, and to whom."""
    return _tr("【捐赠人】"), _tr("【日期】"), _tr("【东西】"), _tr("【孩子】")


def proposed() -> str:
    """The program's own pattern."""
    return _tr(
        "尊敬的【捐赠人】：\n"
        "您好！\n"
        "【日期】，您给我们学校的孩子送来了【东西】。【孩子】。孩子们高兴，老师和家里的老人也都记在心上。\n"
        "我们学校不少孩子的爸爸妈妈在外面打工，平日里陪着他们的是爷爷奶奶和老师。您送来的不只是东西，也让孩子知道，"
        "有人惦记着他们。每一样我们都登记在册，用在孩子身上。\n"
        "谢谢您！欢迎您常来学校看看，看看孩子们读书、唱歌、打球。祝您身体健康，工作顺利，家人平安！"
    )


def pattern(session: Session) -> str:
    """The school's pattern, or the program's."""
    return session.store.setting(SETTING) or proposed()


def keep_pattern(session: Session, text: str) -> None:
    """The school writes its letters so from now on; the program's own pattern if nothing is left of it."""
    text = text.strip()
    session.store.set_setting(SETTING, "" if text == proposed() else text)


def letter(session: Session, state: State, key: str) -> Letter | None:
    """The letter of that key, as somebody changed it if it was; None if what it is for is gone."""
    kind, _, number = key.partition(":")
    given = state.given.get(int(number)) if kind == DONOR and number.isdecimal() else None
    donation = state.donations.get(int(number)) if kind == DONATION and number.isdecimal() else None
    if donation is not None:
        given = state.given.get(donation.first.donor_id or 0)
    if given is None:
        return None
    kept = str(session.drafts.read(DRAFT + key).get("text", ""))
    fresh = written(session, state, given, donation)
    return Letter(key, given.donor.name, kept or fresh, session.today, fresh)


def written(session: Session, state: State, given: Given, donation: Donation | None) -> str:
    """The pattern with everything written into it."""
    things = words.given_word(donation) if donation is not None else words.owed_word(given, state.assets)
    things = things or words.joined(words.given_word(one) for one in given.donations)
    children = _children(given, donation)
    day = donation.first.day if donation is not None else _day(given) or session.today
    text = pattern(session)
    for mark, said in zip(marks(), (given.donor.name, on_paper(day), things or _tr("一份心意"), children), strict=True):
        text = text.replace(mark, said)
    return text


def letters(session: Session, state: State, key: str) -> Sequence[Letter]:
    """Those of a choice: one, or all that are owed."""
    keys = [f"{DONOR}:{one.donor.id}" for one in state.owed] if key == OWED else [key]
    found = [letter(session, state, one) for one in keys]
    return [one for one in found if one is not None]


def _children(given: Given, donation: Donation | None) -> str:
    some = [donation] if donation is not None else given.owed_donations or given.donations
    count = len({child for one in some for child in one.children})
    insured = len({child for one in given.owed_policies for child in one.children}) if donation is None else 0
    if not count and not insured:
        return _tr("东西放在孩子们的活动室里，大家都用得上")
    return _tr("{0} 个孩子都领到了").format(max(count, insured))


def _day(given: Given) -> date | None:
    days = [one.first.day for one in given.owed_donations] + [one.day for one in given.owed_goods]
    days += [one.first.from_day for one in given.owed_policies if one.first.from_day is not None]
    return max(days, default=given.last)
