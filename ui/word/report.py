"""The report of a term as a Word file: by the school's own form, or the program's where that cannot be filled."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.figures import Book
from app.ports import Disk
from app.school import Snapshot
from app.store import Store, StoreError
from app.terms import term_title
from app.word_form import Facts, FormRefused
from resources import word
from ui import words
from ui.word.facts import facts

SETTING = "report.form"
"""Where the name of the school's own file is kept; "" = the program's."""
SHIPPED = "report"


@dataclass(frozen=True, slots=True)
class Written:
    """`refused`: why the school's own file was not used, in words; "" = it was, or there is none."""

    content: bytes
    refused: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_word", text)


def file_name(school: str, book: Book) -> str:
    """The name to suggest; names of files do not say 留守 (rules.md)."""
    return _tr("{0}{1}总结（截至{2}）.docx").format(school, term_title(book.term.code), on_paper(book.on))


def report(disk: Disk, store: Store, snapshot: Snapshot, book: Book, today: date) -> Written:
    """Write it. Raises StoreError where the school's file cannot be read."""
    return written(disk, store, facts(book, snapshot, today))


def written(disk: Disk, store: Store, given: Facts) -> Written:
    """The file with these facts."""
    own = store.setting(SETTING)
    refused = ""
    if own:
        try:
            return Written(disk.fill_word(store.file(own), given))
        except FormRefused as error:
            refused = refusal(error)
        except StoreError as error:
            refused = words.sentence(error)
    return Written(disk.fill_word(word.form(SHIPPED), given), refused)


def form_in_use(store: Store) -> bytes:
    """The file that reports are written by, to be changed in WPS."""
    own = store.setting(SETTING)
    return store.file(own) if own else word.form(SHIPPED)


def refusal(error: FormRefused) -> str:
    """Why a file cannot be filled, and where."""
    where = _tr("，在“{0}”这一段").format(error.where) if error.where else ""
    if error.reason == "file":
        return _tr("这不是能用的 Word 文件（.docx）。请在 WPS 里打开，另存为 .docx 再放。")
    if error.reason == "unknown":
        return _tr("模板里写了“{0}”，程序里没有这一项{1}。请照原来模板里的字改。").format(error.what, where)
    if error.reason == "mark":
        said = _tr("模板里的大括号没有写对{0}。{{{{ 和 }}}}、{{% 和 %}} 要成对，for 要有 endfor，if 要有 endif。")
        return said.format(where)
    return _tr("照这个模板写不出来{0}。请用原来的模板重新改。").format(where)
