"""At the right of the tables: one item, every column of it a field that is saved when it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.assessment import FIGURE, MEASURED, PAPER, Item
from app.care_rules import in_force, versions
from app.edits import assessment as edits
from app.measures import counted, offered
from app.scales import points_text
from app.scoring import scale_of
from app.values import BadValue
from ui import score_words as words
from ui.pieces.button import Button
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.pieces.label import Label
from ui.pieces.side_panel import SidePanel
from ui.report.scale_field import ScaleField
from ui.session import Session

TWICE = 2
TEXTS = ("what", "points", "part", "demand", "criteria", "how")


class ItemEditor(SidePanel):
    """`show_item` after every change."""

    closed = Signal()
    moved = Signal(int)
    """So many places further."""
    delete_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(name=session.tr("改这一项"), width=360)
        self._session = session
        self.item: Item | None = None
        self.heading = Label("", "panel", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc", height=26)
        self.texts: dict[str, Field] = {
            "what": LineField(self.tr("考核项")), "points": LineField(self.tr("满分")),
            "part": LineField(self.tr("部分")), "demand": AreaField(self.tr("目标要求"), lines=2),
            "criteria": AreaField(self.tr("评分标准"), lines=3), "how": LineField(self.tr("操作说明")),
        }  # fmt: skip
        self.measured = ComboField(self.tr("怎么得分"), [(key, words.measured_word(key)) for key in MEASURED])
        self.figure = ComboField(self.tr("照哪个数字"), [])
        self.papers = LineField(self.tr("要几份材料"))
        self.times = LineField(self.tr("要几次"))
        self.scale = ScaleField()
        self.says = Label("", "second", "ink2", wrap=True)
        self.up = Button(self.tr("往上"), height=32, name=self.tr("把这一项往上移"))
        self.down = Button(self.tr("往下"), height=32, name=self.tr("把这一项往下移"))
        self.delete = Button(self.tr("删掉这一项"), kind="danger", icon="trash-2", height=32)
        self._lay_out()
        self._connect()

    def show_item(self, item: Item) -> None:
        """Show what the file holds."""
        other = self.item is None or self.item.id != item.id
        self.item = item
        self.heading.setText(item.what)
        values = {key: getattr(item, key) for key in TEXTS} | {"points": points_text(item.points)}
        for key, field in self.texts.items():
            if other:
                field.revert()
            field.set_value(str(values[key]))
        self.measured.set_value(item.measured)
        keys = offered(list(versions(in_force(self._session.snapshot.rules))))
        chosen, times = counted(item.measure) if item.measured == FIGURE else ("", "")
        if chosen and chosen not in keys:
            keys.append(chosen)
        self.figure.set_options([("", self.tr("还没选")), *((key, words.measure_word(key)) for key in keys)])
        self.figure.set_value(chosen)
        self.times.set_value(times)
        self.times.setVisible(bool(times))
        self.papers.set_value(item.measure if item.measured == PAPER else "")
        self.figure.setVisible(item.measured == FIGURE)
        self.papers.setVisible(item.measured == PAPER)
        self.scale.setVisible(item.measured in (FIGURE, PAPER))
        self.says.setVisible(item.measured in (FIGURE, PAPER))
        self.scale.set_scale(scale_of(item))
        self.says.setText(words.scale_sentence(scale_of(item), item.points))

    def begin(self) -> None:
        """The cursor into the name."""
        self.texts["what"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, field: str, text: str, shown: Field | None = None) -> None:
        item = self.item
        if item is None:
            return
        try:
            changes = edits.set_item_field(item, field, text)
        except BadValue as error:
            if shown is not None:
                shown.refuse(words.bad_value(error))
            else:
                self.scale.refuse(words.bad_value(error))
            return
        if changes:
            self._session.attempt(self.tr("修改考核项{0}").format(item.what), changes)

    def _set_figure(self, key: str) -> None:
        """One that is counted up to a number begins with two."""
        self._set("measure", f"{key} {TWICE}" if counted(key)[1] else key, self.figure)

    def _connect(self) -> None:
        for key, field in self.texts.items():
            field.committed.connect(lambda text, key=key, field=field: self._set(key, text, field))
        self.measured.committed.connect(lambda text: self._set("measured", text, self.measured))
        self.figure.committed.connect(self._set_figure)
        self.times.committed.connect(lambda text: self._set("measure", f"{self.figure.value()} {text}", self.times))
        self.papers.committed.connect(lambda text: self._set("measure", text, self.papers))
        self.scale.committed.connect(lambda text: self._set("scale", text))
        self.close_button.clicked.connect(self.closed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.delete.clicked.connect(self.delete_wanted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(head)
        for piece in (self.texts["what"], self.texts["points"], self.measured, self.figure, self.times, self.papers,
                      self.scale, self.says, self.texts["part"], self.texts["demand"], self.texts["criteria"],
                      self.texts["how"]):  # fmt: skip
            self.add(piece)
        row = QHBoxLayout()
        for button in (self.up, self.down, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        self.body.insertLayout(self.body.count() - 1, row)
