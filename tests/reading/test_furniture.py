"""What is told from the story by its form, in the middle of a line too."""

from __future__ import annotations

import pytest

from tui.reading.furniture import ends_like_prose, is_caption, is_promo

STORY = "The mayor of Aldwick left the town hall on Monday, as her deputy had said."


@pytest.mark.parametrize(
    "line",
    [
        "All of it in your inbox.", "Subscribe Now for more.", "You can sign up now.", "Try our newsletter.",
        "Sign up for the Harbour newsletter.", "So CLICK HERE.", "Just TAP HERE.", "SIGN UP, it is free", "SIGN ME UP",
        "Please SUBSCRIBE.", "SHOP NOW", "BUY NOW", "JOIN NOW", "WATCH NOW", "ORDER NOW", "READ MORE", "FOLLOW US",
        "DOWNLOAD",
    ],
)  # fmt: skip
def test_what_is_addressed_to_the_reader_is_promotion_wherever_it_stands(line: str) -> None:
    assert is_promo(f"Like this? {line}")
    assert not is_promo(f"{STORY} She said “{line}”"), "inside a quotation it is somebody's words"


@pytest.mark.parametrize(
    "line",
    [
        f"{STORY} (Anna Roe/Getty Images)", f"{STORY} [Photo by A. Roe].", "The mayor (pictured on Monday) has left.",
        "The mayor, pictured in May, has left.", "The mayor (left) and her deputy.", "Photo: A. Roe",
        "It is over. — Anna Roe (@annaroe) 15 September 2023",
    ],
)  # fmt: skip
def test_labels_credits_and_posts_are_captions(line: str) -> None:
    assert is_caption(line)
    assert not is_caption(STORY)


def test_a_full_stop_may_stand_inside_marks_and_before_a_remark() -> None:
    assert all(map(ends_like_prose, ["It ended.", "It ended.”", "It ended. (Roe)", "It ended!)", "これは。", "so: "]))
    assert not any(map(ends_like_prose, ["It ended", "It ended (Roe)", "“It ended”", ""]))
