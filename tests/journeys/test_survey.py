"""The first week: the survey forms come back with red on them, and a class of twenty is keyed in without a mouse."""

import resource
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app import edits
from app.carer import carer_of
from app.children import Child
from app.edits import NewKin
from app.fingerprint import CHANGED, card_scene, card_state
from app.school import School
from app.status import register_status
from app.vault import Setup
from app.whereabouts import confirmed
from db import keys
from db.vault import FileVault
from tests.journeys.clerk import NAME, NONE, NOW, PASSWORD, SCHOOL, Clerk, focused
from tests.journeys.test_half_typed import LINE, power_cut
from ui.paper.cards import CardJob
from ui.paper.prints import print_records
from ui.pieces.editors import LineEdit
from ui.session import PRINT
from ui.survey.page import SurveyPage

K = Qt.Key
FIRST = date(2026, 9, 1)
CLASS = "三（1）班"


class Typing(Clerk):
    """A clerk whose keys are counted: a word from the input method is its pinyin, four keys a character."""

    presses = 0

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
        self.presses += 1
        super().key(key, with_)

    def write(self, text: str) -> None:
        self.presses += len(text) if text.isascii() else 4 * len(text)
        super().write(text)

    def tabs(self, number: int) -> None:
        """Tab on so many times."""
        for _ in range(number):
            self.key(K.Key_Tab)


@pytest.fixture
def school(folder: Path) -> Path:
    """A class of twenty in which everybody's parents are away, grandmothers look after them, all cards are printed."""
    setup = Setup(School(SCHOOL, started_on=date(2026, 8, 31)), NAME, PASSWORD, "2026-1", FIRST, date(2027, 1, 15))
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    made = store.apply("班级", edits.add_class("primary", 2024, 1)).ids["class"]
    for number in range(20):
        family = (
            NewKin("父亲", f"父{number:02d}", f"139004677{number:02d}", "away", "浙江宁波"),
            NewKin("母亲", f"母{number:02d}", f"136002890{number:02d}", "away", "浙江宁波"),
            NewKin("外祖母", f"婆{number:02d}", f"158002890{number:02d}", carer=True),
        )
        store.apply("添加", edits.add_child({"name": f"孩子{number:02d}"}, made, FIRST, by=NAME, family=family))
    snapshot = store.snapshot()
    job = CardJob("school", list(snapshot.children.values()), snapshot, FIRST)
    store.apply("打印", print_records(job, NOW), kind=PRINT)
    store.close()
    return folder


@pytest.fixture
def typing(clerk: Clerk) -> Typing:
    clerk.__class__ = Typing
    assert isinstance(clerk, Typing)
    return clerk


def page(clerk: Clerk) -> SurveyPage:
    shown = clerk.window.page
    assert isinstance(shown, SurveyPage)
    return shown


def opened(clerk: Clerk, folder: Path) -> SurveyPage:
    """The survey of the class, reached from the roster."""
    clerk.starts(folder)
    clerk.logs_in()
    clerk.press("调查登记")
    return page(clerk)


def pupils(clerk: Clerk) -> list[Child]:
    """The class in the order of the forms."""
    return list(page(clerk).survey.children.values())


def key_in(clerk: Typing) -> None:
    """Twelve forms with red on them, the other eight without; every number and word is typed by keys."""
    for number in range(20):
        if number % 5 in (1, 4):
            clerk.key(K.Key_F8)
            continue
        if number % 5 == 0:  # a new number of the father
            clerk.tabs(1)
            clerk.write(f"150008841{number:02d}")
        elif number % 5 == 2:  # the mother came home in August
            clerk.key(K.Key_Down)
            clerk.tabs(2)
            clerk.write("2")
            clerk.tabs(1)
            clerk.write("8.20")
        else:  # the other grandmother took over
            clerk.key(K.Key_Down)
            clerk.key(K.Key_Down)
            clerk.write("龙妹珍")
            clerk.tabs(1)
            clerk.write(f"138123456{number:02d}")
            clerk.tabs(1)
            clerk.write("奶奶")
        clerk.key(K.Key_F8)


