"""`python -m tui` and the `rashomon` script: the one place where a return value becomes an exit status."""

from __future__ import annotations

import sys

from tui.cli.main import main


def run() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
