"""The report of a term as a Word file."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.assessment import in_use
from app.days import on_paper
from app.figures import Book
from app.measures import Facts
from app.ports import Disk
from app.school import Snapshot
from app.scoring import Score, read_score
from app.store import Store
from app.terms import term_title
from ui.word.facts import facts
from ui.word.forms import REPORT, Writing, Written, written


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_word", text)


def file_name(school: str, book: Book) -> str:
    """The name to suggest; names of files do not say 留守 (rules.md)."""
    return _tr("{0}{1}总结（截至{2}）.docx").format(school, term_title(book.term.code), on_paper(book.on))


def report(disk: Disk, store: Store, snapshot: Snapshot, book: Book, today: date) -> Written:
    """Write it. Raises StoreError where the school's file cannot be read."""
    return written(disk, store, REPORT, facts(book, snapshot, today, score_of(store, snapshot, book)))


def score_of(store: Store, snapshot: Snapshot, book: Book) -> Score | None:
    """The score by the table in use as of the day of the figures; None without a table."""
    table = in_use(store.assessment.tables())
    if table is None:
        return None
    scene = book.scene
    worked_out = (scene.duties, scene.windows()) if scene is not None else ()
    return read_score(Facts(snapshot, store, book.term, book.on, *worked_out), table)


def writing(store: Store, book: Book, snapshot: Snapshot, today: date) -> Writing:
    """What its page has to write."""
    detail = f"term={book.term.code} on={book.on.isoformat()}"
    given = facts(book, snapshot, today, score_of(store, snapshot, book))
    return Writing(given, file_name(snapshot.school.name, book), "export_report", detail)
