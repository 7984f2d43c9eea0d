"""What both vendors share: from a request to a response, without any rule of a vendor."""
