"""Change one fact of many children at once: before and after of each, counted, and undone by one Ctrl+Z."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app import bulk
from app.bulk import BulkRow
from app.catalogue import BY_KEY
from app.enrolment import name_on
from app.fingerprint import card_scene
from app.values import BadValue
from ui import labels, tokens
from ui.children.bulk_value import CLASS, CONFIRMED, BulkValue, title_of
from ui.children.card import within
from ui.children.deeds import Deeds, bad_value_words
from ui.children.listing import Listing
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.session import Session

DRAFT = "bulk_edit"
NAMED = 3
"""So many children who cannot be changed are named below the list."""


class BulkEdit(QDialog):
    """Scope in words, what to change, to what; the button says how many it changes."""

    def __init__(
        self, session: Session, listing: Listing, deeds: Deeds, ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._listing, self._deeds = session, listing, deeds
        self._children = [session.snapshot.children[key] for key in ids]
        self._scene = card_scene(session.snapshot, session.today)
        self.rows: dict[int, BulkRow] = {}
        self.left_out: set[int] = set()
        self.setWindowTitle(self.tr("一起改"))
        self.what = ComboField(self.tr("改哪一项"), [(key, title_of(key)) for key in self._keys()], "boarding")
        self.value = BulkValue(session, list(session.snapshot.children.values()))
        self.grid = ListGrid(self._columns(), name=self.tr("每个孩子改前改后"), row_height=42, many=False)
        self.wrong = Label("", "second", "over", wrap=True)
        self.count = Label("", "second", "ink2", wrap=True)
        self.keep = Button(self.tr("不改了"), keys="Esc")
        self.go = Button("", kind="primary", keys="Ctrl+Enter")
        self._lay_out()
        self.what.editor.currentIndexChanged.connect(lambda _index: self._ask())
        self.value.changed.connect(self._plan)
        self.grid.ticked.connect(self._tick)
        self.grid.opened.connect(self._tick)
        self.keep.clicked.connect(self.reject)
        self.go.clicked.connect(self.change)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.change)
        session.failed.connect(self._tell)
        self.wrong.hide()
        self.grid.set_empty(self.tr("写上或选好新的值，这里列出每个人改前改后"))
        self._ask()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keys(self) -> list[str]:
        return [CLASS, *(fact.key for fact in bulk.bulk_facts()), CONFIRMED]

    def _columns(self) -> list[Column]:
        return [
            Column("check", "", 44, "check", self._check),
            Column("who", self.tr("孩子"), 200, "who", self._who),
            Column("diff", self.tr("现在 → 改后"), 0, "diff", self._diff),
            Column("note", self.tr("说明"), 220, "status", self._note),
        ]

    # what would become

    def _ask(self) -> None:
        self.value.ask_for(self.what.value())
        for before, after in pairwise((self.what.editor, *self.value.stops(), self.grid, self.keep, self.go)):
            QWidget.setTabOrder(before, after)
        self._plan()

    def _plan(self) -> None:
        key, text, day = self.what.value(), self.value.value(), self.value.day.day()
        found: list[BulkRow]
        if key == CONFIRMED:
            user = self._session.store.user
            found = bulk.set_confirmed(self._children, day, user) if day else []
        elif key == CLASS:
            found = bulk.set_class(self._children, int(text), day, self._scene) if day and text else []
        else:
            found = bulk.set_fact(self._children, BY_KEY[key], text, self._scene) if text is not None else []
        self.rows = {row.child_id: row for row in found}
        self._show()
        self._keep()

    # nothing typed is lost

    def _keep(self) -> None:
        self._session.drafts.keep(DRAFT, self._words, "roster")

    def _words(self) -> dict[str, Any] | None:
        if not isValid(self):
            return None
        typed = [word for word in self.value.typed() if word]
        if not typed and not self.left_out:
            return {}
        return {"ids": [child.id for child in self._children], "what": self.what.value(), "value": typed,
                "day": self.value.day.typed(), "left_out": sorted(self.left_out)}  # fmt: skip

    def put_back(self, words: Mapping[str, Any]) -> None:
        """What was half typed for the same children."""
        self.what.editor.setCurrentIndex(self.what.editor.findData(words["what"]))
        self.value.put_back(words["value"])
        self.value.day.put_back(words["day"])
        self.left_out = set(words["left_out"]) & {child.id for child in self._children}
        self._plan()
        self.value.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        lines: list[Row] = []
        kinds = (
            ("changed", "changed", self.tr("会改"), self.tr("不想改的去掉勾，空格也能去掉")),
            ("refused", "refused", self.tr("改不了"), self.tr("这几个不动，其余照改")),
            ("same", "same", self.tr("本来就是"), self.tr("不用动")),
        )
        for kind, mark, title, hint in kinds:
            of_kind = [key for key, row in self.rows.items() if row.kind == kind]
            lines += [Group(title, len(of_kind), hint, mark), *of_kind] if of_kind else []
        self.grid.set_rows(lines)
        self.grid.refresh()
        self._count()

    def chosen(self) -> list[int]:
        """The children that would be changed."""
        return [key for key, row in self.rows.items() if row.kind == "changed" and key not in self.left_out]

    def _count(self) -> None:
        number = len(self.chosen())
        self.go.set_label(self.tr("改 {0} 人").format(number))
        self.go.setEnabled(number > 0)
        refused = [row for row in self.rows.values() if row.kind == "refused"]
        same = sum(row.kind == "same" for row in self.rows.values())
        parts = [self.tr("{0} 人本来就是").format(same)] if same else []
        if refused:
            names = "、".join(self._listing_name(row.child_id) for row in refused[:NAMED])
            more = self.tr("等") if len(refused) > NAMED else ""
            parts.append(self.tr("{0} 人改不了：{1}{2}").format(len(refused), names, more))
        self.count.setText("，".join(parts) or self.tr("改了可以按 Ctrl+Z 一次撤回"))

    def _tell(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()

    def _listing_name(self, child_id: int) -> str:
        return self._session.snapshot.children[child_id].name

    def _tick(self, child_id: int) -> None:
        if self.rows[child_id].kind == "changed":
            self.left_out ^= {child_id}
            self.grid.refresh(frozenset({child_id}))
            self._count()
            self._keep()

    # cells

    def _check(self, key: int) -> Cell:
        return Cell(checked=key not in self.left_out if self.rows[key].kind == "changed" else None)

    def _who(self, key: int) -> Cell:
        row = self._listing.rows.get(key)
        return Cell(self._listing_name(key), row.class_name if row else "", faded=self.rows[key].kind == "same")

    def _diff(self, key: int) -> Cell:
        row, empty = self.rows[key], self.tr("空着")
        if row.kind != "changed" or key in self.left_out:
            return Cell(row.before or empty, tone="ink3" if row.kind == "same" else "ink2")
        return Cell(row.after or empty, old=row.before or empty, mark="changed")

    def _note(self, key: int) -> Cell:
        row = self.rows[key]
        if row.kind == "refused":
            return Cell(bad_value_words(BadValue("", row.reason)), mark="refused")
        return Cell(self.tr("先不改"), mark="wait") if key in self.left_out else Cell()

    # the deed

    def change(self) -> None:
        """Write it: one action with one name."""
        ids = self.chosen()
        if not ids:
            return
        rows = [self.rows[key] for key in ids]
        label = self._label(len(ids))
        said = self.tr("{0}，Ctrl+Z 撤回").format(label)
        if self._deeds.write(label, bulk.changes_of(rows), said=said) is not None:
            self._session.drafts.drop(DRAFT)
            self.accept()

    def _label(self, number: int) -> str:
        key = self.what.value()
        if key != CLASS:
            return labels.edit_many(number, title_of(key))
        classes = {one.id: one for one in self._session.snapshot.classes}
        name = name_on(classes[int(self.value.value() or 0)], self._session.today, self._session.snapshot.school.system)
        return labels.change_class_of_many(number, name)

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(tokens.GAP)
        self.what.setFixedWidth(tokens.px(190))
        asked.addWidget(self.what, 0, Qt.AlignmentFlag.AlignTop)
        asked.addWidget(self.value, 1)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.BETWEEN)
        foot.addWidget(self.count, 1)
        for button in (self.keep, self.go):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, tokens.PADDING, tokens.GUTTER, tokens.PADDING)
        column.setSpacing(tokens.GAP)
        column.addWidget(Label(self.tr("改选中的 {0} 人").format(len(self._children)), "heading"))
        column.addLayout(asked)
        column.addWidget(self.grid, 1)
        column.addWidget(self.wrong)
        column.addLayout(foot)
        self.resize(within(self.parentWidget(), tokens.px(860), tokens.px(600)))
