"""Registry of the matrices, as stateful checks."""

from ..check import StatefulCheck
from . import authorization, frame

MATRICES = (
    StatefulCheck(authorization.authorization_matrix),
    StatefulCheck(frame.frame_matrix, writes=True, needs="reset_server"),
)
"""Every matrix. On a target without writes, only the cells of reads are checked."""
