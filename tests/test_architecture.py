"""The rule that tells every line where it lives: screen and paper in ui/, disk in db/, neither in app/."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ("app", "db", "ui")
WIRING = "app.__main__"
LOADERS = ("app.late", "ui.late")
SQL = re.compile(
    r"\b(SELECT\s.*\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|TRIGGER|INDEX)\s|PRAGMA\s)",
    re.DOTALL,
)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    tree: ast.Module
    lines: int

    @property
    def floor(self) -> str:
        return self.name.partition(".")[0]


@cache
def modules() -> tuple[Module, ...]:
    found = []
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            text = path.read_text(encoding="utf-8")
            found.append(Module(name, path, ast.parse(text), text.count("\n")))
    return tuple(found)


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def running(node: ast.AST) -> Iterator[ast.AST]:
    """Everything below `node` that runs, leaving out `if TYPE_CHECKING:`."""
    for below in ast.iter_child_nodes(node):
        if is_type_checking(below):
            continue
        yield below
        yield from running(below)


def imports(module: Module) -> set[str]:
    """Names a module imports, `from a import b` counting as both a and a.b."""
    names: set[str] = set()
    for node in running(module.tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def who_imports(package: str, floors: tuple[str, ...], *, but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{module.name} imports {name}"
        for module in modules()
        if module.floor in floors and module.name not in but
        for name in sorted(imports(module))
        if name == package or name.startswith(package + ".")
    ]


def strings(module: Module) -> Iterator[tuple[int, str]]:
    """Text in the code, docstrings left out."""
    said = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_the_school_knows_neither_disk_nor_screen() -> None:
    assert who_imports("db", ("app",), but=(WIRING,)) == []
    assert who_imports("ui", ("app",), but=(WIRING,)) == []


def test_screen_and_disk_do_not_see_each_other() -> None:
    assert who_imports("db", ("ui",)) == []
    assert who_imports("ui", ("db",)) == []


def test_nobody_imports_the_wiring() -> None:
    assert who_imports(WIRING, FLOORS) == []


def test_sql_is_written_in_db_only() -> None:
    for package in ("sqlite3", "sqlcipher3", "sqlite_utils"):
        assert who_imports(package, ("app", "ui")) == []
    written = [
        f"{module.path.relative_to(ROOT)}:{line}"
        for module in modules()
        if module.floor != "db"
        for line, text in strings(module)
        if SQL.search(text)
    ]
    assert written == []


def test_qt_lives_in_ui_only() -> None:
    assert who_imports("PySide6", ("app", "db")) == []
    assert who_imports("shiboken6", ("app", "db")) == []


def test_the_school_opens_no_files() -> None:
    opened = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        if module.floor == "app" and module.name != WIRING
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ]
    assert opened == []
    assert who_imports("pathlib.Path", ("app",), but=(WIRING,)) == []
    for package in ("os", "io", "shutil", "tempfile", "glob"):
        assert who_imports(package, ("app",), but=(WIRING,)) == []


def test_slow_libraries_are_imported_late_in_one_named_place() -> None:
    inside = [
        f"{module.path.relative_to(ROOT)}:{node.lineno}"
        for module in modules()
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []
    assert who_imports("importlib.import_module", FLOORS, but=LOADERS) == []
    by_name = [
        module.name
        for module in modules()
        if module.name not in LOADERS and re.search(r"import_module\(|__import__\(", ast.unparse(module.tree))
    ]
    assert by_name == []


def test_no_module_imports_itself_in_a_circle() -> None:
    names = {module.name for module in modules()}
    arrows = {module.name: sorted((imports(module) & names) - {module.name}) for module in modules()}
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            pytest.fail("circle: " + " → ".join((*way[way.index(name) :], name)))
        if name in done:
            return
        for other in arrows[name]:
            # A package's __init__ that gathers its own modules is not a circle of two features.
            walk(other, (*way, name))
        done.add(name)

    for name in arrows:
        walk(name, ())


def test_no_drawers_for_odds_and_ends() -> None:
    assert [module.name for module in modules() if DRAWERS & set(module.name.split("."))] == []


def test_files_and_classes_stay_readable() -> None:
    assert {module.name: module.lines for module in modules() if module.lines > 300} == {}
    long_classes = {
        f"{module.name}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno + 1 > 200
    }
    assert long_classes == {}


def test_every_module_says_first_what_it_is_for() -> None:
    silent = [
        module.name
        for module in modules()
        if module.lines and not (ast.get_docstring(module.tree) or "").partition("\n")[0].endswith((".", ":"))
    ]
    assert silent == []


def test_no_error_is_swallowed_whole() -> None:
    swallowed = [
        f"{module.path.relative_to(ROOT)}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and (node.type is None or ast.unparse(node.type) == "BaseException")
        if not any(isinstance(below, ast.Raise) for below in ast.walk(node))
    ]
    assert swallowed == []


def test_import_linter_agrees() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    ran = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
