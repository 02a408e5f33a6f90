from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from dashboard import ids
from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.publish.picture import draw_picture
from dashboard.publish.presets import PRESETS
from dashboard.publish.raster import write_pdf, write_png
from dashboard.publish.sheet import Options
from dashboard.publish.views import PICTURED, NotPublishable, Opened, open_view
from dashboard.theme import LIGHT
from data_model import Store
from tests.dashboard.publish.read_png import read_png_texts
from tests.dashboard.publish.read_svg import SVG, root_of, words_of
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report

CHARTS = tuple(PICTURED)
HOME = "https://example.org/timeline/"


def opened_at(asked: Asked, **query: str) -> Opened:
    return open_view(asked, query, HOME)[0]


def flat(svg: str) -> str:
    return " ".join(one.text for one in words_of(svg))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_says_where_it_is_from(asked: Asked, chart: str, preset: str, theme: str) -> None:
    opened = opened_at(asked, org="csto,cis", **{"from": "2009-01-01"})
    svg = draw_picture(opened, chart, Options(preset, theme))
    told = flat(svg)
    for part in (
        "6 events of CSTO or CIS", "Filters: CSTO; CIS", "Period: ", "6 events", "documents", "Sources: ",
        "data version", "Dateline", "/timeline/?org=csto,cis",
    ):  # fmt: skip
        assert part in told.replace("CSTO or CIS, ", "CSTO or CIS "), part
    first = opened.facts.sources[0]
    assert first.publisher in told
    assert ("United Nations Geodata" in told) == (chart == ids.MAP)
    root = root_of(svg)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == opened.facts.title
    told = (desc.text if desc is not None else "") or ""
    assert 40 < len(told) <= 300
    assert opened.facts.title in told


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("pile", ["store", "crowded"])
def test_words_stand_apart_and_within_the_frame(
    request: pytest.FixtureRequest, chart: str, preset: str, pile: str
) -> None:
    opened = opened_at(Asked(request.getfixturevalue(pile), Register(), Config()))
    svg = draw_picture(opened, chart, Options(preset))
    root = root_of(svg)
    width, height = float(root.get("width") or 0), float(root.get("height") or 0)
    if PRESETS[preset].width:
        assert (width, height) == (PRESETS[preset].width, PRESETS[preset].height)
    boxes = words_of(svg)
    outside = [
        one.text for one in boxes if one.left < 0 or one.top < 0 or one.right > width or one.bottom > height
    ]
    assert not outside
    assert not [(a.text, b.text) for a, b in combinations(boxes, 2) if a.overlaps(b)]


MANNERS = [
    {"drawn": "bars"}, {"measure": "share"}, {"measure": "peak", "drawn": "bars", "per": "document"},
]  # fmt: skip


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("preset", ["page", "share", "square"])
def test_topics_as_bars_and_shares_stand_as_on_the_page(
    asked: Asked, preset: str, manner: dict[str, str]
) -> None:
    opened = opened_at(asked, **manner)
    svg = draw_picture(opened, ids.TOPICS, Options(preset))
    assert not [(a.text, b.text) for a, b in combinations(words_of(svg), 2) if a.overlaps(b)]
    figure = opened.figure(ids.TOPICS, 1064, LIGHT)
    cells = [one for row in trace(figure, "topics")["z"] for one in row if one is not None]
    name = "bars" if manner.get("drawn") == "bars" else "topics"
    drawn = next(node for node in root_of(svg).iter(f"{SVG}g") if node.get("class") == name)
    assert len(list(drawn)) == len(cells)
    if name == "bars":
        heights = sorted(float(node.get("height") or 0) for node in drawn)
        # The picture may be stretched: shares of the highest, not pixels.
        assert [one / heights[-1] for one in heights] == pytest.approx(
            sorted(one / max(cells) for one in cells), abs=0.02
        )
    told = flat(svg)
    # What the numbers are stands beside their scale.
    noun = "documents" if "per" in manner else "events"
    words = {
        "number": f"{noun} per cell",
        "share": f"% of all {noun} of the",
        "peak": "% of the topic’s own highest",
    }
    assert words[manner.get("measure", "number")] in told


def trace(figure: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in figure["data"] if one["name"] == name)


def test_the_hatching_of_the_page_stands_in_the_file(asked: Asked) -> None:
    opened = opened_at(asked, region="asia")
    hatching = trace(opened.figure(ids.MAP, 780, LIGHT), "disputed")
    svg = draw_picture(opened, ids.MAP, Options("page"))
    drawn = next(node for node in root_of(svg).iter(f"{SVG}path") if node.get("class") == "disputed")
    assert (drawn.get("d") or "").count("M") == hatching["lon"].count(None)
    assert "/// disputed" in flat(svg)
    assert "areas it leaves to no country are hatched" in flat(svg)


def test_the_same_view_gives_the_same_bytes(asked: Asked) -> None:
    for chart in CHARTS:
        first = draw_picture(opened_at(asked), chart, Options("article"))
        assert first == draw_picture(opened_at(asked), chart, Options("article"))


def test_no_markup_of_a_document_reaches_a_file() -> None:
    title = 'Ministers meet</text><script>alert(1)</script> "&<b onload=x>'
    report = make_report("a", [make_event(title=title)])
    with Store.in_memory() as store:
        store.add([report])
        opened = opened_at(Asked(store, Register(), Config()))
        for chart in CHARTS:
            svg = draw_picture(opened, chart, Options(title=title, note="<image href='http://x'/>"))
            tags = {node.tag.removeprefix(SVG) for node in root_of(svg).iter()}
            assert not tags & {"script", "image", "foreignObject", "a", "use", "animate"}
            assert not [
                name
                for node in root_of(svg).iter()
                for name in node.attrib
                if name.lower().startswith("on") or "href" in name
            ]


