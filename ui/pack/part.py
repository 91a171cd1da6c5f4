"""What a part of the pack is: its folder, how its papers are made, what is still missing for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.figures import Figure
from app.pack import LeftOut
from ui.pack.drafts import Draft
from ui.pack.scene import Scene

Figures = dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that the term's file should have and has not."""

    count: int
    words: str
    """家访缺 34 次."""
    page: str
    """Key of the page where it is mended."""
    want: object = None


def nothing(_scene: Scene, _figures: Figures) -> Iterable[Lack]:
    """What a part lacks that can lack nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the registry (`ui.pack.parts`)."""

    key: str
    folder: str
    """One of `folders`."""
    title: str
    made: Callable[[Scene], Iterable[Draft | LeftOut]]
    lacks: Callable[[Scene, Figures], Iterable[Lack]] = nothing


def tr(text: str) -> str:
    """The words of packs in the language of the interface."""
    return QCoreApplication.translate("pack", text)


def folders() -> dict[str, str]:
    """The folders in order, numbered and named as an archivist does (REQ 8.1, 10.24, domain.md §3)."""
    return {
        "index": tr("00 目录"), "body": tr("01 组织机构"), "rules": tr("02 制度"), "plans": tr("03 计划"),
        "children": tr("04 儿童档案"), "pairs": tr("05 结对帮扶"), "contact": tr("06 亲情联系"),
        "meetings": tr("07 家长会和培训"), "activities": tr("08 活动"), "rooms": tr("09 活动室和台账"),
        "safety": tr("10 安全检查"), "honours": tr("11 奖励和捐赠"), "assessment": tr("12 考核"),
        "summary": tr("13 总结"),
    }  # fmt: skip


def rule_lacks(figures: Figures, keys: Iterable[str], words: str) -> list[Lack]:
    """What the first of these rules that holds still asks for, missed or still to be done, with the map of its names;
    `words` has the count."""
    for key in keys:
        found = [one for group in ("rule", "running") if (one := figures.get(f"{group}.{key}")) is not None]
        lacking = sum((one.of or 0) - one.value for one in found)
        if lacking > 0:
            return [Lack(lacking, words.format(lacking), "heat", key)]
    return []
