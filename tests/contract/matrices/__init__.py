"""Tests of the matrices."""
