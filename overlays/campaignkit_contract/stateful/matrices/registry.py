"""Registry of the matrices, as stateful checks."""

from ..check import StatefulCheck
from . import authorization

MATRICES = (StatefulCheck(authorization.authorization_matrix),)
"""Every matrix. On a target without writes, only the cells of reads are checked."""
