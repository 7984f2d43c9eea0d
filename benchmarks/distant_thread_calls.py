"""Measure the blocking GETs of 32 threads that share one client, to a server 50 ms away."""

from thread_calls import main

if __name__ == "__main__":
    main(__doc__, seconds=0.05)
