"""Tests of libraries that mock or record httpx."""
