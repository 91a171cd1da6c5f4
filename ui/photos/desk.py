"""The photo in a dossier: what the box shows, what the strip below it says, and what happens to what is brought."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from app.children import Child
from app.photos import NO, shown_photo
from ui.photos import words
from ui.photos.album import Album
from ui.photos.box import PhotoBox
from ui.photos.crop import CropDialog
from ui.photos.deeds import PhotoDeeds
from ui.photos.given import Given, is_folder
from ui.pieces.notice import Strip
from ui.session import Session


class PhotoDesk(QObject):
    """Belongs to one dossier; `many` asks for the page that puts a whole folder to its names."""

    many = Signal(object)
    """Paths, () to be asked there."""

    def __init__(self, session: Session, box: PhotoBox) -> None:
        super().__init__(box)
        self._session, self.box = session, box
        self.deeds = PhotoDeeds(session)
        self.album = Album(lambda name: session.store.file(name))
        self.strip = Strip("caution", action=" ")
        self._child: Child | None = None
        box.brought.connect(self._take)
        box.choose.connect(self.choose)
        box.cut.connect(self.cut)
        box.removed.connect(self.remove)
        box.folder.connect(lambda: self.many.emit(()))
        self.strip.button.clicked.connect(self._act)

    def show_child(self, child: Child) -> None:
        """Show the photo of a child."""
        self._child = child
        forbidden = child.photo_consent == NO
        found = self.album.look(shown_photo(child))
        if found.wrong:
            self.album.forget()
        self.box.show_photo(found, forbidden=forbidden)
        kind, said, action = words.state(child, found)
        self.strip.say(kind or "caution", said)
        self.strip.button.set_label(action)
        self.strip.button.setVisible(bool(action))
        self.strip.setVisible(bool(said))

    def choose(self) -> None:
        """Let the person choose a file."""
        title = QCoreApplication.translate("photos", "选照片")
        path, _kind = QFileDialog.getOpenFileName(self.box, title, "", words.kinds())
        if path:
            self._take(Given((path,)))

    def cut(self) -> None:
        """Choose the part that the card shows."""
        child, shown = self._child, self.box.found().picture
        if child is None or shown is None:
            return
        picture = self.deeds.source(child, shown)
        dialog = CropDialog(child.name, picture, self.box.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.cut.connect(lambda part: self.deeds.cut(child, picture, part))
        dialog.another.connect(self.choose)
        dialog.removed.connect(self.remove)
        dialog.finished.connect(lambda _result: self.box.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()

    def remove(self) -> None:
        """Take the photo away."""
        if self._child is not None:
            self.deeds.remove(self._child)

    def _take(self, what: Given) -> None:
        if len(what.paths) > 1 or (what.paths and is_folder(self._session.disk, what.paths[0])):
            self.many.emit(what.paths)
        elif self._child is not None:
            self.deeds.put(self._child, what)

    def _act(self) -> None:
        if self._child is None:
            return
        # The button goes with its strip; the cursor must not fall anywhere.
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._child.photo_consent == NO:
            self.remove()
        else:
            self.deeds.agree(self._child)
