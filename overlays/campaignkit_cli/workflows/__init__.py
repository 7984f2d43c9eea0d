"""Commands for common workflows, beside those of the operations."""
