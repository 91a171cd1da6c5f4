"""The papers the printing page offers: what each is called, how its sheet looks from afar, how much lies on it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.finder import spelt_out
from ui.page import Place
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Kind:
    """One choice of the printing page."""

    key: str
    title: str
    columns: int
    rows: int
    """How the sheet is divided by cut lines, for its small picture."""
    drawn: str = "cards"
    """"cards", "grid" or "names": what its small picture shows."""

    @property
    def each(self) -> int:
        """How many pieces lie on a sheet."""
        return self.columns * self.rows


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kinds", text)


def kinds() -> tuple[Kind, ...]:
    """All of them, in the order of the page."""
    return (
        Kind("child", _tr("随身卡"), 2, 2),
        Kind("pocket", _tr("随身卡（小）"), 2, 5),
        Kind("school", _tr("联系卡"), 1, 2),
        Kind("form", _tr("登记表"), 1, 1, "grid"),
        Kind("survey", _tr("调查表"), 1, 3, "grid"),
        Kind("list", _tr("班级名单"), 1, 1, "names"),
    )


def kind_of(key: str) -> Kind:
    """The kind of that key. Raises KeyError."""
    return {kind.key: kind for kind in kinds()}[key]


def places(_session: Session) -> list[Place]:
    """The papers, for Ctrl+K."""
    return [spelt_out(Place("print", kind.key, kind.title, icon="printer")) for kind in kinds()]


def heading_words(kind: str, title: str, pieces: int, sheets: int) -> str:
    """The page's heading: 打印随身卡：5 张卡，2 张纸."""
    pattern = {
        "form": _tr("打印{0}：{1} 份，{2} 张纸"),
        "list": _tr("打印{0}：{1} 个班，{2} 张纸"),
        "survey": _tr("打印{0}：{1} 人，{2} 张纸"),
    }.get(kind, _tr("打印{0}：{1} 张卡，{2} 张纸"))
    if kind == "survey" and not pieces:
        pattern = _tr("打印空白{0}：{2} 张纸")
    return pattern.format(title, pieces, sheets)


def counts_words(kind: str, children: int, pieces: int, sheets: int) -> str:
    """Above the buttons: for how many, and how the sheets are used."""
    if kind in ("form", "survey") and sheets and not children:
        return _tr("一张空白表，要几张在打印机里选份数。")
    if not children:
        return _tr("这里一个孩子也没有，换一个范围。")
    if not sheets:
        return _tr("先勾上要印哪几份。")
    if kind == "form":
        more = sheets - pieces
        words = _tr("{0} 人，一人一张 A4，按班级排好。").format(children)
        return words + (_tr("字多的有 {0} 张附页。").format(more) if more else "")
    if kind == "survey":
        return _tr("{0} 人，一张 A4 三个人，各班从新的一张纸起。收回来在“调查登记”里敲进去。").format(children)
    if kind == "list":
        return _tr("{0} 个班 {1} 人，各班从新的一张纸起。").format(pieces, children)
    return _tr("{0} 人，一张 A4 印 {1} 张卡，按班级排好。").format(children, kind_of(kind).each)
