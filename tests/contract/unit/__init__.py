"""Tests of single modules of contract verification, in process. Their coverage is measured."""
