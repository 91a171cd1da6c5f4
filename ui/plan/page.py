"""The page 工作计划: which term, the term's plan or the year's, and the plan itself."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.terms import term_title
from app.work_plan import OF_TERM, SPANS, WorkPlan
from ui import plan_words as words
from ui import tokens
from ui.page import KeyGroup, Page
from ui.paper.plan_sheet import WORK_PLAN, scope_key
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.flow_line import FlowLine
from ui.pieces.page_head import PageHead
from ui.pieces.segments import Segment, Segments
from ui.plan.desk import DRAFT, PlanDesk, terms_to_plan
from ui.plan.document import facts
from ui.plan.sheet import plan_sheet
from ui.session import Session
from ui.sheet_saving import save_sheet
from ui.word.desk import WordDesk
from ui.word.forms import PLAN, Writing
from ui.work import Work


class PlanPage(Page):
    """`arrive`: (code of a term, span), or None."""

    can = frozenset({"export", "print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._stale = True
        self._code = ""
        self.print = Button(self.tr("打印"), icon="printer", keys="Ctrl+P")
        self.sheet = Button(self.tr("导出 Excel"), icon="download", keys="Ctrl+E")
        self.word = WordDesk(session, work, self, PLAN, self._writing)
        self.head = PageHead("", (), self.print, self.sheet)
        self.named = ComboField("", [])
        self.named.name_it(self.tr("哪个学期"))
        self.named.setMinimumWidth(tokens.px(196))
        self.span = Segments([Segment(one, words.span_word(one)) for one in SPANS], OF_TERM, name=self.tr("哪一份"))
        self.desk = PlanDesk(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 12)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(FlowLine([self.named, self.span, self.word.go, self.word.form]))
        column.addWidget(self.desk, 1)
        self.named.committed.connect(self._choose)
        self.span.chosen.connect(lambda _span: self._turn())
        self.desk.stored.connect(self._turn)
        self.desk.goes.connect(self.arrive)
        self.print.clicked.connect(self.print_out)
        self.sheet.clicked.connect(self.export)
        stores = QShortcut(QKeySequence("Ctrl+Return"), self, self.desk.commit)
        stores.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+Enter", self.tr("记下")), ("Ctrl+P", self.tr("打印")), ("Ctrl+E", self.tr("导出 Excel")),
                ("Ctrl+Shift+E", self.tr("写成 Word")), ("Esc", self.tr("返回，没记下的留着"))]  # fmt: skip

    def key_groups(self) -> list[KeyGroup]:
        tr = self.tr
        of_stages = (("Ctrl+D", tr("照上一行写")), ("Alt+↑↓", tr("这一步往上往下")), ("Ctrl+Delete", tr("去掉这一步")))
        return [KeyGroup("", tuple(self.keys())), KeyGroup(tr("分步"), of_stages)]

    def arrive(self, want: object) -> None:
        if isinstance(want, (tuple, list)) and len(want) == 2:
            self._code = str(want[0])
            self.span.choose(str(want[1]) if want[1] in SPANS else OF_TERM)
        self._turn()
        self.desk.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        return self._code, self.span.current()

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def leave(self) -> bool:
        self.desk.stages.finish_typing()
        self.desk.keep()
        self._session.drafts.flush()
        return True

    def resume(self) -> bool:
        opened = self._session.drafts.opened()
        kept = self._session.drafts.read(opened)
        if not opened.startswith(DRAFT) or not kept:
            return False
        self.arrive((kept.get("term", ""), kept.get("span", OF_TERM)))
        return True

    def export(self) -> None:
        """The plan as it is stored, as an Excel table."""
        plan = self._stored()
        if plan is not None:
            session = self._session
            sheet = plan_sheet(session.snapshot, session.store, plan, session.today)
            save_sheet(self, session, self._work, sheet, words.file_name(session.snapshot, plan, "xlsx"), "export_plan")

    def print_out(self) -> None:
        """The plan as it is stored, on paper."""
        plan = self._stored()
        if plan is not None:
            self.goes.emit("print", (scope_key(plan), WORK_PLAN))

    def help_text(self) -> str:
        return self.tr(
            "每学期、每学年各一份计划。先写总的打算，再一步一步写：做什么、从哪天到哪天、谁做。做的时候在“怎样了”里改，"
            "做完写结果；到期没做的上面会说。期中看一看，期末写总结。"
            "有上学期的，可以照上一份写，日子往后推。考核里“工作计划”“计划完成”数的就是这里。"
            "Ctrl+P 打印，Ctrl+E 导出 Excel，Ctrl+Shift+E 写成 Word；学年计划里两个学期的分步也在。"
            "“Word 模板”可以存出来用 WPS 改，改好再放进来。"
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    # inside

    def _writing(self) -> Writing | None:
        """What Word has to say; of a plan that is not stored, what stands here: a form is tried with it."""
        desk, session = self.desk, self._session
        if desk.term is None or (desk.plan is not None and self._stored() is None):
            return None
        plan = desk.plan or desk.told()
        given = facts(session.snapshot, session.store, plan)
        detail = f"term={desk.term.code} span={plan.span}"
        return Writing(given, words.file_name(session.snapshot, plan, "docx"), "export_plan", detail)

    def _stored(self) -> WorkPlan | None:
        """The plan in the file, with what was typed since; None where that cannot be stored, or there is none."""
        if self.desk.plan is None:
            self._session.failed.emit(self.tr("这份计划还没记下，先按 Ctrl+Enter"))
        elif self.desk.is_changed() and not self.desk.commit():
            return None
        return self.desk.plan

    def _choose(self, code: str) -> None:
        if code != self._code:
            self.desk.keep()
            self._code = code
            self._turn()

    def _turn(self) -> None:
        self._stale = True
        self._show()

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        terms = terms_to_plan(self._session.snapshot)
        known = {one.code: one for one in terms}
        running = next((one for one in terms if one.from_day <= self._session.today), terms[-1] if terms else None)
        if self._code not in known:
            self._code = running.code if running is not None else ""
        self.named.set_options([(one.code, term_title(one.code)) for one in terms])
        self.named.set_value(self._code)
        self.desk.setEnabled(bool(known))
        if known:
            self.desk.show_plan(known[self._code], self.span.current())
        plan = self.desk.plan
        for button in (self.print, self.sheet, self.word.go):
            button.setEnabled(plan is not None)
        self.word.form.setEnabled(bool(known))
        done = sum(one.state == "done" for one in plan.stages) if plan is not None else 0
        said = self.tr("共 {0} 步，做好了 {1} 步").format(len(plan.stages), done) if plan is not None else ""
        self.head.set_words(words.finding(plan, self.span.current(), self._session.today),
                            [said or self.tr("写上这学期要做什么，什么时候做，谁做")])  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
