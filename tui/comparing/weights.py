"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""

from __future__ import annotations

FIRST = {
    "bias": -5.691,
    "terms": 2.774,
    "other_than_names": 0.416,
    "concepts": 10.021,
    "numbers": 3.100,
    "dates": 2.956,
    "groups": 2.599,
    "quoted": -2.250,
    "one_is_quoted": -1.215,
    "near": 0.784,
    "distance": -1.693,
    "copied": 2.328,
}

SECOND = {
    "bias": -1.865,
    "score": 0.186,
    "least_lead": 0.236,
    "best_lead": 0.246,
    "best_of_both": 0.205,
    "best_of_one": 0.301,
    "parallel": 0.689,
    "crossing": 0.337,
    "beside": 0.958,
    "told_again": 2.523,
    "told_again_on_both": 5.842,
    "other_than_names": 0.697,
    "concepts": 2.482,
    "near": 0.617,
    "numbers": 1.009,
    "quoted": -0.555,
    "copied": 0.442,
}
