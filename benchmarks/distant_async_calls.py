"""Measure the GETs of one asyncio client to a server 50 ms away, with 256 of them in flight."""

from async_calls import main

if __name__ == "__main__":
    main(__doc__, (256,), seconds=0.05)
