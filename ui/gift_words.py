"""What gifts, donors, insurance and wishes are called, wherever they are said."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.gifts import COMING, PAST, SOON, VALID, Cover, Donation, Gift, Policy
from app.inventory import Asset, Donor
from app.thanks import Given
from app.units import USUAL
from ui.care_words import day_short
from ui.gift_state import State
from ui.money_words import in_yuan, yuan_word
from ui.stock_words import counted

GIVE = "give"
"""What a page asks 捐赠与心愿 for, with the id of an activity."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


def people_words() -> dict[str, str]:
    """Kinds of donor, in their order."""
    return {"company": _tr("企业"), "charity": _tr("公益组织"), "office": _tr("机关单位"), "person": _tr("个人")}


def name_apart(child: Child) -> str:
    """田欣怡（女，2020年7月生）: enough to tell two of the same name apart."""
    year, month = child.birth[:4], child.birth[5:7].lstrip("0")
    born = _tr("{0}年{1}月生").format(year, month) if year and month else ""
    more = _tr("，").join(one for one in (child.sex, born) if one)
    return _tr("{0}（{1}）").format(child.name, more) if more else child.name


def cover_kinds() -> tuple[str, ...]:
    """What an insurance usually is; the school may write another."""
    return (_tr("意外伤害险"), _tr("学生平安险"), _tr("医疗险"), _tr("重大疾病险"))


def given_word(donation: Donation) -> str:
    """雨伞 24 把, 图书 100 本."""
    return _tr("{0} {1}").format(donation.first.what, pieces_word(donation.count, donation.first))


def pieces_word(count: int, gift: Gift) -> str:
    """24 把."""
    return _tr("{0} {1}").format(count, gift.unit)


def each_word(unit: str, children: bool = True) -> str:
    """每个孩子几把, 多少把: how many are asked for."""
    return (_tr("每个孩子几{0}") if children else _tr("多少{0}")).format(unit or USUAL)


def one_worth_word(unit: str) -> str:
    """一把值多少（元）."""
    return in_yuan(_tr("一{0}值多少").format(unit or USUAL))


def whom_word(donation: Donation) -> str:
    """24 个孩子, or 学校."""
    children = len(donation.children)
    return _tr("{0} 个孩子").format(children) if children else _tr("学校")


def thanks_word(donation: Donation, today: date) -> tuple[str, str]:
    """(mark, words) of whether the donor was thanked."""
    if donation.first.donor_id is None:
        return "done", _tr("没留名")
    if donation.thanked_on is None:
        return "wait", _tr("还没谢")
    return "done", _tr("{0}谢过").format(day_short(donation.thanked_on, today))


def goods_word(count: int, asset: Asset | None) -> str:
    """雨伞 24 把."""
    if asset is None:
        return _tr("{0} 件").format(count)
    return _tr("{0} {1}").format(asset.name, counted(count, asset))


def policy_word(policy: Policy) -> str:
    """中国人保 意外伤害险."""
    return " ".join(part for part in (policy.first.insurer, policy.first.kind) if part)


def days_word(cover: Cover, today: date) -> str:
    """2026年9月1日 至 2027年8月31日."""
    first, last = (day_short(one, today) if one else "" for one in (cover.from_day, cover.until_day))
    if first and last:
        return _tr("{0} 至 {1}").format(first, last)
    return _tr("{0} 起").format(first) if first else _tr("到 {0}").format(last) if last else _tr("没写日子")


def state_word(cover: Cover, today: date) -> tuple[str, str]:
    """(mark, words) of how it stands."""
    state = cover.state(today)
    if cover.until_day is None:
        return "done", _tr("有效")
    left = (cover.until_day - today).days
    return {
        COMING: ("wait", _tr("还没开始")), VALID: ("done", _tr("有效")),
        SOON: ("soon", ending_word(cover.until_day, today)), PAST: ("over", _tr("过期 {0} 天了").format(-left)),
    }[state]  # fmt: skip


def ending_word(day: date, today: date, *, short: bool = False) -> str:
    """还有 12 天到期, 过期 3 天了; 还有 12 天 where it is said beside that it ends."""
    left = (day - today).days
    if left < 0:
        return _tr("过期 {0} 天了").format(-left)
    if left and short:
        return _tr("还有 {0} 天").format(left)
    return _tr("今天到期") if not left else _tr("还有 {0} 天到期").format(left)


def owed_word(given: Given, names: dict[int, Asset]) -> str:
    """What a donor is still to be thanked for: 雨伞 24 把、图书 100 册、24 个孩子的意外伤害险."""
    said = [given_word(one) for one in given.owed_donations]
    said += [goods_word(one.count, names.get(one.asset_id)) for one in given.owed_goods]
    said += [insured_word(one) for one in given.owed_policies]
    return joined(said)


def insured_word(policy: Policy) -> str:
    """24 个孩子的意外伤害险."""
    return _tr("{0} 个孩子的{1}").format(len(policy.covers), cover_word(policy.first))


def cover_word(cover: Cover) -> str:
    """意外伤害险, 保险."""
    return cover.kind or _tr("保险")


def of_activity(state: State, activity_id: int) -> list[tuple[str, int, str]]:
    """(kind, id, words) of what came with an activity: 雨伞 24 把，24 个孩子，春苗公益捐."""
    def line(said: str, donor_id: int | None) -> str:
        donor = state.names.get(donor_id or 0, "")
        return _tr("{0}，{1}捐").format(said, donor) if donor else said

    found = [
        ("donation", one.id, line(_tr("{0}，{1}").format(given_word(one), whom_word(one)), one.first.donor_id))
        for one in state.donations.values() if one.first.activity_id == activity_id
    ]
    found += [
        ("policy", one.id,
         line(" ".join((insured_word(one), yuan_word(one.first.sum_fen))).strip(), one.first.donor_id))
        for one in state.policies.values() if one.first.activity_id == activity_id
    ]  # fmt: skip
    return found + [
        ("wish", one.id, _tr("实现了一个心愿：{0}").format(one.wish))
        for one in state.wishes.values() if one.activity_id == activity_id
    ]


def donor_offers(donors: Iterable[Donor]) -> list[tuple[str, str]]:
    """For a field that finds a donor by typing: (name, what they are)."""
    kinds = people_words()
    return [(one.name, kinds.get(one.kind, "")) for one in donors]


def donor_line(donor: Donor) -> str:
    """企业，联系人 李姐."""
    contact = _tr("联系人 {0}").format(donor.contact) if donor.contact else ""
    return _tr("，").join(part for part in (people_words().get(donor.kind, ""), contact) if part)


def joined(parts: Iterable[str]) -> str:
    """With 、 between them."""
    return _tr("、").join(part for part in parts if part)
