"""Contact cards on their way out: to a PDF, and into the record that says which child's card is due again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from app.audit import audited
from app.changes import Change, Insert
from app.fingerprint import card_scene, scene_facts
from app.ports import Disk
from app.store import Progress, Store
from ui.paper.cards import CardJob, card_paper
from ui.paper.output import pdf_bytes
from ui.session import PRINT

PRINT_CARDS = "print_cards"
"""The audit trail's word for it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Prints", text)


@dataclass(frozen=True, slots=True)
class CardsDone:
    """What was written: cards and sheets, and texts that found no room (none, unless a field is absurdly long)."""

    cards: int
    sheets: int
    warnings: tuple[str, ...]


def cards_pdf(disk: Disk, store: Store, job: CardJob, path: PurePath, progress: Progress | None = None) -> CardsDone:
    """Write the cards to a PDF and record that they were printed. Raises DiskFull, CannotWrite, Cancelled."""
    warnings: list[str] = []
    paper = card_paper(job)
    with audited(store, PRINT_CARDS, audit_line(job)):
        disk.write_bytes(path, pdf_bytes(paper, warnings, progress))
    store.apply(record_label(job), print_records(job, datetime.now()), kind=PRINT)
    return CardsDone(paper.pieces, len(paper.sheets), tuple(warnings))


def audit_line(job: CardJob) -> str:
    """What the audit trail says of a print: how many, which layout, whether ID numbers stood on it in full."""
    return f"layout={job.layout} children={len(job.children)} full_ids={int(job.full_ids)}"


def layout_word(layout: str) -> str:
    """What a layout is called."""
    return {"child": _tr("随身卡"), "pocket": _tr("随身卡（小）"), "school": _tr("联系卡")}[layout]


def record_label(job: CardJob) -> str:
    """How undo and the history name the print."""
    kind = layout_word(job.layout)
    return _tr("打印 {0} 人的{1}").format(len(job.children), kind)


def print_records(job: CardJob, now: datetime) -> list[Change]:
    """One card_print row a child: which facts its card was printed with, so that a changed one shows as 待重打."""
    scene = card_scene(job.snapshot, job.day)
    return [
        Insert(
            "card_print",
            {
                "child_id": child.id,
                "layout": job.layout,
                "printed_at": now.isoformat(timespec="seconds"),
                "facts": scene_facts(child, scene, job.layout),
            },
        )
        for child in job.children
    ]
