"""Healthy servers that are not the fake as it is: no check may report them."""
