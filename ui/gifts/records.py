"""What the panel at the right says of one thing of 捐赠与心愿, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.gifts import Cover, Donation, Policy, Wish
from app.phones import dial_text
from app.thanks import Given
from ui import gift_words as words
from ui.care_words import day_short
from ui.gifts.book import Book
from ui.money_words import yuan_word
from ui.session import Session

DONATION, GOODS, DONOR, POLICY, BARE, WISH = KINDS = ("donation", "goods", "donor", "policy", "bare", "wish")
LETTER, THANK, RECEIPT, CHANGE, DELETE, GIVE, INSURE, MET, REOPEN, LEDGER, DOSSIER, ACTIVITY, UNITE = (
    "letter", "thank", "receipt", "change", "delete", "give", "insure", "met", "reopen", "ledger", "dossier",
    "activity", "unite",
)  # fmt: skip
"""What a button does."""
MOST = 12
Act = tuple[str, str, str]
"""(key, words, key of the keyboard)."""


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is shown; `main` is the filled button."""

    name: str
    main: tuple[str, str]
    about: str = ""
    mark: tuple[str, str] = ("", "")
    acts: Sequence[Act] = ()
    facts: Sequence[tuple[str, str]] = ()
    sections: Sequence[tuple[str, Sequence[str]]] = ()
    children: Sequence[int] = ()
    covers: Sequence[Cover] = field(default=())


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


def sight(session: Session, book: Book, kind: str, number: int) -> Sight | None:
    """None if it is gone."""
    state = book.state
    if kind == DONATION and number in state.donations:
        return _donation(session, book, state.donations[number])
    if kind == GOODS and number in state.goods:
        return _goods(session, book, number)
    if kind == DONOR and number in state.given:
        return _donor(session, book, state.given[number])
    if kind == POLICY and number in state.policies:
        return _policy(session, book, state.policies[number])
    if kind == WISH and number in state.wishes:
        return _wish(session, book, state.wishes[number])
    return _bare(session, book, number) if kind == BARE and number in session.snapshot.children else None


def _donation(session: Session, book: Book, donation: Donation) -> Sight:
    one, state, today = donation.first, book.state, session.today
    donor, theme = state.names.get(one.donor_id or 0, ""), state.activity_word(one.activity_id)
    mark = words.thanks_word(donation, today)
    acts: list[Act] = [(THANK, _tr("谢过了"), "F8")] if donation.is_owed else []
    acts += [(RECEIPT, _tr("领取表"), "")] if donation.children else []
    acts += [(ACTIVITY, _tr("看活动"), "")] if theme else []
    acts += [(CHANGE, _tr("修改"), "F2")] if donor else []
    each = {each.count for each in donation.gifts}
    facts = [
        (_tr("谁捐的"), donor or _tr("没留名")), (_tr("哪天"), day_short(one.day, today)),
        (_tr("给谁"), words.whom_word(donation)),
        (_tr("每人"), words.pieces_word(one.count, one) if donation.children and len(each) == 1 else ""),
        (_tr("一{0}值").format(one.unit), yuan_word(one.value_fen)), (_tr("一共值"), yuan_word(donation.worth)),
        (_tr("活动"), theme), (_tr("备注"), one.note),
    ]  # fmt: skip
    return Sight(
        words.given_word(donation), (LETTER, _tr("感谢信")) if donor else (CHANGE, _tr("修改")),
        mark=mark, acts=[*acts, (DELETE, _tr("删除"), "")], facts=_told(facts), children=donation.children,
    )  # fmt: skip


def _goods(session: Session, book: Book, number: int) -> Sight:
    state = book.state
    one = state.goods[number]
    asset, given = state.assets.get(one.asset_id), state.given.get(one.donor_id or 0)
    owed = given is not None and one in given.owed_goods
    staff = {each.id: each.name for each in session.snapshot.staff}
    accepted = words.joined(staff.get(key or 0, "") for key in (one.accepted_by, one.second_by))
    facts = [
        (_tr("谁捐的"), given.donor.name if given is not None else ""),
        (_tr("哪天"), day_short(one.day, session.today)), (_tr("验收"), accepted), (_tr("备注"), one.reason),
    ]  # fmt: skip
    return Sight(
        words.goods_word(one.count, asset), (LETTER, _tr("感谢信")), _tr("入了库，在台账里"),
        ("wait", _tr("还没谢")) if owed else ("done", _tr("谢过")),
        [*([(THANK, _tr("谢过了"), "F8")] if owed else []), (LEDGER, _tr("看台账"), "")], _told(facts),
    )  # fmt: skip


