"""The lists of 捐赠与心愿: what was given, by whom, who is insured and who is not, what children wish for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app import money
from app.gifts import Donation, Policy, Wish
from app.inventory import Movement
from app.thanks import Given
from ui import gift_words as words
from ui import tokens
from ui.care_words import day_short
from ui.gifts.book import Book
from ui.money_words import in_yuan
from ui.pieces.arrangement import Arrangement
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.session import Session

GOODS = 1_000_000_000
"""Added to the id of a movement, so that gifts and goods stand in one list."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


class BookGrid(ListGrid):
    """A list over the book; `narrow` are its columns where there is little room."""

    narrow: tuple[str, ...] = ()

    def __init__(self, session: Session, book: Book, columns: Sequence[Column], name: str) -> None:
        self.session, self.book = session, book
        self._all = tuple(one.key for one in columns)
        super().__init__(columns, name=name, many=False, row_height=tokens.ROW_TWO)

    def arrange_for(self, *, narrow: bool) -> None:
        """Fewer columns where there is little room."""
        self.arrange(Arrangement(self.narrow if narrow else self._all, {}))

    def fill(self) -> None:
        """List what the book says now."""
        raise NotImplementedError


class GivenGrid(BookGrid):
    """Gifts, and goods that went into the ledger (`GOODS` + id of the movement)."""

    narrow = ("day", "what", "donor", "state")

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(session, book, [
            Column("day", _tr("哪天"), 104, "text", self._day),
            Column("what", _tr("捐了什么"), 0, "two_line", self._what),
            Column("donor", _tr("谁捐的"), 168, "text", self._donor),
            Column("worth", in_yuan(_tr("值多少")), 96, "text", self._worth, right=True),
            Column("state", _tr("谢了没有"), 132, "status", self._state),
        ], _tr("捐赠"))  # fmt: skip

    def fill(self) -> None:
        rows = [one.id if isinstance(one, Donation) else GOODS + one.id for one in self.book.donations()]
        self.set_rows(rows, ranked=True)
        self.refresh()

    def one(self, row: int) -> Donation | Movement:
        """What stands on a row."""
        state = self.book.state
        return state.goods[row - GOODS] if row > GOODS else state.donations[row]

    def _day(self, row: int) -> Cell:
        one = self.one(row)
        return Cell(day_short(one.first.day if isinstance(one, Donation) else one.day, self.session.today))

    def _what(self, row: int) -> Cell:
        one, state = self.one(row), self.book.state
        if isinstance(one, Movement):
            return Cell(words.goods_word(one.count, state.assets.get(one.asset_id)), _tr("入库，在台账里"))
        theme = state.activity_word(one.first.activity_id)
        return Cell(words.given_word(one), _tr("，").join(part for part in (words.whom_word(one), theme) if part))

    def _donor(self, row: int) -> Cell:
        one = self.one(row)
        donor = one.first.donor_id if isinstance(one, Donation) else one.donor_id
        return Cell(self.book.state.names.get(donor or 0, "") or _tr("没留名"), tone="ink2")

    def _worth(self, row: int) -> Cell:
        one = self.one(row)
        if isinstance(one, Donation):
            return Cell(money.column(one.worth), tone="ink2")
        price = self.book.state.prices().get(one.asset_id)
        return Cell(money.column(price * one.count) if price else "", tone="ink2")

    def _state(self, row: int) -> Cell:
        one = self.one(row)
        if isinstance(one, Donation):
            mark, said = words.thanks_word(one, self.session.today)
            return Cell(said, mark=mark)
        given = self.book.state.given.get(one.donor_id or 0)
        owed = given is not None and one in given.owed_goods
        return Cell(_tr("还没谢") if owed else _tr("谢过"), mark="wait" if owed else "done")


class DonorGrid(BookGrid):
    """Rows are donors."""

    narrow = ("name", "given", "state")

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(session, book, [
            Column("name", _tr("捐赠人"), 0, "two_line", self._name),
            Column("given", _tr("捐过"), 92, "text", self._times, right=True),
            Column("children", _tr("孩子"), 64, "text", self._children, right=True),
            Column("worth", in_yuan(_tr("值多少")), 104, "text", self._worth, right=True),
            Column("last", _tr("最近一次"), 132, "text", self._last),
            Column("state", _tr("谢了没有"), 132, "status", self._state),
        ], _tr("捐赠人"))  # fmt: skip

    def fill(self) -> None:
        self.set_rows([one.donor.id for one in self.book.donors()], ranked=True)
        self.refresh()

    def _of(self, row: int) -> Given:
        return self.book.state.given[row]

    def _name(self, row: int) -> Cell:
        donor = self._of(row).donor
        return Cell(donor.name, words.donor_line(donor))

    def _times(self, row: int) -> Cell:
        return Cell(_tr("{0} 次").format(self._of(row).times))

    def _children(self, row: int) -> Cell:
        return Cell(str(len(self._of(row).children) or "—"))

    def _worth(self, row: int) -> Cell:
        return Cell(money.column(self._of(row).worth(self.book.state.prices()) or None), tone="ink2")

    def _last(self, row: int) -> Cell:
        last = self._of(row).last
        return Cell(day_short(last, self.session.today) if last is not None else "—", tone="ink2")

    def _state(self, row: int) -> Cell:
        owed = self._of(row).is_owed
        return Cell(_tr("还没谢") if owed else _tr("谢过"), mark="wait" if owed else "done")


