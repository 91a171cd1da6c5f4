"""One page with every piece in every state, painted in both themes and at 150 %: build/look-*.png to look at."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui import style, tokens
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.date_field import DateField
from ui.pieces.editors import Combo
from ui.pieces.empty import Empty, Way
from ui.pieces.fields import AreaField, ComboField, LineField
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.marks import KINDS, Mark
from ui.pieces.name_cell import NameCell
from ui.pieces.notice import Strip
from ui.pieces.numbers import Number, PhoneNumber, Sentence
from ui.pieces.page_head import PageHead
from ui.pieces.panel import Panel
from ui.pieces.rows import Cell, Chip, Column, Group
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel

OUT = Path("build")
NAMES = ["周雨桐", "罗子轩", "田小禾", "龙佳慧", "麻金凤", "欧阳晨曦", "𠮷田䶮㛃"]
STATES = [("today", "今天"), ("over", "过了 6 天"), ("soon", "明天"), ("done", "3 天前通话"), ("wait", "还没结对")]


def row_of(*pieces: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for piece in pieces:
        row.addWidget(piece)
    row.addStretch(1)
    return box


def the_list() -> ListGrid:
    grid = ListGrid(
        [
            Column("who", "孩子", 174, "who", lambda n: Cell(NAMES[n], "四（2）班 女", faded=n == 3), sort=lambda n: n),
            Column("parents", "父母", 0, "two_line", lambda n: Cell("父母都在外", "广东东莞")),
            Column("known", "五个清楚", 160, "chips", lambda n: Cell("都清楚", tone="ink3", chips=(
                Chip("缺电话", "over"), Chip("谁带没定", "soon")) if n % 2 else ())),
            Column("diff", "现在 → 导入后", 240, "diff", lambda n: Cell("139 0046 2280", old="139 0046 7715")),
            Column("n", "次数", 70, "number", lambda n: Cell(str(n * 3)), right=True),
            Column("state", "情况", 150, "status", lambda n: Cell(STATES[n % 5][1], mark=STATES[n % 5][0])),
            Column("act", "", 96, "action", lambda n: Cell("记一笔")),
        ],
        name="儿童",
    )  # fmt: skip
    grid.set_rows(
        [Group("过期没做", 2, "先做这些，越久的越靠上", "over"), 1, 0, Group("本周还有", 3, "", "soon"), 2, 3, 6]
    )
    grid.set_current(1)
    return grid


def side() -> SidePanel:
    panel = SidePanel(name="周雨桐")
    panel.head.addWidget(row_of(NameCell("周雨桐", whole=True), Button("完整档案", keys="Enter")))
    panel.head.addWidget(Label("四（2）班 女，10 岁，青石坪村 3 组", "second"))
    panel.head.addWidget(Mark("today", "今天该给爸爸打电话"))
    panel.add_section("打电话")
    for who, where, number in (("爸爸", "在浙江宁波", "13900467715"), ("外婆", "一起住", "07430036128")):
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(who))
        row.addWidget(Label(where, "hint"), 1)
        row.addWidget(PhoneNumber(number, whose=who))
        panel.add(line)
    panel.add_section("要留心", Sentence([Number("n", 16), "条"]))
    panel.add(
        Label("对花生过敏。外婆听力不好，打电话要大声。不愿在同学面前谈父母，谈心请单独进行。", "second", wrap=True)
    )
    panel.set_action(Button("记一次联系", keys="Ctrl+N", kind="primary", height=tokens.CONTROL_PANEL))
    return panel


def states() -> QWidget:
    page = QWidget()
    page.setProperty("ground", "paper")
    across = QHBoxLayout(page)
    across.setContentsMargins(20, 0, 0, 12)
    across.setSpacing(20)
    column = QVBoxLayout()
    column.setSpacing(12)
    across.addLayout(column, 1)
    across.addWidget(side())
    column.addWidget(PageHead(
        "儿童名册", ["本学期", Number("a", 96), "个留守儿童，", Number("b", 0), "个缺电话"],
        SearchBox("找孩子、老师或电话"), Button("从表格导入", icon="file-spreadsheet"), Button("添加孩子", icon="plus"),
    ))  # fmt: skip
    off, off_line = Button("不可用"), LineField("", "不能填")
    off.setEnabled(False)
    off_line.setEnabled(False)
    combo = Combo()
    combo.addItem("所有班级")
    panel = Panel("样式", aside=Mark("over", "2 处不清楚"))
    panel.add(row_of(Button("主要", keys="Enter", kind="primary"), off, Button("次要", count=3),
                     Button("删除", kind="danger"),
                     Button("链接", kind="link"), PhoneNumber("13800132207", size=tokens.DIAL)))  # fmt: skip
    wrong = LineField("电话", "139", check=lambda _value: "手机号是 11 位，还差 8 位")
    wrong.commit()
    panel.add(row_of(LineField("", "平常"), off_line, combo, DateField("", "2012-02-29")))
    panel.add(row_of(Segments([Segment("a", "全部", 96), Segment("b", "过期", 4), Segment("c", "空", hint="3")]),
                     CheckBox("没勾"), CheckBox("勾上", checked=True)))  # fmt: skip
    panel.add(row_of(*(Mark(kind, look.spoken) for kind, look in KINDS.items())))
    panel.add_fact("父母", "都在外，过年回")
    column.addWidget(panel)
    column.addWidget(row_of(wrong, ComboField("关系", [("父亲", "爸爸")], "父亲"), AreaField("备注", lines=2)))
    column.addWidget(Strip("caution", "花生过敏。外婆听力不好，打电话要大声。", icon="bell", action="去看看"))
    column.addWidget(the_list(), 1)
    return page


@pytest.fixture
def back_to_light(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    style.apply(qapp, "light", 1.0)


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5)])
def test_every_piece_paints(
    back_to_light: QApplication, caplog: pytest.LogCaptureFixture, theme: str, scale: float
) -> None:
    style.apply(back_to_light, theme, scale)
    page = states()
    page.resize(round(1366 * scale), round(860 * scale))
    page.show()
    back_to_light.processEvents()
    with caplog.at_level(logging.ERROR):
        picture = page.grab()
    save(picture, f"look-{theme}-{round(scale * 100)}.png")
    image = picture.toImage()
    assert not caplog.records, "a paint guard logged an error"
    assert image.pixelColor(4, 4) == tokens.colour("paper")
    assert colours_in(image) >= {tokens.colour(name).rgb() for name in ("accent", "over", "soon", "accentT", "grid")}
    page.deleteLater()


def test_a_switch_of_theme_repaints_what_is_open(back_to_light: QApplication) -> None:
    label = Button("次要")
    label.show()
    light = label.grab().toImage().pixelColor(40, 6)
    style.apply(back_to_light, "dark")
    assert label.grab().toImage().pixelColor(40, 6) != light
    label.deleteLater()


def test_the_empty_page(back_to_light: QApplication) -> None:
    ways = [
        Way(
            "a",
            "file-spreadsheet",
            "有现成的表格",
            "列名不同也能对上。导入前先让你看一遍。",
            "选表格",
            "Ctrl+I",
        ),
        Way(
            "b",
            "user-round-plus",
            "一个一个添",
            "有姓名和班级就能先存。",
            "添第一个孩子",
            "Ctrl+N",
        ),
    ]
    empty = Empty("名册", "先把孩子的名字放进来", "名册有了人，今日要做的事、结对和报告会自己排出来。", ways,
                  last=("换电脑了？", "从备份恢复", "c"))  # fmt: skip
    empty.setProperty("ground", "paper")
    empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    empty.resize(1100, 620)
    empty.show()
    picture = empty.grab()
    save(picture, "look-empty.png")
    assert colours_in(picture.toImage()) >= {tokens.colour("accent").rgb(), tokens.colour("grid").rgb()}
    empty.deleteLater()


def save(picture: QPixmap, name: str) -> None:
    OUT.mkdir(exist_ok=True)
    assert picture.save(str(OUT / name))


def colours_in(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 2)}
