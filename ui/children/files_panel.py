"""Papers and pictures of the child itself in the dossier: a certificate, a drawing, a letter home."""

from app.attachments import CHILD
from app.children import Child
from ui.attachments.strip import AttachmentStrip
from ui.children.card import Card
from ui.session import Session
from ui.work import Work


class FilesPanel(Card):
    """What hangs on records lies with them; this is what belongs to the child."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__()
        self.strip = AttachmentStrip(session, work, heading=self.tr("图片和文件"))
        self.body.addWidget(self.strip)

    def show_child(self, child: Child) -> None:
        """Show those of a child."""
        self.strip.show_for(CHILD, child.id, child.name, (child.id,))
