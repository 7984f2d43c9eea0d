"""Tests of contract verification."""
