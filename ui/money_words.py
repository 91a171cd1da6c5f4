"""Sums of money with their unit, wherever one is said (`app.money` has how the number is written)."""

from PySide6.QtCore import QCoreApplication

from app import money


def _tr(text: str) -> str:
    return QCoreApplication.translate("money", text)


def yuan_word(fen: int | None) -> str:
    """17,750.80 元, 2,456 元; "" for nothing."""
    return "" if fen is None else _tr("{0} 元").format(money.said(fen))


def in_yuan(head: str) -> str:
    """单价（元）: the head of a column of sums."""
    return _tr("{0}（元）").format(head)
