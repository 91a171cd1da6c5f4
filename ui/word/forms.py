"""Word files by a form: the school's own, or the program's where that cannot be filled; how the forms are called."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.ports import Disk
from app.store import Store, StoreError
from app.word_form import Facts, FormRefused
from resources import word
from ui import words

REPORT, PLAN = "report", "plan"
"""The names of the forms, here and in `resources.word`."""


class Called(NamedTuple):
    """`what` is written by the form, `file` is how one is named that is given out."""

    what: str
    file: str


@dataclass(frozen=True, slots=True)
class Writing:
    """What a page has to write: the facts, the name to suggest, the line of the audit trail."""

    facts: Facts
    file_name: str
    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class Written:
    """`refused`: why the school's own file was not used, in words; "" = it was, or there is none."""

    content: bytes
    refused: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_word", text)


def called(form: str) -> Called:
    """报告 and 学期总结模板.docx, 计划 and 工作计划模板.docx."""
    return {
        REPORT: Called(_tr("报告"), _tr("学期总结模板.docx")), PLAN: Called(_tr("计划"), _tr("工作计划模板.docx")),
    }[form]  # fmt: skip


def written(disk: Disk, store: Store, form: str, given: Facts) -> Written:
    """The file with these facts. Raises StoreError where the school's file cannot be read."""
    own = store.own_forms.of(form)
    refused = ""
    if own is not None:
        try:
            return Written(disk.fill_word(store.file(own.file), given))
        except FormRefused as error:
            refused = refusal(error)
        except StoreError as error:
            refused = words.sentence(error)
    return Written(disk.fill_word(word.form(form), given), refused)


def form_in_use(store: Store, form: str) -> bytes:
    """The file that is written by, to be changed in WPS."""
    own = store.own_forms.of(form)
    return store.file(own.file) if own is not None else word.form(form)


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
