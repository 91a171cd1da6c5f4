"""How the cells of an entry grid are painted and edited; no editor loses the first word of an input method."""

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.pieces import paint
from ui.pieces.editors import Combo, LineEdit
from ui.pieces.entry_model import EntryModel
from ui.pieces.row_model import Index

GROUNDS = {"": ("surface", "line2"), "changed": ("soonT", "soonL"), "wrong": ("overT", "over")}
"""Ground and border of a cell by its mark."""


class EntryDelegate(QStyledItemDelegate):
    """Boxed cells; a line editor, or an editable combo where the column has options."""

    typing = Signal(str)
    """What stands in the open editor, at every key."""
    submitted = Signal()
    """Ctrl+Enter in the editor."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        column = model.columns[index.column()]
        with paint.guarded(painter, "entry cell"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(option.rect)
            here = self._view.currentIndex()
            row = index.row() == here.row()
            paint.fill(painter, rect.adjusted(0, 0, 1, 0), "accentT" if row else "surface")
            paint.rule(painter, rect.x(), rect.bottom() - 1, rect.width() + 1)
            if row and index.column() == 0:
                paint.fill(painter, QRectF(rect.x(), rect.y(), 4, rect.height()), "accent")
            if not model.is_fixed(index):
                self._box(painter, rect, model, index, bool(option.state & option.state.State_Selected))
            x = rect.right() - 14 if column.right else rect.x() + (10 if column.fixed else 14)
            token = "ink2" if column.fixed else "ink"
            text = str(index.data() or "")
            paint.text(painter, x, rect.center().y(), text, token=token, width=rect.width() - 26, right=column.right)

    def _box(self, painter: QPainter, rect: QRectF, model: EntryModel, index: Index, chosen: bool) -> None:
        here, mark = index == self._view.currentIndex(), model.mark(index)
        ground, border = GROUNDS[mark.kind if mark is not None else ""]
        focused = here and self._view.hasFocus()
        if (here or chosen) and not (mark is not None and mark.kind == "wrong"):
            border = "accent"
        paint.box(painter, rect.adjusted(4, 6, -4, -7), ground, border, line=2.0 if focused else 1.0)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        options = model.options(index) if isinstance(model, EntryModel) else ()
        editor: Combo | LineEdit = Combo(parent, editable=True) if options else LineEdit(parent)
        line: QWidget | None = editor
        if isinstance(editor, Combo):
            editor.addItems(list(options))
            line = editor.lineEdit()
        if isinstance(line, LineEdit):
            line.textEdited.connect(self.typing)
        editor.setProperty("cell", "true")
        name(editor, index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What somebody is typing is left alone when the rows are shown anew."""
        line = editor.lineEdit() if isinstance(editor, Combo) else editor
        if not isinstance(line, LineEdit) or line.isModified():
            return
        line.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        line.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, (Combo, LineEdit)) and isinstance(model, EntryModel):
            editor.finish_composition()
            text = editor.currentText() if isinstance(editor, Combo) else editor.text()
            model.setData(index, text.strip(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect: QRect = option.rect
        box = rect.adjusted(4, 6, -4, -7)
        editor.setFixedHeight(box.height())  # the style sheet gives fields a least height that cells do not have
        editor.setGeometry(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in an editor saves the cell and goes down; Ctrl+Enter saves the cell and then all."""
        enter, hints = (Qt.Key.Key_Return, Qt.Key.Key_Enter), QAbstractItemDelegate.EndEditHint
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            all_of_it = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, hints.NoHint if all_of_it else hints.SubmitModelCache)
            if all_of_it:
                self.submitted.emit()
            return True
        return super().eventFilter(watched, event)


def name(editor: QWidget, index: Index) -> None:
    """Say to a screen reader which cell is being typed into."""
    editor.setAccessibleName(str(QPersistentModelIndex(index).data(Qt.ItemDataRole.AccessibleTextRole) or ""))
