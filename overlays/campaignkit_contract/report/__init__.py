"""Reports: spec coverage, JUnit, HTML and text, without secrets."""
