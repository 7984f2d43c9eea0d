"""Measure the same as `bulk` over TLS, with 128 calls in flight."""

from bulk import main

if __name__ == "__main__":
    main(__doc__, (128,), is_tls=True)
