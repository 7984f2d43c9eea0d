"""Schemathesis: its configuration, its command, and the validator as one of its checks."""
