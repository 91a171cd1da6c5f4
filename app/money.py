"""Sums of money: typed as yuan, kept as whole fen, and said in one way wherever they are read.

In a sentence 17,750.80 or, of whole yuan, 2,456 (with 元 after it: `ui.money_words`); in a column of sums always with
their fen, as a school's books of account are kept (17,750.80); in Excel a number, so that it can be added up.
"""

import re
from decimal import Decimal

from app.values import BadValue

_YUAN = re.compile(r"(\d{1,9})(?:\.(\d{1,2}))?")


def fen(field: str, text: str) -> int | None:
    """12.5, ￥12.50, 1,200元 as fen; None for nothing. Raises BadValue."""
    cleaned = text.strip().translate(str.maketrans("０１２３４５６７８９．，", "0123456789.,")).replace(",", "")
    cleaned = cleaned.lstrip("¥￥").removesuffix("元").strip()
    if not cleaned:
        return None
    match = _YUAN.fullmatch(cleaned)
    if match is None:
        raise BadValue(field, "not_money")
    return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))


def yuan(amount: int | None) -> str:
    """Fen as they stand in a field to be typed over: 12.50, 1200; "" for nothing."""
    return said(amount).replace(",", "")


def said(amount: int | None) -> str:
    """Fen as yuan in a sentence: 17,750.80, of whole yuan 2,456; "" for nothing."""
    return column(amount).removesuffix(".00")


def column(amount: int | None) -> str:
    """Fen as yuan in a column of sums: 17,750.80, 2,456.00; "" for nothing."""
    return "" if amount is None else f"{Decimal(amount) / 100:,.2f}"


def cell(amount: int | None) -> Decimal | str:
    """Fen as yuan in a cell of Excel; an empty text for nothing."""
    return "" if amount is None else Decimal(amount) / 100
