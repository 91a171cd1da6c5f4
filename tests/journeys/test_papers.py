"""A morning at the printer, by keys: what changed since the cards were handed out, a form, the lists of a class."""

import subprocess
from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.clerk import Clerk, focused
from ui.paper.print_page import PrintPage


def text_of(path: Path) -> str:
    return "".join(subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode().split())


def saved(clerk: Clerk, path: Path) -> str:
    """The text of the sheets on screen, saved by Ctrl+E."""
    clerk.will_save(path)
    clerk.control(Qt.Key.Key_E)
    clerk.waits("存好了", path.name)
    return text_of(path)


def test_changed_cards_forms_and_class_lists(clerk: Clerk, folder: Path, tmp_path: Path) -> None:
    clerk.starts(folder)
    clerk.press("试用示例学校")
    clerk.leaves_today()
    listing = clerk.roster.listing
    due = [row for row in listing.rows.values() if row.card == "changed"]
    clerk.click(clerk.roster.list.segments.button("card"))
    clerk.look("papers-cards")
    clerk.click(clerk.roster.list.head.due)
    page = clerk.window.page
    assert isinstance(page, PrintPage)
    assert clerk.reads(f"打印随身卡：{len(due)} 张卡，{-(-len(due) // 4)} 张纸")
    assert clerk.reads("爸爸的电话改了"), "why"
    clerk.look("papers-due")
    assert focused() is page.panel.go
    text = saved(clerk, tmp_path / "随身卡.pdf")
    assert all(row.name in text for row in due) and text.count("我的结对老师") == len(due)
    assert clerk.reads("联系卡还有", "人有变化")
    assert [row.card for row in listing.rows.values()].count("changed") == len(due), "of the other layout still"

    clerk.key(Qt.Key.Key_Escape)
    child = next(one for one in clerk.window.session.snapshot.children.values() if one.name == "周雨桐")
    clerk.roster.open_child(child.id)
    clerk.roster.dossier.facts.focus("needs")
    clerk.write("想配一副眼镜；")
    clerk.key(Qt.Key.Key_Tab)
    clerk.control(Qt.Key.Key_P)
    page.panel.layouts.setFocus()
    assert clerk.reads("打印随身卡：1 张卡，1 张纸")
    clerk.key(Qt.Key.Key_Down)
    assert clerk.reads("打印基本情况登记表：1 份，1 张纸")
    clerk.look("papers-form")
    text = saved(clerk, tmp_path / "登记表.pdf")
    assert "农村留守儿童基本情况登记表" in text and "周雨桐" in text and "想配一副眼镜；" in text
    assert child.id_number not in text

    page.panel.layouts.setFocus()
    clerk.key(Qt.Key.Key_Right)
    assert clerk.reads("打印调查表")
    clerk.key(Qt.Key.Key_Right)
    classes = len(clerk.window.session.snapshot.classes)
    assert clerk.reads(f"打印班级名单：{classes} 个班，{classes} 张纸")
    text = saved(clerk, tmp_path / "班级名单.pdf")
    assert "留守" not in text and "学生名单共" in text
    clerk.look("papers-lists")
