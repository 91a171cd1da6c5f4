"""The keys of a strip of attachments, for the key map of a page that has one."""

from PySide6.QtCore import QCoreApplication

from ui.page import KeyGroup


def _tr(text: str) -> str:
    return QCoreApplication.translate("attachments", text)


def group() -> KeyGroup:
    """Its keys, and those of the picture in full size."""
    return KeyGroup(_tr("图片和文件"), (
        ("Ctrl+V", _tr("粘贴")), ("Enter", _tr("看大图")), ("← →", _tr("前一个、后一个")), ("Ctrl+A", _tr("全选")),
        ("Delete", _tr("删除")), ("Ctrl+E", _tr("大图里：存出来")), ("Ctrl+P", _tr("大图里：打印")),
    ))  # fmt: skip
