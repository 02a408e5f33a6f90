"""Lines of pages become paragraphs; what every page repeats at its edge is kept once."""

from __future__ import annotations

from data_model.read.page_lines import Line, Page, join_pages

HEIGHT, LINE = 800.0, 12.0


def page(*lines, foot=None, head=None):
    """Lines from the top, a gap of a line for None; the edges stand far off."""
    placed, top = [], HEIGHT - 100
    for text in lines:
        if text is not None:
            placed.append(at(text, 60, top))
        top -= LINE
    if head:
        placed.append(at(head, 60, HEIGHT - 20))
    if foot:
        placed.insert(0, at(foot, 60, 40))  # drawn first, as many programs do
    return Page(tuple(placed), HEIGHT)


def at(text, left, top):
    return Line(text, left, left + 5 * len(text), top - LINE, top)


FULL = "The ministers met in Lima and spoke of trade, of energy and of the next"


def test_lines_become_paragraphs():
    text = join_pages(
        [page("Ministers meet", None, FULL, FULL, "round of talks.", f"{FULL}.", "It was short.")]
    )

    assert text.split("\n\n") == [
        "Ministers meet",
        f"{FULL} {FULL} round of talks.",
        f"{FULL}. It was short.",
    ]


def test_an_item_begins_a_paragraph():
    assert join_pages([page(FULL, f"• {FULL}", "2) next")]).split("\n\n") == [FULL, f"• {FULL}", "2) next"]


def test_what_each_page_repeats_is_kept_once_and_at_the_end():
    pages = [
        page(f"{FULL} {number}", "goes on and", foot=f"Press office, page {number}", head="Ministry")
        for number in range(1, 4)
    ]
    text = join_pages(pages)

    assert text.split("\n\n")[-2:] == ["Ministry", "Press office, page 1"]
    assert text.count("Ministry") == text.count("Press office") == 1


def test_text_that_repeats_itself_at_an_edge_is_no_header():
    # The last line of a full page stands where footers do, and is not set off.
    lines = [f"{FULL} {number}." for number in range(56)]
    full = [Page(tuple(at(text, 60, HEIGHT - 20 - LINE * n) for n, text in enumerate(lines)), HEIGHT)] * 2

    assert all(join_pages(full).count(text) == 2 for text in lines)


def test_a_paragraph_goes_on_over_the_page():
    pages = [page(FULL, FULL, foot="1"), page("round of talks, and parted.", foot="2")]

    assert join_pages(pages) == f"{FULL} {FULL} round of talks, and parted."


def test_a_cut_word_is_put_together():
    cut = f"{FULL[:60]} govern-"
    assert "government of" in join_pages([page(cut, "ment of the country.")])
    # Its hyphen stays when it has one elsewhere, or before a capital.
    assert "vice-president" in join_pages([page(f"{FULL[:60]} vice-", "president, a vice-president.")])
    assert "Austria-Hungary" in join_pages([page(f"{FULL[:60]} Austria-", "Hungary.")])


def test_two_columns_are_read_one_after_the_other():
    left = [at(FULL[:40], 60, 600 - LINE * n) for n in range(3)]
    right = [at(FULL[40:], 320, 600 - LINE * n) for n in range(3)]

    assert join_pages([Page((*left, *right), HEIGHT)]) == " ".join([FULL[:40]] * 3 + [FULL[40:]] * 3)
