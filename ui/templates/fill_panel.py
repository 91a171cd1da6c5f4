"""Beside the list of forms: for whom the chosen one is filled, ID numbers masked or whole, and the one button."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.school import Template
from app.templates.filling import has_private, is_list
from app.templates.marks import Marks, from_json
from ui import tokens
from ui.paper.scope import Scope
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel

WHOLE, EACH = "whole", "each"


class FillPanel(SidePanel):
    """Choices only; what they mean is the page's business."""

    fill_wanted = Signal()
    renamed = Signal(str)
    marks_wanted = Signal()
    empty_wanted = Signal()
    delete_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name=QCoreApplication.translate("FillPanel", "填这张表"), parent=parent)
        self._marks = Marks()
        self._scopes: list[Scope] = []
        self.name = LineField(self.tr("表名"), check=self._check_name)
        self.scope = ComboField(self.tr("给谁填"), [])
        self.how = Segments(
            [Segment(WHOLE, self.tr("一个文件")), Segment(EACH, self.tr("每人一个文件"))], WHOLE,
            name=self.tr("存成几个文件"),
        )  # fmt: skip
        self.full = CheckBox(self.tr("身份证号写完整"))
        self.confirm = CheckBox("")
        self.hint = Label("", "hint", wrap=True)
        self.marks = Button(self.tr("看看哪里填什么"), icon="pencil", keys="Enter")
        self.empty = Button(self.tr("空表另存一份"), icon="download")
        self.delete = Button(self.tr("删掉这张表"), icon="trash-2", keys="Delete")
        self.notice = Label("", "second", "ink2", wrap=True)
        self.folder = Button(self.tr("打开文件夹"), kind="link", height=26)
        self.go = Button(
            self.tr("填好"), kind="primary", icon="file-spreadsheet", keys="Ctrl+E", height=tokens.CONTROL_PANEL
        )
        self._lay_out()
        self.name.committed.connect(self.renamed)
        self.scope.committed.connect(lambda _key: self._count())
        self.full.toggled.connect(self._full_toggled)
        self.confirm.toggled.connect(lambda _on: self._count())
        for button, signal in (
            (self.marks, self.marks_wanted), (self.empty, self.empty_wanted), (self.delete, self.delete_wanted),
            (self.folder, self.folder_wanted), (self.go, self.fill_wanted),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self.say("")

    def show_template(self, template: Template, *, other: bool) -> None:
        """Show the choices of this form; for another one than before nothing of the last filling is kept."""
        self._marks = from_json(template.marks)
        self.name.set_value(template.name)
        self.how.setVisible(bool(self._marks.filled()) and not is_list(self._marks))
        if other:
            self.how.set_current(WHOLE)
            self.full.setChecked(False)
            self.say("")
        self._count()

    def offer(self, scopes: Sequence[Scope], wanted: str) -> None:
        """Show for whom a form can be filled, with `wanted` chosen if it is among them."""
        self._scopes = list(scopes)
        options = [(scope.key, scope.words) for scope in scopes]
        keys = [scope.key for scope in scopes]
        self.scope.set_options(options)
        self.scope.set_value(wanted if wanted in keys else "left")
        self.scope.set_options(options)
        self._count()

    def chosen_scope(self) -> Scope:
        """For whom."""
        key = self.scope.value()
        return next((scope for scope in self._scopes if scope.key == key), self._scopes[0])

    def is_full(self) -> bool:
        """Whether ID numbers stand there whole, as was confirmed."""
        return self._asks_full() and self.confirm.isChecked()

    def is_each(self) -> bool:
        """Whether every child gets a file."""
        return not self.how.isHidden() and self.how.current() == EACH

    def say(self, sentence: str, *, folder: bool = False) -> None:
        """What happened, above the button; with `folder` the way to the file is offered."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))
        self.folder.setVisible(folder)
        if folder:
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asks_full(self) -> bool:
        return has_private(self._marks) and self.full.isChecked()

    def _full_toggled(self, _on: bool) -> None:
        self.confirm.setChecked(False)
        self._count()

    def _count(self) -> None:
        if not self._scopes:
            return
        number = len(self.chosen_scope().children)
        private, full = has_private(self._marks), self._asks_full()
        self.full.setVisible(private)
        self.confirm.setVisible(full)
        self.confirm.setText(self.tr("我要写 {0} 人的完整号码").format(number))
        self.confirm.setAccessibleName(self.confirm.text())
        self.hint.setVisible(private)
        self.hint.setText(
            self.tr("完整号码请只交给要它的部门，这次会记入日志。")
            if full
            else self.tr("身份证号只写前 6 位和后 4 位。")
        )
        marked = bool(self._marks.filled())
        self.go.set_label(self.tr("填好 {0} 人").format(number) if marked else self.tr("先说哪里填什么"))
        self.go.setEnabled(bool(number) and marked and (not full or self.confirm.isChecked()))

    def _check_name(self, value: str) -> str:
        return "" if value else self.tr("表要有个名字")

    def _lay_out(self) -> None:
        self.head.addWidget(self.name)
        for widget in (self.scope, self.how, self.full, self.confirm, self.hint):
            self.add(widget)
        self.add_section(self.tr("这张表"))
        for button in (self.marks, self.empty, self.delete):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.add(button)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.notice)
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_action(foot)
        self.set_action(self.go)
