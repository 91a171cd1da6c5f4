"""One plan on the page: title, text, stages, and what was seen in the middle and at the end."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.edits import BadValue
from app.edits.work_plan import delete_plan, write_plan
from app.school import Snapshot
from app.termdays import Term
from app.terms import split_code, term_code
from app.work_plan import OF_TERM, OF_YEAR, WorkPlan, begun_from, parts_of, plan_of
from ui import plan_words as words
from ui import tokens
from ui.activities.facts import FieldGrid
from ui.card import Card
from ui.children.card import Column
from ui.pieces.button import Button
from ui.pieces.fields import AreaField, Field, LineField
from ui.pieces.label import Label
from ui.plan.stages import StageLines
from ui.plan.term_links import TermLinks
from ui.session import Session

DRAFT = "plan."


class PlanDesk(QWidget):
    """`show_plan` shows that of a term and span, or an empty one; what is typed and not stored stays as a draft."""

    stored = Signal()
    goes = Signal(object)
    """(code of a term, span): to the plan of one of the year's terms."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.term: Term | None = None
        self.span, self.plan = OF_TERM, None  # type: str, WorkPlan | None
        self._given: dict[str, Any] = {}
        tr = self.tr
        self.fields: dict[str, Field] = {
            "title": LineField(tr("计划叫什么")), "text": AreaField(tr("总的打算，一段一行"), lines=3),
            "midterm": AreaField(tr("期中看一看：做到哪了"), lines=3),
            "review": AreaField(tr("期末总结：做成了什么"), lines=3),
        }  # fmt: skip
        self.stages = StageLines(session, tr("分步"))
        self.terms = TermLinks()
        self.start = Button(tr("照上一份写"))
        self.remove = Button(tr("删除这份计划"), kind="link")
        self.go = Button(tr("记下"), keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self._lay_out()
        self.go.clicked.connect(self.commit)
        self.start.clicked.connect(self.begin_from_last)
        self.remove.clicked.connect(self.delete)
        self.terms.chosen.connect(self.goes)
        self.stages.submitted.connect(self.commit)
        self.stages.changed.connect(self.keep)
        for field in self.fields.values():
            field.typing.connect(self.keep)

    # what the page asks

    def show_plan(self, term: Term, span: str) -> None:
        """Show that plan, with what was typed before if that was never stored."""
        self._session.drafts.flush()
        self.term, self.span = term, span
        plans = self._session.store.work_plans.plans()
        self.plan = plan_of(plans, self._session.snapshot.terms, term, span)
        shown = self.plan or WorkPlan(0, term.id, span, words.proposed_title(term.code, span))
        self._fill(shown)
        self.terms.show_parts(parts_of(shown, plans, self._session.snapshot.terms))
        self._given = self._typed()
        kept = self._session.drafts.read(self.draft())
        if kept:
            for key, text in kept.get("fields", {}).items():
                self.fields[key].put_back(text)
            self.stages.put_back(kept.get("stages", {}))
        self.start.setVisible(self.plan is None and self._last(plans) is not None)
        self.remove.setVisible(self.plan is not None)

    def told(self) -> WorkPlan:
        """The plan as it stands here."""
        assert self.term is not None
        texts = {key: field.typed() for key, field in self.fields.items()}
        known, term = (self.plan.id, self.plan.term_id) if self.plan else (0, self.term.id)
        return WorkPlan(known, term, self.span, stages=self.stages.told(), **texts)

    def is_changed(self) -> bool:
        """Whether something is typed that is not stored."""
        self.stages.finish_typing()
        return bool(self._draft())

    def commit(self) -> bool:
        """Store it; what is wrong gets the cursor instead."""
        self.stages.finish_typing()
        mistakes = self.stages.mistakes()
        if mistakes:
            (row, column), why = next(iter(mistakes.items()))
            self.stages.edit_cell(row, column)
            self._session.failed.emit(self.tr("没有存下：{0}。").format(why))
            return False
        try:
            changes = write_plan(self.told(), self.plan)
        except BadValue as error:
            self._session.failed.emit(self.tr("没有存下：{0}。").format(words.wrong(error)))
            self.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        label = (self.tr("改{0}") if self.plan else self.tr("写{0}")).format(words.span_word(self.span))
        if changes and self._session.attempt(label, changes) is None:
            return False
        self._session.drafts.drop(self.draft())
        self.stored.emit()
        return True

    def begin_from_last(self) -> None:
        """Last time's plan as a start; nothing is stored yet."""
        last = self._last(self._session.store.work_plans.plans())
        if last is None or self.term is None:
            return
        begun = begun_from(last, self._first(last.term_id), self.term.from_day)
        self._fill(begun, words.proposed_title(self.term.code, self.span))
        self.keep()

    def delete(self) -> None:
        """Take the plan away; Ctrl+Z brings it back."""
        if self.plan is not None:
            label = self.tr("删除{0}").format(words.span_word(self.span))
            self._session.attempt(label, delete_plan(self.plan), said=self.tr("{0}，Ctrl+Z 撤回").format(label))
            self._session.drafts.drop(self.draft())
            self.stored.emit()

    def keep(self) -> None:
        """Keep what was typed as a draft."""
        self._session.drafts.keep_of(self, self.draft, self._draft, "plan")

    def draft(self) -> str:
        """The key of what is half typed here."""
        code = self.term.code if self.term else ""
        if code and self.span == OF_YEAR:
            code = term_code(split_code(code)[0], 1)  # one plan for both terms
        return f"{DRAFT}{code}.{self.span}"

    # inside

    def _draft(self) -> dict[str, Any]:
        typed = self._typed()
        return {} if typed == self._given or self.term is None else {**typed, "term": self.term.code, "span": self.span}

    def _typed(self) -> dict[str, Any]:
        return {"fields": {key: field.typed() for key, field in self.fields.items()}, "stages": self.stages.texts()}

    def _fill(self, plan: WorkPlan, title: str = "") -> None:
        for key, field in self.fields.items():
            field.revert()
            field.set_value(title if title and key == "title" else str(getattr(plan, key)))
            field.revert()
        self.stages.show_stages(plan.stages)

    def _last(self, plans: list[WorkPlan]) -> WorkPlan | None:
        """The newest plan of the span before this term."""
        if self.term is None:
            return None
        before = [one for one in plans if one.span == self.span and self._first(one.term_id) < self.term.from_day]
        return max(before, key=lambda one: self._first(one.term_id), default=None)

    def _first(self, term_id: int) -> date:
        return next((one.from_day for one in self._session.snapshot.terms if one.id == term_id), date.max)

    def _lay_out(self) -> None:
        fields = self.fields
        card = Card("")
        for piece in (FieldGrid([[fields["title"]]]), fields["text"], Label(self.tr("分步，什么时候做什么"), "second"),
                      self.stages, self.terms, FieldGrid([[fields["midterm"], fields["review"]]])):  # fmt: skip
            card.column.addWidget(piece)
        whole = Column(self.tr("这份计划"), right=6)
        whole.add(card)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.GAP)
        for widget in (self.start, self.remove):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(whole, 1)
        column.addLayout(foot)


def terms_to_plan(snapshot: Snapshot) -> list[Term]:
    """The terms that a plan can be written for, the newest first."""
    return [one for one in reversed(snapshot.terms) if one.id]
