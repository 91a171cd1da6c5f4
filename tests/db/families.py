"""Pupils as an import would add them."""

from app.changes import Change, Insert, New

NAMES = ("周雨桐", "欧阳娜娜", "买买提·艾力", "龑𠮷", "张三")


def pupils(count: int, first: int = 0, class_number: int = 1) -> list[Change]:
    """A class and so many pupils with father, grandmother, phone, whereabouts, carer, claim and enrolment."""
    changes: list[Change] = [Insert("class", {"stage": "primary", "entry_year": 2024, "number": class_number}, "class")]
    for number in range(first, first + count):
        child, father, grandmother = (f"{who}{number}" for who in ("child", "father", "grandmother"))
        name = NAMES[number % len(NAMES)]
        changes += [
            Insert("child", {"name": name, "sex": "女", "id_number": f"43052120171217{number:04}"}, child),
            Insert("kin", {"child_id": New(child), "relation": "父亲", "name": f"{name}之父"}, father),
            Insert("kin", {"child_id": New(child), "relation": "祖母", "name": f"{name}之祖母"}, grandmother),
            Insert("phone", {"kin_id": New(father), "number": f"139{number:08}"}, f"phone{number}"),
            Insert("whereabouts", {"kin_id": New(father), "kind": "away", "place": "广东省东莞市长安镇五金厂"}),
            Insert("care", {"child_id": New(child), "kin_id": New(grandmother)}),
            Insert("claim", {"child_id": New(child), "status": "one_away", "from_day": "2026-09-01"}),
            Insert("enrolment", {"child_id": New(child), "class_id": New("class"), "from_day": "2026-09-01"}),
        ]
    return changes
