"""The rules in the settings under real keys and clicks on a real file."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.care_rules import COMMON, FULL, PRESETS, nearest_preset, on_day, preset
from app.rule_load import loads, total
from db.store import FileStore
from tests.ui.rules.conftest import TODAY, Open
from ui.paper.output import pdf_bytes
from ui.paper.print_page import PrintPage
from ui.paper.rule_sheet import RulesJob, rules_paper
from ui.rules.desk import EDITOR, PRESET, TABLE, RuleDesk
from ui.rules.table import KEYS
from ui.settings.page import SettingsPage
from ui.settings.rules import RulesSection
from ui.window import Window

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def key(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, with_)


def cells(rules: RuleDesk, name: str) -> list[str]:
    row = KEYS.index(name) + 1
    model = rules.table.model()
    line = rules.table._model.place(row)
    return [str(model.index(line, column).data()) for column in range(model.columnCount())]


def open_by_keys(rules: RuleDesk, name: str) -> None:
    rules.table.setFocus()
    rules.table.set_current(KEYS.index(name) + 1)
    key(K.Key_Return)
    assert rules.stack.currentIndex() == EDITOR


def choose(field: QWidget, words: str) -> None:
    """Choose in the combo box that has the cursor, by keys alone."""
    from PySide6.QtWidgets import QComboBox

    assert isinstance(field, QComboBox) and field.hasFocus()
    while field.currentText() != words:
        before = field.currentIndex()
        key(K.Key_Down if field.findText(words) > before else K.Key_Up)
        assert field.currentIndex() != before


def test_the_table_says_the_rules_in_words(rules: RuleDesk) -> None:
    assert rules.now.text() == "现在用“常用”这一套"
    assert len(rules.table.rows()) == len(KEYS)
    assert cells(rules, "talk")[:3] == ["谈心 每个留守儿童", "每周 1 次 最晚当周最后上课日", "代理家长"]
    assert cells(rules, "letter")[0] == "给父母写信 三年级起的留守儿童"
    assert cells(rules, "talk")[4] == "篇三 3.5 篇十 10.8"
    assert cells(rules, "award")[1:4] == ["—", "", ""], "what is not in use owes nothing"
    snapshot = rules.session.snapshot
    whole = total(loads(snapshot, preset(COMMON), TODAY).values())
    assert rules.count.text() == f"14 条，这个月 {whole.month} 件，每周大约 {round(whole.per_week)} 件。"


def test_a_rule_is_changed_by_keys_from_the_next_time_on_and_taken_back(window: Window, rules: RuleDesk) -> None:
    snapshot = rules.session.snapshot
    open_by_keys(rules, "talk")
    weekly = loads(snapshot, [on_day((), TODAY)["talk"]], date(2026, 12, 1))["talk"]
    key(K.Key_Tab)
    choose(focused(), "每月")
    monthly = loads(snapshot, [replace(on_day((), TODAY)["talk"], span="month")], date(2026, 12, 1))["talk"]
    assert rules.editor.terms.text() == "每周 1 次 → 每月 1 次，当周最后上课日 → 当月最后上课日"
    assert rules.editor.load.text() == (
        f"这个月 {monthly.month} 件，每周大约 {round(monthly.per_week)} 件"
        f"（现在是这个月 {weekly.month} 件，每周大约 {round(weekly.per_week)} 件）")  # fmt: skip
    assert rules.editor.go.label() == "12月1日起这样做"
    key(K.Key_Return, CONTROL)
    assert rules.stack.currentIndex() == TABLE and rules.table.hasFocus()
    now = rules.session.snapshot.rules
    assert on_day(now, TODAY)["talk"].span == "week" and on_day(now, date(2026, 12, 1))["talk"].span == "month"
    assert cells(rules, "talk")[1] == "每周 1 次 12月1日起每月 1 次"
    last = rules.session.store.last_action()
    assert last is not None and last.label == "12月1日起改“谈心”"
    window.session.undo()
    assert rules.session.snapshot.rules == ()
    assert cells(rules, "talk")[1] == "每周 1 次 最晚当周最后上课日"


def test_esc_changes_nothing(window: Window, rules: RuleDesk) -> None:
    open_by_keys(rules, "visit")
    key(K.Key_Tab)
    choose(focused(), "每月")
    key(K.Key_Escape)
    assert rules.stack.currentIndex() == TABLE and window.key == "settings"
    assert rules.session.snapshot.rules == ()
    open_by_keys(rules, "visit")
    assert rules.editor.fields.often.value() == "term"
    assert not rules.editor.go.isEnabled() and rules.editor.go.label() == "没有要改的"


def test_owner_count_deadline_and_grade(rules: RuleDesk) -> None:
    open_by_keys(rules, "family-call")
    for _step in range(2):
        key(K.Key_Tab)
    QTest.keyClick(focused(), K.Key_A, CONTROL)
    QTest.keyClicks(focused(), "2")
    key(K.Key_Tab)
    choose(focused(), "当月最后上课日")
    key(K.Key_Tab)
    choose(focused(), "代理家长")
    key(K.Key_Tab)
    choose(focused(), "三年级")
    key(K.Key_Tab)
    choose(focused(), "这一次起（11月1日）")
    rules.editor.go.click()
    rule = on_day(rules.session.snapshot.rules, TODAY)["family-call"]
    assert (rule.needed, rule.deadline, rule.owner, rule.grade_from) == (2, "S", "mentor", 3)
    assert rule.from_day == date(2026, 11, 1)
    assert cells(rules, "family-call")[:2] == ["亲情电话或书信 三年级起的留守儿童", "每月 2 次 最晚当月最后上课日"]
    assert rules.now.text() == "现在用“常用”这一套，改过 1 条"


def test_a_wrong_number_is_said_and_holds_it_back(rules: RuleDesk) -> None:
    open_by_keys(rules, "talk")
    rules.editor.fields.needed.editor.setFocus()
    QTest.keyClick(focused(), K.Key_A, CONTROL)
    QTest.keyClicks(focused(), "0")
    assert rules.editor.terms.text() == "写 1 到 31 的数" and not rules.editor.go.isEnabled()
    key(K.Key_Return, CONTROL)
    assert rules.stack.currentIndex() == EDITOR and rules.session.snapshot.rules == ()


def test_stopped_from_a_day_by_hand_and_warned_that_it_cuts_a_month(rules: RuleDesk) -> None:
    open_by_keys(rules, "carer")
    choose(focused(), "不用")
    assert not rules.editor.fields.often.isEnabled()
    rules.editor.from_day.choice.editor.setFocus()
    choose(focused(), "另选一天")
    date_field = rules.editor.from_day.date.editor
    assert date_field.isVisible()
    date_field.setFocus()
    QTest.keyClick(date_field, K.Key_A, CONTROL)
    QTest.keyClicks(date_field, "12.10")
    key(K.Key_Tab)
    assert rules.editor.cut.text.text() == "12月10日在一次的中间：12月1日到12月31日这一次就不算了。"
    assert rules.editor.go.label() == "12月10日起不用"
    rules.editor.go.click()
    assert "carer" not in on_day(rules.session.snapshot.rules, date(2026, 12, 10))
    assert cells(rules, "carer")[1] == "每月 1 次 12月10日起不用"
    rules.open_rule("carer")
    assert not rules.editor.past.isVisible() or "12月10日以前" in rules.editor.past.text()


def test_another_preset_is_looked_at_and_used(window: Window, rules: RuleDesk, store: FileStore) -> None:
    QTest.mouseClick(rules.presets.button(FULL), Qt.MouseButton.LeftButton)
    assert rules.stack.currentIndex() == PRESET
    assert rules.preset.title.text() == "换成“完整”：加 4 条，改 1 条，停 1 条"
    before, after = (total(loads(rules.session.snapshot, preset(name), date(2026, 12, 1)).values())
                     for name in (COMMON, FULL))  # fmt: skip
    assert rules.preset.load.text() == (
        f"一共：现在每周大约 {round(before.per_week)} 件，换了以后每周大约 {round(after.per_week)} 件")  # fmt: skip
    assert rules.preset.go.label() == "12月1日起用“完整”"
    key(K.Key_Escape)
    assert rules.stack.currentIndex() == TABLE and rules.presets.current() == COMMON
    QTest.mouseClick(rules.presets.button(FULL), Qt.MouseButton.LeftButton)
    key(K.Key_Return, CONTROL)
    now = store.snapshot().rules
    assert nearest_preset(now, TODAY) == (COMMON, 0) and nearest_preset(now, date(2026, 12, 1)) == (FULL, 0)
    window.session.undo()
    assert store.snapshot().rules == ()


def test_a_preset_from_the_beginning(rules: RuleDesk) -> None:
    rules.open_preset(FULL)
    rules.preset.from_day.choice.editor.setFocus()
    choose(focused(), "从一开始（8月31日）")
    rules.preset.go.click()
    assert rules.now.text() == "现在用“完整”这一套"
    assert rules.presets.current() == FULL


def test_the_start_day_is_set_back_and_taken_back(window: Window, rules: RuleDesk) -> None:
    editor = rules.start.editor
    editor.setFocus()
    QTest.keyClick(editor, K.Key_A, CONTROL)
    QTest.keyClicks(editor, "2026.8.24")
    key(K.Key_Tab)
    assert rules.session.snapshot.school.started_on == date(2026, 8, 24)
    last = rules.session.store.last_action()
    assert last is not None and last.label == "关爱规则从8月24日起用"
    window.session.undo()
    assert rules.session.snapshot.school.started_on == date(2026, 8, 31)


def test_what_is_half_typed_survives(open_window: Open, window: Window, rules: RuleDesk) -> None:
    open_by_keys(rules, "talk")
    key(K.Key_Tab)
    choose(focused(), "每月")
    key(K.Key_Tab)
    QTest.keyClick(focused(), K.Key_A, CONTROL)
    QTest.keyClicks(focused(), "3")
    rules.session.drafts.flush()
    again = open_window()
    assert again.session.drafts.page() == "settings"
    again.go("settings")
    page = again.page
    assert isinstance(page, SettingsPage) and page.resume()
    section = page.section("rules")
    assert isinstance(section, RulesSection)
    found = section.desk
    assert found.stack.currentIndex() == EDITOR
    assert (found.editor.fields.often.value(), found.editor.fields.needed.value()) == ("month", "3")
    found.editor.go.click()
    assert on_day(found.session.snapshot.rules, date(2026, 12, 1))["talk"].needed == 3
    assert again.session.drafts.page() == ""


def test_a_small_window_shows_what_it_makes_before_it_is_accepted(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(911, 465)
    window.go("settings", "rules")
    page = window.page
    assert isinstance(page, SettingsPage)
    section = page.section("rules")
    assert isinstance(section, RulesSection)
    rules = section.desk
    rules.open_rule("talk")
    rules.editor.fields.often.editor.setFocus()
    choose(focused(), "每月")
    qtbot.wait(50)
    for widget in (rules.editor.load, rules.editor.go):
        assert not widget.visibleRegion().isEmpty()
        assert page.rect().contains(widget.mapTo(page, widget.rect().bottomRight()))


def test_they_are_printed_on_one_sheet_for_the_wall(window: Window, rules: RuleDesk, store: FileStore) -> None:
    QTest.mouseClick(rules.print, Qt.MouseButton.LeftButton)
    printing = window.page
    assert isinstance(printing, PrintPage)
    assert printing.heading.text() == "打印关爱规则：14 条，1 张纸" and "可以上墙" in printing.panel.counts.text()
    for name in PRESETS:
        warnings: list[str] = []
        paper = rules_paper(RulesJob((), replace(store.snapshot(), rules=preset(name)), TODAY))
        pdf_bytes(paper, warnings)
        assert (len(paper.sheets), warnings) == (1, [])


def test_a_yearly_rule_may_be_due_by_a_festival(rules: RuleDesk) -> None:
    open_by_keys(rules, "health")
    combo = rules.editor.fields.deadline.editor
    words = [combo.itemText(place) for place in range(combo.count())]
    assert words[2:] == ["6月1日", "中秋节前", "国庆节前", "重阳节前", "元旦前", "除夕前", "春节前", "元宵节前", "清明节前",
                         "劳动节前", "六一儿童节前", "端午节前"]  # fmt: skip
    combo.setFocus()
    choose(combo, "端午节前")
    assert rules.editor.terms.text() == "学年最后上课日 → 端午节前"
    key(K.Key_Return, CONTROL)
    changed = [one for one in rules.session.snapshot.rules if one.key == "health" and one.by_date]
    assert [one.by_date for one in changed] == ["端午节"]
    open_by_keys(rules, "talk")
    assert rules.editor.fields.deadline.editor.count() == 2, "a week has no such days"
