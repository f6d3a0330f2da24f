"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""

from __future__ import annotations

FIRST = {
    "bias": -3.637,
    "terms": 1.223,
    "other_than_names": 1.395,
    "run": -1.050,
    "run_of_shorter": 3.330,
    "names": 0.164,
    "names_only": 0.006,
    "numbers": 1.213,
    "numbers_differ": 0.066,
    "dates": 1.944,
    "groups": 1.059,
    "quoted": -1.844,
    "one_is_quoted": -1.583,
    "distance": -0.412,
    "lede": 0.832,
    "concepts": 4.102,
    "near": 1.342,
}

SECOND = {
    "bias": -0.472,
    "score": 0.981,
    "least_lead": 0.184,
    "best_lead": 0.249,
    "best_of_both": 0.223,
    "best_of_one": -0.194,
    "parallel": 1.105,
    "crossing": 0.021,
    "beside": 1.057,
}
