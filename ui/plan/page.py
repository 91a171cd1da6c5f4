"""The page 工作计划: which term, the term's plan or the year's, and the plan itself."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.audit import audited
from app.store import Store
from app.terms import term_title
from app.work_plan import OF_TERM, SPANS
from ui import tokens
from ui import words as said_words
from ui.page import KeyGroup, Page
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.flow_line import FlowLine
from ui.pieces.page_head import PageHead
from ui.pieces.segments import Segment, Segments
from ui.plan import words
from ui.plan.desk import DRAFT, PlanDesk, terms_to_plan
from ui.plan.document import Progress, document, file_name
from ui.session import Session
from ui.sheet_saving import asked_path
from ui.work import Work


class PlanPage(Page):
    """`arrive`: (code of a term, span), or None."""

    can = frozenset({"export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._stale = True
        self._code = ""
        self.word = Button(self.tr("写成 Word"), icon="file-text", keys="Ctrl+E")
        self.head = PageHead("", (), self.word)
        self.named = ComboField("", [])
        self.named.name_it(self.tr("哪个学期"))
        self.named.setMinimumWidth(tokens.px(196))
        self.span = Segments([Segment(one, words.span_word(one)) for one in SPANS], OF_TERM, name=self.tr("哪一份"))
        self.desk = PlanDesk(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 12)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(FlowLine([self.named, self.span]))
        column.addWidget(self.desk, 1)
        self.named.committed.connect(self._choose)
        self.span.chosen.connect(lambda _span: self._turn())
        self.desk.stored.connect(self._turn)
        self.word.clicked.connect(self.export)
        stores = QShortcut(QKeySequence("Ctrl+Return"), self, self.desk.commit)
        stores.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+Enter", self.tr("记下")), ("Ctrl+E", self.tr("写成 Word")),
                ("Esc", self.tr("返回，没记下的留着"))]  # fmt: skip

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
        """The plan as it is stored, as a Word file."""
        plan, term = self.desk.plan, self.desk.term
        if plan is None or term is None:
            return
        snapshot, disk = self._session.snapshot, self._session.disk
        path = asked_path(self, self.tr("写成 Word"), file_name(snapshot, plan), "Word (*.docx)")
        if path is None:
            return

        def write(store: Store, _progress: Progress) -> None:
            with audited(store, "export_plan", f"term={term.code} span={plan.span}"):
                disk.write_bytes(path, document(disk, snapshot, plan, term, self._session.today))

        self._work.run(write, lambda _none: self._session.said.emit(self.tr("存好了：{0}").format(path)),
                       lambda error: self._session.failed.emit(said_words.sentence(error)),
                       self.tr("正在写计划"), can_cancel=False)  # fmt: skip

    def help_text(self) -> str:
        return self.tr(
            "每学期、每学年各一份计划。先写总的打算，再一步一步写：做什么、从哪天到哪天、谁做。做的时候在“怎样了”里改，"
            "做完写结果；到期没做的上面会说。期中看一看，期末写总结。"
            "有上学期的，可以照上一份写，日子往后推。考核里“工作计划”“计划完成”数的就是这里。"
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    # inside

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
        self.word.setEnabled(plan is not None)
        done = sum(one.state == "done" for one in plan.stages) if plan is not None else 0
        said = self.tr("共 {0} 步，做好了 {1} 步").format(len(plan.stages), done) if plan is not None else ""
        self.head.set_words(words.finding(plan, self.span.current(), self._session.today),
                            [said or self.tr("写上这学期要做什么，什么时候做，谁做")])  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