def test_a_clear_picture_has_no_ground_and_an_own_title_is_the_title(asked: Asked) -> None:
    opened = opened_at(asked)
    clear = root_of(
        draw_picture(opened, "timeline", Options(clear=True, title="My own words", note="So be it"))
    )
    assert clear.find(f"{SVG}rect") is None
    assert (clear.findtext(f"{SVG}title")) == "My own words"
    assert root_of(draw_picture(opened, "timeline", Options())).find(f"{SVG}rect") is not None


def test_letters_the_font_lacks_take_no_others_with_them() -> None:
    report = make_report("a", [make_event(title="Talks ↺ in 北京 end")])
    with Store.in_memory() as store:
        store.add([report])
        svg = draw_picture(opened_at(Asked(store, Register(), Config())), "timeline", Options())
    foreign = [node.text for node in root_of(svg).iter(f"{SVG}text") if node.get("font-family")]
    assert foreign == ["↺", "北京"]


def test_png_and_pdf_say_what_they_show(asked: Asked) -> None:
    import io

    import pypdf

    opened = opened_at(asked)
    svg = draw_picture(opened, "map", Options("share"))
    png = write_png(svg, 1, {"Title": opened.facts.title, "Description": "Как есть"})
    assert png[16:24] == (1200).to_bytes(4, "big") + (628).to_bytes(4, "big")
    assert read_png_texts(png) == {"Title": opened.facts.title, "Description": "Как есть"}
    pdf = pypdf.PdfReader(io.BytesIO(write_pdf(svg, {"Title": opened.facts.title}, "Как есть")))
    assert pdf.metadata is not None
    assert pdf.metadata.title == opened.facts.title
    text = " ".join(pdf.pages[0].extract_text().split())
    assert "United Nations Geodata" in text
    assert opened.facts.title in text
    root = pdf.root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    (figure,) = root["/StructTreeRoot"]["/K"]["/K"]
    assert (figure["/S"], figure["/Alt"], figure["/K"]) == ("/Figure", "Как есть", 0)
    assert figure["/Pg"] == pdf.pages[0]
    assert root["/StructTreeRoot"]["/ParentTree"]["/Nums"][1][0] == figure
    drawn = pdf.pages[0].get_contents()
    assert drawn is not None
    assert drawn.get_data().startswith(b"/Figure <</MCID 0>> BDC")


def test_a_pdf_says_who_made_it_and_what_it_shows(asked: Asked) -> None:
    import io

    import pypdf

    from dashboard.publish.files import make_file

    made = make_file(asked, "map", "pdf", {"org": "cis", "title": "Mine"}, home=HOME)
    known = pypdf.PdfReader(io.BytesIO(made.data)).metadata
    assert known is not None
    assert (known.title, known.author) == ("Mine", "Dateline")
    assert "events of CIS" in (known.subject or "")
    assert f"data version {asked.open_store().version}" in (known.keywords or "")


def labelled(asked: Asked, **query: str) -> tuple[str, ...]:
    """The keys of the lightest events of a view that stand on the axis: those that are named last."""
    view = opened_at(asked, **query).looked.view
    rows = view.rows(view.ordered("oldest")[: int(view.placed.sum())])
    return tuple(str(row["id"]) for row in sorted(rows, key=lambda row: row["weight"])[:3])


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("pile", ["store", "crowded"])
def test_labels_of_ones_own_are_set_first_and_touch_nothing(
    request: pytest.FixtureRequest, preset: str, pile: str
) -> None:
    asked = Asked(request.getfixturevalue(pile), Register(), Config())
    own = tuple((key, f"Own <{number}> & words") for number, key in enumerate(labelled(asked)))
    svg = draw_picture(opened_at(asked), "timeline", Options(preset, labels=own))
    boxes = words_of(svg)
    assert {words for _, words in own} <= {one.text for one in boxes}
    assert not [(a.text, b.text) for a, b in combinations(boxes, 2) if a.overlaps(b)]
    bold = {"".join(node.itertext()) for node in root_of(svg).iter(f"{SVG}text") if node.get("font-weight")}
    assert {words for _, words in own} <= bold


def test_a_label_without_a_mark_is_an_error(asked: Asked) -> None:
    with pytest.raises(NotPublishable, match="“Nothing”"):
        draw_picture(opened_at(asked), "timeline", Options(labels=(("nobody", "Nothing"),)))
    assert draw_picture(opened_at(asked), "map", Options(labels=(("nobody", "Nothing"),)))


def test_a_zoom_is_drawn_and_said(asked: Asked) -> None:
    opened = opened_at(asked, left="2021-06-01", right="2023-07-31")
    svg = draw_picture(opened, "timeline", Options())
    assert "The axis shows a part of the days: 1 June 2021 – 31 July 2023." in flat(svg)
    assert "2009" not in {one.text for one in words_of(svg)}
    assert "part of the days" not in flat(draw_picture(opened, "topics", Options()))


def test_a_map_says_what_it_counts_and_can_be_moved(asked: Asked) -> None:
    svg = draw_picture(opened_at(asked, layer="any"), "map", Options())
    assert "What counts as a mention: any of these." in flat(svg)

    def land(drawn: str) -> dict[str, str]:
        return {node.get("data-id", ""): node.get("d", "") for node in root_of(drawn).iter(f"{SVG}path")}

    whole = land(svg)
    moved = land(draw_picture(opened_at(asked, layer="any"), "map", Options(frame=(4, 28, 53))))
    assert set(moved) < set(whole)  # what lies outside is not drawn
    assert moved["BY"] != whole["BY"]
