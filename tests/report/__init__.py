"""Tests of the pages that `session report` writes, without a browser."""
