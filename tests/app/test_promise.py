"""A day and what to do on it, in one line."""

from datetime import date

import pytest

from app.promise import read_promise

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("11月27日 周五 看膝盖", date(2026, 11, 27), "看膝盖"), ("周五看膝盖", date(2026, 11, 27), "看膝盖"),
        ("周二，问作业", date(2026, 12, 1), "问作业"), ("下周一 打给奶奶", date(2026, 11, 30), "打给奶奶"),
        ("下下周三", date(2026, 12, 9), ""), ("3天后问问", date(2026, 11, 27), "问问"),
        ("两天后", None, "两天后"), ("1周后 复查", date(2026, 12, 1), "复查"), ("11.27看膝盖", date(2026, 11, 27), "看膝盖"),
        ("1-5 问寒假", date(2027, 1, 5), "问寒假"), ("2026-12-01 复查", date(2026, 12, 1), "复查"),
        ("明天 再打", date(2026, 11, 25), "再打"), ("１２月１日看牙", date(2026, 12, 1), "看牙"), ("看膝盖", None, "看膝盖"),
        ("13月40日 看", None, "13月40日 看"), ("", None, ""), ("星期天 回电", date(2026, 11, 29), "回电"),
    ],
)  # fmt: skip
def test_a_line_is_a_day_and_the_rest(text: str, day: date | None, rest: str) -> None:
    assert read_promise(text, TUESDAY) == (day, rest)
