"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""

from __future__ import annotations

FIRST = {
    "bias": -4.107,
    "other_than_names": 0.475,
    "concepts": 8.597,
    "numbers": 1.933,
    "dates": 2.513,
    "groups": 1.734,
    "quoted": -1.762,
    "one_is_quoted": -0.709,
    "opening": 0.431,
    "near": 1.317,
    "distance": -1.208,
    "copied": 2.908,
}

SECOND = {
    "bias": -1.906,
    "score": 0.293,
    "least_lead": 0.352,
    "best_lead": 0.341,
    "best_of_one": 0.403,
    "parallel": 0.296,
    "beside": 1.110,
    "told_again": 3.746,
    "told_again_on_both": 7.372,
    "others_beside": 2.172,
    "pronouns": -0.501,
    "other_than_names": 0.786,
    "numbers": 1.104,
    "quoted": -0.550,
    "copied": 0.803,
}
