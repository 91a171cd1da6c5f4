"""What stands on the survey page: head, grid, the line about the current cell, and the one button."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.children import Child
from app.days import on_paper
from app.survey_class import ClassSurvey
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.entry_model import Mark
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.session import Session
from ui.survey import words
from ui.survey.grid import SurveyGrid


class SurveyDesk(QWidget):
    """Shows a `ClassSurvey`; what a person does goes out as signals."""

    reverted = Signal(int, str)
    """(child, key) of a correction to be taken back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._survey: ClassSurvey | None = None
        self._wrong: Mapping[tuple[int, str], str] = {}
        self.heading = Label("", "heading", wrap=True)
        self.line = Label("", "second", "ink2", wrap=True)
        self.classes = ComboField("", [])
        self.classes.name_it(self.tr("班级"))
        self.day = DateField("", today=lambda: session.today, needed=True)
        self.day.name_it(self.tr("填表日期"))
        self.day.setToolTip(self.tr("纸上没写哪天起的改动，从这天算起"))
        self.print = Button(self.tr("打印调查表"), icon="printer")
        self.print.setToolTip("Ctrl+P")
        self.grid = SurveyGrid(self.tr("调查登记"))
        self.hint = Label("", "second", "ink2", wrap=True)
        self.revert = Button(self.tr("还原这一格"), kind="link")
        self.rest = Button("", keys="Shift+F8")
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=40)
        self._lay_out()
        self.grid.moved.connect(lambda _row, _column: self._hint())
        self.revert.clicked.connect(lambda: self.reverted.emit(*self.here()))

    def here(self) -> tuple[int, str]:
        """(child, key) of the current cell; (0, "") where there is no answer."""
        row, column = self.grid.here()
        return self.grid.answer_at(row, column) if column else (0, "")

    def show_survey(self, survey: ClassSurvey, class_name: str) -> None:
        """Show all of it anew; the current cell stays."""
        self._survey, self._wrong = survey, survey.mistakes()
        numbered = enumerate(survey.children.items(), 1)
        told = {child_id: self._told(number, child) for number, (child_id, child) in numbered}
        self.grid.show_children(told, {key: survey.answers(key) for key in survey.children})
        marks = {
            self.grid.place(*cell): Mark("changed", self.tr("原 {0}").format(old or self.tr("空")))
            for cell, old in survey.cells().items()
        }
        marks |= {self.grid.place(*cell): Mark("wrong", words.why(cell[1], why)) for cell, why in self._wrong.items()}
        self.grid.set_marks(marks)
        self._say(survey, class_name)
        self._hint()

    def _told(self, number: int, child: Child) -> str:
        assert self._survey is not None
        count = self._survey.corrected(child.id)
        mark, state = "wait", self.tr("还没登记")
        if count:
            mark, state = "changed", self.tr("改了 {0} 处").format(count)
        elif self._survey.is_same(child.id):
            mark, state = "done", self.tr("没变化")
        elif self._survey.is_checked(child.id) and child.confirmed_on is not None:
            mark, state = "done", self.tr("{0}核对过").format(on_paper(child.confirmed_on)[5:])
        return "\n".join((child.name, str(number), mark, state))

    def _say(self, survey: ClassSurvey, name: str) -> None:
        self.grid.set_empty(self.tr("还没有要登记的孩子。先把孩子放进【儿童名册】，印好调查表发给班主任，收回来在这里照着敲。"))
        waiting, ready, cells = len(survey.waiting()), len(survey.ready()), len(survey.cells())
        if not survey.children:
            self.heading.setText(self.tr("调查表：{0}还没有孩子").format(name))
        elif waiting:
            self.heading.setText(self.tr("{0}还有 {1} 个没登记").format(name, waiting))
        elif ready:
            self.heading.setText(self.tr("{0}都过了一遍").format(name))
        else:
            self.heading.setText(self.tr("{0}都登记好了").format(name))
        count = len(survey.children)
        self.line.setText(self.tr("{0} 个孩子，次序和纸上一样。红笔改的敲进去，没改的按 F8。").format(count))
        self.rest.setVisible(bool(waiting))
        self.rest.set_label(self.tr("其余 {0} 人没变化").format(waiting))
        wrong = len(self._wrong)
        if wrong:
            self.go.set_label(self.tr("先改 {0} 格").format(wrong))
        elif cells:
            self.go.set_label(self.tr("记下 {0} 处改动").format(cells))
        else:
            self.go.set_label(self.tr("记下 {0} 人没变化").format(ready) if ready else self.tr("没有要记的"))
        self.go.setEnabled(bool(ready))

    def _hint(self) -> None:
        """About the current cell: what stood there, what is wrong, what follows."""
        child_id, key = self.here()
        changed = self._survey is not None and (child_id, key) in self._survey.cells()
        self.revert.setVisible(changed)
        if self._survey is None or not changed:
            self.hint.setText("")
            return
        old, new = self._survey.old(child_id, key), self._survey.text(child_id, key)
        wrong = self._wrong.get((child_id, key), "")
        said = words.why(key, wrong) if wrong else words.what_follows(key, old, new, self._survey.day)
        before = self.tr("{0}原来是“{1}”。").format(words.spoken(key), old) if old else ""
        self.hint.setText(before + (f"{said}。" if said else ""))
        self.hint.set_tone("over" if wrong else "")

    def _lay_out(self) -> None:
        self.classes.setFixedWidth(tokens.px(128))
        self.day.setFixedWidth(tokens.px(176))
        head = QHBoxLayout()
        head.setSpacing(tokens.BETWEEN)
        head.addWidget(self.heading, 1)
        date_of = Label(self.tr("填表日期"), "second")
        date_of.setBuddy(self.day)
        for widget in (self.classes, date_of, self.day):
            head.addWidget(widget)
        head.addWidget(self.print)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.BETWEEN)
        foot.addWidget(self.hint, 1)
        for button in (self.revert, self.rest, self.go):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 10)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)
