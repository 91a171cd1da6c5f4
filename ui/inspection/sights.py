"""What the panel at the right says of one thing of 迎检自查, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.inspection import NO, NONE, YES, Round
from app.problems import Problem
from app.rooms import Unmended
from app.self_check import ASKS, FINE, OPEN, Checked
from ui import inspection_words as words
from ui.care_words import day_short
from ui.inspection_book import CHECK, ROUNDS, Book
from ui.inspection_said import counted_sentence, lack_word
from ui.report.lacks import named
from ui.report.ways import Way, way_to
from ui.safety_words import found_words, since_words

WAY, HAVE, HAVE_NOT, NOT_ASKED, CHANGE, CLOSE, REOPEN, DELETE, PRINT, ROOM, ROUND_OF, FOUND = (
    "way", YES, NO, NONE, "change", "close", "reopen", "delete", "print", "room", "round_of", "found",
)  # fmt: skip
"""What a button does; HAVE, HAVE_NOT and NOT_ASKED are answers."""
MOST = 10
UNMENDED = 1_000_000_000
"""Added to the id of a room's finding, so that problems and findings stand in one list."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may lead somewhere."""

    text: str
    second: str = ""
    page: str = ""
    want: object = None


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is shown; `main` is the filled button (key, words)."""

    name: str
    main: tuple[str, str]
    about: str = ""
    mark: tuple[str, str] = ("", "")
    acts: Sequence[tuple[str, str, str]] = ()
    """(key, words, key of the keyboard)."""
    facts: Sequence[tuple[str, str]] = ()
    heading: str = ""
    lines: Sequence[Line] = ()
    photos: int = 0
    """The problem whose photos are shown."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def sight(book: Book, segment: str, row: int) -> Sight | None:
    """None if it is gone."""
    state = book.state
    if segment == CHECK:
        one = book.checked(row)
        return None if one is None else _asked(book, one) if one.found is None else _counted(book, one)
    if segment == ROUNDS:
        return _round(book, state.rounds[row]) if row in state.rounds else None
    if row > UNMENDED:
        left = state.unmended.get(row - UNMENDED)
        return _unmended(book, left) if left is not None else None
    return _problem(book, state.problems[row]) if row in state.problems else None


def way_of(one: Checked) -> Way | None:
    """Where what is missing is made good; None where the office answers, or nothing is missing."""
    if one.found is None or one.state == FINE:
        return None
    way = way_to(one.key, one.found)
    return way if way.page else None


def link_word(one: Checked) -> str:
    """What the link in its row is called; "" where nothing is left to do. Without a way it leads to the point."""
    way = way_of(one)
    if way is not None:
        return way.label
    if one.state not in OPEN:
        return ""
    if one.found is None:
        return _tr("去答") if one.state == ASKS else _tr("看这一项")
    return _tr("看缺的") if one.found.lacks else _tr("看这一项")


def _counted(book: Book, one: Checked) -> Sight:
    way = way_of(one)
    lines = _lacks(book, one)
    main = (WAY, way.label) if way is not None else (CHANGE, _tr("写材料在哪"))
    acts = [(CHANGE, _tr("写材料在哪"), "F2")] if way is not None else []
    return Sight(
        one.point.what, main, _tr("要看的：{0}").format(one.point.look),
        (words.state_mark(one.state), lack_word(one) or words.state_word(one.state)), acts,
        _told([(_tr("算出来的"), counted_sentence(one)), *_said(book, one)]), _tr("还缺的") if lines else "", lines,
    )  # fmt: skip


def _lacks(book: Book, one: Checked) -> list[Line]:
    """What lacks by name, unless it is one thing that the way leads to anyway."""
    if one.found is None or not one.found.lacks or one.found.owed <= 1:
        return []
    every = named(one.found.lacks, book.session)
    found = [Line(each.name, "，".join(part for part in (each.second, each.lacks) if part), each.page, each.want)
             for each in every[:MOST]]  # fmt: skip
    if len(every) > MOST:
        found.append(Line(_tr("还有 {0} 个").format(len(every) - MOST)))
    return found


