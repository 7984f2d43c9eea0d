"""Measure the GETs of one asyncio client over TLS, with 32 of them in flight."""

from async_calls import main

if __name__ == "__main__":
    main(__doc__, (32,), is_tls=True)
