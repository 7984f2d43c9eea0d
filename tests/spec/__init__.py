"""Tests of `openapi.yaml` against the vendors' pages and the house rules."""
