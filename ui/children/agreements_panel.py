"""The papers signed for a child in the dossier: what holds from when to when, what is to be renewed, and the scans."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.agreements import ENDED, SOON, Agreement, is_missed, of_child, state_of
from app.changes import Change
from app.children import Child
from app.edits import AgreementTold, add_agreement, change_agreement, delete_agreement
from app.mentoring import mentorings
from app.store import StoreError
from ui import labels, late, words
from ui.agreement_words import days_words, end_words, kind_word
from ui.children.agreement_form import AgreementForm
from ui.children.card import Card, clear
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.revealing import reveal
from ui.session import Session


class AgreementsPanel(Card):
    """Each deed is saved at once; the form keeps what is typed until its button."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("签过的协议"))
        self._session = session
        self._child: Child | None = None
        self.form: AgreementForm | None = None
        self.add = Button(self.tr("添一份"), kind="link", icon="plus", height=26)
        self.slot.addWidget(self.add)
        self.add.clicked.connect(lambda: self.open_form(0))
        self._place, self._lines = QVBoxLayout(), QVBoxLayout()
        self._lines.setSpacing(10)
        self.body.addLayout(self._place)
        self.body.addLayout(self._lines)
        self.shown: list[str] = []

    def show_child(self, child: Child) -> None:
        """Show the papers of a child; an open form stays unless it is another child's."""
        if self._child is None or self._child.id != child.id:
            self.close_form()
        self._child = child
        self.add.setAccessibleName(self.tr("添一份{0}的协议").format(child.name))
        clear(self._lines)
        self.shown = []
        every = self._session.snapshot.agreements
        mine = of_child(every, child.id)
        for one in mine:
            self._lines.addLayout(self._paragraph(one, every))
        if not mine:
            self._lines.addWidget(Label(self.tr("还没有。委托照护协议、责任书、告知书、同意书记在这里。"), "second",
                                        "ink3", wrap=True))  # fmt: skip

    def open_form(self, agreement_id: int) -> None:
        """Ask for a new paper (0) or correct one; the same button again closes it."""
        same = self.form is not None and self.asking() == agreement_id
        self.close_form()
        if same or self._child is None:
            return
        agreement = next((one for one in self._session.snapshot.agreements if one.id == agreement_id), None)
        self.form = AgreementForm(self._session, self._signers(self._child), agreement)
        self.form.done.connect(self._save)
        self._place.addWidget(self.form)
        self.form.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self.form, self.form.kind)

    def close_form(self) -> bool:
        """Put the form away; False if none was open."""
        was_open = self.form is not None
        clear(self._place)
        self.form = None
        return was_open

    def asking(self) -> int | None:
        """Of which paper the form is open, 0 for a new one; None while it is not."""
        if self.form is None:
            return None
        return self.form.agreement.id if self.form.agreement else 0

    def open_scan(self, one: Agreement) -> None:
        """Show the scan, to be read, printed or saved."""
        if self._child is not None:
            title = self.tr("{0}的{1}").format(self._child.name, kind_word(one.kind))
            late.load("ui.children.scan_view").show_scan(self._session, one, title, self.window())

    def _paragraph(self, one: Agreement, every: Sequence[Agreement]) -> QVBoxLayout:
        state, today = state_of(one, every, self._session.today), self._session.today
        column = QVBoxLayout()
        column.setSpacing(2)
        gone = state == ENDED
        column.addWidget(Label(kind_word(one.kind), "second" if gone else "strong", "ink3" if gone else ""))
        said = days_words(one)
        if one.signed_by:
            said = self.tr("{0}，{1}签").format(said, one.signed_by)
        column.addWidget(Label(said, "second", "ink3" if gone else "ink2", wrap=True))
        mark = "over" if is_missed(one, every, today) else "soon" if state == SOON else ""
        if mark:
            column.addWidget(Mark(mark, end_words(one, today)))
        if one.note:
            column.addWidget(Label(one.note, "hint", "ink3", wrap=True))
        column.addLayout(self._deeds(one))
        self.shown.append(" ".join((kind_word(one.kind), said, end_words(one, today) if mark else "")).strip())
        return column

    def _deeds(self, one: Agreement) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        which = self.tr("{0}，{1}").format(kind_word(one.kind), days_words(one))
        if one.file:
            look = Button(self.tr("看扫描件"), kind="link", height=26, name=self.tr("看扫描件：{0}").format(which))
            look.clicked.connect(partial(self._look, one))
            row.addWidget(look)
        change = Button(self.tr("改") if one.file else self.tr("改，添扫描件"), kind="link", height=26,
                        name=self.tr("改：{0}").format(which))  # fmt: skip
        change.clicked.connect(partial(self._open_of, one.id))
        remove = Button("", kind="link", icon="trash-2", height=26, name=self.tr("录错了，删除：{0}").format(which))
        remove.clicked.connect(partial(self._delete, one))
        row.addWidget(change)
        row.addWidget(remove)
        row.addStretch(1)
        return row

    def _look(self, one: Agreement, _on: bool = False) -> None:
        self.open_scan(one)

    def _open_of(self, agreement_id: int, _on: bool = False) -> None:
        self.open_form(agreement_id)

    def _signers(self, child: Child) -> list[str]:
        mine = [one.staff.name for one in mentorings(self._session.snapshot, self._session.today)
                if any(link.child.id == child.id for link in one.links)]  # fmt: skip
        return [kin.name for kin in child.kin if kin.state == "living"] + mine

    def _save(self, told: AgreementTold, path: str) -> None:
        child, form = self._child, self.form
        if child is None or form is None:
            return
        if path:
            file = self._kept(path, form)
            if not file:
                return
            told = replace(told, file=file)
        what = kind_word(told.kind)
        if form.agreement is None:
            written = self._apply(labels.add_agreement(child, what), add_agreement(child, told))
        else:
            written = self._apply(labels.edit_agreement(child, what), change_agreement(form.agreement, told))
        if written:
            self.close_form()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self, path: str, form: QWidget) -> str:
        """The name under which the scan is kept; "" if it could not be, which the form says."""
        reading = late.load("ui.children.scan_view")
        try:
            return self._session.store.keep_file(reading.read_pages(self._session.disk, path))
        except StoreError as error:
            sentence = words.sentence(error)
        except reading.REFUSED as error:
            sentence = reading.sentence(error)
        if isinstance(form, AgreementForm):
            form.refuse_scan(sentence)
        return ""

    def _delete(self, one: Agreement, _on: bool = False) -> None:
        if self._child is not None:
            self.close_form()
            self._apply(labels.delete_agreement(self._child, kind_word(one.kind)), delete_agreement(one), "delete")

    def _apply(self, label: str, changes: list[Change], kind: str = "edit") -> bool:
        return not changes or self._session.attempt(label, changes, kind) is not None
