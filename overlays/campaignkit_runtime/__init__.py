"""Run-time kernel of the generated client."""
