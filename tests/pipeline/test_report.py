"""The report of a build."""

from __future__ import annotations

from lontar.pipeline.report import Report


def test_after_sets_the_time_and_nothing_else() -> None:
    report = Report(1, 2, 3, 4, 5, 6, 0.0, ())
    assert report.after(1.5) == Report(1, 2, 3, 4, 5, 6, 1.5, ())
