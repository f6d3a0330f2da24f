"""The weights of the figures that links rest on, as `tui.comparing.training` learned them."""

from __future__ import annotations

FIRST = {
    "bias": -5.714,
    "terms": 2.940,
    "other_than_names": 0.438,
    "concepts": 9.885,
    "numbers": 3.134,
    "dates": 2.950,
    "groups": 2.609,
    "quoted": -2.198,
    "one_is_quoted": -1.219,
    "near": 0.774,
    "distance": -1.683,
    "copied": 2.301,
}

SECOND = {
    "bias": -1.878,
    "score": 0.185,
    "least_lead": 0.236,
    "best_lead": 0.247,
    "best_of_both": 0.197,
    "best_of_one": 0.301,
    "parallel": 0.690,
    "crossing": 0.337,
    "beside": 0.956,
    "told_again": 2.495,
    "told_again_on_both": 5.896,
    "other_than_names": 0.709,
    "concepts": 2.489,
    "near": 0.618,
    "numbers": 1.036,
    "quoted": -0.544,
    "copied": 0.438,
}
