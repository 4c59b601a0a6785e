"""Tests that drive the real client; the harness beside them also serves the benchmarks."""
