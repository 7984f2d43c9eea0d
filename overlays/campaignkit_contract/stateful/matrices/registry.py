"""Registry of the matrices, as stateful checks."""

from ..check import StatefulCheck
from . import (
    authorization,
    concurrency,
    equivalence,
    errors,
    filters,
    frame,
    idempotency,
    lifecycles,
    neighbours,
    pages,
    references,
    tenancy,
    text_fidelity,
)

MATRICES = (
    StatefulCheck(authorization.authorization_matrix),
    StatefulCheck(tenancy.tenancy_matrix),
    StatefulCheck(frame.frame_matrix, writes=True),
    StatefulCheck(neighbours.neighbours_matrix, writes=True),
    StatefulCheck(text_fidelity.text_fidelity_matrix, writes=True),
    StatefulCheck(equivalence.equivalence_matrix),
    StatefulCheck(pages.pages_matrix),
    StatefulCheck(filters.filters_matrix),
    StatefulCheck(errors.errors_matrix),
    StatefulCheck(references.references_matrix, writes=True),
    StatefulCheck(idempotency.idempotency_matrix, writes=True),
    StatefulCheck(concurrency.concurrency_matrix, writes=True),
    StatefulCheck(lifecycles.lifecycles_matrix, writes=True),
)
"""Every matrix. On a target without writes, only the cells of reads are checked."""
