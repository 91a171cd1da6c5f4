"""The page 调查登记: one class's forms keyed in, only what is red; the whole class is one action that can be undone."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.cards import in_class_order
from app.children import Child
from app.classnames import class_order
from app.enrolment import name_on, pupils_on
from app.survey_class import ClassSurvey, usual_day
from ui import labels
from ui.drafts import Made, Words
from ui.page import Page
from ui.session import Session
from ui.survey.desk import SurveyDesk
from ui.work import Work

FIRST = "父亲.name"
DRAFT = "survey"


class SurveyPage(Page):
    """`arrive` takes a class by name, or (its id, children whose scanned form says 没有变化), or what was shown."""

    can = frozenset({"print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.class_id = 0
        self.survey = ClassSurvey(session.today, usual_day(session.snapshot, session.today))
        self.desk = SurveyDesk(session)
        self.grid = self.desk.grid
        self._typing = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Tab", self.tr("下一格")), ("Enter", self.tr("往下")), ("PgDn", self.tr("下一个孩子")),
            ("F8", self.tr("没变化，下一个")), ("Ctrl+D", self.tr("和上面一样")), ("Ctrl+Enter", self.tr("全班记下")),
            ("Esc", self.tr("返回")),
        ]  # fmt: skip

    def arrive(self, want: object) -> None:
        named = {name: key for key, name in self._classes().items()}
        class_id, same = want if isinstance(want, tuple) else (named.get(str(want), 0), ())
        if class_id in self._classes() or self.class_id not in self._classes():
            self.show_class(class_id or next(iter(self._classes()), 0))
        if self.survey.come_back(same):
            self._changed()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def resume(self) -> bool:
        number = self._session.drafts.opened().removeprefix(f"{DRAFT}.")
        if not number.isdigit() or int(number) not in self._classes():
            return False
        if int(number) != self.class_id:
            self.show_class(int(number))
        typing = self._session.drafts.read(self._key()).get("typing", "")
        if typing:
            self.grid.type_on(typing)
        return True

    def refresh(self, touched: frozenset[int] | None) -> None:
        if self.class_id:
            self.survey.show(self._children(), self._session.today)
            self._show()

    def leave(self) -> bool:
        self.grid.finish_typing()
        self._session.drafts.keep(self._key(), self._draft_of(self.class_id, self.survey))
        return True

    def back(self) -> bool:
        self._session.drafts.close(self._key())
        return False

    def print_out(self) -> None:
        """The forms of this class, or a blank one."""
        self.goes.emit("print", (self.class_id, "survey"))

    def help_text(self) -> str:
        return self.tr(
            "调查表收回来，照着纸一个一个过：红笔改了的敲进去，没有红笔的按 F8。格子的次序和纸上一样。"
            "在外写 1，在家写 2；没写哪天起的改动，从上面的填表日期算起，以前的日子不变。"
            "新电话排在第一，原来的留着；打不通的写“停机”。"
            "Ctrl+Enter 把全班一起记下，Ctrl+Z 一次撤回；没记下就走开，敲过的都留着。"
        )

    # inside

    def show_class(self, class_id: int) -> None:
        """Show the forms of a class, with what was keyed and not written yet."""
        if self.class_id:
            self._keep()
        self.class_id = class_id
        self.survey = ClassSurvey(self._session.today, usual_day(self._session.snapshot, self._session.today))
        self.survey.show(self._children(), self._session.today)
        draft = self._session.drafts.read(self._key())
        self.survey.take(draft)
        self._show()
        child_id, key = draft.get("at", (0, ""))
        if child_id not in self.survey.children:
            child_id, key = next(iter(self.survey.children), 0), FIRST
        if child_id:
            self.grid.go_to(child_id, key or FIRST)

    def commit(self) -> bool:
        """Ctrl+Enter: write the whole class as one action. A wrong cell gets the cursor instead."""
        wrong = self.survey.mistakes()
        if wrong:
            self.grid.go_to(*next(iter(wrong)))
            return False
        cells, forms = len(self.survey.cells()), len(self.survey.ready())
        if not forms or not self.desk.day.commit():
            return False
        label = labels.survey(self._classes()[self.class_id], cells, forms)
        kept, self.survey = self.survey, ClassSurvey(self._session.today, self.survey.day)
        if self._session.attempt(label, kept.changes(self._session.store.user)) is None:
            self.survey = kept
            self._show()
            return False
        self._session.drafts.drop(self._key())
        return True

    def _edited(self, row: int, column: str, text: str) -> None:
        self._typing = ""
        self.survey.write(*self.grid.answer_at(row, column), text)
        self._changed()

    def _unchanged(self, child_id: int) -> None:
        self.survey.leave_as_is(child_id)
        self._changed()
        ids = list(self.survey.children)
        place = ids.index(child_id) + 1
        if child_id in self.survey.ready() and place < len(ids):
            self.grid.go_to(ids[place], FIRST)

    def _rest(self) -> None:
        self.survey.leave_the_rest()
        self._changed()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _revert(self, child_id: int, key: str) -> None:
        self.survey.write(child_id, key, self.survey.old(child_id, key))
        self._changed()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_day(self, _iso: str) -> None:
        day = self.desk.day.day()
        if day is not None:
            self.survey.day = min(day, self._session.today)
            self._changed()

    def _type(self, _row: int, _column: str, text: str) -> None:
        self._typing = text
        self._keep()

    def _changed(self) -> None:
        self._show()
        self._keep()

    def _key(self) -> str:
        return f"{DRAFT}.{self.class_id}"

    def _keep(self) -> None:
        self._session.drafts.keep(self._key(), self._draft_of(self.class_id, self.survey), "survey")

    def _draft_of(self, class_id: int, survey: ClassSurvey) -> Made:
        def draft() -> Words | None:
            if not isValid(self):
                return None
            if class_id != self.class_id:
                return survey.words()
            words = self.survey.words() or ({"day": self.survey.day.isoformat()} if self._typing else {})
            return words and words | {"at": self.desk.here(), "typing": self._typing}

        return draft

    def _show(self) -> None:
        classes = self._classes()
        self.desk.classes.set_value(str(self.class_id or ""))
        named = [(str(key), name) for key, name in classes.items()]
        self.desk.classes.set_options(named or [("", self.tr("还没有班级"))])
        self.desk.day.set_value(self.survey.day.isoformat())
        self.desk.show_survey(self.survey, classes.get(self.class_id, ""))

    def _children(self) -> list[Child]:
        snapshot, day = self._session.snapshot, self._session.today
        found = [child for child, school_class in pupils_on(snapshot, day) if school_class.id == self.class_id]
        return in_class_order(found, snapshot, day)

    def _classes(self) -> dict[int, str]:
        snapshot, day = self._session.snapshot, self._session.today
        found = {school_class.id: school_class for _child, school_class in pupils_on(snapshot, day)}
        ordered = sorted(found.values(), key=lambda one: class_order(one.stage, one.entry_year, one.number))
        return {one.id: name_on(one, day, snapshot.school.system) for one in ordered}

    def _connect(self) -> None:
        desk, grid = self.desk, self.grid
        desk.classes.committed.connect(lambda key: self.show_class(int(key)) if key else None)
        desk.day.committed.connect(self._set_day)
        desk.print.clicked.connect(self.print_out)
        desk.reverted.connect(self._revert)
        desk.rest.clicked.connect(self._rest)
        desk.go.clicked.connect(self.commit)
        grid.edited.connect(self._edited)
        grid.typing.connect(self._type)
        grid.submitted.connect(self.commit)
        grid.unchanged.connect(self._unchanged)
        grid.rest_unchanged.connect(self._rest)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px."""
        return QSize(640, 360)