def test_a_class_of_twenty_with_twelve_corrections(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    assert survey.survey.day == date(2026, 11, 24), "long after the term began the corrections hold from today"
    typing.fill("填表日期", "2026-9-1")
    typing.key(K.Key_Return)
    survey.grid.setFocus()
    typing.presses = 0
    key_in(typing)
    typing.look("survey-keyed")
    assert typing.reads("三（1）班都过了一遍") and typing.reads("记下 24 处改动")
    typing.control(K.Key_Return)
    # Ten minutes are 600 seconds: one key in two seconds is enough.
    assert typing.presses <= 250, typing.presses
    assert typing.reads("三（1）班都登记好了") and typing.reads("记下了，Ctrl+Z 撤回")

    children = pupils(typing)
    assert {child.confirmed_on for child in children} == {FIRST}
    assert children[0].kin[0].phones[0].number == "15000884100"
    mother = children[2].kin[1]
    home, before = confirmed(mother, FIRST), confirmed(mother, date(2026, 8, 19))
    assert home is not None and home.kind == "home" and home.from_day == date(2026, 8, 20)
    assert before is not None and before.kind == "away"
    assert [register_status(children[2], day).status for day in (date(2026, 8, 19), FIRST)] == ["both_away", "one_away"]
    carer, earlier = carer_of(children[3], FIRST).kin, carer_of(children[3], date(2026, 8, 31)).kin
    assert carer is not None and (carer.relation, carer.name) == ("祖母", "龙妹珍")
    assert earlier is not None and earlier.name == "婆03"
    scene = card_scene(typing.window.session.snapshot, typing.window.session.today)
    assert sum(card_state(child, scene)[0] == CHANGED for child in children) == 12

    typing.control(K.Key_Z)
    assert {child.confirmed_on for child in pupils(typing)} == {None}
    assert not any(card_state(child, scene)[0] == CHANGED for child in pupils(typing))


def test_a_wrong_cell_is_marked_and_holds_the_class_back(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    typing.tabs(1)
    typing.write("1381234")
    typing.key(K.Key_Return)
    typing.write("两个")
    typing.control(K.Key_Return)
    typing.look("survey-wrong")
    first = pupils(typing)[0]
    assert survey.survey.mistakes() == {(first.id, "父亲.phone"): "phone_length", (first.id, "母亲.phone"): "not_a_phone"}
    assert survey.desk.here() == (first.id, "父亲.phone"), "the cursor is in the first wrong cell"
    assert typing.reads("号码少了或多了几位") and typing.reads("先改 2 格")
    assert typing.window.session.store.last_action().label != "登记"  # type: ignore[union-attr]
    typing.write("13812345678")
    typing.key(K.Key_Return)
    typing.press("还原这一格")
    assert survey.survey.text(first.id, "母亲.phone") == "136 0028 9000"
    typing.control(K.Key_Return)
    assert pupils(typing)[0].kin[0].phones[0].number == "13812345678"


def test_the_rest_without_red_in_one_key(typing: Typing, school: Path) -> None:
    opened(typing, school)
    typing.key(K.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    typing.control(K.Key_Return)
    assert {child.confirmed_on for child in pupils(typing)} == {date(2026, 11, 24)}
    assert typing.reads("三（1）班都登记好了")


def test_as_above_for_the_mother_and_as_the_form_before(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    first, second = pupils(typing)[:2]
    survey.grid.go_to(first.id, "父亲.place")
    typing.write("广东东莞")
    typing.key(K.Key_Return)
    typing.control(K.Key_D)
    assert survey.survey.text(first.id, "母亲.place") == "广东东莞"
    survey.grid.go_to(first.id, "call_time")
    typing.write("周日晚 7 点")
    typing.key(K.Key_Return)
    survey.grid.go_to(second.id, "call_time")
    typing.control(K.Key_D)
    assert survey.survey.text(second.id, "call_time") == "周日晚 7 点"


def test_pages_down_stay_in_the_same_answer(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    first, second = pupils(typing)[:2]
    survey.grid.go_to(first.id, "照料人.phone")
    typing.key(K.Key_PageDown)
    assert survey.desk.here() == (second.id, "照料人.phone")
    typing.key(K.Key_Return)
    assert survey.desk.here() == (second.id, "address"), "Enter goes down, onto the cell that spans the place"
    typing.key(K.Key_PageUp)
    assert survey.desk.here() == (first.id, "address")


def test_who_takes_over_brings_what_the_file_knows(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    first = pupils(typing)[0]
    survey.grid.go_to(first.id, "照料人.relation")
    typing.write("妈妈")
    typing.key(K.Key_Return)
    assert survey.survey.text(first.id, "照料人.name") == "母00"
    survey.grid.go_to(first.id, "母亲.kind")
    typing.write("2")
    typing.key(K.Key_Return)
    assert survey.survey.text(first.id, "母亲.place") == "", "who came home has left the place"


def test_left_half_keyed_it_is_there_the_next_time(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    typing.key(K.Key_F8)
    typing.tabs(1)
    typing.write("15000884172")
    typing.key(K.Key_Return)
    typing.key(K.Key_Escape)
    assert typing.roster.isVisible()
    second = list(survey.survey.children)[1]
    typing.leaves()
    typing.starts(school)
    typing.logs_in()
    assert typing.roster.isVisible(), "what was put away by hand does not come up by itself"
    typing.press("调查登记")
    assert page(typing).survey.text(second, "父亲.phone") == "150 0088 4172"
    assert typing.reads("18 个没登记")


@pytest.mark.parametrize("story", ["survey"])
def test_half_keyed_when_the_power_goes(typing: Typing, school: Path, story: str) -> None:
    power_cut(school, story)
    typing.starts(school)
    typing.logs_in()
    typing.look("cut-survey")
    assert typing.reads(LINE)
    first, second, third = pupils(typing)[:3]
    survey = page(typing).survey
    assert survey.is_same(first.id)
    assert survey.text(second.id, "父亲.phone") == "150 0088 4172"
    assert page(typing).desk.here() == (third.id, "母亲.place")
    editor = focused()
    assert isinstance(editor, LineEdit) and editor.text() == "guang"
    typing.write("dong")
    typing.key(K.Key_Return)
    assert page(typing).survey.text(third.id, "母亲.place") == "guangdong"


def test_the_lock_leads_back_to_the_same_cell(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    first = pupils(typing)[0]
    typing.tabs(1)
    typing.write("1500088")
    typing.shell.idle.idle.emit()
    typing.logs_in()
    assert page(typing).desk.here() == (first.id, "父亲.phone")
    assert survey.survey.text(first.id, "父亲.phone") == "1500088"
    typing.write("15000884172")
    typing.key(K.Key_Return)
    assert survey.survey.text(first.id, "父亲.phone") == "150 0088 4172"


def test_a_full_disk_keeps_every_correction(typing: Typing, school: Path) -> None:
    survey = opened(typing, school)
    typing.tabs(1)
    typing.write("15000884172")
    typing.key(K.Key_Return)
    first = pupils(typing)[0]
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        typing.control(K.Key_Return)
        assert typing.reads("什么也没有改")
        assert survey.survey.text(first.id, "父亲.phone") == "150 0088 4172"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    typing.control(K.Key_Return)
    assert pupils(typing)[0].kin[0].phones[0].number == "15000884172"


@pytest.mark.parametrize("size", [(911, 465), (1366, 697)])
def test_a_whole_form_is_seen_on_a_small_screen(typing: Typing, school: Path, size: tuple[int, int]) -> None:
    typing.size = size
    survey = opened(typing, school)
    for _ in range(3):
        typing.key(K.Key_PageDown)
    grid, third = survey.grid, pupils(typing)[3]
    typing.look(f"survey-{size[0]}")
    model = grid.model()
    top = grid.visualRect(model.index(3 * 5, 2)).top()
    bottom = grid.visualRect(model.index(3 * 5 + 4, 6)).bottom()
    assert grid.current_child() == third.id
    assert top >= 0 and bottom <= grid.viewport().height()
