# Generated from openapi.yaml by `make generate`; do not edit.
"""The client generated from openapi.yaml; what people import is `campaignkit`."""
