"""Needs of stateful checks, and what to set if a run lacks one."""

from ..options import setting_name

WRITES = f"it writes: set {setting_name('WRITE')}"

NEEDS = {
    "read_only_keys": f"set {setting_name('READER_KEY_ENV')}: it needs a key that may only read",
    "foreign_keys": f"set {setting_name('STRANGER_KEY_ENV')}: it needs a key of another customer",
    "earlier_reads": f"it runs live without {setting_name('WRITE')}; other checks cover it",
    "has_sample_ids": "it runs on the fake only, which has the resources of the spec's examples",
    "reset_server": "it runs on the fake only, because a live server cannot be reset",
}
"""By attribute of a target, why a check does not run without it."""
