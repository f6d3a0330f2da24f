"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""

from __future__ import annotations

FIRST = {
    "bias": -3.709,
    "terms": 2.982,
    "other_than_names": 0.735,
    "run": 0.535,
    "names": -0.470,
    "names_only": -0.051,
    "numbers": 1.168,
    "numbers_differ": 0.031,
    "dates": 1.942,
    "groups": 0.948,
    "quoted": -1.703,
    "one_is_quoted": -1.606,
    "distance": -0.418,
    "lede": 0.847,
    "concepts": 4.749,
    "near": 1.178,
}

SECOND = {
    "bias": -0.553,
    "score": 0.962,
    "least_lead": 0.170,
    "best_lead": 0.260,
    "best_of_both": 0.344,
    "best_of_one": -0.207,
    "parallel": 0.973,
    "crossing": 0.046,
    "beside": 1.187,
}
