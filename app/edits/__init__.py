"""The verbs of the roster: each returns the changes that do it, and raises BadValue for what cannot be so."""

from app.edits.care import Told, log_care
from app.edits.enrolment import add_child, change_class, come_back, transfer_out
from app.edits.family import (
    NewKin,
    add_kin,
    add_phones,
    remove_kin,
    remove_phone,
    set_kin_field,
    set_phone_number,
    set_phone_state,
    set_phones,
)
from app.edits.merge import merge_children
from app.edits.pairing import (
    clear_priority,
    end_pairing,
    go_on_leave,
    hand_over,
    hand_over_all,
    pair,
    pair_with,
    set_priority,
)
from app.edits.photo import set_photo, set_photos
from app.edits.place import (
    clear_override,
    confirm_child,
    confirm_class,
    confirm_whereabouts,
    mark_confirmed,
    refuse_whereabouts,
    set_carer,
    set_override,
    set_whereabouts,
)
from app.edits.plans import GoalTold, PlanTold, end_plan, log_review, set_plan
from app.edits.pupil import set_child_field, set_pinyin
from app.edits.removal import delete_child, delete_children, delete_class, delete_staff, delete_template
from app.edits.staff import add_class, add_staff, set_class_teacher, set_staff_field, staff_left
from app.values import BadValue

__all__ = [
    "BadValue",
    "GoalTold",
    "NewKin",
    "PlanTold",
    "Told",
    "add_child",
    "add_class",
    "add_kin",
    "add_phones",
    "add_staff",
    "change_class",
    "clear_override",
    "clear_priority",
    "come_back",
    "confirm_child",
    "confirm_class",
    "confirm_whereabouts",
    "delete_child",
    "delete_children",
    "delete_class",
    "delete_staff",
    "delete_template",
    "end_pairing",
    "end_plan",
    "go_on_leave",
    "hand_over",
    "hand_over_all",
    "log_care",
    "log_review",
    "mark_confirmed",
    "merge_children",
    "pair",
    "pair_with",
    "refuse_whereabouts",
    "remove_kin",
    "remove_phone",
    "set_carer",
    "set_child_field",
    "set_class_teacher",
    "set_kin_field",
    "set_override",
    "set_phone_number",
    "set_phone_state",
    "set_phones",
    "set_photo",
    "set_photos",
    "set_pinyin",
    "set_plan",
    "set_priority",
    "set_staff_field",
    "set_whereabouts",
    "staff_left",
    "transfer_out",
]
