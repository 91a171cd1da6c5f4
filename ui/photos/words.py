"""What the program says of photos."""

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.photos import NO, YES, PictureRefused
from app.tablefile import CannotRead
from ui import words
from ui.photos.album import DAMAGED, MISSING, Found
from ui.photos.frame import prints_blurred


def _tr(text: str) -> str:
    return QCoreApplication.translate("photos", text)


def refused(error: PictureRefused) -> tuple[str, str]:
    """(what is wrong with a picture, what to do about it)."""
    size = f"{error.width}×{error.height}"
    return {
        "empty": (_tr("这个文件是空的，一个字节也没有。"), _tr("请重新拷贝一次。")),
        "no_picture": (_tr("这不是照片。"), _tr("能放的是 JPG、PNG、BMP、WebP。")),
        "apple": (_tr("这是苹果手机的 HEIC 照片，读不了。"), _tr("请在手机上另存成 JPG，或者截一张图。")),
        "truncated": (_tr("这张照片不完整，只有一半，或者坏了。"), _tr("请重新拷贝或下载一次。")),
        "too_heavy": (_tr("这个文件太大了，超过 64 MB。"), _tr("请用手机或画图存小一点。")),
        "too_large": (_tr("这张图太大了：{0} 点。").format(size), _tr("请用手机或画图缩小再放。")),
        "too_small": (_tr("这张图太小了，只有 {0} 点，看不清人。").format(size), _tr("请换一张大一些的。")),
    }.get(error.reason, (_tr("这张照片没有读出来。"), _tr("请用画图打开，另存为 JPG 再放。")))


def wording(error: Exception) -> tuple[str, str]:
    """(what happened, what to do) when a picture was not taken."""
    if isinstance(error, CannotRead):
        missing = (_tr("找不到这个文件。"), _tr("可能移走或改名了，请重新选一次。"))
        locked = (_tr("这个文件打不开。"), _tr("别的程序正占着它，或者不许读。"))
        many = (_tr("这个文件夹里的文件太多了。"), _tr("请只选放照片的那个文件夹。"))
        heavy = refused(PictureRefused("too_heavy"))
        return {"missing": missing, "too_many_files": many, "too_big": heavy}.get(error.reason, locked)
    return refused(error) if isinstance(error, PictureRefused) else words.wording(error)


def state(child: Child, found: Found) -> tuple[str, str, str]:
    """(kind of strip, sentence, what its button does) about a child's photo; empty words when all is well."""
    if child.photo and child.photo_consent == NO:
        return "caution", _tr("家长不同意拍照，照片不显示，也不印。"), _tr("拿掉照片")
    if found.wrong == MISSING:
        return "error", _tr("照片文件不见了。请重新放一张，或者从备份恢复。"), ""
    if found.wrong == DAMAGED:
        return "error", _tr("照片文件坏了，读不出来。请重新放一张，或者从备份恢复。"), ""
    if child.photo and child.photo_consent != YES:
        return "caution", _tr("照片还没问过家长，联系卡上先空着。"), _tr("家长同意")
    if found.picture is not None and prints_blurred(found.picture.size()):
        return "caution", _tr("照片太小，印在联系卡上会糊。"), ""
    return "", "", ""


def put_label(child: Child) -> str:
    """放上周雨桐的照片, 换周雨桐的照片."""
    return (_tr("换{0}的照片") if child.photo else _tr("放上{0}的照片")).format(child.name)


def cut_label(child: Child) -> str:
    """裁周雨桐的照片."""
    return _tr("裁{0}的照片").format(child.name)


def remove_label(child: Child) -> str:
    """拿掉周雨桐的照片."""
    return _tr("拿掉{0}的照片").format(child.name)


def many_label(count: int) -> str:
    """放上 87 个孩子的照片."""
    return _tr("放上 {0} 个孩子的照片").format(count)


def kinds() -> str:
    """The filter of the file dialog; built here, for full-width brackets would hide every file."""
    return _tr("照片") + " (*.jpg *.jpeg *.png *.bmp *.webp *.JPG *.JPEG *.PNG);;" + _tr("所有文件") + " (*)"


def agree_label(child: Child) -> str:
    """周雨桐的家长同意拍照."""
    return _tr("{0}的家长同意拍照").format(child.name)


def not_put(child: Child, error: Exception) -> str:
    """Why a picture did not become the child's photo, in one line."""
    what, do = wording(error)
    kept = _tr("原来的照片没有动。") if child.photo else ""
    return _tr("照片没有放上：{0}{1}{2}").format(what, do, kept)
