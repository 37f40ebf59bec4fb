"""Where WebKitGTK is: the same engine as in every browser of an iPhone, though not on one."""

import shutil
from pathlib import Path
from typing import NamedTuple

# As Debian and Ubuntu call what is needed: the driver brings the browser, Xvfb is a screen nobody looks at.
PACKAGES = ("webkit2gtk-driver", "xvfb")
BROWSERS = ("lib/*/webkit2gtk-4.*/MiniBrowser", "libexec/webkit2gtk-4.*/MiniBrowser")


class Programs(NamedTuple):
    """The three programs of a test, as paths."""

    driver: str
    browser: str
    screen: str


def found() -> Programs | None:
    """The programs that are here; None where one of them is missing."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(path for pattern in BROWSERS for path in Path("/usr").glob(pattern))
    return Programs(driver, str(browsers[-1]), screen) if driver and screen and browsers else None
