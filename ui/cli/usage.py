"""What a wrong call of the command line is called in Chinese: click's own sentences are English."""

import re

import click

from ui.cli.call import tr

_HAN = re.compile("[一-鿿]")
_EXTRA = re.compile(r"unexpected extra arguments? \((.+)\)")


def wording(error: click.UsageError) -> str:
    """Two lines: what is wrong with the call, and where the right one is written."""
    path = error.ctx.command_path if error.ctx is not None else "qianshou"
    return _what(error) + "\n" + tr("用法见：{0} --help").format(path)


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.MissingParameter):
        return tr("缺 {0}。").format(_named(error))
    if isinstance(error, click.NoSuchOption):
        near = tr("是不是 {0}？").format("、".join(error.possibilities)) if error.possibilities else ""
        return tr("没有这个选项：{0}。").format(error.option_name) + near
    if isinstance(error, click.exceptions.NoSuchCommand):
        near = tr("是不是 {0}？").format("、".join(error.possibilities)) if error.possibilities else ""
        return tr("没有这个命令：{0}。").format(error.command_name) + near
    if isinstance(error, click.BadOptionUsage):
        takes = "does not take" not in error.message
        return (tr("{0} 后面要写值。") if takes else tr("{0} 后面不用写值。")).format(error.option_name)
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if extra := _EXTRA.search(error.message):
        return tr("多写了：{0}。").format(extra[1])
    return error.message if _HAN.search(error.message) else tr("这样写不对。")


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return tr("{0} 只能写 {1}。").format(_named(error), "、".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange | click.FloatRange):
        return tr("{0} 要写 {1} 到 {2} 的数。").format(_named(error), kind.min, kind.max)
    if isinstance(kind, click.types.IntParamType):
        return tr("{0} 要写整数。").format(_named(error))
    if isinstance(kind, click.File):
        return tr("{0} 的文件打不开。").format(_named(error))
    why = error.message if _HAN.search(error.message) else tr("写得不对。")
    return f"{_named(error)}：{why}"


def _named(error: click.BadParameter) -> str:
    """The option, or the argument as the usage line calls it."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.make_metavar(error.ctx) if error.ctx is not None else str(error.param.name)
