"""Workflow tools: several reads that belong together."""

from ..tools import Workflow
from .approvals import PENDING
from .following import FOLLOW
from .lead_export import EXPORT
from .summary import SUMMARY

WORKFLOWS: tuple[Workflow, ...] = (FOLLOW, PENDING, EXPORT, SUMMARY)
