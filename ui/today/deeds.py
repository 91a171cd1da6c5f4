"""Carry out what was said of an item, under a name that undo and the history can show."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.care import NOT_REACHED
from app.edits.settling import DEAD, FINISHED, LATER, Answer, kind_of, settle
from app.kinship import spoken_relation
from app.store import Done
from app.today import FOLLOW_UP, Item
from ui.care_words import kind_word
from ui.session import Session
from ui.today.day import Facts
from ui.today.lines import who_words
from ui.today.words import date_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


def carry_out(session: Session, items: Sequence[Item], answer: Answer, facts: Facts) -> Done | None:
    """Write it; None where the disk did not take it, which was said then."""
    changes = settle([_whole(session, item) for item in items], answer, session.today)
    return session.attempt(label(items, answer, facts), changes)


def _whole(session: Session, item: Item) -> Item:
    """The item with all its record says, where the list has a confidential one without its words."""
    record = session.store.ledger.record(item.record.id) if item.record is not None else None
    return item if record is None else replace(item, record=record)


def label(items: Sequence[Item], answer: Answer, facts: Facts) -> str:
    """记下 罗子轩 的亲情电话 · 罗子轩 的谈心改到 11月27日 · 记下 12 个孩子的谈心."""
    who = who_words(items[0], facts)[0]
    if len(items) > 1:
        who = _tr("{0} 个孩子").format(len(items))
    what = _tr("跟进") if items[0].kind == FOLLOW_UP else kind_word(kind_of(items[0]))
    if len({kind_of(item) for item in items}) > 1:
        what = _tr("几件事")
    if answer.outcome == LATER:
        day = date_words(answer.until_day) if answer.until_day is not None else ""
        return _tr("{0} 的{1}改到 {2}").format(who, what, day)
    if answer.outcome == FINISHED:
        return _tr("{0} 的跟进办好了").format(who)
    if answer.outcome == DEAD:
        return _tr("{0} 的{1}：号码是空号").format(who, spoken_relation(answer.relation) or what)
    if answer.outcome == NOT_REACHED:
        return _tr("记下 {0} 的{1}没成").format(who, kind_word(kind_of(items[0])))
    return _tr("记下 {0} 的{1}").format(who, kind_word(kind_of(items[0])))
