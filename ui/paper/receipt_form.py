"""领取表: who got something of a gift, with room to sign, from a donation to sheets (REQ 5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, in_class_order
from app.children import Child
from app.days import on_paper
from app.gifts import Donation, Gift, Policy
from app.names import namesakes
from app.school import Snapshot
from ui import gift_words as words
from ui.care_words import day_short
from ui.gift_letter import DONATION
from ui.gift_state import State
from ui.paper.flow_sheet import LEFT, Piece, fields, painted, row_piece
from ui.paper.form_grid import Cell, Filled, Row, Words
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.ruled import form_head
from ui.paper.scope import Scope
from ui.session import Session

RECEIPT, POLICY = "receipt", "policy"
HIGH, EMPTY, MOST = 9.6, 20, 30
"""mm of a row to sign in; rows of an empty form; donations that are offered."""
SIGN = 8.0
"""mm that a hand needs to sign in (paper.md §1)."""
COLUMNS = (12.0, 28.0, 30.0, 16.0, 54.0, 36.0)


@dataclass(frozen=True, slots=True)
class ReceiptJob:
    """One donation; without one an empty form. `children` are those who got something."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    donation: Donation | None = None
    donor: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptScope(Scope):
    """One choice, with what is printed of it."""

    job: ReceiptJob | None = field(default=None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReceiptForm", text)


def receipt_scopes(session: Session, wanted: str) -> list[Scope]:
    """The newest donations to children and insurances, the one that is wanted first; last an empty form."""
    state, snapshot, today = State(session), session.snapshot, session.today
    every = {f"{DONATION}:{key}": one for key, one in state.donations.items() if one.children}
    every |= {f"{POLICY}:{key}": _papers_of(one, today) for key, one in state.policies.items()}
    newest = sorted(every, key=lambda key: every[key].first.day, reverse=True)
    found: list[Scope] = []
    for key in [*(key for key in newest if key == wanted), *(key for key in newest if key != wanted)][:MOST]:
        one = every[key]
        children = tuple(snapshot.children[key] for key in one.children if key in snapshot.children)
        donor = state.names.get(one.first.donor_id or 0, "")
        job = ReceiptJob(children, snapshot, today, one, donor, state.activity_word(one.first.activity_id))
        said = " ".join(part for part in (day_short(one.first.day, today), donor, one.first.what) if part)
        found.append(ReceiptScope(key, said, children, all_pupils=True, job=job))
    return [*found, ReceiptScope("blank", _tr("空白表，手写用"), (), job=ReceiptJob((), snapshot, today))]


def _papers_of(policy: Policy, today: date) -> Donation:
    """The papers of an insurance, as something that each child gets."""
    one = policy.first
    what, day = _tr("{0}保险单").format(one.kind or one.insurer), one.from_day or today
    return Donation(tuple(
        Gift(cover.id, one.activity_id, one.donor_id, cover.child_id, day, what) for cover in policy.covers
    ))  # fmt: skip


def receipt_paper(job: ReceiptJob) -> Paper:
    """As many sheets as there are children for."""
    title = _tr("领取表")
    school = job.snapshot.school.name

    def head(page: Page, number: int) -> None:
        form_head(page, 13.0, title if number == 1 else _tr("{0}（续）").format(title), school, "")

    signs = [_tr("发放人"), _tr("监督人"), _tr("负责人")]
    made = painted([*_head(job), *_rows(job)], head, signs)
    name = job.donation.first.what if job.donation is not None else ""
    owners = [frozenset(child.id for child in job.children)] * len(made)
    return Paper(f"{title}{_tr('：') if name else ''}{name}", made, len(job.children), owners)


def _head(job: ReceiptJob) -> list[Piece]:
    one = job.donation
    if one is None:
        return [fields((_tr("领什么"), "")), fields((_tr("谁捐的"), ""), (_tr("日期"), ""))]
    found = [fields((_tr("领什么"), words.given_word(one))),
             fields((_tr("谁捐的"), job.donor or "—"), (_tr("日期"), on_paper(one.first.day)))]  # fmt: skip
    return [*found, fields((_tr("活动"), job.theme))] if job.theme else found


def _rows(job: ReceiptJob) -> list[Piece]:
    titles = (_tr("序号"), _tr("班级"), _tr("姓名"), _tr("数量"), _tr("领取人签名"), _tr("备注"))
    cells = [Words(x, wide, title) for (x, wide), title in zip(_spots(), titles, strict=True)]
    found = [row_piece(Row(8.0, cells), leads=True)]
    if job.donation is None:
        return [*found, *(_row((str(place), "", "", "", "", "")) for place in range(1, EMPTY + 1))]
    counts: dict[int | None, int] = {}
    for one in job.donation.gifts:
        counts[one.child_id] = counts.get(one.child_id, 0) + one.count
    classes = {
        one.id: class_name_on(class_of(one, job.snapshot, job.day), job.snapshot, job.day) for one in job.children
    }
    doubled = namesakes({one.id: (classes[one.id], one.name) for one in job.children})
    for place, child in enumerate(in_class_order(job.children, job.snapshot, job.day), 1):
        name = words.name_apart(child) if child.id in doubled else child.name
        pieces = words.pieces_word(counts.get(child.id, 1), job.donation.first)
        found.append(_row((str(place), classes[child.id], name, pieces, "", "")))
    return found


def _row(values: Sequence[str]) -> Piece:
    cells: list[Cell] = [Filled(x, wide, value) for (x, wide), value in zip(_spots(), values, strict=True)]
    return row_piece(Row(HIGH, cells), least=SIGN)


def _spots() -> list[tuple[float, float]]:
    return [(LEFT + sum(COLUMNS[:place]), wide) for place, wide in enumerate(COLUMNS)]
