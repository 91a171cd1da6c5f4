"""What errors are called in Chinese: what happened, and what to do about it."""

from PySide6.QtCore import QCoreApplication

from app import store
from app.tablefile import CannotRead


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def wording(error: BaseException) -> tuple[str, str]:
    """(what happened, what to do) for any error; one that nobody foresaw is owned up to as the program's fault."""
    if isinstance(error, store.WrongPassword):
        return _wrong_password(error)
    if isinstance(error, CannotRead):
        return _cannot_read(error)
    for kind, what, do in _STORE:
        if isinstance(error, kind):
            return _tr(what), _tr(do)
    return _tr("程序出了错，刚才这一步没有做完。"), _tr("出错的地方已记在日志，请重试一次；还不行就关掉程序再打开。")


def sentence(error: BaseException) -> str:
    """The same in one line."""
    what, do = wording(error)
    return what + do


def _wrong_password(error: store.WrongPassword) -> tuple[str, str]:
    what = _tr("密码不对。")
    if error.wait_seconds >= 1:
        return what, _tr("请等 {0} 秒再试，忘了就用恢复码。").format(round(error.wait_seconds))
    return what, _tr("看看大写锁定和输入法，忘了就用恢复码。")


def _cannot_read(error: CannotRead) -> tuple[str, str]:
    what, do = _READ.get(error.reason, _READ["unknown"])
    return _tr(what), _tr(do)


_STORE: tuple[tuple[type[BaseException], str, str], ...] = (
    (store.WrongRecoveryCode, "恢复码不对。", "请照打印的纸条重新输一遍，共 8 组，每组 4 个字符。"),
    (store.NewerFile, "这份资料是更新的版本存下的。", "请用新版的牵手打开，资料没有动过。"),
    (store.ForeignFile, "这不是牵手的资料文件。", "请换一个文件夹，或者选牵手做的备份。"),
    (store.EmptyFile, "资料文件是空的，一个字节也没有。", "请从最近的备份恢复。"),
    (store.DamagedFile, "资料文件坏了，没能通过检查。", "请从最近的备份恢复，坏了的文件会留着。"),
    (store.MissingSlots, "资料旁边的钥匙文件不见了，或者读不出来。", "请把它放回原处，或者从备份恢复。"),
    (store.MissingFile, "这个附件不在资料文件夹里了。", "请从备份恢复，或者重新放一份。"),
    (store.DamagedAttachment, "这个附件坏了，读不出来。", "请从备份恢复，或者重新放一份。"),
    (store.DiskFull, "磁盘满了，没有写进去，原来的资料没有动。", "请腾出一些地方再试一次。"),
    (store.CannotWrite, "这里不能写文件，什么也没有改。", "请换一个文件夹，或者关掉正开着这个文件的程序。"),
    (store.AlreadyOpen, "这份资料已经在另一个窗口打开了。", "请到那个窗口去用，或者先把它关掉。"),
    (store.AlreadyExists, "这个文件夹里已经有一所学校了。", "请登录它，或者换一个空文件夹。"),
    (store.NothingToUndo, "没有可以撤回的了。", "更早的改动可以在“历史”里找。"),
    (store.Cancelled, "停下了，什么也没有改。", "要接着做就再来一次。"),
    (store.StoreError, "资料没有存下来，原来的没有动。", "请再试一次，还不行就关掉程序再打开。"),
)

_READ: dict[str, tuple[str, str]] = {
    "missing": ("找不到这个文件。", "可能移走或改名了，请重新选一次。"),
    "empty": ("这个文件是空的。", "请选里面有表格的文件。"),
    "encrypted": ("这个表格设了打开密码。", "请在 Excel 或 WPS 里去掉密码，另存一份再选。"),
    "macro": ("这个表格带宏，不能直接读。", "请在 Excel 或 WPS 里另存为 .xlsx 再选。"),
    "picture": ("这是一张图片，不是表格。", "请要一份 Excel 或 WPS 表格。"),
    "pdf": ("这是 PDF，不是表格。", "请要一份 Excel 或 WPS 表格。"),
    "word": ("这是 Word 文档，不是表格。", "请把里面的表格复制到 Excel 或 WPS 表格，存成 .xlsx 再选。"),
    "truncated": ("这个文件不完整，只到了一半。", "请重新拷贝或下载一次再选。"),
    "damaged": ("这个文件坏了，读不出来。", "请在 Excel 或 WPS 里打开，另存为 .xlsx 再选。"),
    "too_big": ("这个文件太大了。", "请只留要导入的那张表，另存一份再选。"),
    "too_many_cells": ("这张表的格子太多了。", "请删掉用不着的行和列，另存一份再选。"),
    "too_many_files": ("这个文件夹里的文件太多了。", "请只选要放的那个文件夹。"),
    "no_table": ("这个文件里没有找到表格。", "要有一行列名，至少有姓名和班级，下面是孩子。"),
    "locked": ("这个文件正被别的程序占着。", "请先在 Excel 或 WPS 里关掉它。"),
    "old": ("这是老格式的文件（.xls、.doc、.et、.wps 之类）。", "请在 WPS 里打开，另存为 .xlsx 或 .docx 再选。"),
    "unknown": ("没有读出这个文件。", "请在 Excel 或 WPS 里打开，另存为 .xlsx 再选。"),
}
