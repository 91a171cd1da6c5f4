"""How the roster's filters are called: on chips, in the menu of filters, and where they hide everybody."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from app.filters import NAMED, READY_PART, SEGMENT, Choice
from ui.children.listing import Listing

_NAMED = 2
"""So many values stand in a chip by name."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)


def segment_word(segment: str) -> str:
    """A segment as its button says."""
    return {
        "left_behind": _tr("留守儿童"), "all": _tr("全部学生"), "missing": _tr("缺信息"), "check": _tr("要核对"),
        "card": _tr("联系卡没打"),
    }[segment]  # fmt: skip


def ready_word(name: str) -> str:
    """A ready-made filter's plain name."""
    return {
        "no_phone": _tr("缺电话"), "bad_id": _tr("身份证号有误"), "no_mentor": _tr("无代理家长"),
        "card_changed": _tr("联系卡待重打"),
        "birthday": _tr("本周生日"), "disagrees": _tr("认定和实际不符"), "check": _tr("要核对"),
    }[name]  # fmt: skip


def part_word(listing: Listing, choice: Choice, part: str) -> str:
    """One part of a choice: 缺电话, 班级：三（1）班, 民族：苗族、侗族等 4 个."""
    if part == SEGMENT:
        return segment_word(choice.segment)
    if part == READY_PART:
        return ready_word(choice.ready)
    if part == NAMED:
        return choice.named[0] if choice.named is not None else ""
    column = listing.columns[part]
    by = column.order or str
    kept = sorted(choice.kept[part], key=lambda value: (not value, by(value) if value else by("")))
    words = _tr("、").join(value or _tr("（空）") for value in kept[:_NAMED])
    if len(kept) > _NAMED:
        words = _tr("{0}等 {1} 个").format(words, len(kept))
    return _tr("{0}：{1}").format(column.title, words)


def choice_word(listing: Listing, choice: Choice) -> str:
    """A name for a choice that is to be kept: 三（1）班、苗族."""
    words = [part_word(listing, choice, part).rpartition(_tr("："))[2] for part in choice.parts()]
    return _tr("、").join(words)


def hiding_words(listing: Listing, parts: Sequence[str], found: int) -> tuple[str, str]:
    """Why nothing is listed, and what the button that shows it says."""
    def words(some: Iterable[str]) -> str:
        return _tr("”和“").join(part_word(listing, listing.choice, part) for part in some)

    if listing.query:
        said = _tr("“{0}”不在“{1}”里").format(listing.query, words(parts))
    else:
        said = _tr("没有孩子同时是“{0}”").format(words(listing.choice.parts()))
    return said, _tr("不限“{0}”，看 {1} 个").format(words(parts), found)
