"""The columns of a list of children who were counted: who, and why by each meaning."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.roster import PupilRow
from ui.pieces.rows import Cell, Column
from ui.sentences import civil_word, status_word, why_civil, why_register


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)


def columns(row_of: Callable[[int], PupilRow]) -> list[Column]:
    """孩子, 学籍口径, 民政口径; by class order and pinyin as everywhere."""

    def who(key: int) -> Cell:
        row = row_of(key)
        return Cell(row.name, f"{row.class_name} {row.sex}".strip())

    def register(key: int) -> Cell:
        verdict = row_of(key).verdict
        return Cell(status_word(verdict.status), why_register(verdict), tone="" if row_of(key).left_behind else "ink2")

    def civil(key: int) -> Cell:
        verdict = row_of(key).civil
        tone = {True: "", False: "ink2", None: "soon"}[verdict.value]
        return Cell(civil_word(verdict.value), why_civil(verdict), tone=tone)

    return [
        Column("who", _tr("孩子"), 172, "who", who, sort=lambda key: row_of(key).order[1:]),
        Column("register", _tr("学籍口径"), 0, "two_line", register, sort=lambda key: row_of(key).order),
        Column("civil", _tr("民政口径"), 0, "two_line", civil, sort=lambda key: row_of(key).order),
    ]


def both_sentences(row: PupilRow) -> str:
    """Both reasons whole, for the line under a list whose cells may be too narrow."""
    return _tr("{name}：学籍口径，{register}民政口径，{civil}").format(
        name=row.name, register=why_register(row.verdict), civil=why_civil(row.civil))
