"""What the page serves is whole, fits the installed plotly, and calls nobody."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import plotly
import pycountry
import pytest

HOME = Path(__file__).parent.parent / "dashboard"
ASSETS = HOME / "assets"
BUNDLE = ASSETS / "00-plotly.min.js"
CODE = sorted([*ASSETS.glob("**/*.js"), *ASSETS.glob("**/*.css"), *ASSETS.glob("**/*.svg")])
SHEETS = sorted(ASSETS.glob("*.css"))
NOTICES = ["00-plotly.licenses.txt", *(f"fonts/{font}.OFL.txt" for font in ("inter", "source-serif-4"))]
LAYERS = {"coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits"}  # what plotly.js reads
TINY = {"SGP", "MLT", "BHR", "VAT", "SMR", "MCO", "AND", "LIE", "MDV", "LUX", "PSE", "XKX"}
EVAL = re.compile(r"\bnew Function\(|(?<![\w.$])eval\(|(?<![\w.$])Function\(")
NAMESPACES = re.compile(r"https?://www\.w3\.org/[\w/.-]*")
ADDRESS = re.compile(r"https?:(?:\\?/){2}[\w.-]+")
# Left in plotly.js: the map server (05-plotly-settings.js names our folder instead), the upload button (off
# there too), and words in messages.
KNOWN_IN_BUNDLE = {"cdn.plot.ly", "cloud.plotly.com", "plotly.com", "github.com", "developer.mozilla.org"}
ICONS = {
    *("link", "photo", "csv", "download", "printer", "sun", "moon", "search", "x", "filter", "adjustments"),
    *("calendar", "map-pin", "users", "building", "quote", "external-link", "alert-triangle", "info"),
    *(
        "chevron-left",
        "chevron-right",
        "chevron-down",
        "chevron-up",
        "pin",
        "clock",
        "file",
        "world",
        "tags",
        "refresh",
    ),
}


def world() -> dict[str, Any]:
    return json.loads((ASSETS / "topojson/world_50m.json").read_text(encoding="utf-8"))


def small_states() -> dict[str, Any]:
    return json.loads((HOME / "figures/small_states.json").read_text(encoding="utf-8"))


def test_bundle_is_the_plotly_the_server_speaks():
    stock = (Path(plotly.__file__).parent / "package_data/plotly.min.js").read_text(encoding="utf-8")[:500]
    version = re.search(r"plotly\.js v([\d.]+)", stock)
    assert version
    bundle = BUNDLE.read_text(encoding="utf-8")
    assert bundle.startswith(f"/* plotly.js v{version[1]} ")
    assert f'.version="{version[1]}"' in bundle


def test_bundle_needs_no_eval():
    assert not EVAL.search(BUNDLE.read_text(encoding="utf-8"))


def test_recipe_names_the_version_that_was_built():
    wanted = json.loads((HOME / "assets_build/package.json").read_text(encoding="utf-8"))["dependencies"]
    assert BUNDLE.read_text(encoding="utf-8").startswith(f"/* plotly.js v{wanted['plotly.js']} ")
    lock = json.loads((HOME / "assets_build/package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_no_asset_calls_outside(path):
    code = NAMESPACES.sub("", path.read_text(encoding="utf-8"))
    hosts = {found.split("/")[-1] for found in ADDRESS.findall(code)}
    assert hosts <= (KNOWN_IN_BUNDLE if path == BUNDLE else set())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_style_sheets_name_only_files_that_are_there(path):
    for address in re.findall(r"url\(\"?([^\")]+)", path.read_text(encoding="utf-8")):
        assert address.startswith("data:") or (ASSETS / address).is_file()


def test_every_country_is_an_area_or_a_dot():
    areas = {geometry["id"] for geometry in world()["objects"]["countries"]["geometries"]}
    codes = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert codes <= areas | small_states().keys()


def test_small_states_are_on_earth_and_say_where_from():
    states = small_states()
    assert states.pop("_source")
    assert states.keys() >= TINY
    assert all(-90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in states.values())


def test_base_map_has_one_area_a_code_and_every_layer():
    objects = world()["objects"]
    codes = [geometry["id"] for geometry in objects["countries"]["geometries"]]
    assert len(codes) == len(set(codes))
    assert set(objects) == LAYERS


def test_base_map_is_slim_and_names_its_source():
    assert (ASSETS / "topojson/world_50m.json").stat().st_size <= 450_000
    source = (ASSETS / "topojson/SOURCE.md").read_text(encoding="utf-8")
    assert "United Nations Geodata" in source
    assert "do\nnot imply official endorsement" in source


def test_every_icon_has_a_class_and_a_file():
    sheet = (ASSETS / "20-icons.css").read_text(encoding="utf-8")
    assert all(f".icon-{name} " in sheet and (ASSETS / f"icons/{name}.svg").is_file() for name in ICONS)


@pytest.mark.parametrize("notice", [*NOTICES, "icons/tabler.LICENSE.txt"])
def test_licences_stand_beside_what_they_cover(notice):
    assert "copyright" in (ASSETS / notice).read_text(encoding="utf-8").lower()
