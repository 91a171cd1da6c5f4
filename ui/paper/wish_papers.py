"""心愿墙 without any name, and the office's list of wishes with them (REQ 5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of
from app.children import Child
from app.days import on_paper
from app.gifts import Wish
from app.school import Snapshot
from ui.gift_state import State
from ui.paper.flow_sheet import painted, table
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.ruled import form_head
from ui.paper.scope import Scope
from ui.paper.type import Face
from ui.session import Session

WISHES = "wishes"
WALL, OFFICE, ALL = STYLES = ("wall", "office", "office_all")
"""The open ones for the wall, the open ones with names, all with names and how they were met."""
ACROSS, DOWN = 2, 4
LEFT, TOP, WIDE, HIGH, GAP_X, GAP_Y = 18.0, 48.0, 82.0, 50.0, 10.0, 9.0


@dataclass(frozen=True, slots=True)
class WishJob:
    """`wishes`: those of the choice, in the order in which they were written down."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    style: str
    wishes: Sequence[Wish] = ()


@dataclass(frozen=True, slots=True)
class WishScope(Scope):
    """One choice, with what is printed of it."""

    job: WishJob | None = field(default=None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("WishPapers", text)


def wish_scopes(session: Session) -> list[Scope]:
    """The wall first; the lists are for the office alone."""
    snapshot, state = session.snapshot, State(session)
    every, open_ = sorted(state.wishes.values(), key=lambda one: one.id), state.open_wishes
    said = {WALL: _tr("心愿墙，没有名字"), OFFICE: _tr("心愿单，没实现的"), ALL: _tr("心愿单，全部")}
    found: list[Scope] = []
    for style in STYLES:
        wishes = every if style == ALL else open_
        # What hangs on the wall is about no child.
        ids = dict.fromkeys(one.child_id for one in wishes) if style != WALL else {}
        children = tuple(snapshot.children[one] for one in ids if one in snapshot.children)
        job = WishJob(children, snapshot, session.today, style, wishes)
        found.append(WishScope(style, said[style], children, all_pupils=True, job=job))
    return found


def on_wall(job: WishJob) -> list[tuple[int, Wish]]:
    """(number, wish) of those that name nobody; the numbers are those of the office's list."""
    names = [child.name for child in job.snapshot.children.values() if len(child.name) > 1]
    return [
        (place, one) for place, one in enumerate(job.wishes, 1) if not any(name in one.wish for name in names)
    ]


def wish_paper(job: WishJob) -> Paper:
    """The wall in cards, or the list."""
    if job.style == WALL:
        cards = on_wall(job)
        each = ACROSS * DOWN
        sheets = [partial(_wall, job=job, cards=cards[first : first + each]) for first in range(0, len(cards), each)]
        return Paper(_tr("心愿墙"), sheets, len(cards), [frozenset[int]()] * len(sheets))
    if not job.wishes:
        return Paper(_tr("心愿单"), ())
    title = _tr("心愿单")

    def head(page: Page, number: int) -> None:
        form_head(page, 13.0, title if number == 1 else _tr("{0}（续）").format(title), job.snapshot.school.name,
                  on_paper(job.day))  # fmt: skip

    made = painted(table(_tr("孩子的心愿"), _columns(job), _rows(job), aside=_aside(job)), head, [_tr("负责人")])
    owners = [frozenset(child.id for child in job.children)] * len(made)
    return Paper(title, made, len(job.wishes), owners)


def _columns(job: WishJob) -> list[tuple[str, float]]:
    last = [(_tr("哪天实现"), 26.0), (_tr("怎么实现的"), 36.0)] if job.style == ALL else [(_tr("谁来帮"), 36.0)]
    wide = 176.0 - 14.0 - 26.0 - 26.0 - sum(each for _title, each in last)
    return [(_tr("编号"), 14.0), (_tr("班级"), 26.0), (_tr("姓名"), 26.0), (_tr("心愿"), wide), *last]


def _rows(job: WishJob) -> list[tuple[str, ...]]:
    found = []
    for place, one in enumerate(job.wishes, 1):
        child = job.snapshot.children.get(one.child_id)
        of = class_name_on(class_of(child, job.snapshot, job.day), job.snapshot, job.day) if child else ""
        last = (on_paper(one.met_on) if one.met_on else "", one.how) if job.style == ALL else ("",)
        found.append((str(place), of, child.name if child else "", one.wish, *last))
    return found


def _aside(job: WishJob) -> str:
    hidden = len(job.wishes) - len(on_wall(job)) if job.style == OFFICE else 0
    more = _tr("，{0} 个写了名字，没上墙").format(hidden) if hidden else ""
    return _tr("{0} 个{1}。有名字，不要上墙").format(len(job.wishes), more)


def _wall(page: Page, job: WishJob, cards: Sequence[tuple[int, Wish]]) -> None:
    middle = 105.0
    page.text(middle, 22.0, _tr("心愿墙"), Face.SONG, 32.0, "center")
    page.box(job.snapshot.school.name, 18.0, 31.0, 174.0, 8.0, Face.SONG, 13.0, min_pt=9.0, align="center")
    for place, (number, wish) in enumerate(cards):
        x = LEFT + place % ACROSS * (WIDE + GAP_X)
        y = TOP + place // ACROSS * (HIGH + GAP_Y)
        _card(page, x, y, number, wish)
    foot = _tr("愿意帮一个孩子实现心愿，请记下编号，告诉学校。")
    page.text(middle, 283.0, foot, Face.SANS, 10.5, "center")


def _card(page: Page, x: float, y: float, number: int, wish: Wish) -> None:
    """A card that hangs on a thread."""
    page.thread(x + 14.0, x + WIDE - 14.0, y - 2.6, 2.0)
    page.rect(x, y, WIDE, HIGH, 0.5)
    page.rect(x + 1.4, y + 1.4, WIDE - 2.8, HIGH - 2.8, 0.15)
    page.text(x + 4.5, y + 7.0, _tr("第 {0} 号").format(number), Face.SANS, 10.5)
    page.box(wish.wish, x + 6.0, y + 10.5, WIDE - 12.0, HIGH - 23.0, Face.KAI, 22.0, min_pt=10.0, align="center")
    page.line(x + 5.0, y + HIGH - 12.0, x + WIDE - 5.0, y + HIGH - 12.0, 0.15, "#555555", (1.2, 1.0))
    wide = page.text(x + 5.0, y + HIGH - 6.4, _tr("我来帮忙："), Face.FORM, 10.5)
    page.writing_line(x + 6.0 + wide, x + WIDE - 6.0, y + HIGH - 4.0)
