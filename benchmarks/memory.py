"""Measure the memory of the models of 10,000 campaigns."""

import gc
import json
import tracemalloc

import payloads
from command_line import variant
from decoders import checked_decoder


def main() -> None:
    """Print the megabytes in use after decoding, and the peak during it."""
    decode = checked_decoder(variant(__doc__), "campaigns")
    content = payloads.body("campaigns", payloads.COUNT)
    gc.collect()
    tracemalloc.start()
    rows = decode(content)
    gc.collect()
    kept, peak = tracemalloc.get_traced_memory()
    if len(rows) != payloads.COUNT:
        raise ValueError(f"{len(rows)} rows")
    print(json.dumps({"kept MB": kept / 1e6, "peak MB": peak / 1e6}))


if __name__ == "__main__":
    main()
