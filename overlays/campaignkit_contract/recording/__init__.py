"""Recording: exchanges from HAR files and from httpx clients of this process."""
