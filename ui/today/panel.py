"""The panel beside the list: whom it is about, the number to dial, what was before, what became of it, one button."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.asking import topics
from app.breaks import FARTHEST
from app.care import NOT_REACHED, REACHED, CareRecord
from app.care_rules import CHILD, CLASS
from app.carer import carer_of
from app.children import Child
from app.dialling import calls
from app.edits.settling import DEAD, FINISHED, LATER, Answer, kind_of
from app.enrolment import pupils_on
from app.kinship import spoken_relation
from app.promise import read_promise
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.status import NONE, register_status
from app.today import BIRTHDAY, FOLLOW_UP, LATE, NOW, Item, Plan
from ui import tokens
from ui.care_words import kind_word
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.name_cell import NameCell
from ui.pieces.panel import Hairline
from ui.pieces.side_panel import SidePanel
from ui.sentences import rule_word
from ui.session import Session
from ui.today import words
from ui.today.before import Contacts, Topics
from ui.today.day import Day
from ui.today.entry import Entry
from ui.today.lines import who_words
from ui.today.number_box import NumberBox
from ui.today.outcomes import CALLS

WIDE = 356
READ = 12
"""How many records of a child are read for what was before."""
AHEAD = 3
"""School days that are offered to put something off to."""


class TodayPanel(SidePanel):
    """Shows the chosen items; `done` asks to carry out what was said, `opened` to open the child's dossier."""

    done = Signal()
    opened = Signal(int)
    typing = Signal()

    def __init__(self, session: Session, day: Day) -> None:
        super().__init__(name=session.tr("做这一件"), width=WIDE)
        self._session, self._day = session, day
        self.items: tuple[Item, ...] = ()
        self.name = NameCell("", tokens.CELL_HEAD)
        self.title, self.about = Label("", "panel"), Label("", "second", "ink2", wrap=True)
        self.number = NumberBox()
        self.contacts, self.topics = Contacts(self.tr("最近三次")), Topics(self.tr("可以问问"))
        self.entry = Entry(session)
        self.next = Label("", "hint", "ink3", wrap=True)
        self.note = Label("", "second", "ink2", wrap=True)
        self.finished = NameCell(self.tr("做完了"), tokens.CELL_BIG, whole=True)
        """Stands there once nothing is late or due today."""
        self.go = Button(self.tr("记下，看下一件"), keys="Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self.open = Button(self.tr("完整档案"), kind="link", height=26)
        self._build()
        self.go.clicked.connect(self.done)
        self.entry.submitted.connect(self.done)
        self.entry.typing.connect(self.typing)
        self.entry.changed.connect(self._name_it)
        self.open.clicked.connect(lambda: self.opened.emit(self.items[0].child_id or 0) if self.items else None)

    # what is shown

    def show_items(self, items: Sequence[Item], typed: dict[str, Any] | None = None) -> None:
        """Ask about these items; `typed` is what was half typed about them."""
        self.items = tuple(items)
        for piece in (self._top, self.area, self.go):
            piece.setVisible(bool(items))
        if not items:
            return
        child = self._day.facts.child(items[0]) if len(items) == 1 else None
        self._show_head(child)
        kind = kind_of(items[0]) or ("family_call" if items[0].kind == BIRTHDAY else "")
        rung = child is not None and (kind in (*CALLS, "home_visit") or items[0].kind in (FOLLOW_UP, BIRTHDAY))
        self.number.offer(calls(child, kind, self._session.today) if child is not None and rung else (), self._today())
        records = self._session.store.ledger.lately(child.id, READ) if child is not None else []
        self._show_before(records)
        ahead, others = coming(self._session.snapshot, self._day.plan), took_part(self._session, self.items)
        self.entry.ask(items, self.number.current() is not None, ahead, others)
        if typed:
            self.entry.put_back(typed)
        self._explain()
        self._name_it()
        self.area.verticalScrollBar().setValue(0)

    def answer(self) -> Answer | None:
        """What was said, or None: then the wrong field says why."""
        entry, outcome = self.entry, self.entry.outcome.value()
        if not entry.items or not outcome or not entry.is_right():
            return None
        if outcome == LATER:
            why = "，".join(part for part in (entry.why.value(), entry.why_more.value()) if part)
            return Answer(outcome, self._today(), note=why, until_day=entry.put_off_to())
        call = self.number.current()
        follow, note = read_promise(entry.promise.value(), self._today()) if entry.again.isChecked() else (None, "")
        minutes = int(entry.minutes.value()) if entry.minutes.value() else self.number.minutes() or None
        return Answer(
            outcome, entry.day.day() or self._today(),
            int(entry.staff.value()) if entry.staff.value() else None,
            call.kin.relation if call is not None and kind_of(self.items[0]) in CALLS else "",
            minutes, entry.mood.value(), entry.note.value(), follow, note,
            phone=call.phone if call is not None and outcome == DEAD else None,
            also=tuple(took_part(self._session, self.items)) if entry.all_took_part() else (),
        )  # fmt: skip

    def focus(self) -> None:
        """Put the cursor where one says what became of it."""
        if self.entry.isVisible():
            self.entry.focus()
            self.area.ensureWidgetVisible(self.entry.outcome)
        else:
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """Whether the cursor is in the panel."""
        where = QApplication.focusWidget()
        return where is not None and self.isAncestorOf(where)

    # inside

    def _show_head(self, child: Child | None) -> None:
        first, facts = self.items[0], self._day.facts
        what = words.what(first, child, self._today())
        if len(self.items) > 1:
            self.name.set_name(self.tr("众"))
            self.title.setText(self.tr("{0} 件一起：{1}").format(len(self.items), self._common()))
            names = [who_words(item, facts)[0] for item in self.items[:4]]
            more = self.tr("等") if len(self.items) > len(names) else ""
            self.about.setText("、".join(names) + more)
        else:
            name, second = who_words(first, facts)
            self.name.set_name(name)
            self.title.setText(f"{name} {what}")
            self.about.setText(self._about(child, second) if child is not None else second)
        self.open.setVisible(child is not None)

    def _common(self) -> str:
        kinds = {kind_of(item) for item in self.items}
        return kind_word(kinds.pop()) if len(kinds) == 1 else self.tr("只能一起改天")

    def _about(self, child: Child, second: str) -> str:
        carer = carer_of(child, self._today())
        status = register_status(child, self._today()).status
        parts = [second]
        parts += [self.tr("跟{0}住").format(spoken_relation(carer.kin.relation))] if carer.kin is not None else []
        parts.append({"both_away": self.tr("父母都在外"), "one_away": self.tr("父母一方在外")}.get(status, ""))
        return "，".join(part for part in parts if part)

    def _show_before(self, records: Sequence[CareRecord]) -> None:
        self.contacts.show_records(records, self._today())
        found = topics(records, self._today())
        self.topics.show_topics(found, self._today())
        self._asks.setHidden(not found)

    def _explain(self) -> None:
        """Why nothing can be recorded here, or when it is due next."""
        first = self.items[0]
        self.note.setText("")
        if not first.asks:
            self.note.setText(words.why_not(first, self._today()))
        elif not {REACHED, FINISHED} & set(dict(self.entry.outcome.options())) and len(self.items) == 1:
            self.note.setText(self.tr("{0}不在这里登记，做了以后那里一登记，这里就没有了。").format(
                rule_word(first.standing.rule.key) if first.standing is not None else ""))
        elif len(self.items) > 1 and list(dict(self.entry.outcome.options())) == [LATER]:
            self.note.setText(self.tr("选中的不是同一样事，不能一起记，只能一起改天。"))
        self.note.setHidden(not self.note.text())
        plan = self._day.plan
        self.asked.setHidden(not self.entry.outcome.options())
        self.finished.setHidden(bool(first.asks or plan.count(LATE) or plan.count(NOW) or not plan.done_today))
        self.next.setText(self._next_words() if len(self.items) == 1 else "")
        self.next.setHidden(not self.next.text())

    def _next_words(self) -> str:
        standing, due = self.items[0].standing, self._session.due()
        if standing is None or due is None:
            return ""
        rest = [one for one in due.duties.owed(standing.rule.key, standing.subject)
                if one.window.from_day > standing.owed.window.from_day]  # fmt: skip
        if not rest or standing.done + 1 < standing.rule.needed:
            return ""
        return self.tr("记下以后，下一次在 {0}以前").format(words.date_words(rest[0].deadline))

    def _name_it(self) -> None:
        outcome, call = self.entry.outcome.value(), bool(self.items) and kind_of(self.items[0]) in CALLS
        label = {
            LATER: self.tr("改天，看下一件"), DEAD: self.tr("记成空号，看下一件"),
            FINISHED: self.tr("办好了，看下一件"),
            NOT_REACHED: self.tr("记下没通，看下一件") if call else self.tr("记下，看下一件"),
        }.get(outcome, self.tr("记下，看下一件"))  # fmt: skip
        count = len(self.items) if len(self.items) > 1 else None
        self.go.set_label(label, count)
        self.go.setVisible(bool(self.items) and bool(self.entry.outcome.options()))
        self.next.setHidden(outcome != REACHED or not self.next.text())

    def _today(self) -> date:
        return self._session.today

    def _build(self) -> None:
        self._top = QWidget()
        head = QHBoxLayout(self._top)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.title)
        told.addWidget(self.about)
        head.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(told, 1)
        self.head.addWidget(self._top)
        self._asks = QWidget()
        asks = QVBoxLayout(self._asks)
        asks.setContentsMargins(0, 4, 0, 0)
        asks.setSpacing(4)
        asks.addWidget(Hairline())
        asks.addWidget(Label(self.tr("可以问问"), "strong"))
        asks.addWidget(self.topics)
        self.asked = Label(self.tr("这次怎么样"), "strong")
        for piece in (self.number, self.contacts, self._asks, Hairline(), self.finished, self.note, self.asked,
                      self.entry, self.next, self.open):  # fmt: skip
            self.add(piece)
        self.set_action(self.go)


def took_part(session: Session, items: Sequence[Item]) -> list[int]:
    """The left-behind children who may have taken part in what a class or the school had."""
    first = items[0].standing if len(items) == 1 else None
    if first is None or first.subject[0] == CHILD:
        return []
    of_class = items[0].class_id if first.subject[0] == CLASS else None
    return [
        child.id for child, school_class in pupils_on(session.snapshot, session.today)
        if of_class in (None, school_class.id) and register_status(child, session.today).status != NONE
    ]  # fmt: skip


def coming(snapshot: Snapshot, plan: Plan) -> list[date]:
    """The next school days of the term."""
    calendar = SchoolDays(snapshot.calendar)
    last = plan.term.until_day if plan.term is not None else date.max
    ahead = (plan.today + timedelta(days=step) for step in range(1, FARTHEST))
    return [day for day in ahead if day <= last and calendar.is_school_day(day)][:AHEAD]
