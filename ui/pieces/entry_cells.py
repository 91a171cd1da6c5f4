"""How the cells of an entry grid are painted and edited; no editor loses the first word of an input method."""

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.pieces import paint
from ui.pieces.editors import Combo, LineEdit
from ui.pieces.entry_model import EntryModel
from ui.pieces.row_model import Index


class EntryDelegate(QStyledItemDelegate):
    """Boxed cells; a line editor, or an editable combo where the column has options."""

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
            if not column.fixed:
                self._box(painter, rect, index == here, bool(option.state & option.state.State_Selected))
            x = rect.right() - 14 if column.right else rect.x() + (10 if column.fixed else 14)
            token = "ink2" if column.fixed else "ink"
            text = str(index.data() or "")
            paint.text(painter, x, rect.center().y(), text, token=token, width=rect.width() - 26, right=column.right)

    def _box(self, painter: QPainter, rect: QRectF, here: bool, chosen: bool) -> None:
        inside = rect.adjusted(4, 6, -4, -7)
        focused = here and self._view.hasFocus()
        border = "accent" if here or chosen else "line2"
        paint.box(painter, inside, "surface", border, line=2.0 if focused else 1.0)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        options = model.columns[index.column()].options if isinstance(model, EntryModel) else ()
        if options:
            combo = Combo(parent, editable=True)
            combo.addItems(list(options))
            combo.setProperty("cell", "true")
            name(combo, index)
            return combo
        line = LineEdit(parent)
        line.setProperty("cell", "true")
        name(line, index)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Combo):
            editor.setEditText(text)
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
        elif isinstance(editor, LineEdit):
            editor.setText(text)
            editor.selectAll()

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
        """Enter in an editor saves the cell and goes down."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            if isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(watched, event)


def name(editor: QWidget, index: Index) -> None:
    """Say to a screen reader which cell is being typed into."""
    editor.setAccessibleName(str(QPersistentModelIndex(index).data(Qt.ItemDataRole.AccessibleTextRole) or ""))
