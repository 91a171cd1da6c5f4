"""The head of a dossier: the name in cells, who this is in a line, why it matters, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import days
from app.addresses import village
from app.children import Child
from app.roster import RosterRow
from ui import tokens
from ui.photos.box import PhotoBox
from ui.pieces.button import Button
from ui.pieces.flow import Flow
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.name_cell import NameCell
from ui.sentences import missing_sentence, why_register
from ui.session import Session


class DossierHead(QWidget):
    """Name, class, age; the finding below; print, correct, confirm at the right."""

    printed = Signal()
    edits = Signal()
    confirmed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._wide = session, True
        self.photo = PhotoBox()
        self.name = NameCell("", tokens.CELL_BIG, whole=True, most=4)
        self.class_name = Label("", "panel")
        self.about = Label("", "second", "ink2")
        self.why = Label("", "second", "ink2", wrap=True)
        self.mark = Mark("done", "")
        self.confirm = Button(self.tr("都对，核对好了"), keys="Ctrl+Enter")
        self.edit = Button(self.tr("改资料"), keys="F2", icon="pencil")
        self.print = Button(self.tr("打印联系卡"), keys="Ctrl+P", kind="primary", icon="printer")
        first = Flow(wide=True)
        for part in (self.class_name, self.about, self.mark):
            first.addWidget(part)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.why)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for button in (self.confirm, self.edit, self.print):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(tokens.px(tokens.HEAD))
        self.print.clicked.connect(self.printed)
        self.edit.clicked.connect(self.edits)
        self.confirm.clicked.connect(self.confirmed)

    def show_child(self, child: Child, row: RosterRow | None) -> None:
        """Show a child; `row` is None for one who has left the school."""
        self.name.set_name(child.name)
        age = days.age_on(child.birth, self._session.today)
        parts = [child.sex, self.tr("{0} 岁").format(age) if age is not None else ""]
        parts += [village(child.address or child.home_address), self.tr("住校") if row and row.boarding else ""]
        self.about.setText("，".join(part for part in parts if part))
        self.class_name.setText(row.class_name if row is not None else self.tr("不在校"))
        self.mark.setVisible(row is not None)
        self.confirm.setVisible(row is not None and row.to_confirm)
        self.set_wide(self._wide)
        gone = self.tr("已经离校，资料留着，不算在人数里。")
        self.why.setText(why_register(row.verdict) if row is not None else gone)
        if row is not None:
            self.mark.set_status("soon" if row.missing else "done", missing_sentence(row.missing))

    def set_wide(self, wide: bool) -> None:
        """Leave out the button that only leads to the fields below, where the sentence needs its room."""
        self._wide = wide
        self.edit.setVisible(wide and self.confirm.isHidden())
