"""What the program says of scans: why a page was not read, and what to do."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.photos import PictureRefused
from app.slips.pile import PageRead, sheet_of
from app.slips.reading import Unreadable
from app.slips.scans import ScanRefused
from app.slips.sheet import BadSheet
from app.tablefile import CannotRead
from ui import words as errors
from ui.photos import words as photos


def _tr(text: str) -> str:
    return QCoreApplication.translate("slips", text)


def wording(error: Exception) -> tuple[str, str]:
    """(what happened, what to do) about a page that was not read."""
    if isinstance(error, Unreadable):
        return _unreadable(error)
    if isinstance(error, ScanRefused):
        return _refused(error.reason)
    if isinstance(error, PictureRefused):
        return _picture(error)
    if isinstance(error, CannotRead):
        return photos.wording(error)
    return errors.wording(error)


def sentence(error: Exception) -> str:
    """The same in one line."""
    what, do = wording(error)
    return what + do


def _unreadable(error: Unreadable) -> tuple[str, str]:
    again = _tr("再拍一张：四个角都要拍到，纸压平，光亮一点。")
    if error.reason == "corners":
        corners = _tr("、").join(corner_word(corner) for corner in error.missing)
        return _tr("{0}角的小方块没认出来。").format(corners), again
    return {
        "no_code": (_tr("没有找到角上的小方块。"), again),
        "unknown": (_tr("这张不是本校印的，或者印它的那份资料已经换了。"), _tr("请照着纸在“批量登记”里敲。")),
        "bent": (_tr("纸折了或者卷得厉害，格子对不上。"), _tr("再拍一张：把纸压平，四个角都要拍到。")),
        "several": (_tr("一张图里有几张任务单。"), _tr("请一张一张地拍。")),
    }[error.reason]


def _refused(reason: str) -> tuple[str, str]:
    scan = _tr("在扫描仪上选 JPG，或者用手机一张一张拍。")
    return {
        "encrypted": (_tr("这个 PDF 设了密码。"), _tr("请另存一份没有密码的再读。")),
        "no_picture": (_tr("这一页不是扫描件，里面没有图。"), _tr("请选扫描仪扫出来的文件。")),
        "damaged": (_tr("这个 PDF 坏了，读不出来。"), _tr("请重新拷贝或者再扫一次。")),
        "packed": (_tr("这个 PDF 的图压得太特别，读不了。"), scan),
        "strips": (_tr("这一页被扫描仪切成了几条。"), scan),
        "too_many": (_tr("这个文件太大了。"), _tr("请分成几份再读。")),
    }[reason]


def _picture(error: PictureRefused) -> tuple[str, str]:
    if error.reason == "too_small":
        return _tr("这张图太小，看不清格子。"), _tr("请换一张大的，或者再拍一张。")
    if error.reason == "no_picture":
        return _tr("这个文件不是图。"), _tr("能读的是 JPG、PNG、TIFF 和扫描仪的 PDF。")
    return photos.refused(error)


def corner_word(corner: str) -> str:
    """左上, 右上 …."""
    return {"1": _tr("左上"), "2": _tr("右上"), "3": _tr("左下"), "4": _tr("右下")}[corner]


def page_name(page: PageRead) -> str:
    """The file and, of a file of several, the page in it."""
    return _tr("{0} 第 {1} 页").format(page.file, page.number) if page.of > 1 else page.file


def kinds() -> str:
    """The filter of the file dialog; built here, for full-width brackets would hide every file."""
    ends = ("jpg", "jpeg", "png", "bmp", "webp", "tif", "tiff", "pdf")
    listed = " ".join(f"*.{end} *.{end.upper()}" for end in ends)
    return _tr("扫描件和照片") + f" ({listed});;" + _tr("所有文件") + " (*)"


def children_of(page: PageRead) -> list[int]:
    """The children on a form, in its order."""
    assert page.slip is not None
    try:
        return [line.child_id for line in sheet_of(page.slip).lines if line.child_id is not None]
    except BadSheet:
        return []


def month_day(day: date) -> str:
    """11月23日那一周."""
    return _tr("{0}月{1}日那一周").format(day.month, day.day)
