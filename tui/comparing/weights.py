"""The weights of the figures in `tui.comparing.features`, learned by `tui.comparing.training`."""

from __future__ import annotations

FIRST = {
    "bias": -4.286,
    "terms": 1.464,
    "other_than_names": 1.009,
    "run": 0.899,
    "names": -0.275,
    "names_only": -0.424,
    "numbers": 1.245,
    "numbers_differ": 0.186,
    "dates": 1.925,
    "groups": 1.002,
    "quoted": -1.808,
    "one_is_quoted": -1.677,
    "distance": -0.381,
    "lede": 0.894,
    "concepts": 6.951,
    "near": 0.829,
}
SECOND = {
    "bias": -0.450,
    "score": 0.911,
    "least_lead": 0.176,
    "best_lead": 0.255,
    "best_of_both": 0.289,
    "best_of_one": -0.275,
    "parallel": 0.863,
    "crossing": 0.212,
    "beside": 1.225,
}
