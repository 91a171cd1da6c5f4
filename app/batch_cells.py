"""What is typed into a cell of the batch grid, read generously: V, mm, 14分, 22, 周日."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from app.care_ways import TOGETHER
from app.days import read_date
from app.kinship import canonical_relation, is_known, spoken_relation
from app.sheets import WIDE
from app.sounds import is_heard

CELLS = WAY, WHOM, MINUTES, DAY, NOTE = ("way", "whom", "minutes", "day", "note")
LETTERS = {
    "video": "V", "done": "V", "sent": "V", "voice": "Y", "phone": "Y", "answered": "Y", "face": "M", "chat": "W",
    "missed": "X",
}  # fmt: skip
"""The letter of each way (app.care_ways) in the 方式 cell (rules.md, Saving and keys)."""
_BOTH = ("一起", "爸妈", "爸妈一起", "爸爸妈妈", "父母", "y", "yq", "bm")
_WEEKDAYS = "一二三四五六日"


def read_whom(text: str, offered: Sequence[str], *, strict: bool = False) -> str:
    """The canonical relation of 爸爸, b, 一起; what is none stays as typed. `strict`: only what is a whole word."""
    if not text:
        return ""
    if text.lower() in _BOTH or text == TOGETHER:
        return TOGETHER
    relation = canonical_relation(text)
    if is_known(relation) or strict:
        return relation if is_known(relation) else ""
    if text.isascii():
        heard = (one for one in offered if is_heard(spoken_relation(one), text.lower()))
        return next(heard, text)
    return text


def read_minutes(text: str) -> str:
    """14 of １４分."""
    return re.sub(r"\s*(分钟?|min)$", "", text.translate(WIDE).strip())


def read_day(text: str, monday: date, today: date) -> str:
    """ISO text of a day of that week said as 22, 周日 or 日, or of any day written out; else as typed."""
    plain = text.translate(WIDE).strip()
    week = [monday + timedelta(days=step) for step in range(7)]
    if plain.isdecimal() and len(plain) <= 2:
        return next((day.isoformat() for day in week if day.day == int(plain)), text)
    weekday = re.sub(r"^(周|星期|礼拜)", "", plain).replace("天", "日")
    if len(weekday) == 1 and weekday in _WEEKDAYS:
        return week[_WEEKDAYS.index(weekday)].isoformat()
    found = read_date(plain, today)
    return found if found and len(found) == 10 else text
