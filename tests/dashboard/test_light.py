"""What the browser builds itself says the same as the components it was made of."""

from __future__ import annotations

import pytest
from dash import dcc, html

from dashboard.components.light import as_light
from dashboard.components.parts import attributes, dot


def test_elements_keep_names_attributes_and_order() -> None:
    row = html.Tr([html.Td("a", className="x"), html.Td([dot("other"), "b"])], **attributes(data_event="e1"))
    assert as_light(row) == [
        "tr",
        {"data-event": "e1"},
        [
            ["td", {"class": "x"}, ["a"]],
            ["td", {}, [["span", {"class": "dot family-other", "aria-hidden": "true"}, []], "b"]],
        ],
    ]


def test_several_parts_numbers_and_nothing() -> None:
    assert as_light([html.P(3), "t"]) == ["", {}, [["p", {}, ["3"]], "t"]]
    assert as_light([]) == ["", {}, []]
    assert as_light(html.Div(None, tabIndex="0")) == ["div", {"tabindex": "0"}, []]


def test_text_stays_text() -> None:
    assert as_light(html.P("<b>&")) == ["p", {}, ["<b>&"]]


def test_what_is_no_element_is_refused() -> None:
    with pytest.raises(TypeError, match="Store"):
        as_light(html.Div(dcc.Store(id="x")))
