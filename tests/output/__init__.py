"""Tests that judge the whole sample site as it was published."""
