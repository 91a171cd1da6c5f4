"""The record of printed contact cards, which says whose card is due again."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.card_changes import said
from app.changes import Change, Insert
from app.fingerprint import card_scene, scene_facts
from ui.card_words import layout_word
from ui.paper.cards import CardJob

PRINT_CARDS = "print_cards"
"""The audit trail's word for it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Prints", text)


def audit_line(job: CardJob) -> str:
    """What the audit trail says of a print: how many, which layout, whether ID numbers stood on it in full."""
    return f"layout={job.layout} children={len(job.children)} full_ids={int(job.full_ids)}"


def record_label(job: CardJob) -> str:
    """How undo and the history name the print."""
    kind = layout_word(job.layout)
    return _tr("打印 {0} 人的{1}").format(len(job.children), kind)


def slips_label(count: int) -> str:
    """How the history names a print of weekly slips."""
    return _tr("打印 {0} 位老师的任务单").format(count)


def form_label(kind: str, count: int) -> str:
    """How the history names a print of forms with boxes: "survey" or "signin"."""
    return (_tr("打印 {0} 人的调查表") if kind == "survey" else _tr("打印 {0} 人的签到表")).format(count)


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
                "said": said(child, scene, job.layout),
            },
        )
        for child in job.children
    ]
