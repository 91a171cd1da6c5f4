"""What a person writes on 捐赠与心愿, each under the name that undo and history show."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import money
from app.changes import Change
from app.edits import donors, gifts
from app.edits.donors import DonorTold
from app.edits.gifts import CoverTold, GiftTold, MetTold, WishTold
from app.gifts import Cover, Donation, Policy, Wish
from app.inventory import Donor
from app.thanks import Given
from app.values import BadValue
from ui import gift_words as words
from ui.children.deeds import bad_value_words
from ui.gifts.book import Book
from ui.gifts.errand import DONATION, DONOR, GIVE, INSURE, MET, NUMBER, POLICY, REWISH, UNITE, WISH, Errand
from ui.session import Session

Values = Mapping[str, str]
Written = tuple[str, int]
"""(what kind of thing, its id)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


class GiftDeeds:
    """The verbs. `write` answers what was written, None after `session.failed` has said why not."""

    def __init__(self, session: Session, book: Book) -> None:
        self._session, self._book = session, book

    def write(self, errand: Errand, values: Values, children: Sequence[int]) -> Written | None:
        """Write what a form says. Raises BadValue for a field that cannot be so."""
        if errand.kind in (GIVE, DONATION):
            return self._gift(errand, values, children)
        if errand.kind in (INSURE, POLICY, NUMBER):
            return self._cover(errand, values, children)
        if errand.kind in (WISH, REWISH, MET):
            return self._wish(errand, values, children)
        if errand.kind == UNITE:
            return self._unite(errand.number, values["into"])
        donor = next((one for one in self._donors() if one.id == errand.number), None)
        if donor is None or errand.kind != DONOR:
            raise BadValue("name", "not_here")
        told = DonorTold(values["name"], values["donor_kind"], values["contact"], values["phone"], values["note"])
        changes = donors.change_donor(donor, told, self._donors())
        return self._do(_tr("修改捐赠人{0}").format(told.name), changes, ("donor", donor.id))

    def thank(self, given: Given) -> bool:
        """All that a donor gave is thanked for today."""
        label = _tr("谢过{0}").format(given.donor.name)
        return self._do(label, donors.thank(given, self._session.today), ("donor", given.donor.id)) is not None

    def thank_for(self, donation: Donation) -> bool:
        """One gift is thanked for today."""
        name = self._book.state.names.get(donation.first.donor_id or 0, "")
        label = _tr("谢过{0}的{1}").format(name, donation.first.what)
        changes = donors.thank_for(donation, self._session.today)
        return self._do(label, changes, ("donation", donation.id)) is not None

    def delete(self, one: Donation | Policy | Wish | Given) -> bool:
        """It was entered by mistake."""
        if isinstance(one, Donation):
            label, changes = _tr("删除捐赠{0}").format(words.given_word(one)), gifts.delete_donation(one)
        elif isinstance(one, Policy):
            label, changes = _tr("删除保险{0}").format(words.policy_word(one)), gifts.delete_policy(one)
        elif isinstance(one, Wish):
            label = _tr("删除{0}的心愿").format(self._book.child_name(one.child_id))
            changes = gifts.delete_wishes([one])
        else:
            label, changes = _tr("删除捐赠人{0}").format(one.donor.name), donors.delete_donor(one)
        said = _tr("{0}，Ctrl+Z 撤回").format(label)
        return self._session.attempt(label, changes, said=said) is not None

    def reopen(self, wish: Wish) -> bool:
        """It did not come true after all."""
        label = _tr("{0}的心愿还没实现").format(self._book.child_name(wish.child_id))
        return self._session.attempt(label, gifts.reopen_wish(wish)) is not None

    # inside

    def _unite(self, number: int, into: str) -> Written | None:
        given = self._book.state.given
        kept = next((one for one in given.values() if one.donor.name == into.strip()), None)
        if number not in given or kept is None:
            raise BadValue("into", "not_known" if kept is None else "not_here")
        label = _tr("把捐赠人{0}并到{1}").format(given[number].donor.name, kept.donor.name)
        return self._do(label, donors.unite(given[number], kept), ("donor", kept.donor.id))

    def _gift(self, errand: Errand, values: Values, children: Sequence[int]) -> Written | None:
        count = values["count"].strip()
        told = GiftTold(
            self._past("day", values), values["what"], int(count) if count.isdecimal() else 0,
            money.fen("value", values["value"]), values["donor"], _id(values["activity"]), values["note"],
            values["unit"],
        )  # fmt: skip
        if errand.kind == GIVE:
            whom = _tr("{0} 个孩子").format(len(children)) if children else _tr("学校")
            label = _tr("登记捐赠{0}，{1}").format(told.what.strip(), whom)
            return self._do(label, gifts.give(told, children, self._donors()), ("donation", 0), "gift")
        donation = self._book.state.donations.get(errand.number)
        if donation is None:
            raise BadValue("what", "not_here")
        changes = gifts.change_donation(donation, told, children, self._donors())
        kept = [one.id for one in donation.gifts if one.child_id in children or not (children or one.child_id)]
        return self._do(_tr("修改捐赠{0}").format(told.what), changes, ("donation", min(kept, default=0)))

    def _cover(self, errand: Errand, values: Values, children: Sequence[int]) -> Written | None:
        if errand.kind == NUMBER:
            cover = self.cover(errand.number)
            label = _tr("写{0}的保单号").format(self._book.child_name(cover.child_id))
            return self._do(label, gifts.number_cover(cover, values["number"]), ("policy", self._policy_of(cover)))
        told = CoverTold(
            values["insurer"], values["cover_kind"], values["number"], money.fen("sum", values["sum"]),
            _day(values["from_day"]), _day(values["until_day"]), values["donor"], _id(values["activity"]),
            values["note"],
        )  # fmt: skip
        if errand.kind == INSURE:
            label = _tr("给 {0} 个孩子登记{1}").format(len(children), told.kind.strip() or _tr("保险"))
            return self._do(label, gifts.insure(told, children, self._donors()), ("policy", 0), "insurance")
        policy = self._book.state.policies.get(errand.number)
        if policy is None:
            raise BadValue("insurer", "not_here")
        changes = gifts.change_policy(policy, told, children, self._donors())
        kept = [one.id for one in policy.covers if one.child_id in children]
        return self._do(_tr("修改{0}").format(words.policy_word(policy)), changes, ("policy", min(kept, default=0)))

    def _wish(self, errand: Errand, values: Values, children: Sequence[int]) -> Written | None:
        if errand.kind == WISH:
            told = WishTold(values["wish"], self._past("said_on", values) if values["said_on"] else None)
            name = self._book.child_name(children[0]) if len(children) == 1 else _tr("{0} 个孩子").format(len(children))
            return self._do(_tr("记下{0}的心愿").format(name), gifts.wish_for(told, children), ("wish", 0), "wish")
        wish = self._book.state.wishes.get(errand.number)
        if wish is None:
            raise BadValue("wish", "not_here")
        name = self._book.child_name(wish.child_id)
        if errand.kind == REWISH:
            told = WishTold(values["wish"], self._past("said_on", values) if values["said_on"] else None)
            return self._do(_tr("修改{0}的心愿").format(name), gifts.change_wish(wish, told), ("wish", wish.id))
        met = MetTold(self._past("met_on", values), values["how"], values["donor"], _id(values["activity"]))
        changes = gifts.meet_wish(wish, met, self._donors())
        return self._do(_tr("{0}的心愿实现了").format(name), changes, ("wish", wish.id))

    def cover(self, cover_id: int) -> Cover:
        """The insurance of one child. Raises BadValue if it is gone."""
        found = next((one for one in self._book.state.covers if one.id == cover_id), None)
        if found is None:
            raise BadValue("number", "not_here")
        return found

    def _policy_of(self, cover: Cover) -> int:
        return next((key for key, one in self._book.state.policies.items() if cover in one.covers), 0)

    def _past(self, field: str, values: Values) -> date:
        day = _day(values[field]) or self._session.today
        if day > self._session.today:
            raise BadValue(field, "in_the_future")
        return day

    def _donors(self) -> list[Donor]:
        return self._session.store.gifts.donors()

    def _do(self, label: str, changes: Sequence[Change], written: Written, table: str = "") -> Written | None:
        if not changes:
            return written
        done = self._session.attempt(label, changes)
        if done is None:
            return None
        return (written[0], done.ids[table]) if table else written


def wrong(error: BadValue) -> str:
    """What is wrong with a field, and what to write."""
    return {
        ("children", "empty"): _tr("还没勾孩子，在左边勾上"),
        ("number", "not_here"): _tr("刚才已经删掉或者撤回了"),
        ("until_day", "too_early"): _tr("要晚于开始那天"),
        ("met_on", "too_early"): _tr("比说心愿那天还早，换一天"),
        ("name", "taken"): _tr("这个名字已经有了"),
    }.get((error.field, error.reason)) or {
        "not_money": _tr("写多少元，如 35 或 30000"), "too_few": _tr("写个数，至少 1"),
        "in_the_future": _tr("这一天还没到，换一天"), "not_here": _tr("刚才已经删掉或者撤回了"),
        "same_donor": _tr("就是这一位，换一位"), "not_known": _tr("没有这位捐赠人，从列出来的里面选"),
        "still_here": _tr("捐过东西的不能删"),
    }.get(error.reason) or bad_value_words(error)  # fmt: skip


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _id(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
