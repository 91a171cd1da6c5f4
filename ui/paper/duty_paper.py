"""帮扶责任书 on A4: what a mentor and the school promise for the listed children, signed and stamped (REQ 2.4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.agreements import DUTY
from app.cards import class_name_on, class_of
from app.care_rules import MENTOR, holds_on, in_force
from app.carer import carer_of
from app.children import Child
from app.days import age_on
from app.kinship import spoken_relation
from app.mentoring import Link, Mentoring
from app.periods import holds
from app.record_book import book_term
from app.school import Snapshot, Staff
from app.terms import term_title
from ui.agreement_words import short_date
from ui.paper.duty_words import rhythm, work_word
from ui.paper.form_grid import Filled, Row, Words
from ui.paper.lines import wrap
from ui.paper.mentor_books import chosen
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.sharing import saved
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 25.0, 185.0
TOP, BOTTOM = 43.0, 278.0
PT, LINE = 11.5, 6.8
ROW = 8.2
ADDED, SIGNED = 18.0, 38.0
"""mm of what both add by hand, at least, and of what is signed."""
LINES = 5
COLUMNS = ((LEFT, 12.0), (LEFT + 12, 48.0), (LEFT + 60, 14.0), (LEFT + 74, 16.0), (LEFT + 90, 28.0), (LEFT + 118, 42.0))

FILED = ((LEFT, 12.0), (LEFT + 12, 36.0), (LEFT + 48, 12.0), (LEFT + 60, 12.0), (LEFT + 72, 24.0), (LEFT + 96, 38.0),
         (LEFT + 134, 26.0))  # fmt: skip
"""The same with a column for the day of signing."""


@dataclass(frozen=True, slots=True)
class DutyJob:
    """Whose papers (`mentors`: staff ids, none = all) with these children, as of a day."""

    mentors: tuple[int, ...]
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    filed: bool = False
    """A copy for the file: beside each child stands when its paper was signed, for the signed one lies elsewhere."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Something that is not divided: so high, drawn from there down."""

    high: float
    paint: Callable[[Page, float], None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("DutyPaper", text)


def duty_paper(job: DutyJob) -> Paper:
    """A paper for each mentor; `pieces` are the papers."""
    found = book_term(job.snapshot, job.day)
    day = found[1] if found else job.day
    wanted = {child.id for child in job.children}
    sheets: list[PaintPage] = []
    owners: list[frozenset[int]] = []
    papers = 0
    for one in chosen(job.snapshot, day, job.mentors):
        links = [link for link in one.links if link.holds and link.child.id in wanted]
        if not links:
            continue
        pages = _pages(one, links, job, day)
        papers += 1
        for number, blocks in enumerate(pages, 1):
            sheets.append(partial(_paint, job=job, term=term_title(found[0].code) if found else "", blocks=blocks,
                                  place=(number, len(pages))))  # fmt: skip
            owners.append(frozenset(link.child.id for link in links))
    return Paper(_tr("帮扶责任书"), sheets, papers, owners)


def _pages(one: Mentoring, links: Sequence[Link], job: DutyJob, day: date) -> list[list[_Block]]:
    """Sheet by sheet; a little closer where else only what is signed would stand on the last."""
    signed = _signed(job, day) if job.filed else None
    return saved(lambda factor: _shared_out(_blocks(one, links, job.snapshot, day, signed, factor)), few=1)


def promises(snapshot: Snapshot, day: date) -> list[str]:
    """What the mentor does: the school's own rules first, then what goes without a rule."""
    rules = [rule for rule in in_force(snapshot.rules) if rule.owner == MENTOR and holds_on(rule, day)]
    ruled = _tr("，").join(_tr("{0}{1}").format(work_word(rule), rhythm(rule)) for rule in rules)
    return [
        *([_tr("{0}。做完就记下来，没做成的也记，过后再补。").format(ruled)] if ruled else []),
        _tr("知道孩子住在哪里、谁带、电话打不打得通；有变化当天告诉学校办公室。"),
        _tr("孩子的学习、身体、心情有了变化，和班主任一起想办法，帮扶记录册按时写，期末交学校。"),
        _tr("发现孩子受到伤害，或者可能受到伤害，马上报告学校，并打 110。"),
        _tr("孩子和家里的事不对外人说，照片不外传。"),
    ]


def _signed(job: DutyJob, day: date) -> dict[int, str]:
    """When the paper of each child was signed: 2026.9.3; nothing for whom none holds."""
    held = [one for one in job.snapshot.agreements if one.kind == DUTY and holds(one, day)]
    return {one.child_id: short_date(one.from_day) or _tr("签了") for one in held}


def _blocks(
    one: Mentoring, links: Sequence[Link], snapshot: Snapshot, day: date, signed: dict[int, str] | None = None,
    factor: float = 1.0,
) -> list[_Block]:
    opening = _tr("学校请以上老师做下面 {0} 个孩子的代理家长，在校时像家长一样关心他们。双方说定：").format(len(links))
    school = [
        _tr("给代理家长留出谈心、家访和打电话的时间，电话、活动室随时可以用。"),
        _tr("孩子和家里的情况及时告诉代理家长，遇到难处一起解决。"),
        _tr("代理家长生病、外出、调走时，安排好由谁接手，不让孩子没有人管。"),
    ]
    found = [_who(one.staff), _text(opening, factor, indent=True), _table_head(factor, filed=signed is not None)]
    found += [
        _child(number, link, snapshot, day, signed, factor, last=number == len(links))
        for number, link in enumerate(links, 1)
    ]
    found += [_gap(3.0), _heading(_tr("一、代理家长"))]
    found += _numbered(promises(snapshot, day), factor)
    found.append(_heading(_tr("二、学校")))
    found += _numbered(school, factor)
    if signed is not None:
        found.append(_gap(3.0))
        found.append(_text(_filed_words([link.child for link in links], signed), factor))
        return found
    return [*found, _Block(ADDED + SIGNED, partial(_end, name=one.staff.name))]


def _numbered(texts: Sequence[str], factor: float) -> list[_Block]:
    return [_text(_tr("{0}. {1}").format(number, words), factor) for number, words in enumerate(texts, 1)]


def _filed_words(children: Sequence[Child], signed: dict[int, str]) -> str:
    there = sum(child.id in signed for child in children)
    said = _tr("{0} 个孩子的责任书签了 {1} 份").format(len(children), there)
    if there < len(children):
        said += _tr("，还没签的：{0}").format(_tr("、").join(one.name for one in children if one.id not in signed))
    return _tr("{0}。签字的原件另外存放，登记见《协议和责任书签订情况》。").format(said)


def _who(staff: Staff) -> _Block:
    def paint(page: Page, y: float) -> None:
        wide = page.text(LEFT, y + 5, _tr("代理家长"), Face.FORM, PT)
        page.box(staff.name, LEFT + wide + 3, y, 62, 10, Face.KAI, 15.0, min_pt=8.0)
        if staff.duties:
            x = LEFT + 88
            wide = page.text(x, y + 5, _tr("职务"), Face.FORM, PT)
            page.box(staff.duties, x + wide + 3, y, RIGHT - x - wide - 3, 10, Face.KAI, 13.0, min_pt=8.0)

    return _Block(11.6, paint)


def _shared_out(blocks: Sequence[_Block]) -> list[list[_Block]]:
    pages: list[list[_Block]] = [[]]
    room = BOTTOM - TOP
    for block in blocks:
        if pages[-1] and block.high > room:
            pages.append([])
            room = BOTTOM - TOP
        pages[-1].append(block)
        room -= block.high
    return pages


def _text(words: str, factor: float, *, indent: bool = False) -> _Block:
    lines = _indented(words) if indent else wrap(words, RIGHT - LEFT, lambda part: width_mm(part, Face.FORM, PT))

    def paint(page: Page, y: float) -> None:
        for number, line in enumerate(lines):
            page.text(LEFT, y + step * (number + 0.5), line, Face.FORM, PT)

    step = LINE * factor
    return _Block(step * len(lines) + 0.6, paint)


def _indented(words: str) -> list[str]:
    """Lines of which the first begins two characters in."""
    two = width_mm("\u3000\u3000", Face.FORM, PT)
    first = wrap(words, RIGHT - LEFT - two, lambda part: width_mm(part, Face.FORM, PT))[0]
    rest = words[len(first) :].lstrip()
    more = wrap(rest, RIGHT - LEFT, lambda part: width_mm(part, Face.FORM, PT)) if rest else []
    return ["\u3000\u3000" + first, *more]


def _heading(words: str) -> _Block:
    def paint(page: Page, y: float) -> None:
        page.text(LEFT, y + 4.8, words, Face.SONG, 12.0)

    return _Block(8.4, paint)


def _gap(high: float) -> _Block:
    return _Block(high, lambda _page, _y: None)


def _table_head(factor: float, *, filed: bool) -> _Block:
    words = (_tr("序号"), _tr("姓名"), _tr("性别"), _tr("年龄"), _tr("班级"), _tr("谁带"), _tr("签字日期"))
    columns = FILED if filed else COLUMNS

    high = ROW * factor

    def paint(page: Page, y: float) -> None:
        row = Row(high, [Words(x, wide, word) for (x, wide), word in zip(columns, words, strict=False)])
        row.paint(page, y + 2, high)
        _edges(page, y + 2, high)
        page.line(LEFT, y + 2, RIGHT, y + 2, 0.5)

    return _Block(high + 2, paint)


def _child(
    number: int, link: Link, snapshot: Snapshot, day: date, signed: dict[int, str] | None, factor: float, *,
    last: bool,
) -> _Block:  # fmt: skip
    child = link.child
    age, carer = age_on(child.birth, day), carer_of(child, day).kin
    who = _tr("{0} {1}").format(spoken_relation(carer.relation), carer.name).strip() if carer else ""
    values = (str(number), child.name, child.sex, str(age) if age is not None else "",
              class_name_on(class_of(child, snapshot, day), snapshot, day), who,
              (signed or {}).get(child.id, _tr("还没签")))  # fmt: skip
    columns = COLUMNS if signed is None else FILED
    row = Row(ROW * factor, [Filled(x, wide, value) for (x, wide), value in zip(columns, values, strict=False)])
    high = row.needed()

    def paint(page: Page, y: float) -> None:
        row.paint(page, y, high)
        _edges(page, y, high)
        page.line(LEFT, y, RIGHT, y, 0.2)
        page.line(LEFT, y + high, RIGHT, y + high, 0.5 if last else 0.2)

    return _Block(high, paint)


def _edges(page: Page, y: float, high: float) -> None:
    for x in (LEFT, RIGHT):
        page.line(x, y, x, y + high, 0.5)


def _end(page: Page, y: float, name: str) -> None:
    """What both add by hand, and beneath it what they sign."""
    page.text(LEFT, y + 4.8, _tr("三、另外说定"), Face.SONG, 12.0)
    lines = min(LINES, int((BOTTOM - SIGNED - y - 7.0) / 9.0))
    for number in range(lines):
        page.writing_line(LEFT, RIGHT, y + 16.0 + 9.0 * number)
    y = min(BOTTOM - SIGNED, y + 16.0 + 9.0 * lines)
    page.text(LEFT, y + 5, _tr("这份责任书一式两份，学校和代理家长各留一份，从签名那天起算。"), Face.FORM, PT)
    half = (LEFT + RIGHT) / 2
    for x, word in ((LEFT, _tr("学校（盖章）")), (half + 4, _tr("代理家长（签名）"))):
        page.text(x, y + 15, word, Face.FORM, PT)
    page.writing_line(half + 40, RIGHT, y + 17.6)
    wide = page.text(LEFT, y + 24, _tr("校长（签名）"), Face.FORM, PT)
    page.writing_line(LEFT + wide + 2, half - 6, y + 26.6)
    page.box(_tr("{0}老师").format(name), half + 4, y + 20, RIGHT - half - 4, 8, Face.KAI, 11.0, min_pt=7.0)
    for x in (LEFT, half + 4):
        page.text(x, y + 33, _tr("　　　　年　　月　　日"), Face.FORM, PT)


def _paint(page: Page, job: DutyJob, term: str, blocks: Sequence[_Block], place: tuple[int, int]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.text(middle, 22.0, _tr("帮扶责任书"), Face.SONG, 26.0, "center")
    wide = page.text(RIGHT, 35.0, term, Face.FORM, 11.0, "right")
    page.box(job.snapshot.school.name, LEFT, 30.6, RIGHT - LEFT - wide - 6, 8.6, Face.KAI, 13.0, min_pt=8.0)
    y = TOP
    for block in blocks:
        block.paint(page, y)
        y += block.high
    if place[1] > 1:
        page.text(middle, 285.0, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
