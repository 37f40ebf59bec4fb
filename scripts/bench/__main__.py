"""`make bench`: measure, print, and write docs/measurements.md. `make bench WHAT=sync` measures one part."""

import sys

from scripts.bench import alike, insights, page, report, sync, taps, ten_years
from scripts.bench.phone import SLOWER, bench_bed
from tests.e2e.patience import unhurried

WAITS = f"""
Chromium, the page slowed down {SLOWER} times (the service worker and the storage process are not slowed
by the browser's switch), without a network, on a phone that keeps its diary alone. Ten years are 36,500
entries, once as the phone's own unsent changes (`ops`), once as a server sent them (`rows`), after the
browser had some seconds to put its storage in order. A cold search counts the reading that opening its
screen begins.
"""


def phone() -> None:
    """What a person waits for on their own phone."""
    with bench_bed() as (playwright, server, folder), unhurried():
        rows = taps.measured(playwright, server, folder)
        rows += ten_years.measured(playwright, server, folder)
    page.write("On the phone", WAITS, page.table(("what", "figure", "bar"), rows))


def main(words: list[str]) -> None:
    """Measure what is asked for, or everything."""
    parts = {
        "phone": phone,
        "alike": alike.measure,
        "sync": sync.measure,
        "insights": insights.measure,
        "report": report.measure,
    }
    wanted = [word for word in words if not word.startswith("-")] or list(parts)
    unknown = sorted(set(wanted) - set(parts))
    if unknown:
        sys.exit(f"There is no {unknown[0]} to measure: WHAT is one of {', '.join(parts)}.")
    for name in wanted:
        parts[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
