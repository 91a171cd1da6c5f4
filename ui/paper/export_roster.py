"""The export of the roster to Excel: for whom, ID numbers masked or in full, and where the file was saved."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.audit import audited
from app.ports import Disk
from app.store import Store
from ui import tokens, words
from ui.paper.class_rosters import by_classes, class_rosters
from ui.paper.roster_sheet import RosterJob, file_name, roster_sheet
from ui.paper.scope import Scope, scopes
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.session import Session
from ui.work import Work


def ask_xlsx_path(parent: QWidget, suggestion: str) -> str:
    """Ask where the sheet shall go; "" = nowhere."""
    return QFileDialog.getSaveFileName(parent, parent.tr("导出名册"), suggestion, "Excel (*.xlsx)")[0]


class ExportRoster(QDialog):
    """A small window over the roster: two choices and one button."""

    saved = Signal(str)
    """The path of the file that was written."""
    other_form = Signal()
    """The county has a form of its own: fill that instead."""

    def __init__(self, session: Session, disk: Disk, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._disk, self._work = session, disk, work
        self._scopes: list[Scope] = []
        self.ask_path: Callable[[QWidget, str], str] = ask_xlsx_path
        self.setWindowTitle(self.tr("导出名册"))
        self.heading = Label(self.tr("导出学期花名册"), "panel")
        self.scope = ComboField(self.tr("哪些孩子"), [])
        self.by_class = CheckBox(self.tr("每班一张，另加一张汇总"))
        self.full = CheckBox(self.tr("身份证号写完整"))
        self.confirm = CheckBox(self.tr("我要导出完整身份证号"))
        self.hint = Label("", "hint", "ink3", wrap=True)
        self.notice = Label("", "second", "over", wrap=True)
        self.other = Button(self.tr("县里有自己的表？填县里的表"), kind="link", height=26)
        self.close_button = Button(self.tr("不导出"), keys="Esc")
        self.go = Button(self.tr("导出"), kind="primary", icon="file-spreadsheet")
        self._lay_out()
        self.scope.committed.connect(lambda _key: self._show())
        self.full.toggled.connect(self._full_toggled)
        self.confirm.toggled.connect(lambda _on: self._show())
        self.close_button.clicked.connect(self.reject)
        self.other.clicked.connect(self._leave_for_other)
        self.go.clicked.connect(self.export)
        self.show_for(())

    def show_for(self, child_ids: Sequence[int]) -> None:
        """Offer these children first (none = all left-behind)."""
        self._scopes = scopes(self._session.snapshot, self._session.today, child_ids)
        self.scope.set_value("chosen" if child_ids else "left")
        self.scope.set_options([(scope.key, scope.words) for scope in self._scopes])
        self.full.setChecked(False)
        self.by_class.setChecked(False)
        self._say("")
        self._show()

    def job(self) -> RosterJob:
        """What would be exported now."""
        scope = self._scope()
        return RosterJob(
            children=scope.children,
            snapshot=self._session.snapshot,
            day=self._session.today,
            full=self.full.isChecked(),
            all_pupils=scope.all_pupils,
        )

    def export(self) -> None:
        """Ask where, write the sheet in the background, note it in the audit trail, say where it lies."""
        job = self.job()
        if not job.children or (job.full and not self.confirm.isChecked()):
            return
        by_class = self.by_class.isChecked() and self.by_class.isEnabled()
        chosen = self.ask_path(self, file_name(job, by_class))
        if not chosen:
            return
        path = PurePath(chosen if chosen.lower().endswith(".xlsx") else chosen + ".xlsx")

        def write(store: Store, _progress: Callable[[int, int], None]) -> PurePath:
            return export_roster(self._disk, store, job, path, by_class=by_class)

        self._work.run(write, self._done, self._broke, self.tr("正在导出名册"), can_cancel=False)

    def _leave_for_other(self) -> None:
        self.reject()
        self.other_form.emit()

    def _done(self, path: PurePath) -> None:
        self._session.noted.emit(self.tr("名册存好了：{0}").format(path))
        self.saved.emit(str(path))
        self.accept()

    def _broke(self, error: Exception) -> None:
        self._say(words.sentence(error))
        self.adjustSize()

    def _say(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def _scope(self) -> Scope:
        return next((scope for scope in self._scopes if scope.key == self.scope.value()), self._scopes[0])

    def _full_toggled(self, on: bool) -> None:
        self.confirm.setChecked(False)
        self._show()

    def _show(self) -> None:
        scope = self._scope()
        full = self.full.isChecked()
        self.by_class.setEnabled(len(by_classes(self.job())) > 1)
        self.confirm.setVisible(full)
        self.confirm.setText(self.tr("我要导出 {0} 人的完整身份证号").format(len(scope.children)))
        self.confirm.setAccessibleName(self.confirm.text())
        self.hint.setText(
            self.tr("完整号码请只交给要它的部门，这次导出会记入日志。")
            if full
            else self.tr("身份证号只写前 6 位和后 4 位，可以放心传阅。")
        )
        self.go.set_label(self.tr("导出 {0} 人").format(len(scope.children)))
        self.go.setEnabled(bool(scope.children) and (not full or self.confirm.isChecked()))
        self.adjustSize()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, tokens.GUTTER, tokens.GUTTER, tokens.PADDING)
        column.setSpacing(tokens.GAP)
        for widget in (self.heading, self.scope, self.by_class, self.full, self.confirm, self.hint, self.notice):
            column.addWidget(widget)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        self.setMinimumWidth(tokens.px(400))


def export_roster(disk: Disk, store: Store, job: RosterJob, path: PurePath, *, by_class: bool = False) -> PurePath:
    """Note the export in the audit trail, then write the roster. Raises DiskFull, CannotWrite."""
    line = f"children={len(job.children)} full_ids={int(job.full)} all={int(job.all_pupils)} by_class={int(by_class)}"
    with audited(store, "export_roster", line):
        disk.write_sheet(class_rosters(job) if by_class else roster_sheet(job), path)
    return path
