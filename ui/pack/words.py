"""The words of making and checking a pack."""

from pathlib import PurePath

from app.pack import ZIP, Outcome, PackRefused, Verdict
from app.terms import split_code
from ui.pack.part import tr


def season(code: str) -> str:
    """2026年秋季学期 for 2026-1: short enough for a choice. Raises BadTerm."""
    year, half = split_code(code)
    return tr("{0}年秋季学期").format(year) if half == 1 else tr("{0}年春季学期").format(year + 1)


def refused(error: PackRefused, folder: str) -> str:
    """Why nothing was made or checked in that folder or zip, and what to do."""
    one_file = folder.lower().endswith(ZIP)
    return {
        "foreign": tr("{0} 不是牵手生成的，没有动它。请换个地方放。") if one_file else (
            tr("{0} 里已经有别的东西，没有动它。请选一个空文件夹。")),
        "other": tr("{0} 里是另一个学期的迎检资料，没有动它。请换个地方放。") if one_file else (
            tr("{0} 里是另一个学期的迎检资料，没有动它。请另选一个文件夹。")),
        "torn": tr("{0} 打不开，不是完整的 zip 文件，没有动它。删掉它，或者换个地方，再生成一次。"),
        "none": tr("{0} 里没有校验清单，不是牵手生成的迎检资料。"),
        "unfinished": tr("{0} 里的迎检资料没做完，请再生成一次，做好的会留着。"),
        "damaged": tr("{0} 里的校验清单坏了，没法核对。请再生成一次。"),
    }[error.reason].format(folder)  # fmt: skip


def stopped(target: PurePath) -> str:
    """Somebody stopped the making: what is left of it."""
    if target.suffix.lower() == ZIP:
        return tr("停下了，没做完的 zip 已经删掉，原来有的没有动。")
    return tr("停下了，做好的留着，再点一次接着做。")


def no_room(target: PurePath) -> str:
    """The disk is full: what is left, what to do."""
    if target.suffix.lower() == ZIP:
        return tr("磁盘满了，没做完的 zip 已经删掉，原来有的没有动。腾出地方再点一次。")
    return tr("磁盘满了，做好的留着。腾出地方再点一次，接着做。")


def made(done: Outcome) -> str:
    """迎检资料做好了，材料 208 份，目录和标签 4 份，新写 3 份，其余没变."""
    every = done.manifest.entries
    index = sum(one.part == "index" for one in every)
    said = tr("迎检资料做好了，材料 {0} 份，目录和标签 {1} 份").format(len(every) - index, index)
    if done.kept:
        said += tr("，新写 {0} 份，其余没变").format(done.written)
    if done.manifest.left_out:
        said += tr("。{0} 份没放进去，目录最后列着").format(len(done.manifest.left_out))
    if done.strangers:
        said += tr("。里面还有 {0} 个别的文件，没有动").format(len(done.strangers))
    return said


def verdict(found: Verdict) -> str:
    """What a check found, in one sentence."""
    if found.is_whole:
        return tr("核对过，{0} 份都在，一个字节没变").format(found.sound)
    if found.unfinished:
        return tr("这份资料没做完，请再生成一次")
    parts = ((tr("少了 {0} 份"), found.missing), (tr("{0} 份改过"), found.changed), (tr("多出 {0} 份"), found.extra))
    return tr("对不上：{0}").format(tr("，").join(said.format(len(paths)) for said, paths in parts if paths))


def wrongs(found: Verdict) -> list[str]:
    """One line for each file that is not as it was made."""
    kinds = ((tr("少了：{0}"), found.missing), (tr("改过：{0}"), found.changed), (tr("多出来：{0}"), found.extra))
    return [said.format(path) for said, paths in kinds for path in paths]
