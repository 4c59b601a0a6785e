"""Tests of the pages that `session report` writes, in a real browser (marker `browser`, run by .ci/run)."""
