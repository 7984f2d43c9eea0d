"""Outcomes of a check that cannot continue."""


class CheckFailed(Exception):  # noqa: N818 - a result, not an error of the program
    """Failure of a stateful check that cannot continue. The message is the finding."""


class SkipCheck(Exception):  # noqa: N818 - a result, not an error of the program
    """Reason why a stateful check cannot run on this target."""


class Unfinished(SkipCheck):
    """Reason why a stateful check could not end, although the target has all that it needs."""
