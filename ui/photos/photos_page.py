"""照片对号: a whole folder of photos put to the children by the names of the files, looked through first."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from app.photo_plan import DOUBTFUL, PhotoLine, PhotoPlan
from app.roster import rows as roster_rows
from app.store import Cancelled, Done, Progress, Store
from ui import words
from ui.photos import gathering
from ui.photos import words as said
from ui.photos.gathering import Gathered
from ui.photos.given import given
from ui.photos.match_rows import MatchRows
from ui.photos.photos_frame import PhotosFrame
from ui.session import Session
from ui.work import Work


class PhotosPage(PhotosFrame):
    """Opened with paths of files and folders, or None, by `Page.goes("photos", paths)`."""

    def __init__(self, session: Session, work: Work) -> None:
        self._session, self._work = session, work
        self._gathered: Gathered | None = None
        self._classes: dict[int, str] = {}
        super().__init__(MatchRows(lambda key: session.snapshot.children.get(key), self._class_name))
        self.setAcceptDrops(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.forward)
        self.choose.folder.clicked.connect(self.ask_folder)
        self.choose.files.clicked.connect(self.ask_files)
        self.grid.current_changed.connect(lambda _key: self._show_current())
        self.grid.ticked.connect(lambda key: self._take(self.plan.tick(key - 1)))
        self.grid.opened.connect(self._open)
        self.who.chosen.connect(self._decide)
        self.again.clicked.connect(self._forget)
        self.go.clicked.connect(self.carry_out)
        self._show()

    # what the window asks

    def arrive(self, want: object) -> None:
        if isinstance(want, (tuple, list)) and want:
            self.start([str(path) for path in want])
        elif want == ():
            self._forget()
            self.ask_folder()
        else:
            self._show()

    def refresh(self, touched: frozenset[int] | None) -> None:
        """Show what the children are now called, and whether they have a photo by now."""
        if self._gathered is not None:
            self._know_pupils()
            self._show()

    def back(self) -> bool:
        """Esc: from the list back to the choice of a folder; nothing was written."""
        if self._gathered is None:
            return False
        self._forget()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := given(event.mimeData()).paths:
            event.acceptProposedAction()
            self.start(paths)

    # steps

    def ask_folder(self) -> None:
        """Let the person choose a folder."""
        path = QFileDialog.getExistingDirectory(self, self.tr("选放照片的文件夹"))
        if path:
            self.start([path])

    def ask_files(self) -> None:
        """Let the person choose several files."""
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("选照片"), "", said.kinds())
        if paths:
            self.start(paths)

    def start(self, paths: Sequence[str]) -> None:
        """Read the photos in the background and put them to their names."""
        if self._work.busy:
            return
        session, disk = self._session, self._session.disk
        snapshot, today = session.snapshot, session.today
        self._work.run_alone(
            lambda progress: gathering.gather(disk, paths, snapshot, today, progress),
            self._gathered_all, self._not_gathered, self.tr("读照片：{0}").format(PurePath(paths[0]).name),
        )  # fmt: skip

    def _gathered_all(self, found: Gathered) -> None:
        if not found.plan.lines:
            self.choose.tell(self.tr("这里面没有照片。"), self.tr("照片是 JPG、PNG、BMP 或 WebP 文件。"))
            return
        self.choose.tell("", "")
        self._gathered = self.lines.gathered = found
        self._know_pupils()
        self.agreed.setChecked(False)
        self.placed = 0
        self._take(found.plan)
        self._go_first()

    def _go_first(self) -> None:
        self.grid.scrollToTop()
        self.grid.set_current(next((row for row in self.lines.rows() if isinstance(row, int)), 0))
        self.grid.setFocus()

    def _not_gathered(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.choose.tell(*said.wording(error))

    def _know_pupils(self) -> None:
        pupils = roster_rows(self._session.snapshot, self._session.today)
        self._classes = {row.child_id: row.class_name for row in pupils}
        self.who.set_pupils(pupils)

    def _class_name(self, child_id: int) -> str:
        return self._classes.get(child_id, self.tr("不在校"))

    def _forget(self) -> None:
        self._gathered = self.lines.gathered = None
        self._take(PhotoPlan(()))

    def _take(self, plan: PhotoPlan) -> None:
        self.lines.plan = plan
        self._show()

    def _show(self) -> None:
        self.show_plan(self._session.snapshot, self._gathered)
        self._show_current()

    def _line(self) -> PhotoLine | None:
        key = self.grid.current()
        return self.plan.lines[key - 1] if 0 < key <= len(self.plan.lines) else None

    def _show_current(self) -> None:
        line = self._line()
        photo = self._gathered.photos.get(line.path) if self._gathered and line else None
        self.who.show_line(line, QImage.fromData(QByteArray(photo)) if photo else None)

    def _open(self, key: int) -> None:
        """Enter: tick what has a child, else go and choose one."""
        line = self.plan.lines[key - 1]
        if line.child_id:
            self._take(self.plan.tick(key - 1))
        elif not line.reason:
            self.who.search.setFocus()

    def _decide(self, child_id: int) -> None:
        key = self.grid.current()
        if not key:
            return
        plan = self.plan.decide(key - 1, child_id)
        if not child_id and plan.lines[key - 1].chosen:
            plan = plan.tick(key - 1)
        self._take(plan)
        self.grid.setFocus()
        if child_id:
            self._next_doubt(key)

    def _next_doubt(self, key: int) -> None:
        """Go on to the next file that asks for a look."""
        order = [row for row in self.lines.rows() if isinstance(row, int)]
        for row in order[order.index(key) + 1 :]:
            line = self.plan.lines[row - 1]
            if line.kind == DOUBTFUL and not line.chosen:
                self.grid.set_current(row)
                return

    def forward(self) -> None:
        """Ctrl+Enter: the step's main button."""
        if self._gathered is None:
            self.ask_folder()
        else:
            self.carry_out()

    def carry_out(self) -> None:
        """Back up and store the chosen photos as one action, with progress and cancel."""
        found, plan, agreed = self._gathered, self.plan, self.agreed.isChecked()
        if found is None or not plan.chosen() or self._work.busy:
            return

        def job(store: Store, progress: Progress) -> Done:
            return gathering.carry_out(store, found, plan, agreed, progress)

        label = said.many_label(len(plan.chosen()))
        self._work.run(job, self._carried, self._not_carried, label)

    def _carried(self, done: Done) -> None:
        count = len(self.plan.chosen())
        left = self.plan.without(self.plan.chosen())
        open_ = [line for line in left.lines if not line.reason]
        self._session.show_import(done.touched)
        if open_:
            self.placed += count
            self._take(left)
            self._go_first()
        else:
            self._forget()
        self._session.said.emit(self.tr("放好了 {0} 张照片，Ctrl+Z 撤回").format(count))
        if not open_:
            self.leaves.emit()

    def _not_carried(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.failed.emit(words.sentence(error))
