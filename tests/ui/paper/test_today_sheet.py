"""今日清单: every item of the page once, numbers that fit, for the office alone."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.today import LATE, NOW, WEEK
from tests.ui.paper.stored import opened
from ui.paper.jobs import audit_of, paper_of
from ui.paper.output import pdf_bytes
from ui.paper.print_page import PrintPage
from ui.paper.today_sheet import BOTTOM, TOP, TodayScope, today_scopes
from ui.session import Session
from ui.today.day import day_of
from ui.work import Work


def squeezed(text: str) -> str:
    return "".join(text.split())


def scope(session: Session, key: str) -> TodayScope:
    found = next(one for one in today_scopes(session) if one.key == key)
    assert isinstance(found, TodayScope) and found.job is not None
    return found


def test_every_item_of_the_week_stands_once_and_fits(qtbot: QtBot, tmp_path: Path, text_of: Callable[[bytes], str]) -> None:
    with opened(tmp_path) as session:
        plan, job = day_of(session).plan, scope(session, "week").job
        assert job is not None
        assert job.count == sum(plan.count(when) for when in (LATE, NOW, WEEK)) > 10
        lines = [line for line in job.lines if not line.group]
        assert len(lines) == job.count
        names = Counter(line.name for line in lines)
        children = session.snapshot.children
        items = [one for when in (LATE, NOW, WEEK) for one in plan.of(when)]
        for one in items:
            if one.child_id:
                assert names[children[one.child_id].name]
        warnings: list[str] = []
        paper = paper_of(job)
        text = squeezed(text_of(pdf_bytes(paper, warnings)))
        assert warnings == [] and paper.pieces == job.count
        assert "留守" not in text and "留守" not in paper.title
        assert all(squeezed(name) in text for name in names)
        assert audit_of(job)[0] == "print_today"
        assert sum(line.high for line in job.lines) <= len(paper.sheets) * (BOTTOM - TOP)


def test_one_member_of_staff_gets_theirs(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(tmp_path) as session:
        found = today_scopes(session)
        whole = scope(session, "week").job
        each = [one.job for one in found if isinstance(one, TodayScope) and one.key.startswith("staff:")]
        assert whole is not None
        assert sum(job.count for job in each if job is not None) == whole.count
        plan = day_of(session).plan
        now = scope(session, "now").job
        assert now is not None and now.count == plan.count(LATE) + plan.count(NOW)


def test_on_the_printing_page(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(tmp_path) as session:
        page = PrintPage(session, Work(lambda: session.store))
        qtbot.addWidget(page)
        page.resize(1202, 665)
        page.show()
        page.arrive("today")
        job = scope(session, "now").job
        assert job is not None
        assert page.heading.text().startswith(f"打印今日清单：{job.count} 件")
        assert page.panel.scope.value() == "now"
        assert "不要上墙" in page.panel.counts.text()
