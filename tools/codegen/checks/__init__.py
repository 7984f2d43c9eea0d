"""Checks of openapi.yaml and of the configuration, before anything is generated."""
