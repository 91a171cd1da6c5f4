"""The words of making and checking a pack."""

from app.pack import Outcome, PackRefused, Verdict
from app.terms import split_code
from ui.pack.part import tr


def season(code: str) -> str:
    """2026年秋季学期 for 2026-1: short enough for a choice. Raises BadTerm."""
    year, half = split_code(code)
    return tr("{0}年秋季学期").format(year) if half == 1 else tr("{0}年春季学期").format(year + 1)


def refused(error: PackRefused, folder: str) -> str:
    """Why nothing was made or checked in that folder, and what to do."""
    return {
        "foreign": tr("{0} 里已经有别的东西，没有动它。请选一个空文件夹。"),
        "other": tr("{0} 里是另一个学期的迎检资料，没有动它。请另选一个文件夹。"),
        "none": tr("{0} 里没有校验清单，不是牵手生成的迎检资料。"),
        "unfinished": tr("{0} 里的迎检资料没做完，请再生成一次，做好的会留着。"),
        "damaged": tr("{0} 里的校验清单坏了，没法核对。请再生成一次。"),
    }[error.reason].format(folder)


def made(done: Outcome) -> str:
    """迎检资料做好了，212 份，新写 3 份，其余没变."""
    said = tr("迎检资料做好了，{0} 份").format(len(done.manifest.entries))
    if done.kept:
        said += tr("，新写 {0} 份，其余没变").format(done.written)
    if done.manifest.left_out:
        said += tr("。{0} 份没放进去，目录最后列着").format(len(done.manifest.left_out))
    if done.strangers:
        said += tr("。文件夹里还有 {0} 个别的文件，没有动").format(len(done.strangers))
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
