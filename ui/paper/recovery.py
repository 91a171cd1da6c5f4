"""The recovery code on paper: school, code in large groups, what it is for, and who put it into the sealed envelope."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.type import Face

LEFT = 25.0
RIGHT = 185.0
GROUP_WIDTH = 40.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecoverySheet", text)


def recovery_paper(school: str, code: str, day: date) -> Paper:
    """One A4 sheet for the recovery code (8 groups of 4 characters with hyphens), to be kept under seal."""
    return Paper(_tr("恢复码"), [partial(_paint, school=school, code=code, day=day)])


def _paint(page: Page, school: str, code: str, day: date) -> None:
    page.text(105, 36, _tr("恢 复 码"), Face.SONG, 26, "center")
    page.box(school, LEFT, 46, RIGHT - LEFT, 9, Face.SANS, 14, align="center")
    page.line(LEFT, 60, RIGHT, 60, 0.5)
    _code(page, code, 70)
    page.line(LEFT, 124, RIGHT, 124, 0.5)
    y = 133.0
    for sentence in (
        _tr("忘了密码时，在登录页点“忘了密码”，照上面输入，就能设新密码，打开学校的资料。"),
        _tr("密码和恢复码都丢了，任何人都打不开这份资料，开发者也不能。"),
        _tr("拿到恢复码的人就能看到全部孩子的资料：不要拍照，不要发到群里，不要贴在电脑上。"),
        _tr("请装进信封，封口处盖章，锁进学校档案柜；换了保管人要在下面登记。"),
    ):
        page.text(LEFT + 1, y + 6.5, "●", Face.SANS, 6)
        page.box(sentence, LEFT + 6, y, RIGHT - LEFT - 6, 13, Face.SANS, 10.5)
        y += 14.5
    _signatures(page, day, y + 8)


def _code(page: Page, code: str, y: float) -> None:
    """Two rows of four groups, numbered, so that one is read out and typed without losing the place."""
    groups = code.split("-")
    for number, group in enumerate(groups):
        x = LEFT + (number % 4) * GROUP_WIDTH
        top = y + (number // 4) * 24
        page.rect(x + 1.5, top, GROUP_WIDTH - 3, 19, 0.35)
        page.text(x + 4, top + 3.6, str(number + 1), Face.SANS, 9)
        page.text(x + GROUP_WIDTH / 2, top + 11, group, Face.BOLD, 25, "center")


def _signatures(page: Page, day: date, y: float) -> None:
    page.text(LEFT, y, _tr("封存日期"), Face.SANS, 11)
    page.text(LEFT + 22, y, on_paper(day), Face.KAI, 13)
    rows = (
        (_tr("管理员签名"), _tr("在场人签名")),
        (_tr("存放地点"), _tr("保管人签名")),
        (_tr("移交日期"), _tr("接收人签名")),
    )
    for number, pair in enumerate(rows, 1):
        for column, label in enumerate(pair):
            x = LEFT + column * 82
            page.text(x, y + 12 * number, label, Face.SANS, 11)
            page.writing_line(x + 24, x + 76, y + 12 * number + 2.8)
