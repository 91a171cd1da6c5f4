"""What a typed fact must look like: tidied, shown for people, and what is wrong with it in one sentence."""

from PySide6.QtCore import QCoreApplication

from app import days, idnumber, names, phones


def _tr(text: str) -> str:
    return QCoreApplication.translate("checks", text)


def clean_name(text: str) -> str:
    """A name as the file holds it: trimmed, its separator U+00B7, nothing else touched."""
    return names.clean_name(text)


def clean_day(text: str) -> str:
    """A typed day as people read it (2016年5月12日); what is no day stays as typed."""
    day = days.parse_day(text)
    return days.on_paper(day) if day else text.strip()


def iso_day(text: str) -> str:
    """A day as the file holds it; "" for an empty or unreadable one."""
    return days.parse_day(text) or ""


def day_wrong(text: str) -> str:
    """"" or what is wrong with a birth."""
    return _tr("日期没看懂，写成 2016-5-12 或 2016年5月") if days.parse_day(text) is None else ""


def whole_day_wrong(text: str) -> str:
    """"" or what is wrong with a day that must be exact."""
    day = days.parse_day(text)
    return "" if day == "" or (day is not None and len(day) == 10) else _tr("写成年月日，如 2026-9-1")


def id_wrong(number: str) -> str:
    """"" or what is wrong with an ID number so that it cannot be one; a wrong check digit is only a warning."""
    if not number:
        return ""
    problem = idnumber.problem(number)
    if problem == "length":
        return _tr("身份证号是 18 位，这里有 {0} 位").format(len(number))
    if problem == "characters":
        return _tr("身份证号只有数字，最后一位可以是 X")
    return _tr("第 7 到 14 位不是一个日期") if problem == "date" else ""


def id_warning(number: str, birth: str, sex: str) -> str:
    """"" or what looks odd about a number that is saved all the same (GB 11643; domain.md §6)."""
    if not number or id_wrong(number):
        return ""
    if idnumber.problem(number) == "check_digit":
        return _tr("最后一位对不上，请照户口簿再看一遍")
    inside = idnumber.birth_of(number)
    if birth and inside and not days.agrees(inside, birth):
        return _tr("号里的生日是{0}，和出生不一样").format(days.on_paper(inside))
    by_number = idnumber.sex_of(number)
    if sex and by_number and sex != by_number:
        return _tr("号里的性别是{0}，和性别不一样").format(by_number)
    return ""


def clean_phone(text: str) -> str:
    """A typed number grouped for reading; what is no number stays as typed."""
    found = phones.parse_phones(text)
    return phones.dial_text(found[0].number) if len(found) == 1 and found[0].number else text.strip()


def phone_digits(text: str) -> str:
    """The digits to dial, "" if there are none."""
    found = phones.parse_phones(text)
    return found[0].number if found else ""


def phone_wrong(text: str) -> str:
    """"" or what is wrong with a phone number."""
    if not text.strip():
        return ""
    digits = phone_digits(text)
    if not digits:
        return _tr("这里写电话号码")
    if len(phones.parse_phones(text)) > 1:
        return _tr("一格一个号码，另一个点“加电话”")
    if phones.is_plausible(digits):
        return ""
    if digits.startswith("1"):
        return _tr("手机号是 11 位，这里有 {0} 位").format(len(digits))
    return _tr("号码少了或多了几位，固定电话要带区号")


def number_wrong(text: str) -> str:
    """"" or what is wrong with a distance in kilometres."""
    try:
        return "" if not text or 0 <= float(text) < 1000 else _tr("写公里数，如 2.5")
    except ValueError:
        return _tr("写公里数，如 2.5")


def name_wrong(text: str) -> str:
    """"" or what is wrong with a child's name."""
    return "" if text.strip() else _tr("名字不能空着")
