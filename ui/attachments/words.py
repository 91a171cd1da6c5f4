"""What the program says of attachments."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.attachments import AFTER, FILM, KIND_OF, PDF, PICTURE, SOUND, Attachment, AttachmentRefused
from app.children import Child
from app.photos import PictureRefused
from app.tablefile import CannotRead
from ui import words
from ui.photos.album import MISSING

NAMED = 3
"""Files and children that are named one by one."""
_KB, _MB = 1 << 10, 1 << 20


def _tr(text: str) -> str:
    return QCoreApplication.translate("attachments", text)


def kind_word(kind: str) -> str:
    """图片, 视频, 录音, PDF, 文档."""
    return {PICTURE: _tr("图片"), FILM: _tr("视频"), SOUND: _tr("录音"), PDF: "PDF"}.get(kind, _tr("文档"))


def kind_icon(kind: str) -> str:
    """The icon of a file that has no thumbnail."""
    return {PICTURE: "image", FILM: "film", SOUND: "music"}.get(kind, "file-text")


def size_words(size: int) -> str:
    """640 KB, 12.5 MB."""
    return f"{max(1, round(size / _KB))} KB" if size < _MB else f"{size / _MB:.1f} MB"


def called(one: Attachment) -> str:
    """What a person calls it: what stands under it, else its file's name."""
    return one.caption or one.name or kind_word(one.kind)


def spoken(one: Attachment, wrong: str = "") -> str:
    """图片，合唱.jpg，640 KB; with what is wrong with it."""
    parts = [kind_word(one.kind), one.caption, one.name, size_words(one.bytes), wrong_words(wrong) if wrong else ""]
    return _tr("，").join(part for part in parts if part)


def wrong_words(wrong: str) -> str:
    """不见了, 坏了."""
    return _tr("文件不见了") if wrong == MISSING else _tr("文件坏了")


def broken(count: int) -> str:
    """What the strip says of files that are missing or damaged."""
    return _tr("{0} 个文件不见了或者坏了。请从备份恢复，或者删掉后重新放一份。").format(count)


def refused(error: Exception) -> str:
    """Why a file was not taken, and what to do, in one line."""
    if isinstance(error, AttachmentRefused):
        return {
            "kind": _tr("这种文件不收。能放图片、视频、录音、PDF、Word、Excel、PPT。"),
            "too_big": _tr("这个文件太大了，超过 200 MB。请剪短一点，或者存小一点。"),
            "empty": _tr("这个文件是空的，一个字节也没有。请重新拷贝一次。"),
        }.get(error.reason, _tr("这里已经有这个文件了。"))
    if isinstance(error, PictureRefused):
        size = f"{error.width}×{error.height}"
        return {
            "no_picture": _tr("这种图片读不出来。请用画图打开，另存为 JPG 再放。"),
            "apple": _tr("这是苹果手机的 HEIC 照片，读不了。请在手机上另存成 JPG，或者截一张图。"),
            "truncated": _tr("这张图不完整，或者坏了。请重新拷贝或下载一次。"),
            "too_heavy": _tr("这张图太大了，超过 64 MB。请用手机或画图存小一点。"),
            "too_large": _tr("这张图太大了：{0} 点。请用手机或画图缩小再放。").format(size),
        }.get(error.reason, _tr("这张图没有读出来。请用画图打开，另存为 JPG 再放。"))
    if isinstance(error, CannotRead):
        return {
            "missing": _tr("找不到这个文件。可能移走或改名了，请重新选一次。"),
            "too_big": _tr("这个文件太大了，超过 200 MB。请剪短一点，或者存小一点。"),
            "too_many_files": _tr("这个文件夹里的文件太多了。请只选要放的那些。"),
        }.get(error.reason, _tr("这个文件打不开。别的程序正占着它，或者不许读。"))
    return words.sentence(error)


def not_taken(failed: Sequence[tuple[str, Exception]]) -> str:
    """Which files were not taken and why; of many the first few."""
    lines = [_tr("{0}：{1}").format(name, refused(error)) for name, error in failed[:NAMED]]
    if len(failed) > NAMED:
        lines.append(_tr("还有 {0} 个没有放上。").format(len(failed) - NAMED))
    return "\n".join(lines)


def consent(refuse: Sequence[Child], unasked: Sequence[Child], most: int = NAMED) -> str:
    """Who may not be seen in pictures, or was not asked, so many of each by name; "" when everybody may."""
    lines = []
    if refuse:
        lines.append(_tr("家长不同意拍照：{0}").format(_some(refuse, most)))
    if unasked:
        lines.append(_tr("还没问过家长：{0}").format(_some(unasked, most)))
    return "\n".join(lines)


def no_consent_mark() -> str:
    """What stands on a sheet with a picture of such a child, for anybody who gets the sheet: it names nobody."""
    return _tr("有孩子家里没同意拍照，只在校内用")


def _some(children: Sequence[Child], most: int) -> str:
    names = "、".join(child.name for child in children[:most])
    return names if len(children) <= most else _tr("{0}等 {1} 人").format(names, len(children))


def attach_label(whose: str, count: int) -> str:
    """给周雨桐的谈心放上 3 个附件, 放上 3 个附件."""
    if whose:
        return _tr("给{0}放上 {1} 个附件").format(whose, count)
    return _tr("放上 {0} 个附件").format(count)


def detach_label(whose: str, some: Sequence[Attachment]) -> str:
    """删除周雨桐的谈心的附件 合唱.jpg, … 3 个附件."""
    what = called(some[0]) if len(some) == 1 else _tr("{0} 个").format(len(some))
    return _tr("删除{0}的附件：{1}").format(whose, what) if whose else _tr("删除附件：{0}").format(what)


def caption_label(one: Attachment) -> str:
    """写 合唱.jpg 的说明."""
    return _tr("写 {0} 的说明").format(one.name or kind_word(one.kind))


def turn_word(moment: str) -> str:
    """What the menu offers to make of a picture."""
    return _tr("这是整改后的") if moment == AFTER else _tr("这是整改前的")


def moment_label(some: Sequence[Attachment], moment: str) -> str:
    """合唱.jpg 是整改后的."""
    what = called(some[0]) if len(some) == 1 else _tr("{0} 个附件").format(len(some))
    return _tr("{0} 是整改后的").format(what) if moment == AFTER else _tr("{0} 是整改前的").format(what)


def first_label(one: Attachment) -> str:
    """把 合唱.jpg 放到最前."""
    return _tr("把 {0} 放到最前").format(called(one))


def pasted_name() -> str:
    """What a picture of the clipboard is called."""
    return _tr("粘贴的图片.jpg")


def kinds() -> str:
    """The filter of the file dialog; built here, for full-width brackets would hide every file."""
    pictures = "*.jpg *.jpeg *.png *.bmp *.webp *.tif *.tiff"
    rest = " ".join(f"*.{ending}" for ending in KIND_OF)
    return f"{_tr('图片和文件')} ({pictures} {rest});;{_tr('图片')} ({pictures});;{_tr('所有文件')} (*)"
