"""Marks of a page inside a text are taken out, and only those."""

from __future__ import annotations

import time

import pytest

from data_model.read.tagged import read_tagged


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Peru &amp; Chile signed", "Peru & Chile signed"),
        ("<p>Peru &amp; <b>Chi</b>le</p><p>They met.<br/>Twice.", "Peru & Chile\n\nThey met.\nTwice."),
        ("&lt;p&gt;Peru&lt;/p&gt;", "Peru"),
        ("Peru &amp;amp; Chile", "Peru & Chile"),
        ("on&nbsp;Tuesday, &#8220;yes&#x201D;", "on Tuesday, “yes”"),
        ("<p>One.</p><!-- not shown --><script>x = '<b>'</script>Two.", "One.\nTwo."),
    ],
)
def test_tags_and_entities_are_read(text, plain):
    assert read_tagged(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "AT&T & its rival", "R&D; more", "5 < 6 and 7 > 6", "I <3 Lima", "<press@ministry.example> wrote",
        "<Applause> We go on.", "Line one\n  line two\n\n\nline three", "", "&", "<",
    ],
)  # fmt: skip
def test_what_is_no_mark_stays(text):
    assert read_tagged(text) == text


@pytest.mark.parametrize(
    "piece", ["<!--", "<script", "<b ", "&amp", "<", "<p>", "&lt;", "<style></script>", "-->"]
)
def test_no_repetition_costs_more_than_its_length(piece):
    began = time.process_time()
    read_tagged("</b>" + piece * (400_000 // len(piece)))
    assert time.process_time() - began < 5
