"""The printing page: which paper, for whom, which copies; a preview by the same painter; printer or PDF."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.asset_books import AssetAsk
from app.audit import audited
from app.care_papers import CareAsk
from app.store import Progress, Store, StoreError
from app.terms import code_of
from ui import tokens
from ui.page import Page
from ui.paper.asset_choice import keep_for
from ui.paper.cards import CardJob
from ui.paper.due_cards import Due, due_by_layout, still_due, why_lines
from ui.paper.job_choice import job_of, large_of, scopes_of
from ui.paper.jobs import Job, audit_of, note_of, paper_of
from ui.paper.kinds import counts_words, heading_words, kind_of
from ui.paper.output import Paper, pdf_bytes, print_on
from ui.paper.preview import Preview
from ui.paper.print_help import help_words
from ui.paper.print_panel import PrintPanel
from ui.paper.scope import Scope, family_of
from ui.paper.slip_scopes import usual_scope
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.session import PRINT, Session
from ui.words import sentence
from ui.work import Work


class _Refused(Exception):
    """The printer did not take the sheets."""


def ask_pdf_path(parent: QWidget, suggestion: str) -> str:
    """Ask where the PDF shall go; "" = nowhere."""
    return QFileDialog.getSaveFileName(parent, parent.tr("另存为 PDF"), suggestion, "PDF (*.pdf)")[0]


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Ask for a printer: only now is one looked for, since a dead network printer can hang the program."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    return printer if QPrintDialog(printer, parent).exec() else None


def has_printer() -> bool:
    """Whether this computer has any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def _usual_scopes(session: Session) -> dict[str, str]:
    """What is offered first, by family of papers."""
    return {"people": "left", "list": "all", "survey": "all", "mentors": "all", "school": "all",
            "slips": usual_scope(session), "terms": code_of(session.today), "care": "left",
            "today": "now", "rules": "all", "activities": "blank", "rooms": "all",
            "openings": "all", "things": "all", "certificates": "", "stories": "", "figures": "",
            "honour_list": code_of(session.today), "thanks": "owed", "receipts": "", "wishes": "wall",
            "scored": code_of(session.today), "counts": "", "reports": "", "scraps": "", "inspections": "",
            "loans": "all", "plans": ""}  # fmt: skip


