"""Areas in which tests run the stateful checks that call every operation."""

from tests.sampling import is_full

AREAS = ("sonarly audiences", "callers memories")
BY_OPERATION = frozenset(
    {
        *("credentials are required", "unusual id is rejected", "unknown id is 404"),
        *("undeclared method is 405", "repeated call has new trace id", "reads agree"),
        *("read only key cannot write", "write is visible in read", "response links resolve"),
        *("many writes are visible in read", "writes touch only named items"),
        *("rejected write has no effect", "unpaged lists show every item"),
    }
)
"""Names of these checks. FULL=1 runs them in all areas."""


def sampled_areas(check: str) -> tuple[str, ...]:
    """Return the areas that a check of this name looks at; none for every area."""
    return AREAS if check in BY_OPERATION and not is_full() else ()
