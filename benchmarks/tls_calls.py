"""Measure the CPU time of sequential blocking GETs on one TLS connection."""

from calls import main

if __name__ == "__main__":
    main(__doc__, is_tls=True)