class CoverGrid(BookGrid):
    """Rows are policies, by the id of their first cover."""

    narrow = ("what", "children", "state")

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(session, book, [
            Column("what", _tr("保险"), 0, "two_line", self._what),
            Column("children", _tr("孩子"), 64, "text", self._children, right=True),
            Column("sum", in_yuan(_tr("保额")), 92, "text", self._sum, right=True),
            Column("days", _tr("从哪天到哪天"), 216, "text", self._days),
            Column("state", _tr("有效吗"), 150, "status", self._state),
        ], _tr("保险"))  # fmt: skip

    def fill(self) -> None:
        self.set_rows([one.id for one in self.book.policies()], ranked=True)
        self.refresh()

    def _policy(self, row: int) -> Policy:
        return self.book.state.policies[row]

    def _what(self, row: int) -> Cell:
        one = self._policy(row)
        number = one.numbers[0] if len(one.numbers) == 1 else _tr("各有保单号") if one.numbers else _tr("没写保单号")
        donor = self.book.state.names.get(one.first.donor_id or 0, "")
        return Cell(words.policy_word(one), _tr("，").join(
            part for part in (number, _tr("{0}捐").format(donor) if donor else "") if part))  # fmt: skip

    def _children(self, row: int) -> Cell:
        return Cell(str(len(self._policy(row).covers)))

    def _sum(self, row: int) -> Cell:
        return Cell(money.column(self._policy(row).first.sum_fen), tone="ink2")

    def _days(self, row: int) -> Cell:
        return Cell(words.days_word(self._policy(row).first, self.session.today), tone="ink2")

    def _state(self, row: int) -> Cell:
        mark, said = words.state_word(self._policy(row).first, self.session.today)
        return Cell(said, mark=mark)


class BareGrid(BookGrid):
    """Rows are children whom no insurance covers."""

    narrow = ("who", "last")

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(session, book, [
            Column("who", _tr("孩子"), 0, "who", lambda row: Cell(book.child_name(row), book.class_name(row))),
            Column("last", _tr("以前的保险"), 300, "text", self._last),
        ], _tr("没有保险的孩子"))  # fmt: skip

    def fill(self) -> None:
        self.set_rows(self.book.bare(), ranked=True)
        self.refresh()

    def _last(self, row: int) -> Cell:
        last = next((one for one in self.book.state.covers if one.child_id == row), None)
        if last is None:
            return Cell(_tr("没有过"), tone="ink3")
        return Cell(_tr("{0}，{1}").format(last.insurer, words.state_word(last, self.session.today)[1]), tone="ink2")


class WishGrid(BookGrid):
    """Rows are wishes, open ones first."""

    narrow = ("who", "wish", "state")

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__(session, book, [
            Column("who", _tr("孩子"), 172, "who", self._who),
            Column("wish", _tr("心愿"), 0, "two_line", self._wish),
            Column("said", _tr("哪天说的"), 112, "text", self._said),
            Column("state", _tr("实现了没有"), 150, "status", self._state),
        ], _tr("心愿"))  # fmt: skip

    def fill(self) -> None:
        found, here = self.book.wishes(), self.book.state.here
        open_ = [one for one in found if one.met_on is None]
        rows: list[Row] = []
        for title, some in (
            (_tr("还没实现"), [one.id for one in open_ if one.child_id in here]),
            (_tr("实现了"), [one.id for one in found if one.met_on is not None]),
            (_tr("孩子离校了，没实现"), [one.id for one in open_ if one.child_id not in here]),
        ):
            rows += [Group(title, len(some)), *some] if some else []
        self.set_rows(rows, ranked=True)
        self.refresh()

    def _of(self, row: int) -> Wish:
        return self.book.state.wishes[row]

    def _who(self, row: int) -> Cell:
        one = self._of(row)
        return Cell(self.book.child_name(one.child_id), self.book.class_name(one.child_id))

    def _wish(self, row: int) -> Cell:
        one = self._of(row)
        donor = self.book.state.names.get(one.donor_id or 0, "")
        return Cell(one.wish, _tr("，").join(part for part in (one.how, donor) if part))

    def _said(self, row: int) -> Cell:
        one = self._of(row)
        return Cell(day_short(one.said_on, self.session.today) if one.said_on else "—", tone="ink2")

    def _state(self, row: int) -> Cell:
        one = self._of(row)
        if one.met_on is None:
            return Cell(_tr("还没实现"), mark="wait")
        return Cell(_tr("{0}实现").format(day_short(one.met_on, self.session.today)), mark="done")
