"""`make bench`: measure, print, and write docs/measurements.md."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from scripts.bench import taps, ten_years
from scripts.bench.phone import SLOWER, bench_bed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "measurements.md"
HEAD = """# Measurements

Written by `make bench` on {day}: Chromium on {cores} cores ({machine}), the page slowed down {slower} times
(the service worker and the storage process are not slowed by the browser's switch), without a network, on a
phone that keeps its diary alone. Machines differ: trust the ratios more than the seconds. Ten years are
36,500 entries, once as the phone's own unsent changes (`ops`), once as a server sent them (`rows`), after the
browser had some seconds to put its storage in order. A cold search counts the
reading that opening its screen begins.

| what | figure | bar |
|---|---|---|
"""


def main() -> None:
    """Measure everything once and write it down."""
    with bench_bed() as (playwright, server, folder):
        rows = taps.measured(playwright, server, folder)
        rows += ten_years.measured(playwright, server, folder)
    table = "".join(f"| {what} | {figure} | {bar} |\n" for what, figure, bar in rows)
    day, cores = datetime.now(UTC).date(), os.cpu_count()
    head = HEAD.format(day=day, cores=cores, machine=platform.machine(), slower=SLOWER)
    PAGE.write_text(head + table, encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
