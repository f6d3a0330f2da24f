"""The weights of the figures in `tui.comparing.features`, learned by `tui.comparing.training`."""

from __future__ import annotations

FIRST = {
    "bias": -6.269,
    "dice": 12.242,
    "contain": 2.016,
    "shared": -0.050,
    "content": 0.027,
    "run": 1.210,
    "names": -0.709,
    "only_names": -0.750,
    "numbers": 2.490,
    "numbers_differ": 0.768,
    "dates": 2.783,
    "groups": 2.399,
    "quoted": -1.455,
    "quote_mismatch": -0.738,
    "grams": 0.426,
    "distance": -1.548,
    "lede": 2.170,
    "length_ratio": 0.733,
    "short": 0.487,
}
SECOND = {
    "bias": 0.053,
    "score": 0.799,
    "least_lead": 0.198,
    "best_lead": 0.110,
    "best_of_both": -0.010,
    "best_of_one": -0.060,
    "parallel": 0.705,
    "crossing": -0.545,
    "beside": 1.301,
}
