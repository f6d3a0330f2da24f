"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""

from __future__ import annotations

FIRST = {
    "bias": -3.556,
    "terms": 1.028,
    "other_than_names": 1.444,
    "run": -1.164,
    "run_of_shorter": 2.843,
    "names": 0.236,
    "names_only": -0.013,
    "numbers": 1.261,
    "numbers_differ": 0.047,
    "dates": 1.920,
    "groups": 1.059,
    "quoted": -2.281,
    "one_is_quoted": -1.605,
    "distance": -0.410,
    "lede": 0.826,
    "concepts": 4.451,
    "near": 1.208,
    "copied": 1.273,
}

SECOND = {
    "bias": -0.287,
    "score": 0.986,
    "least_lead": 0.221,
    "best_lead": 0.273,
    "best_of_both": -0.154,
    "best_of_one": -0.217,
    "parallel": 1.076,
    "crossing": 0.104,
    "beside": 0.988,
}
