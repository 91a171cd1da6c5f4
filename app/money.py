"""Sums of money: typed as yuan, kept as whole fen."""

import re

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
    """Fen as it is written: 12.50, 1200; "" for nothing."""
    if amount is None:
        return ""
    whole, rest = divmod(abs(amount), 100)
    return ("-" if amount < 0 else "") + (f"{whole}.{rest:02}" if rest else str(whole))
