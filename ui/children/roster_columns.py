"""The columns of the roster as data."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.roster import RosterRow
from app.search import Hit
from ui.children import roster_words as words
from ui.pieces.rows import Cell, Column

_CARD_ORDER = {"never": 0, "changed": 1, "printed": 2}
_STATUS_ORDER = {"both_away": 0, "one_away": 1, "none": 2}


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)


def columns(row_of: Callable[[int], RosterRow], hit_of: Callable[[int], Hit | None]) -> list[Column]:
    """孩子 父母 谁带 五个清楚 联系卡; sorted by class order and pinyin, never by code point."""

    def who(child_id: int) -> Cell:
        row = row_of(child_id)
        hit = hit_of(child_id)
        second = f"{row.class_name} {row.sex}".strip()
        if hit is not None and hit.number:
            second = _tr("尾号 {0}").format(hit.number[-4:]) + f"，{row.class_name}"
        return Cell(row.name, second, hit=(hit.start, hit.end) if hit is not None else (0, 0))

    return [
        Column(
            "who", _tr("孩子"), 172, "who", who, sort=lambda key: row_of(key).order[1:],
            copies=words.who_copies(row_of),
        ),
        Column(
            "parents", _tr("父母"), 0, "two_line", lambda key: words.parents_cell(row_of(key)),
            sort=lambda key: (_STATUS_ORDER[row_of(key).status], row_of(key).order),
        ),
        Column(
            "carer", _tr("谁带"), 124, "two_line", lambda key: words.carer_cell(row_of(key)),
            sort=lambda key: (row_of(key).carer.certainty, row_of(key).order),
        ),
        Column(
            "known", _tr("五个清楚"), 172, "status", lambda key: words.known_cell(row_of(key)),
            sort=lambda key: (-len(row_of(key).missing), row_of(key).order),
        ),
        Column(
            "card", _tr("联系卡"), 168, "status", lambda key: words.card_cell(row_of(key)),
            sort=lambda key: (_CARD_ORDER[row_of(key).card], row_of(key).order),
        ),
    ]  # fmt: skip
