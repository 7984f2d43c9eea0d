"""Registry of the matrices, as stateful checks."""

from ..check import StatefulCheck
from . import (
    authorization,
    concurrency,
    errors,
    filters,
    frame,
    idempotency,
    lifecycles,
    pages,
    references,
    text_fidelity,
)

MATRICES = (
    StatefulCheck(authorization.authorization_matrix, is_matrix=True),
    StatefulCheck(frame.frame_matrix, writes=True, is_matrix=True),
    StatefulCheck(text_fidelity.text_fidelity_matrix, writes=True, is_matrix=True),
    StatefulCheck(pages.pages_matrix, is_matrix=True),
    StatefulCheck(filters.filters_matrix, is_matrix=True),
    StatefulCheck(errors.errors_matrix, is_matrix=True),
    StatefulCheck(references.references_matrix, writes=True, is_matrix=True),
    StatefulCheck(idempotency.idempotency_matrix, writes=True, is_matrix=True),
    StatefulCheck(concurrency.concurrency_matrix, writes=True, is_matrix=True),
    StatefulCheck(lifecycles.lifecycles_matrix, writes=True, is_matrix=True),
)
"""Every matrix. On a target without writes, only the cells of reads are checked."""
