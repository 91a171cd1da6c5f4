"""Papers of the stock-take against what the file holds: sheet, report, scrap form, the list that calls loans back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from app.call_back import by_borrower
from app.cards import class_name_on
from app.inventory import Stocktake, open_loans, stock_of
from app.sample import Sample, sample_school
from app.stocktake import Row, rows, sums
from ui.paper.jobs import audit_of, paper_of
from ui.paper.output import pdf_bytes
from ui.paper.take_job import CALL_BACK, REPORT, SCRAP_FORM, SHEET, Scrapped, TakeJob, thing

ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample() -> Sample:
    return sample_school(ON, 80)


def seen(sample: Sample, take: Stocktake) -> list[Row]:
    things = sample.things
    assets = {one.id: one for one in things.assets}
    order = [one.id for one in sample.snapshot.rooms]
    return rows(take, assets, lambda on: stock_of(things.movements, on), open_loans(things.movements, ON), ON, order)


def job(sample: Sample, paper: str, **more: object) -> TakeJob:
    return TakeJob((), sample.snapshot, ON, paper, **more)  # type: ignore[arg-type]


def words_of(one: TakeJob) -> list[str]:
    warnings: list[str] = []
    content = pdf_bytes(paper_of(one), warnings)
    assert warnings == []
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]


def test_a_count_sheet_lists_each_room_with_what_is_lent_and_hides_the_books_on_demand(
    qapp: object, sample: Sample
) -> None:
    every = seen(sample, Stocktake(0, None, ON))
    rooms = list(dict.fromkeys(row.room_id for row in every))
    pages = words_of(job(sample, SHEET, rows=every))
    assert len(pages) == len(rooms) == paper_of(job(sample, SHEET, rows=every)).pieces
    names = {one.id: one.name for one in sample.snapshot.rooms}
    for room, page in zip(rooms, pages, strict=True):
        assert f"{names[room]}盘点表" in page
        assert all(row.asset.number in page and row.asset.name in page for row in every if row.room_id == room)
    blind = words_of(job(sample, SHEET, rows=every, shown=False))
    assert all("账上" in page for page in pages) and not any("账上" in page or "截至" in page for page in blind)
    ropes = next(row for row in every if row.lent == 3)
    assert f"{ropes.asset.number}{ropes.asset.name}{ropes.asset.unit}{ropes.expected}3" in pages[rooms.index(ropes.room_id)]
    children = {child.name for child in sample.snapshot.children.values()}
    assert not any(name in page for name in children for page in pages)


def test_a_long_room_goes_on_with_its_titles_and_is_signed_on_the_last_sheet(qapp: object, sample: Sample) -> None:
    (first, *_rest) = seen(sample, Stocktake(0, None, ON))
    many = [replace(first, asset=replace(first.asset, id=n, number=f"N{n:04}")) for n in range(70)]
    pages = words_of(job(sample, SHEET, rows=many))
    assert len(pages) == 3 and all("编号名称规格" in page for page in pages)
    assert ["确认人" in page for page in pages] == [False, False, True]
    assert [f"第{n}页共3页" in page for n, page in enumerate(pages, 1)] == [True] * 3
    assert all(sum(f"N{n:04}" in page for page in pages) == 1 for n in range(70))


def test_a_report_has_the_figures_the_differences_and_who_signs(qapp: object, sample: Sample) -> None:
    done, open_ = sorted(sample.things.stocktakes, key=lambda one: one.closed_on is None)
    (page,) = words_of(job(sample, REPORT, take=open_, rows=seen(sample, open_)))
    found = sums(seen(sample, open_))
    assert (found.differing, found.broken, found.uncounted) == (2, 1, 1)
    assert f"有差异的{found.differing}样" in page and f"没点的{found.uncounted}样" in page
    ball = next(row for row in seen(sample, open_) if row.broken)
    assert f"{ball.asset.number}{thing(ball.asset)}{ball.expected}{ball.counted}少11找不到了".replace(" ", "") in page
    assert "还没有记账" in page and all(word in page for word in ("点的人", "确认人", "学校（盖章）"))
    (page,) = words_of(job(sample, REPORT, take=done, rows=seen(sample, done)))
    names = {one.id: one.name for one in sample.snapshot.staff}
    assert f"点的人：{names[done.staff_id or 0]}，确认人：{names[done.confirmed_by or 0]}" in page
    assert "已经记进台账" in page and "有差异的" not in page


def test_a_scrap_form_adds_up_and_is_signed_by_three(qapp: object, sample: Sample) -> None:
    chair = next(one for one in sample.things.assets if one.price_fen == 3500)
    ball = next(one for one in sample.things.assets if one.price_fen is None)
    lines: Sequence[Scrapped] = [Scrapped(chair, 2, ON, "凳腿断了", 1), Scrapped(ball, 1, ON, "漏气", 1)]
    form = job(sample, SCRAP_FORM, scrapped=lines)
    (page,) = words_of(form)
    assert "35.0070.002026.9" in page and "合计370.00" in page, "a thing without a price is not among the money"
    assert "没写单价的不算在金额里" in page and all(word in page for word in ("申请人", "经办人", "批准人"))
    (blank,) = words_of(job(sample, SCRAP_FORM))
    assert "批准人" in blank and "2026" not in blank
    assert audit_of(form) == ("print_scrap_form", "children=0")


def test_loans_are_called_back_class_by_class_two_to_a_sheet(qapp: object, sample: Sample) -> None:
    loans = open_loans(sample.things.movements, ON)
    groups = by_borrower(loans, sample.snapshot, ON)
    classes = {one.id: class_name_on(one, sample.snapshot, ON) for one in sample.snapshot.classes}
    pages = words_of(job(sample, CALL_BACK, borrowers=groups, classes=classes,
                         assets={one.id: one for one in sample.things.assets}))  # fmt: skip
    assert len(pages) == -(-len(groups) // 2)
    whole = "".join(pages)
    for loan in loans:
        child = sample.snapshot.children.get(loan.movement.child_id or 0)
        assert child is None or child.name in whole
    assert sum(one.out for one in groups) == sum(one.out for one in loans)
    assert [one.kind for one in groups][-1] == "staff" and "老师借出物品收回单" in whole
