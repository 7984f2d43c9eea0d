"""Engine: from a request to a response, for both vendors and without a rule of either."""
