"""Stateful checks: properties of several responses together, which no schema can express."""
