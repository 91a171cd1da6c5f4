"""No child's name, number or address can be read from the disk: not in the file, its journal, or a backup."""

from pathlib import Path

from app.changes import Update
from tests.db.conftest import PASSWORD, USER
from tests.db.families import NAMES, pupils
from tests.faults.school import new_school, vault_in

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def test_nothing_on_the_disk_can_be_read(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 60)
    store = vault.open(USER, PASSWORD)
    store.apply("导入周雨桐", pupils(60, 100, 2), kind="import")
    store.undo(store.apply("修改周雨桐的住址", [Update("child", 1, {"address": "青山县石桥镇"})]).action_id)
    photo = "照片：周雨桐，石桥镇".encode() * 50
    store.apply("放照片", [Update("child", 1, {"photo": store.keep_file(photo)})])
    store.backup("hand")
    store.log("导出", "石桥镇")
    words = [
        *NAMES, "周雨桐之父", "广东省东莞市长安镇五金厂", "青山县石桥镇", "13900000003", "430521201712170007",
        "修改周雨桐", PASSWORD,
    ]
    secrets = {word.encode(encoding) for word in words for encoding in ENCODINGS}
    found = [path for path in Path(vault.folder).rglob("*") if path.is_file()]
    assert {"qianshou.db", "qianshou.db-wal", "qianshou.keys"} <= {path.name for path in found}
    assert any(path.parent.parent.name == "files" for path in found)
    assert any(path.suffix == ".qsbak" for path in found)
    for path in found:
        content = path.read_bytes()
        assert [secret for secret in secrets if secret in content] == []
    assert (Path(vault.folder) / "qianshou.db-wal").stat().st_size > 0
    store.close()
