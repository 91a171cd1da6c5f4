"""考核自评表 and the mentors' own assessment as tables for Excel and paper."""

from PySide6.QtCore import QCoreApplication

from app.assessment import Evidence
from app.days import on_paper
from app.measures import Facts
from app.mentor_score import MentorScore, mentor_scores, without_mentor
from app.scales import points_text
from app.scoring import FULL, WAITS, Scored
from app.sheets import Column, SheetOut, Span, Value
from app.terms import term_title
from ui import score_words as words
from ui.evidence_words import Links, plain
from ui.score_board import ReportBoard
from ui.sentences import rule_word

MOST_NAMED = 3
"""Pieces of evidence that are named; the rest is counted."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def file_name(board: ReportBoard, mentors: bool = False) -> str:
    """The name to suggest."""
    what = _tr("代理家长考核表") if mentors else _tr("考核自评表")
    title = term_title(board.term.code) if board.term is not None else ""
    return f"{board.snapshot.school.name}{title}{what}.xlsx"


def self_sheet(board: ReportBoard) -> SheetOut:
    """Part, item, points, own score, why points are lacking, evidence, the reviewer's score."""
    score = board.score
    assert score is not None and board.term is not None
    heads = ((_tr("部分"), 25.0, "center"), (_tr("考核项"), 26.0, "left"), (_tr("目标要求"), 46.0, "left"),
             (_tr("分值"), 13.0, "center"), (_tr("自评"), 13.0, "center"), (_tr("扣分原因"), 52.0, "left"),
             (_tr("材料"), 58.0, "left"), (_tr("复核"), 13.0, "center"))  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    spans: list[Span] = []
    begun = 0
    for place, one in enumerate(score.items):
        reviewed = points_text(one.reviewed) if one.reviewed is not None else ""
        rows.append((one.item.part, one.item.what, one.item.demand, points_text(one.item.points),
                     points_text(one.points), reason_of(one), evidence_of(one, board), reviewed))  # fmt: skip
        last = place + 1 == len(score.items) or score.items[place + 1].item.part != one.item.part
        if last:
            if place > begun:
                spans.append(Span(begun, 0, rows=place - begun + 1))
            begun = place + 1
    reviewed = points_text(score.reviewed) if score.reviewed is not None else ""
    rows.append(("", _tr("合计"), score.band, points_text(score.full), points_text(score.points), "", "", reviewed))
    return SheetOut(
        name=_tr("考核自评表"), title=f"{board.snapshot.school.name}{_tr('考核自评表')}",
        columns=tuple(Column((head,), wide, align) for head, wide, align in heads), rows=tuple(rows),
        left_note=_tr("填报单位（盖章）："), middle_note=term_title(board.term.code),
        right_note=_tr("填报日期：{0}").format(on_paper(board.session.today)), spans=tuple(spans),
        strong=frozenset({len(rows) - 1}), ruled=frozenset({len(rows) - 1}), boxed=True,
        signatures=(_tr("单位负责人："), _tr("复核人："), _tr("填表人：")),
    )  # fmt: skip


def reason_of(one: Scored) -> str:
    """Why it has not its full points."""
    if one.state == FULL:
        return ""
    given = words.given_word(one) if one.own is not None or one.routine else ""
    lack = words.lack_sentence(one) if one.own is None else ""
    waits = _tr("还没打分") if one.state == WAITS else ""
    return "；".join(part for part in (lack, given, waits) if part)


def evidence_of(one: Scored, board: ReportBoard) -> str:
    """What shows it: the figure behind it, then what is linked."""
    parts = []
    if one.found is not None and one.found.known and one.found.owed and one.item.measured == "figure":
        parts.append(f"{words.measure_word(one.item.measure)} {words.material_word(one)}")
    named = [words_ for each in one.evidence[:MOST_NAMED] if (words_ := _named(each, board))]
    if len(one.evidence) > MOST_NAMED:
        named.append(_tr("等 {0} 份").format(len(one.evidence)))
    return "；".join(parts + named)


def _named(one: Evidence, board: ReportBoard) -> str:
    if board.term is None:
        return one.words
    return plain(one, Links(board.session.store, board.snapshot, board.term, board.session.today))


def mentor_sheet(board: ReportBoard) -> SheetOut:
    """A line for each mentor: children, owed, done, by rule, records, whether the figures speak for a commendation."""
    facts = board.facts
    assert facts is not None and board.term is not None
    scores = mentor_scores(facts)
    rules = list(dict.fromkeys(key for one in scores for key in one.rules))
    names = {one.id: one.name for one in board.snapshot.staff}
    columns = [Column((_tr("序号"),), 11.0), Column((_tr("代理家长"),), 22.0), Column((_tr("孩子"),), 13.0),
               Column((_tr("该做"),), 14.0), Column((_tr("做了"),), 14.0), Column((_tr("做到"),), 15.0)]  # fmt: skip
    columns += [Column((rule_word(key),), 26.0) for key in rules]
    columns += [Column((_tr("家访"),), 14.0), Column((_tr("表彰"),), 20.0)]
    rows: list[tuple[Value, ...]] = []
    for place, one in enumerate(scores, 1):
        by_rule = [f"{one.rules[key][1]}/{one.rules[key][0]}" if key in one.rules else "—" for key in rules]
        share = f"{one.percent}%" if one.percent is not None else "—"
        rows.append((place, names.get(one.staff_id, ""), one.children, one.owed, one.done, share, *by_rule,
                     one.records.get("home_visit", 0), _tr("可以推荐") if one.is_candidate else ""))  # fmt: skip
    return SheetOut(
        name=_tr("代理家长考核表"), title=f"{board.snapshot.school.name}{_tr('代理家长考核表')}",
        columns=tuple(columns), rows=tuple(rows), left_note=term_title(board.term.code),
        right_note=_tr("截至{0}").format(on_paper(board.session.today)), boxed=True,
        notes=(_tr("只算照关爱规则由代理家长做的；做到 95% 以上的可以推荐表彰。"), *_apart(facts, scores)),
        signatures=(_tr("单位负责人："), _tr("填表人：")),
    )  # fmt: skip


def _apart(facts: Facts, scores: list[MentorScore]) -> tuple[str, ...]:
    """Why the sums here are smaller than those that the school counts for the same rules."""
    left = without_mentor(facts)
    if not left.owed:
        return ()
    owed, done = sum(one.owed for one in scores), sum(one.done for one in scores)
    said = _tr("表里合计该做 {0} 次、做了 {1} 次；全校这几条该做 {2} 次、做了 {3} 次。").format(
        owed, done, owed + left.owed, done + left.done)  # fmt: skip
    said += _tr("多出来的 {0} 次是 {1} 个孩子到期那天没有代理家长（还没结对，或者换人、离开时还没交接），").format(
        left.owed, left.children)  # fmt: skip
    return (said + _tr("不算在哪位老师名下。换过老师的，到期那天谁带算谁的。"),)
