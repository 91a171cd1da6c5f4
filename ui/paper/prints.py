"""Contact cards on their way out: to a PDF, and into the record that says which child's card is due again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from app.changes import Change, Insert
from app.fingerprint import card_scene, scene_facts
from app.ports import Disk
from app.store import Progress, Store
from ui.paper.cards import CardJob, card_paper
from ui.paper.output import pdf_bytes
from ui.session import PRINT


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
    disk.write_bytes(path, pdf_bytes(paper, warnings, progress))
    record(store, job)
    return CardsDone(paper.pieces, len(paper.sheets), tuple(warnings))


def record(store: Store, job: CardJob, now: datetime | None = None) -> None:
    """Note which child's card was printed with which facts, so that a changed one shows as 待重打; and audit it."""
    store.apply(record_label(job), print_records(job, now or datetime.now()), kind=PRINT)
    log(store, job)


def log(store: Store, job: CardJob) -> None:
    """The audit line of a print: how many, which layout, whether ID numbers stood on it in full."""
    store.log("print_cards", f"layout={job.layout} children={len(job.children)} full_ids={int(job.full_ids)}")


def record_label(job: CardJob) -> str:
    """How undo and the history name the print."""
    kind = _tr("随身卡") if job.layout == "child" else _tr("联系卡")
    return _tr("打印 {0} 人的{1}").format(len(job.children), kind)


def print_records(job: CardJob, now: datetime) -> list[Change]:
    """One card_print row a child."""
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
