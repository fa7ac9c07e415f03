"""The typewriter of the tests sets what it is told to."""

from __future__ import annotations

from tests.typed_pages import CHARACTER, LEFT, PITCH, SIZE, TOP, WIDTH, typed_pages


def test_words_stand_where_they_are_typed() -> None:
    (page,) = typed_pages("Kassel  den\n      7. Mai")
    assert [word.text for word in page.words] == ["Kassel", "den", "7.", "Mai"]
    assert page.words[1].bbox == (LEFT + 8 * CHARACTER, TOP, LEFT + 11 * CHARACTER, TOP + SIZE)
    assert page.words[2].bbox[:2] == (LEFT + 6 * CHARACTER, TOP + PITCH)


def test_stars_set_words_bold_and_take_no_room() -> None:
    (page,) = typed_pages("**§ 1** Mittel")
    assert [word.bold for word in page.words] == [True, True, False]
    assert page.words[2].bbox[0] == LEFT + 4 * CHARACTER


def test_a_form_feed_begins_a_page_and_margins_are_set_page_by_page() -> None:
    first, second = typed_pages("eins\fzwei", head=["Kopf"], foot=["- 1 -", "- 2 -"])
    assert [word.text for word in first.words] == ["eins", "Kopf", "-", "1", "-"]
    assert [word.text for word in second.words] == ["zwei", "-", "2", "-"]


def test_typed_rules_become_rulings_that_meet_at_the_corners() -> None:
    (page,) = typed_pages("+------+\n| Mai  |\n+------+")
    assert [word.text for word in page.words] == ["Mai"]
    horizontal = [ruling for ruling in page.rulings if ruling.horizontal]
    vertical = [ruling for ruling in page.rulings if not ruling.horizontal]
    assert {(ruling.x0, ruling.x1) for ruling in horizontal} == {(vertical[0].x0, vertical[1].x0)}
    assert {(ruling.top, ruling.bottom) for ruling in vertical} == {(horizontal[0].top, horizontal[1].top)}
    assert vertical[1].x0 < WIDTH


def test_single_words_can_be_doubtful() -> None:
    (page,) = typed_pages("klar Krakel", origin="ocr", confidence=0.9, doubtful={"Krakel": 0.2})
    assert [(word.confidence, word.origin) for word in page.words] == [(0.9, "ocr"), (0.2, "ocr")]
