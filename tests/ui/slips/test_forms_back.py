"""Survey and sign-in forms read back: 没有变化 is marked in the survey's grid, who came is ticked in a list; nothing is
written before somebody says so."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.care import CareRecord
from app.children import Child
from app.enrolment import pupils_on
from app.slips.sheet import CAME, SAME, Sheet
from app.slips.sheet import read as read_sheet
from tests.ui.frame.test_dropping import drop
from tests.ui.slips import camera
from tests.ui.slips.camera import Shot, jpeg, pen_on, taken
from tests.ui.slips.office import MONDAY, Office
from ui.pages import PAGES
from ui.paper.jobs import Job, note_of, paper_of
from ui.paper.output import image, pdf_bytes
from ui.paper.sign_in_form import GATHERINGS, MOST, SignInJob, sign_in_pages, sign_in_paper
from ui.paper.survey import SurveyJob
from ui.session import Session
from ui.slips.lines import BACK, WAITING
from ui.slips.page import SlipsPage
from ui.survey.page import SurveyPage
from ui.window import Window
from ui.work import Work


@pytest.fixture
def window(session: Session, office: Office, qtbot: QtBot) -> Iterator[Window]:
    shown = Window(session, Work(lambda: office.store), PAGES)
    qtbot.addWidget(shown)
    shown.resize(1366, 697)
    shown.show()
    shown.activateWindow()
    yield shown
    shown.work.wait()


def class_of_pupils(session: Session, place: int = 0) -> list[Child]:
    """The pupils of one class."""
    pupils = pupils_on(session.snapshot, MONDAY)
    wanted = sorted({school_class.id for _child, school_class in pupils})[place]
    return [child for child, school_class in pupils if school_class.id == wanted]


def print_out(session: Session, job: Job) -> list[Sheet]:
    label, changes = note_of(job, session.store.ledger, datetime(2026, 11, 30, 8))
    session.apply(label, changes, kind="print")
    kind = "signin" if isinstance(job, SignInJob) else "survey"
    return [read_sheet(slip.rows) for slip in session.store.ledger.slips(MONDAY) if slip.kind == kind]


def photograph(job: Job, place: int, sheet: Sheet, ticked: list[int], folder: Path, box: str) -> Path:
    """A form on which some children's boxes are ticked."""
    picture = image(paper_of(job).sheets[place], 2480)
    painter = pen_on(picture)
    for line in sheet.lines:
        if line.child_id in ticked:
            camera.tick(painter, sheet.boxes(line)[box], Random(line.child_id), camera.RED)
    painter.end()
    folder.mkdir(exist_ok=True)
    path = folder / f"{box}-{place}-{len(ticked)}.jpg"
    path.write_bytes(jpeg(taken(picture, Shot(turned=-2, skew=0.01, dpi=170), Random(place))))
    return path


def read(window: Window, qtbot: QtBot, *paths: Path) -> SlipsPage:
    drop(window, window, *paths)
    qtbot.waitUntil(lambda: not window.work.busy, timeout=20_000)
    page = window.page
    assert isinstance(page, SlipsPage)
    return page


def press(key: Qt.Key, qtbot: QtBot, with_: Qt.KeyboardModifier) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    qtbot.keyClick(where, key, with_)


def records(session: Session, kind: str) -> list[CareRecord]:
    """Of that kind, made from a form."""
    return [one for one in session.store.ledger.between(date(2026, 11, 1), date(2026, 12, 31))
            if one.kind == kind and one.source]  # fmt: skip


