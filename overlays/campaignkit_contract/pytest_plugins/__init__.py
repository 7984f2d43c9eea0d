"""The parts of the pytest plugin, loaded only if it is turned on."""
