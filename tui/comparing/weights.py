"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""

from __future__ import annotations

FIRST = {
    "bias": -3.651,
    "terms": 3.398,
    "other_than_names": 0.931,
    "run": -0.078,
    "names": -0.285,
    "names_only": -0.015,
    "numbers": 1.099,
    "numbers_differ": 0.029,
    "dates": 1.889,
    "groups": 0.958,
    "quoted": -1.597,
    "one_is_quoted": -1.589,
    "distance": -0.422,
    "lede": 0.846,
    "concepts": 4.502,
    "near": 1.284,
}

SECOND = {
    "bias": -0.477,
    "score": 0.971,
    "least_lead": 0.181,
    "best_lead": 0.266,
    "best_of_both": 0.193,
    "best_of_one": -0.213,
    "parallel": 0.956,
    "crossing": 0.080,
    "beside": 1.151,
}
