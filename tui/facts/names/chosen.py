"""The recogniser that the user asks for: the environment variable `SIDEBYLINE_NAMES`, read here and nowhere else.

Unset or empty is the recogniser that ships; `spacy:MODEL` is a spaCy model that is installed as a package:
`SIDEBYLINE_NAMES=spacy:en_core_web_sm sidebyline compare A B`. Nothing is downloaded. The configuration sets the same
variable, and a configuration may run nothing, so neither takes a folder or any other module (`spacy.installed`).
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.facts.names.story import Recogniser

VARIABLE = "SIDEBYLINE_NAMES"
_SPACY = "spacy:"


class NoRecogniserError(Exception):
    """What was asked for is not there. The message is one line: what, and what to do."""


def chosen() -> Recogniser | None:
    """The user's recogniser, `None` for the one that ships. Raises `NoRecogniserError`."""
    asked = os.environ.get(VARIABLE, "")
    return _loaded(asked) if asked else None


@lru_cache(maxsize=1)
def _loaded(asked: str) -> Recogniser:
    model = asked.removeprefix(_SPACY)
    if not asked.startswith(_SPACY) or not model:
        raise NoRecogniserError(f"{VARIABLE}={asked}: not known; write {_SPACY}MODEL, or leave it out")
    from tui.facts.names.spacy import is_name, spacy_recogniser

    if not is_name(model):
        raise NoRecogniserError(f"{VARIABLE}={asked}: no name of a model; write {_SPACY}en_core_web_sm, or another one")
    try:
        return spacy_recogniser(model)
    except ImportError as error:
        reason = f"spaCy cannot be loaded ({error.msg}); run pip install 'sidebyline[spacy]'"
    except (OSError, ValueError):
        reason = f"spaCy has no model {model}; run python -m spacy download {model}"
    raise NoRecogniserError(f"{VARIABLE}={asked}: {' '.join(reason.split())}")
