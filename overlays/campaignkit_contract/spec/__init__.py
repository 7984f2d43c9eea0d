"""The spec: its document, operations, schemas, links, examples, and its strict version."""
