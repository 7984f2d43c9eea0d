"""Cases: requests that make the fake return each documented status."""
