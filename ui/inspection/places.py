"""What can be looked at or written down for an inspection, for Ctrl+K."""

from PySide6.QtCore import QCoreApplication

from ui.finder import spelt_out
from ui.inspection.errand import PROBLEM, ROUND, Errand, heading
from ui.inspection_book import PROBLEMS, ROUNDS
from ui.page import Place
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def places(_session: Session) -> list[Place]:
    """问题整改, 安全检查, 记一次检查, 记一个问题."""
    begins = [Place("inspection", f"{kind}:", heading(Errand(kind)), icon="pencil") for kind in (ROUND, PROBLEM)]
    return [
        spelt_out(Place("inspection", PROBLEMS, _tr("问题整改"), icon="clipboard-check")),
        spelt_out(Place("inspection", ROUNDS, _tr("安全检查记录"), icon="clipboard-check")),
        *map(spelt_out, begins),
    ]
