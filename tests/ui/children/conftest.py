"""A real encrypted file with two classes of children, and the roster in a real window on it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import edits
from app.changes import Change, Insert, New, Value
from app.edits import NewKin
from app.ports import Disk
from app.school import School
from app.vault import Setup
from db.place import default_folder
from db.store import FileStore
from db.tables import read_table
from db.vault import FileVault
from tests.copies import PASSWORD, copy_of
from ui.children.roster_page import RosterPage
from ui.page import PageSpec
from ui.session import Session
from ui.window import Window
from ui.work import Work

TODAY = date(2026, 11, 24)
FIRST_DAY = date(2026, 9, 1)
SETUP = Setup(
    School("青山小学", "2143005678", "青山县", "07430036128", started_on=date(2026, 8, 31)),
    "陈晓梅",
    PASSWORD,
    "2026-1",
    FIRST_DAY,
    date(2027, 1, 15),
)
AWAY = [
    NewKin("父亲", "周建华", "13900467715", "away", "浙江宁波，建筑工"),
    NewKin("母亲", "田玉琴", "13600289034", "away", "浙江宁波"),
    NewKin("外祖母", "石翠英", "07430036128", carer=True),
]
HALF = [NewKin("父亲", "罗大勇", "13812340001", "away", "广东东莞"), NewKin("母亲", "向小红", "13812340002", "home")]
HOME = [NewKin("父亲", "田国强", "13812340003", "home"), NewKin("母亲", "彭桂芝", "", "home")]
POOR = [NewKin("父亲", "", "", "away", ""), NewKin("母亲", "覃秀兰", "", "away", "江苏昆山")]


def _facts(name: str, sex: str) -> dict[str, str]:
    return {
        "name": name,
        "sex": sex,
        "birth": "2016-05-12",
        "household": "农业户口",
        "address": "青山县吉信镇青石坪村3组",
        "id_number": "433126201605120041",
    }


def proposed(changes: list[Change]) -> list[Change]:
    """The same child as an import leaves it: places proposed, a claim of the register."""
    changed: list[Change] = []
    for change in changes:
        if isinstance(change, Insert) and change.table == "whereabouts":
            change = Insert(change.table, {**change.values, "confirmed_on": None, "confirmed_by": ""}, change.token)
        changed.append(change)
    claim: dict[str, Value] = {
        "child_id": New("child"),
        "status": "one_away",
        "from_day": "2026-09-01",
        "source": "学籍.xlsx",
    }
    return [*changed, Insert("claim", claim)]


def fill(store: FileStore) -> dict[str, int]:
    """Two classes and six children; returns row ids by name."""
    classes = [store.apply("班级", edits.add_class("primary", year, 1)).ids["class"] for year in (2024, 2023)]
    ids: dict[str, int] = {"三（1）班": classes[0], "四（1）班": classes[1]}
    for name, sex, class_id, family in (
        ("周雨桐", "女", classes[0], AWAY),
        ("罗子轩", "男", classes[0], HALF),
        ("田小禾", "女", classes[0], HOME),
        ("解志强", "男", classes[1], POOR),
    ):
        changes = edits.add_child(_facts(name, sex), class_id, FIRST_DAY, by="陈晓梅", family=family)
        ids[name] = store.apply(f"添加{name}", changes).ids["child"]
    for name, class_id in (("麻金凤", classes[1]), ("冉雪梅", classes[1])):
        changes = proposed(edits.add_child(_facts(name, "女"), class_id, FIRST_DAY, by="陈晓梅", family=AWAY))
        ids[name] = store.apply(f"添加{name}", changes).ids["child"]
    return ids


def made(vault: FileVault) -> FileStore:
    return vault.create(SETUP)[1]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FileStore]:
    store = copy_of(made, tmp_path / "学校 软件" / "张三𠮷")
    yield store
    store.close()


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    def nothing(*_args: object) -> None:
        raise AssertionError("nothing is written here")

    return Disk(lambda folder: FileVault(Path(folder)), default_folder, read_table, nothing, nothing, lambda _f: "")


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    return fill(store)


Open = Callable[..., Window]


@pytest.fixture
def open_window(qtbot: QtBot, store: FileStore, disk: Disk) -> Open:
    windows: list[Window] = []

    def show(width: int = 1366, height: int = 697) -> Window:
        window = Window(
            Session(disk, store, TODAY), Work(lambda: store), [PageSpec("roster", "儿童名册", "book-open", RosterPage)]
        )
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


@pytest.fixture
def window(ids: dict[str, int], open_window: Open) -> Window:
    return open_window()


@pytest.fixture
def page(window: Window) -> RosterPage:
    assert isinstance(window.page, RosterPage)
    return window.page
