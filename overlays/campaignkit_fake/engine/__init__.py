"""Engine: requests and responses of both vendors, without their rules."""