def test_who_came_is_ticked_looked_through_and_written_down_once(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    children = class_of_pupils(session)
    job = SignInJob("parents_meeting", children, session.snapshot, MONDAY)
    [sheet] = print_out(session, job)
    came = [line.child_id for line in sheet.lines if line.child_id][::2]
    path = photograph(job, 0, sheet, came, tmp_path / "单", CAME)
    page = read(window, qtbot, path)
    assert page.lines.count(WAITING) == 1
    assert page.panel.sign_in.isVisible() and page.panel.sign_in.who_came() == sorted(came)
    assert page.panel.go.label() == f"记下家长会，{len(came)} 人"
    assert records(session, "parents_meeting") == []
    # The clerk adds one who came late, and says when it was.
    late = next(line.child_id for line in sheet.lines if line.child_id and line.child_id not in came)
    page.panel.sign_in.list._set([str(late)], True)
    assert page.panel.go.label() == f"记下家长会，{len(came) + 1} 人"
    page.panel.sign_in.day.editor.setText("2026-11-30")
    press(Qt.Key.Key_Return, qtbot, Qt.KeyboardModifier.ControlModifier)
    [record] = records(session, "parents_meeting")
    assert record.day == MONDAY and record.class_id is not None
    assert sorted(person.child_id for person in record.participants) == sorted([*came, late])
    assert page.lines.count(BACK) == 1
    # The same form once more changes nothing.
    page = read(window, qtbot, path)
    assert page.lines.count(WAITING) == 0 and len(records(session, "parents_meeting")) == 1
    session.undo()
    assert records(session, "parents_meeting") == []


def test_the_forms_of_all_classes_of_a_training_make_one_record(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    children = [*class_of_pupils(session, 0), *class_of_pupils(session, 1)]
    job = SignInJob("guardian_training", children, session.snapshot, MONDAY)
    sheets = print_out(session, job)
    came = [[line.child_id for line in sheet.lines if line.child_id][:4] for sheet in sheets]
    paths = [photograph(job, place, sheets[place], came[place], tmp_path / "单", CAME) for place in (0, 1)]
    page = read(window, qtbot, *paths)
    assert page.lines.count(WAITING) == 2
    for _form in paths:
        page.grid.set_current(page.lines.first())
        press(Qt.Key.Key_Return, qtbot, Qt.KeyboardModifier.ControlModifier)
    [record] = records(session, "guardian_training")
    assert sorted(person.child_id for person in record.participants) == sorted(came[0] + came[1])
    assert record.class_id is None


def test_a_survey_without_change_is_marked_and_written_with_the_class(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    children = class_of_pupils(session)
    job = SurveyJob(children, session.snapshot, MONDAY)
    sheets = print_out(session, job)
    same = [line.child_id for line in sheets[0].lines if line.child_id][:2]
    page = read(window, qtbot, photograph(job, 0, sheets[0], same, tmp_path / "单", SAME))
    assert page.panel.go.label() == f"打开调查登记，{len(same)} 人没有变化"
    press(Qt.Key.Key_Return, qtbot, Qt.KeyboardModifier.ControlModifier)
    survey = window.page
    assert isinstance(survey, SurveyPage)
    assert [child for child in survey.survey.children if survey.survey.is_same(child)] == same
    before = session.snapshot.children[same[0]].confirmed_on
    survey.commit()
    after = session.snapshot.children[same[0]].confirmed_on
    assert after is not None and (before is None or after > before)


def test_forms_of_a_survey_are_no_missing_slips_until_they_are_read(window: Window, session: Session) -> None:
    job = SurveyJob(class_of_pupils(session), session.snapshot, MONDAY)
    window.go("slips")
    page = window.page
    assert isinstance(page, SlipsPage)
    before = len(page.lines.entries)
    print_out(session, job)
    page.refresh(None)
    assert len(page.lines.entries) == before


def test_printing_the_same_forms_again_notes_nothing_new(session: Session) -> None:
    for job in (
        SurveyJob(class_of_pupils(session), session.snapshot, MONDAY),
        SignInJob("lecture", class_of_pupils(session), session.snapshot, MONDAY),
    ):
        first = print_out(session, job)
        assert first and len(print_out(session, job)) == len(first)
    assert note_of(SurveyJob((), session.snapshot, MONDAY), session.store.ledger, datetime(2026, 11, 30))[1] == []


@pytest.mark.parametrize("gathering", GATHERINGS)
def test_a_sign_in_form_fits_whatever_the_names(gathering: str, session: Session) -> None:
    children = [child for child, _class in pupils_on(session.snapshot, MONDAY)]
    warnings: list[str] = []
    job = SignInJob(gathering, children, session.snapshot, MONDAY)
    assert pdf_bytes(sign_in_paper(job), warnings) and warnings == []
    pages = sign_in_pages(job)
    assert sum(len(one.children) for one in pages) == len(children)
    for one in pages:
        assert len(one.children) <= MOST
        for line in one.sheet().lines:
            for x, y in one.sheet().boxes(line).values():
                assert 16 < x < 193 and 36 < y < 263
