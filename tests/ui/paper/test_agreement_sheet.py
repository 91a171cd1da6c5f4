"""协议和责任书签订情况: every left-behind child with what is signed, by whom and when, what is missing first."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.agreement_register import agreement_register, asked, counts, unasked
from app.agreements import CARE, CONSENT, DUTY, KINDS, NOTICE, Agreement
from app.pairing import Pairing
from tests.ui.paper.hard_school import DAY, hard_children, snapshot
from ui.paper.agreement_sheet import AgreementJob, agreement_paper, agreement_table
from ui.paper.duty_paper import DutyJob, duty_paper
from ui.paper.jobs import audit_of
from ui.paper.output import pdf_bytes

TextOf = Callable[[bytes], str]
PLAIN = snapshot(hard_children())
CHILDREN = sorted(PLAIN.children.values(), key=lambda one: one.id)
FIRST, SECOND, THIRD = CHILDREN[:3]
PAPERS = (
    Agreement(1, FIRST.id, DUTY, date(2026, 9, 3), None, "李秀兰", file="abc"),
    Agreement(2, FIRST.id, CARE, date(2025, 9, 1), date(2026, 9, 1), "爷爷"),
    Agreement(3, SECOND.id, NOTICE, date(2026, 9, 5), None, "阿不都热合曼·吐尔逊·买买提江"),
    Agreement(4, SECOND.id, NOTICE, date(2027, 9, 5), None, "以后的"),
)
SCHOOL = replace(
    PLAIN, agreements=PAPERS,
    children={**PLAIN.children, THIRD.id: replace(THIRD, photo_consent="no")},
    pairings=tuple(Pairing(one.id, one.id, "mentor", date(2026, 9, 1), staff_id=1) for one in (FIRST, SECOND)),
)  # fmt: skip


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_what_is_asked_for_and_there() -> None:
    rows = {one.child.id: one for one in agreement_register(SCHOOL, DAY)}
    first, second, third = (rows[one.id] for one in (FIRST, SECOND, THIRD))
    assert set(first.papers) == {DUTY} and CARE in first.missing and first.ended[CARE].signed_by == "爷爷"
    assert second.papers[NOTICE].id == 3 and DUTY in second.missing and second.ended == {}
    # Without a mentor nobody signs a responsibility paper, and who said no is not asked again.
    assert DUTY not in third.missing and CONSENT not in third.missing and NOTICE in third.missing
    left = [one.child for one in rows.values()]
    for kind in KINDS:
        there, of = counts(list(rows.values()), kind)
        assert there + unasked(list(rows.values()), kind) == sum(kind in one.papers for one in rows.values())
        assert of == len(asked(kind, left, SCHOOL, DAY)) and there <= of


def test_every_child_stands_on_it_and_nothing_is_cut(text_of: TextOf) -> None:
    warnings: list[str] = []
    paper = agreement_paper(AgreementJob((), SCHOOL, DAY))
    text = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == [] and paper.pieces == 2
    for one in agreement_register(SCHOOL, DAY):
        assert squeezed(one.child.name) in text
    assert "李秀兰2026.9.3" in text and "扫描件原件在哪" in text and "没签（2026.8.31到期）" in text and "家里不同意" in text
    assert "以后的" not in text
    assert re.search(r"帮扶责任书211", text) and text.index("还没签的孩子") < text.index("原件在哪")
    assert "留守" not in text and "留守" not in paper.title
    table = agreement_table(AgreementJob((), SCHOOL, DAY))
    cells = {row[2]: row for row in table.rows}
    assert len(cells) == len(agreement_register(SCHOOL, DAY))
    assert "李秀兰 2026年9月3日" in cells[FIRST.name] and "1 份" in cells[FIRST.name] and "没签" in cells[SECOND.name]
    assert "帮扶责任书该签 2 份，签了 1 份，还缺 1 份" in table.notes[0]
    assert audit_of(AgreementJob((), SCHOOL, DAY))[0] == "print_agreements"


def test_what_is_signed_unasked_is_marked_and_the_sums_hold(text_of: TextOf) -> None:
    rows = agreement_register(SCHOOL, DAY)
    spare = next(one.child for one in rows if DUTY not in one.asked)
    school = replace(SCHOOL, agreements=(*PAPERS, Agreement(9, spare.id, DUTY, date(2026, 9, 6), None, "外婆")))
    text = squeezed(text_of(pdf_bytes(agreement_paper(AgreementJob((), school, DAY)))))
    assert "外婆2026.9.6※" in text and "李秀兰2026.9.3※" not in text and "另有1人不用签也签了，下面带※" in text
    table = agreement_table(AgreementJob((), school, DAY))
    signed = [str(row[3]) for row in table.rows if "年" in str(row[3])]
    there = counts(agreement_register(school, DAY), DUTY)[0]
    assert len(signed) == there + 1 == there + sum(one.endswith("※") for one in signed)
    assert "另有 1 份不用签也签了（带 ※）" in table.notes[0]


def test_the_copy_for_the_file_says_who_signed(text_of: TextOf) -> None:
    job = DutyJob((), [FIRST, SECOND], SCHOOL, DAY)
    blank = squeezed(text_of(pdf_bytes(duty_paper(job))))
    filed = squeezed(text_of(pdf_bytes(duty_paper(replace(job, filed=True)))))
    assert "签字日期" not in blank and "代理家长（签名）" in blank
    assert "2026.9.3" in filed and "2个孩子的责任书签了1份" in filed and f"还没签的：{squeezed(SECOND.name)}" in filed
    assert "代理家长（签名）" not in filed
