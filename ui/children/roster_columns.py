"""The columns of the roster as data: five that say what matters, and one for every other fact."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.fingerprint import CardScene
from app.known import KEYS
from app.roster import RosterRow
from app.search import Hit
from app.sounds import name_order, order
from ui.children import roster_words as words
from ui.children.fact_columns import fact_columns
from ui.pieces.rows import Column
from ui.sentences import away_summary, missing_word

_CARD_ORDER = {"never": 0, "changed": 1, "printed": 2}
_STATUS_ORDER = {"both_away": 0, "one_away": 1, "none": 2}


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)


class Source(Protocol):
    """Whom the columns ask."""

    def row(self, child_id: int) -> RosterRow: ...
    def hit(self, child_id: int) -> Hit | None: ...
    def child(self, child_id: int) -> Child: ...
    def scene(self) -> CardScene: ...
    def full_phones(self) -> bool: ...
    def class_place(self, name: str) -> Any: ...
    def is_birthday_list(self) -> bool: ...


def columns(source: Source) -> list[Column]:
    """孩子 父母 谁带 五个清楚 联系卡, then the facts; sorted by class order and pinyin, never by code point."""
    return [
        *_main_columns(source),
        *fact_columns(source.child, source.scene, source.full_phones, source.class_place),
    ]


def _main_columns(source: Source) -> list[Column]:
    row_of, group = source.row, _tr("名册")

    def missing(key: int) -> tuple[str, ...]:
        row = row_of(key)
        return tuple(missing_word(one) for one in row.missing) if row.missing else (_tr("都清楚"),)

    return [
        Column(
            "who", _tr("孩子"), 184, "who",
            lambda key: words.who_cell(row_of(key), source.hit(key), source.is_birthday_list(), source.full_phones()),
            sort=lambda key: row_of(key).order[1:], group=group, values=lambda key: (row_of(key).name,),
            order=name_order,
            copies=words.who_copies(row_of),
        ),
        Column(
            "parents", _tr("父母"), 0, "two_line", lambda key: words.parents_cell(row_of(key)),
            sort=lambda key: (_STATUS_ORDER[row_of(key).status], row_of(key).order), group=group,
            values=lambda key: (away_summary(row_of(key)),), order=order,
        ),
        Column(
            "carer", _tr("谁带"), 124, "two_line", lambda key: words.carer_cell(row_of(key)),
            sort=lambda key: (row_of(key).carer.certainty, row_of(key).order), group=group,
            values=lambda key: (words.carer_value(row_of(key)),), order=order,
        ),
        Column(
            "known", _tr("五个清楚"), 172, "status", lambda key: words.known_cell(row_of(key)),
            sort=lambda key: (-len(row_of(key).missing), row_of(key).order), group=group, values=missing,
            order=_in_order([*(missing_word(one) for one in KEYS), _tr("都清楚")]),
        ),
        Column(
            "card", _tr("联系卡"), 168, "status", lambda key: words.card_cell(row_of(key)),
            sort=lambda key: (_CARD_ORDER[row_of(key).card], row_of(key).order), group=group,
            values=lambda key: (words.card_value(row_of(key).card),),
            order=_in_order([words.card_value(card) for card in _CARD_ORDER]),
        ),
    ]  # fmt: skip


def _in_order(listed: list[str]) -> Callable[[str], int]:
    return lambda text: listed.index(text) if text in listed else len(listed)
