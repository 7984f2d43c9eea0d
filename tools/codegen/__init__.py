"""Code generation: openapi.yaml becomes generated/campaignkit_api and docs/coverage.md."""
