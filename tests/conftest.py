"""What holds for every test: the guards, and how Hypothesis looks for examples."""

import os
from pathlib import Path

import hypothesis

# Before anything makes a QApplication; set the variable to "xcb" to watch the tests on a screen.
# Off screen, the screen is the smallest that the window is made for.
SCREEN = Path(__file__).parent / "data" / "screen.json"
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"

pytest_plugins = [
    "tests.guards.in_memory",
    "tests.guards.own_folder",
    "tests.guards.logs",
    "tests.guards.threads",
    "tests.guards.qt_leaks",
    "tests.guards.no_skips",
]

CHECKOUT = Path(__file__).parents[1]

# The guards send every test into a folder of its own; what Hypothesis remembers stays here.
hypothesis.configuration.set_hypothesis_home_dir(CHECKOUT / ".hypothesis")
hypothesis.settings.register_profile("dev", deadline=None)
# The same examples in every run, so that a change is green or red for its own reasons only.
hypothesis.settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
