"""Sets the figures of two runs beside each other: bench/compare OLD.json NEW.json."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def main() -> None:
    """Print the ratios of both runs and how they changed."""
    parser = argparse.ArgumentParser(prog="bench/compare", description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    given = parser.parse_args()
    old, new = (json.loads(path.read_text()) for path in (given.old, given.new))
    before = {row["name"]: row for row in old["cases"]}
    print(f"old: {_told(old['about'])}\nnew: {_told(new['about'])}")
    print(f"\n{'':28}{'old ×':>8}{'new ×':>8}{'change':>9}")
    for row in new["cases"]:
        known = before.get(row["name"])
        if known is None:
            print(f"{row['name']:28}{'':8}{row['ratio']:8.2f}{'new':>9}")
            continue
        change = 100 * (row["ratio"] / known["ratio"] - 1)
        print(f"{row['name']:28}{known['ratio']:8.2f}{row['ratio']:8.2f}{change:+8.0f} %")


def _told(about: dict[str, object]) -> str:
    return f"{about['commit']}, Python {about['python']}, load {about['load']}"


if __name__ == "__main__":
    main()
