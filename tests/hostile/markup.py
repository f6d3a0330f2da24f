"""`python -m tests.hostile.markup [FILE…]` (in `make check`): no text of others is parsed as markup, anywhere.

Textual parses a plain string given to `notify`, `Static`, a border title … as markup, with live actions in it. So each
such place has to get words of our own without a bracket, a `Content` (which is never parsed), or `markup=False`. What
the check cannot tell to be one of these it reports; it looks at the code and runs nothing.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

WIDGETS = frozenset(
    "Static Label Button Option OptionList SelectionList Select Tree TreeNode DataTable Checkbox RadioButton "
    "Tab TabPane Collapsible Link Digits Placeholder Toast ListItem Header".split()
)
"""What parses the strings that it is given."""
METHODS = frozenset(
    {"notify", "update", "add_option", "add_options", "add_row", "add_column", "add_columns", "set_label"}
)
ATTRIBUTES = frozenset({"border_title", "border_subtitle", "tooltip", "label", "sub_title"})
PARSERS = frozenset({"from_markup", "from_text", "render"})
"""Of `Content`, rich's `Text` and `rich.markup`: they parse, whatever they are given."""
ROOMS = ("screens", "widgets", "app.py", "drawing.py")


def findings(files: Iterable[Path]) -> list[str]:
    """`file:line: what` for each place that may parse the words of others."""
    trees = {path: ast.parse(path.read_text("utf-8"), str(path)) for path in files}
    makers = {
        node.name
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns is not None and ast.unparse(node.returns) == "Content"
    }
    return [f"{path}:{line}: {what}" for path, tree in trees.items() for line, what in _in_file(tree, makers)]


def _in_file(tree: ast.Module, makers: set[str]) -> Iterator[tuple[int, str]]:
    contents = _contents(tree, makers)
    unparsed = _all_statics_unparsed(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name in PARSERS and ast.unparse(node.func).startswith(("Content.", "Text.", "markup.")):
                yield node.lineno, f"{ast.unparse(node.func)} parses what it is given"
            elif name in WIDGETS | METHODS and not _says_no(node) and not (name == "update" and unparsed):
                words = [
                    *node.args,
                    *(k.value for k in node.keywords if k.arg in ("label", "content", "prompt", "title")),
                ]
                words += [k.value for k in node.keywords if k.arg in ATTRIBUTES]
                if not all(_is_safe(word, makers, contents) for word in words):
                    yield node.lineno, f"{name}() may parse its words: give it a Content, or markup=False"
        elif isinstance(node, ast.Assign) and not _is_safe(node.value, makers, contents):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES:
                    yield node.lineno, f"{target.attr} is parsed: give it a Content"


def _is_safe(node: ast.expr, makers: set[str], contents: set[str]) -> bool:
    """Whether an expression is a number, words of our own, or a `Content`."""
    match node:
        case ast.Constant(value=value):
            return not (isinstance(value, str) and "[" in value)
        case ast.JoinedStr(values=values):
            return all(isinstance(v, ast.Constant) or _is_number(v) for v in values)
        case ast.IfExp(body=body, orelse=orelse):
            return _is_safe(body, makers, contents) and _is_safe(orelse, makers, contents)
        case ast.Call(func=ast.Attribute(value=ast.Call() as inner, attr="join")):
            return _is_safe(inner, makers, contents)
        case ast.Call(func=func):
            return _name(func) in makers or ast.unparse(func).split(".")[0] == "Content"
        case ast.Name(id=name):
            return name in contents
        case ast.Starred(value=value):
            return _is_safe(value, makers, contents)
    return False


def _is_number(node: ast.expr) -> bool:
    """`{count:,}`: only a number can be written so."""
    return (
        isinstance(node, ast.FormattedValue) and node.format_spec is not None and "," in ast.unparse(node.format_spec)
    )


def _contents(tree: ast.Module, makers: set[str]) -> set[str]:
    """Names that stand for nothing but a `Content` (or words of our own) all through a file."""
    kinds: dict[str, list[bool]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                named = target.elts if isinstance(target, ast.Tuple) else [target]
                values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value] * len(named)
                for one, value in zip(named, values, strict=False):
                    if isinstance(one, ast.Name):
                        kinds.setdefault(one.id, []).append(_is_safe(value, makers, set()))
        elif isinstance(node, ast.arg) or (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
            name = node.arg if isinstance(node, ast.arg) else ast.unparse(node.target)
            written = ast.unparse(node.annotation) if node.annotation else ""
            kinds.setdefault(name, []).append(written == "Content")
    return {name for name, safe in kinds.items() if all(safe)}


def _all_statics_unparsed(tree: ast.Module) -> bool:
    """Whether what `update` is called on parses nothing: every widget made in the file was told so."""
    made = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and _name(n.func) in WIDGETS]
    return bool(made) and all(_says_no(call) for call in made)


def _says_no(call: ast.Call) -> bool:
    return any(
        k.arg == "markup" and isinstance(k.value, ast.Constant) and k.value.value is False for k in call.keywords
    )


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def files_of_the_terminal() -> list[Path]:
    """The files that know Textual."""
    root = Path(__file__).parents[2] / "tui"
    return [path for room in ROOMS for path in ((root / room).rglob("*.py") if "." not in room else [root / room])]


def main(arguments: Sequence[str]) -> int:
    found = findings(map(Path, arguments) if arguments else sorted(files_of_the_terminal()))
    print("\n".join(found) or "No words of others are parsed as markup")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
