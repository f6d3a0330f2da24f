"""The commands, thin."""
import json, sys
from tui import compare, read
def main() -> None:
    if sys.argv[1] == "compare":
        paths = [p for p in sys.argv[2:] if not p.startswith("--")]
        [a], [b] = read(paths[0]), read(paths[1])
        c = compare(a, b)
        print(json.dumps(c.to_json()))
        sys.exit(0 if c.is_same else 1)
