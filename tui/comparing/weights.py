"""The weights of the figures in `tui.comparing.features`, learned by `tui.comparing.training`."""

from __future__ import annotations

FIRST = {
    "bias": -4.986,
    "dice": -0.492,
    "contain": -0.607,
    "shared": 1.377,
    "content": 1.155,
    "run": 0.240,
    "names": -0.178,
    "only_names": -0.003,
    "numbers": 0.887,
    "numbers_differ": 0.094,
    "dates": 1.466,
    "groups": 0.833,
    "quoted": -1.642,
    "quote_mismatch": -1.332,
    "grams": 0.007,
    "distance": -0.411,
    "lede": 0.756,
    "length_ratio": 0.745,
    "short": 1.701,
    "concepts": 3.319,
    "joint": 0.745,
    "concept_contain": 2.247,
}
SECOND = {
    "bias": -0.569,
    "score": 0.933,
    "least_lead": 0.186,
    "best_lead": 0.158,
    "best_of_both": -0.062,
    "best_of_one": 0.061,
    "parallel": 0.858,
    "crossing": -0.030,
    "beside": 1.278,
}
