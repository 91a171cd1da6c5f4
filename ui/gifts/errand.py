"""What a form of the page 捐赠与心愿 is about: what is written down, of what, and which fields it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.gift_words import GIVE as GIVE

DONATION, INSURE, POLICY, NUMBER, WISH, REWISH, MET, DONOR, UNITE = (
    "donation", "insure", "policy", "number", "wish", "rewish", "met", "donor", "unite",
)  # fmt: skip
KINDS = (GIVE, DONATION, INSURE, POLICY, NUMBER, WISH, REWISH, MET, DONOR, UNITE)
_GIFT = ("donor", "what", "count", "unit", "value", "day", "activity", "note")
_COVER = ("insurer", "cover_kind", "sum", "from_day", "until_day", "number", "donor", "activity", "note")
ASKS: Mapping[str, tuple[str, ...]] = {
    GIVE: _GIFT, DONATION: _GIFT, INSURE: _COVER, POLICY: _COVER, NUMBER: ("number",), WISH: ("wish", "said_on"),
    REWISH: ("wish", "said_on"), MET: ("met_on", "how", "donor", "activity"),
    DONOR: ("name", "donor_kind", "contact", "phone", "note"), UNITE: ("into",),
}  # fmt: skip
"""The fields of each kind, in their order."""
OF_MANY = (GIVE, DONATION, INSURE, POLICY, WISH)
"""Beside the form stand the class lists to tick children in."""


@dataclass(frozen=True, slots=True)
class Errand:
    """`kind`: a key of ASKS; `number`: the id of what it is about. What is new begins with it: the donor of a gift, the
    policy that an insurance follows; `more` then is the activity of a gift, the child to be insured."""

    kind: str
    number: int = 0
    more: int = 0

    @property
    def key(self) -> str:
        """Under which what is typed is kept."""
        return f"gifts.{self.kind}.{self.number}" + (f".{self.more}" if self.more else "")

    @property
    def is_of_many(self) -> bool:
        """Whether children are ticked for it."""
        return self.kind in OF_MANY


def errand_of(key: str) -> Errand | None:
    """The errand of a draft's key."""
    kind, *numbers = key.removeprefix("gifts.").split(".")
    if not key.startswith("gifts.") or kind not in ASKS or not all(one.isdecimal() for one in numbers):
        return None
    return Errand(kind, *(int(one) for one in numbers[:2]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


def heading(errand: Errand) -> str:
    """What the form says at its top."""
    return {
        GIVE: _tr("登记捐赠"), DONATION: _tr("修改捐赠"), INSURE: _tr("登记保险"), POLICY: _tr("修改保险"),
        NUMBER: _tr("这个孩子的保单号"), WISH: _tr("记心愿"), REWISH: _tr("修改心愿"), MET: _tr("心愿实现了"),
        DONOR: _tr("修改捐赠人"), UNITE: _tr("并到另一位捐赠人"),
    }[errand.kind]  # fmt: skip


def verb(errand: Errand, children: int) -> str:
    """The filled button: 登记给 24 个孩子."""
    if errand.kind == GIVE:
        return _tr("登记给 {0} 个孩子").format(children) if children else _tr("登记给学校")
    if errand.kind == INSURE:
        return _tr("给 {0} 个孩子登记保险").format(children) if children else _tr("登记保险")
    if errand.kind == WISH:
        return _tr("记下 {0} 个心愿").format(children) if children else _tr("记下心愿")
    return _tr("并到一起") if errand.kind == UNITE else _tr("存下")


def about(errand: Errand) -> str:
    """The line under the heading."""
    return {
        GIVE: _tr("给孩子的，在左边勾上；给学校的，一个也不勾。捐来入库的物品在“台账”里登记。"),
        DONATION: _tr("左边勾着的是领到的孩子，可以添可以去。"),
        INSURE: _tr("在左边勾上同一份保险的孩子。各人的保单号可以以后再写。"),
        POLICY: _tr("这一份保险的孩子一起改。"),
        WISH: _tr("在左边勾上这个心愿是谁的。"),
        UNITE: _tr("同一位写了两个名字的，把这一个并过去，捐过的都算在那一位名下。"),
    }.get(errand.kind, "")
