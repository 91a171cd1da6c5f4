"""Where somebody works, seen from the school: in the county, the city, the province, elsewhere, abroad (domain.md §2).

A work place is a text as the family said it; it is read by the names of provinces, cities and counties (GB/T 2260).
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from app.children import Child
from app.school import School
from resources import tables

COUNTY, CITY, PROVINCE, ELSEWHERE, ABROAD, UNKNOWN = CLASSES = (
    "county", "city", "province", "elsewhere", "abroad", "",
)  # fmt: skip
"""县内, 县外市内, 市外省内, 省外, 境外, 未采集: the nearest first."""
_ABROAD = (
    "香港", "澳门", "台湾", "国外", "境外", "海外", "日本", "韩国", "新加坡", "马来西亚", "越南", "缅甸", "老挝",
    "柬埔寨", "泰国", "印尼", "印度尼西亚", "菲律宾", "美国", "加拿大", "英国", "法国", "德国", "意大利", "西班牙",
    "俄罗斯", "阿联酋", "迪拜", "沙特", "以色列", "安哥拉", "尼日利亚", "南非", "澳大利亚", "新西兰", "非洲", "欧洲",
)  # fmt: skip
_HERE = {
    COUNTY: ("县城", "县里", "本县", "本乡", "本镇", "本地", "镇上", "街上", "乡里", "村里", "本村"),
    CITY: ("市里", "市区", "本市"),
    PROVINCE: ("省城", "省会", "省内", "本省"),
    ELSEWHERE: ("外省", "省外"),
}
"""Words that say how far without a name."""
_KNOWN_SHORT = frozenset((
    "昆山", "义乌", "晋江", "石狮", "张家港", "常熟", "太仓", "慈溪", "余姚", "诸暨", "永康", "东阳", "温岭", "乐清",
    "瑞安", "海宁", "桐乡", "南安", "福清", "江阴", "宜兴",
))  # fmt: skip
"""Cities below a city whose name stands alone; other such names are words of every day (东方, 文昌)."""
_NOT_A_CITY = r"(?![区县镇乡村路街大])"
_PEOPLES = "壮回维吾尔蒙古土家苗侗瑶彝藏布依羌傣景颇傈僳哈尼白黎畲满朝鲜哈萨克柯尔克孜拉祜佤纳西仫佬毛南仡各族"


class Spot(NamedTuple):
    """The district code of a place as far as it is known: 2, 4 or 6 digits, "" for nothing; abroad is "9"."""

    code: str

    @property
    def level(self) -> int:
        """How many pairs of digits: 1 the province, 2 the city, 3 the county."""
        return len(self.code) // 2


class Home(NamedTuple):
    """Where the school lies."""

    code: str
    county: str = ""
    """What the office calls its county, which need not be in the table."""


def home_of(school: School, children: Iterable[Child]) -> Home:
    """Read off the county that the office entered; else off the first six digits of most pupils' ID numbers."""
    named = spot_of(school.county).code
    if len(named) == 6:
        return Home(named, school.county)
    found = Counter(one.id_number[:6] for one in children if one.id_number[:6].isdigit())
    most = found.most_common(1)[0][0] if found else ""
    if named and not most.startswith(named):
        most = named
    county = re.split(r"[省市州]", school.county.strip())[-1] or school.county
    return Home(most, county or _names().get(most, ""))


@lru_cache(maxsize=20_000)
def class_of_place(text: str, home: Home) -> str:
    """One of CLASSES for a work place as written."""
    text = re.sub(r"\s+", "", text)
    for found, words in _HERE.items():
        if text and any(word in text for word in words):
            return found
    spot = spot_of(text)
    if not spot.code and home.code and (near := _below(home.code[:2], text)):
        spot = Spot(near[0])
    if not spot.code:
        return COUNTY if home.county and home.county in text else UNKNOWN
    if spot.code == "9":
        return ABROAD
    if not home.code:
        return UNKNOWN
    if spot.code[:2] != home.code[:2]:
        return ELSEWHERE
    if spot.level < 2 or spot.code[:4] != home.code[:4]:
        return COUNTY if _names_home(text, home) else PROVINCE
    return COUNTY if spot.code == home.code or _names_home(text, home) else CITY


@lru_cache(maxsize=20_000)
def spot_of(text: str) -> Spot:
    """What the names in an address say."""
    first = _pattern().search(text)
    if first is None:
        return Spot("")
    code = _national()[first.group()]
    if code == "9":
        return Spot(code)
    rest = text[first.end() :]
    while len(code) < 6:
        below = _below(code, rest)
        if below is None:
            break
        code, rest = below
    return Spot(code)


def farthest(classes: Iterable[str]) -> str:
    """Of the places of two parents the one that is farther; UNKNOWN for none."""
    known = [one for one in classes if one != UNKNOWN]
    return max(known, key=CLASSES.index, default=UNKNOWN)


def _names_home(text: str, home: Home) -> bool:
    return bool(home.county) and home.county in text


def _below(code: str, text: str) -> tuple[str, str] | None:
    """The city or county of that province or city that the text names first, and what comes after it."""
    found = [
        (place, -len(name), below) for below, name in _inside(code)
        if (place := text.find(name)) >= 0 and not re.match(r"[镇乡村路街]", text[place + len(name) :])
    ]  # fmt: skip
    if not found:
        return None
    place, length, below = min(found)
    return below, text[place - length :]


@cache
def _names() -> dict[str, str]:
    """Full names by code."""
    return {row["code"]: row["name"] for row in tables.rows("places.csv")}


@cache
def _inside(code: str) -> tuple[tuple[str, str], ...]:
    """(code, name) of what lies in it; cities of a province also by their short names."""
    found = []
    for whole, name in _names().items():
        short = whole[:4] if whole.endswith("00") else whole
        if whole.startswith(code) and len(short) > len(code):
            found.append((short, name))
            plain = _plain(name)
            if (len(short) == 4 or name.endswith(("市", "自治县"))) and len(plain) > 1:
                found.append((short, plain))
    return tuple(found)


@cache
def _national() -> dict[str, str]:
    """Code by every name that can be understood without knowing where one is."""
    found: dict[str, str] = {}
    counties: Counter[str] = Counter(name for code, name in _names().items() if not code.endswith("00"))
    for code, name in _names().items():
        if code[:2] in ("71", "81", "82"):
            continue
        level = 2 if code.endswith("0000") else 4 if code.endswith("00") else 6
        if level == 6 and counties[name] > 1:
            continue
        found.setdefault(name, code[:level])
        plain = _plain(name)
        if len(plain) > 1 and (level < 6 or plain in _KNOWN_SHORT):
            found.setdefault(plain, code[:level])
    return dict.fromkeys(_ABROAD, "9") | found


@cache
def _pattern() -> re.Pattern[str]:
    """The first of these names in a text, the longest of those that begin there."""
    names = sorted(_national(), key=len, reverse=True)
    ends = ("省", "市", "区", "县", "旗", "州", "盟")
    return re.compile("|".join(name if name.endswith(ends) else name + _NOT_A_CITY for name in names))


def _plain(name: str) -> str:
    """东莞 for 东莞市, 广西 for 广西壮族自治区, 湘西 for 湘西土家族苗族自治州."""
    for end in ("特别行政区", "自治区", "自治州", "自治县", "地区", "省", "市", "州", "盟"):
        if name.endswith(end):
            bare = name.removesuffix(end)
            if end.startswith("自治") and len(name) > len(end) + 2:
                bare = bare[:2] + re.sub(f"^[{_PEOPLES}]+", "", bare[2:])
                return bare if "族" not in bare else bare[:2]
            return bare
    return name