def _donor(session: Session, book: Book, given: Given) -> Sight:
    state, today, donor = book.state, session.today, given.donor
    lines = [_tr("{0} {1}，{2}").format(day_short(one.first.day, today), words.given_word(one), words.whom_word(one))
             for one in given.donations]  # fmt: skip
    lines += [_tr("{0} {1}，入库").format(day_short(one.day, today),
                                      words.goods_word(one.count, state.assets.get(one.asset_id)))
              for one in given.goods]  # fmt: skip
    lines += [words.insured_word(one) for one in given.policies]
    met = [_tr("{0}：{1}").format(book.child_name(one.child_id), one.wish) for one in given.wishes]
    acts: list[Act] = [(THANK, _tr("谢过了"), "F8")] if given.is_owed else []
    acts += [(GIVE, _tr("又捐了"), ""), (CHANGE, _tr("修改"), "F2"), (UNITE, _tr("并到另一位"), "")]
    acts += [] if lines or met else [(DELETE, _tr("删除"), "")]
    owed = words.owed_word(given, state.assets)
    return Sight(
        donor.name, (LETTER, _tr("感谢信")), words.people_words().get(donor.kind, ""),
        ("wait", _tr("还没谢")) if owed else ("done", _tr("都谢过了")), acts,
        _told([
            (_tr("没谢的"), owed),
            (_tr("联系人"), donor.contact), (_tr("电话"), dial_text(donor.phone)),
            (_tr("一共值"), yuan_word(given.worth(state.prices()) or None)),
            (_tr("孩子"), _tr("{0} 个").format(len(given.children)) if given.children else ""),
            (_tr("备注"), donor.note),
        ]),
        [*([(_tr("捐过"), _short(lines))] if lines else []), *([(_tr("帮着实现的心愿"), _short(met))] if met else [])],
    )  # fmt: skip


def _policy(session: Session, book: Book, policy: Policy) -> Sight:
    one, state = policy.first, book.state
    facts = [
        (_tr("保额"), yuan_word(one.sum_fen)), (_tr("日子"), words.days_word(one, session.today)),
        (_tr("保单号"), policy.numbers[0] if len(policy.numbers) == 1 else ""),
        (_tr("谁捐的"), state.names.get(one.donor_id or 0, "")), (_tr("活动"), state.activity_word(one.activity_id)),
        (_tr("备注"), one.note),
    ]  # fmt: skip
    acts = [(INSURE, _tr("续保"), ""), (RECEIPT, _tr("领取表"), ""), (DELETE, _tr("删除"), "")]
    return Sight(
        words.policy_word(policy), (CHANGE, _tr("修改")), mark=words.state_word(one, session.today), acts=acts,
        facts=_told(facts), children=policy.children, covers=policy.covers,
    )  # fmt: skip


def _bare(session: Session, book: Book, child_id: int) -> Sight:
    past = [one for one in book.state.covers if one.child_id == child_id]
    lines = [_tr("{0} {1}，{2}").format(one.insurer, one.kind, words.days_word(one, session.today)) for one in past]
    return Sight(
        book.child_name(child_id), (INSURE, _tr("登记保险")), book.class_name(child_id), ("wait", _tr("现在没有保险")),
        [(DOSSIER, _tr("完整档案"), "")], sections=[(_tr("以前的保险"), lines)] if lines else [],
    )  # fmt: skip


def _wish(session: Session, book: Book, wish: Wish) -> Sight:
    today, state = session.today, book.state
    facts = [
        (_tr("哪天说的"), day_short(wish.said_on, today) if wish.said_on else ""),
        (_tr("哪天实现的"), day_short(wish.met_on, today) if wish.met_on else ""), (_tr("怎么实现的"), wish.how),
        (_tr("谁帮的"), state.names.get(wish.donor_id or 0, "")), (_tr("活动"), state.activity_word(wish.activity_id)),
    ]  # fmt: skip
    acts: list[Act] = [(CHANGE, _tr("修改"), "F2"), (DOSSIER, _tr("完整档案"), "")]
    acts += [(REOPEN, _tr("还没实现"), "")] if wish.met_on else []
    met = wish.met_on is not None
    return Sight(
        book.child_name(wish.child_id), (MET, _tr("修改怎么实现的") if met else _tr("实现了")),
        book.class_name(wish.child_id), ("done", _tr("实现了")) if met else ("wait", _tr("还没实现")),
        [*acts, (DELETE, _tr("删除"), "")], _told(facts), [(_tr("心愿"), [wish.wish])],
    )  # fmt: skip


def _told(facts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in facts if value]


def _short(lines: Sequence[str]) -> list[str]:
    more = [_tr("还有 {0} 笔").format(len(lines) - MOST)] if len(lines) > MOST else []
    return [*lines[:MOST], *more]