class PrintPage(Page):
    """Shown with `show_for`; Esc or its button leads back to where the person came from (`leaves`)."""

    can = frozenset({"print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._scopes: list[Scope] = []
        self._chosen: tuple[int, ...] = ()
        self._job: Job | None = None
        self._paper = Paper("", ())
        self.ask_path, self.ask_printer = ask_pdf_path, ask_printer
        self.has_printer: Callable[[], bool] = has_printer
        self.heading = Label("", "heading", wrap=True)
        self.under = Label("", "second", "ink2", wrap=True)
        self.county = Button(self.tr("县里的表"), icon="file-spreadsheet")
        self.return_ = Button(self.tr("返回"), keys="Esc")
        self.preview, self.panel = Preview(), PrintPanel(lambda: session.today)
        _lay_out(self)
        self.return_.clicked.connect(self.leaves)
        self.panel.changed.connect(self._changed)
        self.panel.kind_changed.connect(self._kind_changed)
        self.county.clicked.connect(lambda: self.goes.emit("templates", list(self._chosen)))
        self.panel.due_wanted.connect(self.show_due)
        self.panel.print_wanted.connect(self.print_out)
        self.panel.save_wanted.connect(self.export)
        keep_for(session, self.panel.things)
        self._last_scope = _usual_scopes(session)
        self._due: Due = {}
        self._offer("left")

    def show_for(self, child_ids: Sequence[int], layout: str = "child") -> None:
        """Show the papers of these children (none = all left-behind); layout is the key of a kind (ui.paper.kinds)."""
        self._chosen = tuple(child_ids)
        self.panel.layouts.set_current(layout)
        for family in ("people", "care"):
            self._last_scope[family] = "chosen" if self._chosen else "left"
        self._kind_changed()

    def show_scope(self, scope: str, layout: str) -> None:
        """Show a paper of that choice (ui.paper.scope): a class, a term, a mentor."""
        self.panel.layouts.set_current(layout)
        self._last_scope[family_of(layout)] = scope
        self._kind_changed()

    def show_due(self) -> None:
        """Show exactly the cards that have changed since they were printed: of the layout on screen if it has any,
        else of the one with most."""
        due = due_by_layout(self._session.snapshot, self._session.today)
        if self.panel.layouts.current() not in due:
            self.panel.layouts.set_current(max(due, key=lambda layout: len(due[layout]), default="child"))
        self._last_scope["people"] = "due"
        self._kind_changed()

    def arrive(self, want: object) -> None:
        """`want` is (child ids, layout), (class id, layout), (key of a scope, layout), "due" for the changed cards, a
        layout alone (for the same children as before), or None to show the page as it was left."""
        if want == "due":
            self.show_due()
            self.panel.go.setFocus()
            return
        if isinstance(want, CareAsk):
            self.panel.care.choose(want)
            self._chosen = want.children or self._chosen
            want = (want.scope, want.paper)
        if isinstance(want, AssetAsk):
            want = self.panel.things.choose(want)
        if isinstance(want, tuple) and isinstance(want[0], int):
            self.show_scope(f"class:{want[0]}", want[1])
        elif isinstance(want, tuple) and isinstance(want[0], str):
            self.show_scope(*want)
        elif isinstance(want, tuple) and len(want) == 2:
            self.show_for(want[0], want[1])
        elif isinstance(want, str):
            self.panel.layouts.set_current(want)
            self._kind_changed()
        else:
            self._offer(self.panel.scope.value() or "left")
        self.preview.sheet.setFocus()

    def refresh(self, touched: frozenset[int] | None) -> None:
        """Draw the cards anew after a change."""
        if self.isVisible():
            said = self.panel.notice.text()
            self._offer(self.panel.scope.value() or "left")
            self.panel.say(said)

    def keys(self) -> list[tuple[str, str]]:
        """What the foot shows."""
        return [("PgUp PgDn", self.tr("翻页")), ("Ctrl+P", self.tr("打印")), ("Ctrl+E", self.tr("另存为 PDF")),
                ("Esc", self.tr("返回"))]  # fmt: skip

    def help_text(self) -> str:
        """The paragraph of F1."""
        return help_words()

    def job(self) -> Job:
        """What stands in the preview now."""
        return job_of(self.panel, self._scope(), self._session)

    def print_out(self) -> None:
        """Print the sheets; without a printer say so and offer the PDF."""
        job, paper = self._job, self._paper
        if job is None or not paper.sheets:
            return
        if not self.has_printer():
            none = self.tr("这台电脑没有装打印机。可以另存为 PDF，拿到有打印机的电脑上印。")
            self.panel.say(none, offer_pdf=True)
            return
        printer = self.ask_printer(self)
        if printer is None:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or len(paper.sheets)
        part, done = paper.between(first, last), paper.finished(first, last)
        printed = replace(job, children=[child for child in job.children if child.id in done])
        try:
            with audited(self._session.store, *audit_of(printed)):
                if not print_on(part, printer):
                    raise _Refused
        except StoreError as error:
            self.panel.say(sentence(error))
        except _Refused:
            refused = self.tr("打印机没有接受。看看有没有开机、缺纸，或者先另存为 PDF。")
            self.panel.say(refused, offer_pdf=True)
        else:
            self._record(printed, self.tr("{0} 张纸交给了打印机。").format(len(part.sheets)))

    def export(self) -> None:
        """Save the sheets as a PDF where the person says."""
        job, paper = self._job, self._paper
        if job is None or not paper.sheets or self._work.busy:
            return
        chosen = self.ask_path(self, f"{paper.title}.pdf")
        if not chosen:
            return
        path = PurePath(chosen if chosen.lower().endswith(".pdf") else chosen + ".pdf")
        write = self._session.disk.write_bytes

        def save(store: Store, progress: Progress) -> PurePath:
            with audited(store, *audit_of(job)):
                write(path, pdf_bytes(paper, progress=progress))
            return path

        stored = self.tr("存好了：{0}")
        self._work.run(save, lambda at: self._record(job, stored.format(at)), label=self.tr("正在生成 PDF"))

    def minimumSizeHint(self) -> QSize:
        """Not as high as the whole panel, which scrolls by itself."""
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout is not None else 0, 360)

    def _record(self, job: Job, success: str) -> None:
        try:
            label, changes = note_of(job, self._session.store.ledger, datetime.now())
            if changes:
                self._session.apply(label, changes, kind=PRINT)
        except StoreError as error:
            success = sentence(error)
        self.panel.say(success + (still_due(self._due) if self.panel.scope.value() == "due" else ""))

    def _scope(self) -> Scope:
        key = self.panel.scope.value()
        return next((scope for scope in self._scopes if scope.key == key), Scope("", "", ()))

    def _changed(self) -> None:
        self._last_scope[family_of(self.panel.layouts.current())] = self.panel.scope.value()
        self._redraw()

    def _kind_changed(self) -> None:
        self._offer(self._last_scope[family_of(self.panel.layouts.current())])

    def _offer(self, wanted: str) -> None:
        snapshot, day = self._session.snapshot, self._session.today
        self._due = due_by_layout(snapshot, day)
        self._scopes = scopes_of(self.panel, self._session, self._chosen, self._due, wanted)
        self.panel.offer(self._scopes, wanted)
        self._redraw()

    def _redraw(self) -> None:
        large = large_of(self.panel, self._scope(), self._session)
        if large is None or self._work.busy:
            job = self.job()
            self._show(job, paper_of(job))
            return
        self._job, self._paper = None, Paper("", ())
        _say_waiting(self)
        self._work.run(large, lambda made: self._show(*made), label=self.tr("正在排物品卡"), can_cancel=False)

    def _show(self, job: Job, paper: Paper) -> None:
        self._job, self._paper = job, paper
        sheets = len(paper.sheets)
        kind = self.panel.layouts.current()
        cut = self.tr("下面是印出来的样子，沿虚线剪开。")
        self.under.setText(cut if kind_of(kind).is_cut else self.tr("下面是印出来的样子。"))
        self.heading.setText(heading_words(kind, self._paper.title, self._paper.pieces, sheets))
        self.panel.show_sheets(sheets, counts_words(kind, len(job.children), self._paper.pieces, sheets))
        why = why_lines(job) if isinstance(job, CardJob) and self.panel.scope.value() == "due" else []
        self.panel.show_due({layout: len(children) for layout, children in self._due.items()}, why)
        self.preview.show_paper(self._paper)


def _say_waiting(page: PrintPage) -> None:
    waiting = page.tr("正在排物品卡，请等一下")
    page.heading.setText(waiting)
    page.panel.show_sheets(0, "", waiting)
    page.preview.show_paper(Paper("", ()), waiting)


def _lay_out(page: PrintPage) -> None:
    left = QVBoxLayout()
    left.setContentsMargins(tokens.GUTTER, tokens.PADDING_TOP, tokens.GUTTER, tokens.PADDING)
    left.setSpacing(4)
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(page.heading)
    words.addWidget(page.under)
    head = QHBoxLayout()
    head.addLayout(words, 1)
    head.addWidget(page.county)
    head.addWidget(page.return_)
    left.addLayout(head)
    left.addSpacing(tokens.BETWEEN)
    left.addWidget(page.preview, 1)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addLayout(left, 1)
    row.addWidget(page.panel)
