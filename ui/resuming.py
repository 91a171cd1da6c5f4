"""Puts a page away with what is half typed on it, and leads back to that after the login."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import words

if TYPE_CHECKING:
    from ui.window import Window


def _tr(text: str) -> str:
    return QCoreApplication.translate("resuming", text)


def put_away(window: "Window") -> None:
    """Before the lock and the end: save the field in work, keep what is half typed."""
    try:
        window.page.leave()
    finally:
        window.session.drafts.flush()


def resume(window: "Window") -> None:
    """After the login: lead back to what was half typed when the program ended, and say so."""
    window.page.arrive(None)
    key = window.session.drafts.page()
    if key in window.specs:
        window.go(key)
        if window.page.resume():
            window.session.said.emit(_tr("还有没填完的一条，接着填"))


def not_kept(error: Exception) -> str:
    """What is said when drafts cannot be written."""
    return _tr("没填完的还在屏幕上，但没有存下来：{why}").format(why=words.sentence(error))