def _asked(book: Book, one: Checked) -> Sight:
    said = one.answer.answer if one.answer is not None else ""
    offers = [(HAVE, _tr("有")), (HAVE_NOT, _tr("没有")), (NOT_ASKED, _tr("不用有"))]
    main = offers[0] if said != YES else (CHANGE, _tr("写材料在哪"))
    other = _tr("改成“{0}”") if said else "{0}"
    acts = [(key, other.format(word), "") for key, word in offers if key not in (said, main[0])]
    acts += [(CHANGE, _tr("写材料在哪"), "F2")] if main[0] != CHANGE else []
    word = words.state_word(ASKS) if one.state == ASKS else words.answer_words()[said]
    return Sight(
        one.point.what, main, _tr("要看的：{0}").format(one.point.look), (words.state_mark(one.state), word), acts,
        _told([(_tr("怎么查"), _tr("程序里没有，自己看一看")), *_said(book, one)]),
    )  # fmt: skip


def _said(book: Book, one: Checked) -> list[tuple[str, str]]:
    answer = one.answer
    if answer is None:
        return []
    day = day_short(answer.day, book.today) if answer.day is not None else ""
    who = book.staff_name(answer.staff_id)
    return [(_tr("材料在哪"), answer.evidence), (_tr("谁管的"), who), (_tr("哪天写的"), day)]


def _problem(book: Book, one: Problem) -> Sight:
    open_, today = one.is_open(book.state.last), book.today
    mark, said, second = words.problem_state(one, book.state.last)
    held = book.state.rounds.get(one.round_id or 0)
    acts = [(CHANGE, _tr("修改"), "F2")]
    if held is not None:
        acts.append((ROUND_OF, _tr("看那次检查"), ""))
    if not open_:
        acts.append((REOPEN, _tr("还没改好"), ""))
    acts.append((DELETE, _tr("删除"), ""))
    return Sight(
        one.what, (CLOSE, _tr("改好了")) if open_ else (CLOSE, _tr("修改怎么改好的")), one.place,
        (mark, "，".join(part for part in (said, second) if part)), acts,
        _told([
            (_tr("哪一类"), words.kind_word(one.kind)), (_tr("查出来"), day_short(one.found_on, today)),
            (_tr("哪次查的"), words.round_word(held.kind) if held is not None else ""),
            (_tr("怎么改"), one.measure), (_tr("谁负责改"), book.staff_name(one.staff_id)),
            (_tr("哪天前改好"), day_short(one.due_on, today) if one.due_on is not None else ""),
            (_tr("改得怎么样"), one.result), (_tr("谁改的"), one.closed_by),
        ]), photos=one.id,
    )  # fmt: skip


def _unmended(book: Book, one: Unmended) -> Sight:
    return Sight(
        found_words(one.finding), (ROOM, _tr("去活动室整改")), one.room.name,
        ("over", since_words(one.check, book.today)), (),
        _told([(_tr("怎么改"), one.finding.measure), (_tr("查出来"), day_short(one.check.day, book.today)),
               (_tr("谁负责"), book.staff_name(one.room.keeper_id))]),
    )  # fmt: skip


def _round(book: Book, one: Round) -> Sight:
    found = book.state.found_in(one.id)
    left = [each for each in found if each.is_open(book.state.last)]
    mark = ("done", _tr("没查出问题")) if not found else (
        ("soon", _tr("{0} 个没改好").format(len(left))) if left else ("done", _tr("查出的都改好了")))
    lines = [Line(words.problem_word(each), words.problem_state(each, book.state.last)[1], "inspection",
                  ("problem", each.id)) for each in found]  # fmt: skip
    return Sight(
        words.round_word(one.kind), (PRINT, _tr("打印检查记录")), day_short(one.day, book.today), mark,
        [(CHANGE, _tr("修改"), "F2"), (FOUND, _tr("又查出一个问题"), ""), (DELETE, _tr("删除"), "")],
        _told([(_tr("谁查的"), book.staff_name(one.staff_id)), (_tr("还有谁"), one.people), (_tr("备注"), one.note)]),
        _tr("查出 {0} 个问题").format(len(found)) if found else "", lines,
    )  # fmt: skip


def _told(facts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in facts if value]
