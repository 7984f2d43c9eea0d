# Generated from openapi.yaml by `make generate`; do not edit.
"""Client code generated from openapi.yaml; import `campaignkit` instead."""
