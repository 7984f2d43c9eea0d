"""Run-time kernel of generated clients: what no spec changes."""
