"""At the right: what is masked, which pictures go in, where the pack is put; then open its folder and check it."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.pack import ZIP, LeftOut, safe_name
from app.terms import term_title
from ui import tokens
from ui.pack.box_words import BoxWords
from ui.pack.part import tr
from ui.pack.scene import Choices
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.fields import ComboField
from ui.pieces.flow import Flow
from ui.pieces.label import Label
from ui.pieces.notice import Strip
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel
from ui.session import Session

MASKED, FULL = "masked", "full"
FOLDER, ONE_FILE = "folder", "zip"
WHERE = "pack.folder"
"""Setting: where the last pack was put."""
FORM = "pack.form"
"""Setting: whether the last pack was a folder or one file."""


def ask_folder(parent: QWidget, suggestion: str) -> str:
    """Ask where to; "" = nowhere."""
    return QFileDialog.getExistingDirectory(parent, tr("迎检资料放在哪个文件夹"), suggestion)


def usual_folder(session: Session) -> PurePath:
    """Where the last pack was put if that is there, else a stick that is plugged in, else the documents."""
    kept, packs = session.store.setting(WHERE), session.disk.packs()
    if kept and packs.is_there(PurePath(kept)):
        return PurePath(kept)
    sticks = packs.sticks()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return sticks[0] if sticks else PurePath(documents)


class PackPanel(SidePanel):
    """`offer` after every change of the plan."""

    chosen = Signal()
    """Something else is masked or left out."""
    make_wanted = Signal()
    check_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(name=tr("生成迎检资料"))
        self._session = session
        self._code = ""
        self.ask_folder = ask_folder
        self.folder: Callable[[], PurePath] = lambda: usual_folder(session)
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.heading = Label(tr("生成迎检资料"), "panel")
        self.terms = ComboField(tr("哪个学期"), [])
        self.shown = Segments([Segment(MASKED, tr("遮住")), Segment(FULL, tr("完整"))], MASKED,
                              name=tr("身份证号和电话"))  # fmt: skip
        self.hint = Label("", "hint", "ink2", wrap=True)
        self.unasked = CheckBox("")
        self.refused = Label("", "hint", "ink2", wrap=True)
        form = ONE_FILE if session.store.setting(FORM) == ONE_FILE else FOLDER
        self.form = Segments([Segment(FOLDER, tr("文件夹")), Segment(ONE_FILE, tr("一个 zip 文件"))], form,
                             name=tr("做成什么"))  # fmt: skip
        self.form_hint = Label(tr("好发给别人。先解压，再打开里面的“00 目录”。"), "hint", "ink2", wrap=True)
        self.where = Label("", "second", wrap=True)
        self.warned = Label("", "hint", "soon", wrap=True)
        self.plugged = QWidget()
        self.sticks = Flow(self.plugged)
        self.other = Button(tr("换个文件夹"), icon="hard-drive", height=tokens.CONTROL)
        self.said = Strip("info", "")
        self.open_ = Button(tr("打开文件夹"), height=tokens.CONTROL)
        self.check = Button(tr("核对"), icon="shield-check", height=tokens.CONTROL, name=tr("核对迎检资料"))
        self.boxes = BoxWords(session.store)
        self.term = Button(tr("学期结束"), icon="flag", height=tokens.CONTROL)
        self.go = Button(tr("生成"), kind="primary", keys="Ctrl+Enter", height=tokens.CONTROL_PANEL)
        self.go.setEnabled(False)
        self._lay_out()
        self.shown.chosen.connect(lambda _key: self._chosen())
        self.unasked.clicked.connect(self._chosen)
        self.form.chosen.connect(self._choose_form)
        self.other.clicked.connect(self.choose_folder)
        self.open_.clicked.connect(self.open_folder)
        self.check.clicked.connect(self.check_wanted)
        self.term.clicked.connect(self.close_wanted)
        self.go.clicked.connect(self.make_wanted)
        self._say_masks()

    def choices(self) -> Choices:
        """What was chosen."""
        return Choices(self.shown.current() == FULL, self.unasked.isChecked())

    def offer(self, code: str, files: int, left: list[LeftOut]) -> None:
        """So many files of that term, without these."""
        self._code = code
        unasked, refused, private, own = (
            sum(one.why == why for one in left) for why in ("unasked", "refused", "private", "personal"))
        if unasked:
            self.unasked.setText(tr("没问过的 {0} 张照片也放").format(unasked))
            self.unasked.setAccessibleName(self.unasked.text())
            self.unasked.updateGeometry()
        self.unasked.setVisible(bool(unasked) or self.unasked.isChecked())
        parts = []
        if unasked:
            parts.append(tr("{0} 张照片里有孩子没问过同不同意拍照，不放，目录里列着。").format(unasked))
        if refused:
            parts.append(tr("{0} 张照片里有家里不同意拍照的孩子，怎么都不放。").format(refused))
        if private:
            parts.append(tr("{0} 份扫描件上的号码遮不住，不放。").format(private))
        if own:
            parts.append(tr("{0} 份孩子自己的材料不放，里面的号码程序看不到。").format(own))
        self.refused.setText("".join(parts))
        self.refused.setVisible(bool(parts))
        self.go.set_label(tr("生成 {0} 份").format(files))
        self.go.setEnabled(files > 0)
        self.boxes.show_term(code)
        self._show_where()

    def target(self) -> PurePath:
        """The folder of the pack itself, or its zip: below what was chosen, unless that is a pack already, beside which
        a zip is put."""
        chosen, one_file = self.folder(), self.form.current() == ONE_FILE
        is_pack = self._session.disk.packs().listed(chosen) is not None
        if not self._code or (is_pack and not one_file):
            return chosen
        name = safe_name(tr("{0}迎检资料").format(term_title(self._code)))
        return (chosen.parent if is_pack else chosen) / (name + ZIP if one_file else name)

    def choose_folder(self) -> None:
        """Ask for another folder and keep it in mind."""
        name = self.ask_folder(self, str(self.folder()))
        if name:
            self.put_into(PurePath(name))

    def put_into(self, folder: PurePath) -> None:
        """Put the pack into that folder, now and the next time."""
        self._session.store.set_setting(WHERE, str(folder))
        self.say("", "")
        self._show_where()

    def open_folder(self) -> None:
        """Show it in the computer's own file window, a zip in the folder where it lies."""
        target = self.target()
        self.open_url(QUrl.fromLocalFile(str(target.parent if target.suffix == ZIP else target)))

    def say(self, kind: str, text: str) -> None:
        """What came of it; "" says nothing."""
        self.said.setVisible(bool(text))
        if text:
            self.said.say(kind, text)

    def _chosen(self) -> None:
        self._say_masks()
        self.say("", "")
        self.chosen.emit()

    def _choose_form(self, key: str) -> None:
        self._session.store.set_setting(FORM, key)
        self.say("", "")
        self._show_where()

    def _say_masks(self) -> None:
        full = self.shown.current() == FULL
        self.hint.setText(
            tr("身份证号、电话、住址都是完整的，签字的扫描件也放，只交给要它的部门。会记进日志。") if full
            else tr("身份证号只留前 6 位，电话中间遮住 4 位，住址只写到村，签字的扫描件不放。会记进日志。")
        )  # fmt: skip

    def _show_where(self) -> None:
        target = self.target()
        self.form_hint.setVisible(self.form.current() == ONE_FILE)
        self.where.setText(str(target))
        self.where.setToolTip(str(target))
        synced = self._session.disk.drive_warning(target) == "sync"
        self.warned.setText(tr("这个文件夹会自动传到网盘上，孩子的资料换个地方放。") if synced else "")
        self.warned.setVisible(synced)
        while (item := self.sticks.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for stick in self._session.disk.packs().sticks():
            button = Button(tr("U 盘 {0}").format(stick.name or stick), icon="hard-drive", height=tokens.CONTROL)
            button.clicked.connect(lambda _checked=False, to=stick: self.put_into(to))
            self.sticks.addWidget(button)
        self.plugged.setVisible(self.sticks.count() > 0)
        there = self._session.disk.packs().listed(target) is not None
        self.open_.setVisible(there)
        self.check.setVisible(there)

    def _lay_out(self) -> None:
        self.head.addWidget(self.heading)
        self.add(self.terms)
        self.add(Label(tr("身份证号和电话"), "strong"))
        for piece in (self.shown, self.hint, self.unasked, self.refused):
            self.add(piece)
        self.add_section(tr("放在哪里"))
        self.add(self.form)
        self.add(self.form_hint)
        self.add(self.where)
        self.add(self.warned)
        self.add(self.plugged)
        self.add(self.other)
        self.add(self.said)
        row = QWidget()
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.open_, self.check):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(row)
        self.add_section(tr("都交完了"))
        self.add(self.term)
        self.add_section(tr("档案盒上写的"))
        self.add(self.boxes)
        self.said.hide()
        self.set_action(self.go)
