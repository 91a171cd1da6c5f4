"""Pictures and papers of one record, in any panel: dropped, pasted or chosen, seen, printed, saved, deleted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.attachments import AFTER, BEFORE, PDF, PICTURE, Attachment, without_consent
from ui import late
from ui.attachments import words
from ui.attachments.deeds import AttachDeeds, Target, saved_name
from ui.attachments.strip_parts import StripParts, ask_files, ask_folder, ask_path
from ui.photos.given import Given, from_clipboard
from ui.session import Session
from ui.work import Work


def _tr(text: str) -> str:
    return QCoreApplication.translate("attachments", text)


class AttachmentStrip(StripParts):
    """`show_for` says what it belongs to; it keeps itself true after every write and undo."""

    def __init__(self, session: Session, work: Work, *, heading: str = "") -> None:
        super().__init__(session, heading)
        self._session = session
        self._target: Target | None = None
        self._read_at = -1
        self.original = False
        """Whether pictures that are brought are kept in their full size as well."""
        self.ask_files: Callable[[QWidget], Sequence[str]] = ask_files
        self.ask_path: Callable[[QWidget, str], str] = ask_path
        self.ask_folder: Callable[[QWidget], str] = ask_folder
        self.deeds = AttachDeeds(session, work, self)
        self._connect()
        self.hide()

    def show_for(
        self, holder: str, row_id: int, whose: str = "", children: Sequence[int] = (), moment: str = ""
    ) -> None:
        """Show what hangs on that row: `holder` is the column ("record_id"), `whose` names it in the history
        (周雨桐的谈心), `children` may be seen in its pictures, `moment` is before or after a mending. A row_id of 0
        hides the strip."""
        target = Target(holder, row_id, whose, tuple(children), moment) if row_id else None
        same = target is not None and self._target is not None and (
            (target.holder, target.row_id) == (self._target.holder, self._target.row_id)
        )
        self._target = target
        if not same:
            self.refused.setText("")
            self.refused.hide()
            self.tiles.show_rows(())
        self.setVisible(target is not None)
        self._read_at = -1
        if target is not None:
            self.refresh()

    def refresh(self) -> None:
        """Read again what hangs on the row."""
        if self._target is None:
            return
        if not self.isVisibleTo(self.window()):
            self._read_at = -1
            return
        self._read_at = self._session.version
        rows = self._target.rows(self._session.store)
        self.tiles.show_rows(rows)
        self.tiles.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.more.setVisible(bool(rows))
        self.heading.setText(f"{self._title} {len(rows)}" if rows else self._title)
        pictures = any(one.kind == PICTURE for one in rows)
        said = words.consent(*without_consent(self._target.children, self._session.snapshot)) if pictures else ""
        self.consent.setText(said)
        self.consent.setVisible(bool(said))
        self._say_wrong()
        # Rows that come while the strip is being shown do not tell the layout around it by themselves.
        self.updateGeometry()

    def shown(self) -> list[Attachment]:
        """What it shows."""
        return list(self.tiles.tiles.rows)

    def choose(self) -> None:
        """Let the person choose files."""
        paths = tuple(self.ask_files(self))
        if paths:
            self.bring(Given(paths))

    def paste(self) -> bool:
        """Take the files or the picture of the clipboard; False if there are none."""
        what = from_clipboard()
        if what and self._target is not None:
            self.bring(what)
        return bool(what)

    def bring(self, what: Given) -> None:
        """Hang these on the row."""
        if self._target is not None:
            self.deeds.bring(what, self._target, original=self.original)

    def open(self, place: int) -> None:
        """See one large; from there the others."""
        if self._target is None or not 0 <= place < len(self.tiles.tiles.rows):
            return
        made = late.load("ui.attachments.viewer").Viewer
        dialog = made(self._session, self.deeds, self._target, place, self.ask_path, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._back_from(dialog.place))
        dialog.open()

    def remove(self) -> None:
        """Delete the chosen ones."""
        if self._target is not None:
            self.deeds.detach(self.tiles.chosen(), self._target)

    def turn(self, moment: str) -> None:
        """The chosen ones show it before, or after, the mending."""
        if self._target is not None:
            self.deeds.turn(self.tiles.chosen(), self._target, moment)

    def export(self, *, original: bool = False) -> None:
        """Save the chosen ones where the person says."""
        some = self.tiles.chosen()
        if not some:
            return
        where = self.ask_path(self, saved_name(some[0], original)) if len(some) == 1 else self.ask_folder(self)
        if where:
            self.deeds.export(some, where, original=original)

    def print_out(self) -> None:
        """Print the chosen pictures, one to a sheet, after a look at the sheets."""
        if self._target is not None:
            late.load("ui.paper.picture_sheets").show_sheets(self._session, self.tiles.chosen(), self._target, self)

    def menu(self) -> QMenu:
        """What can be done."""
        menu, some = QMenu(self), self.tiles.chosen()
        look = menu.addAction(_tr("看大图"), lambda: self.open(self.tiles.currentIndex().row()))
        look.setShortcut(QKeySequence(Qt.Key.Key_Return))
        count = f" {len(some)}" if len(some) > 1 else ""
        menu.addAction(_tr("存出来…") + count, self.export)
        if len(some) == 1 and some[0].original:
            menu.addAction(_tr("存原图…"), lambda: self.export(original=True))
        prints = menu.addAction(_tr("打印图片…") + count, self.print_out)
        prints.setEnabled(any(one.kind == PICTURE or (one.kind == PDF and one.thumbnail) for one in some))
        if len(some) == 1 and some[0] is not self.tiles.tiles.rows[0]:
            menu.addAction(_tr("放到最前"), lambda: self.deeds.first(some[0], self.shown()))
        if self._target is not None and self._target.moment:
            other = AFTER if self._target.moment == BEFORE else BEFORE
            menu.addAction(words.turn_word(other) + count, lambda: self.turn(other))
        away = menu.addAction(_tr("删除") + count, self.remove)
        away.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        menu.addSeparator()
        menu.addAction(_tr("全选"), self.tiles.selectAll).setShortcut(QKeySequence.StandardKey.SelectAll)
        paste = menu.addAction(_tr("粘贴"), self.paste)
        paste.setShortcut(QKeySequence.StandardKey.Paste)
        paste.setEnabled(bool(from_clipboard()))
        whole = menu.addAction(_tr("新放的图片，原图也留一份"), self._keep_original)
        whole.setCheckable(True)
        whole.setChecked(self.original)
        return menu

    # inside

    def _keep_original(self) -> None:
        self.original = not self.original

    def _back_from(self, place: int) -> None:
        if 0 <= place < len(self.tiles.tiles.rows):
            self.tiles.set_current(place)
        (self.tiles if self.tiles.isVisible() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_menu(self, at: QPoint | None = None) -> None:
        self.menu().popup(at or self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _added(self, ids: Sequence[int]) -> None:
        place = next((at for at, one in enumerate(self.tiles.tiles.rows) if one.id in ids), -1)
        if place >= 0:
            self.tiles.set_current(place)

    def _refused(self, sentence: str) -> None:
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def _say_wrong(self) -> None:
        found = [one for one in self.tiles.tiles.rows if self.tiles.album.is_wrong(one.id)]
        self.wrong.setText(words.broken(len(found)) if found else "")
        self.wrong.setVisible(bool(found))

    def _changed(self, _touched: object) -> None:
        if self._read_at != self._session.version:
            self.refresh()

    def _connect(self) -> None:
        self.add.clicked.connect(self.choose)
        self.more.clicked.connect(lambda: self._show_menu())
        self.tiles.opened.connect(self.open)
        self.tiles.removed.connect(self.remove)
        self.tiles.pasted.connect(self.paste)
        self.tiles.menu_wanted.connect(self._show_menu)
        self.tiles.seen_wrong.connect(self._say_wrong)
        self.deeds.refused.connect(self._refused)
        self.deeds.added.connect(self._added)
        self.brought.connect(self.bring)
        self._session.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._read_at != self._session.version:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            return
        super().keyPressEvent(event)
