// The world at 1:50m as plotly.js ships it (countries: United Nations Geodata), slimmed to what a world map can show.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { feature, quantize } from "topojson-client";
import { filter, presimplify, quantile, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";

const KEPT_SHARE = 0.3; // of all points, the ones that matter most to the outline
const SMALLEST_ISLAND = 150; // km²; a country's largest ring stays whatever its size
const UNTOUCHED = 6000; // km²; the outline of a smaller country is left as it is
const GRID = 1e4;
const LAYERS = ["countries", "land"]; // plotly.js asks for the others too: they stay, empty
const EARTH_RADIUS = 6371.0088; // km

/** Write topojson/world_50m.json. */
export function buildBasemap(here, assets) {
  const whole = withoutUnusedLayers(loadWorld(path.join(here, "node_modules/plotly.js/dist/plotly-geo-assets.js")));
  const merged = { ...whole, objects: { ...whole.objects, countries: oneFeaturePerCode(whole) } };
  const kept = withoutIslets(merged);
  const weighted = presimplify(kept, sphericalTriangleArea);
  keepSmallOutlines(weighted);
  const slim = quantize(simplify(weighted, quantile(weighted, 1 - KEPT_SHARE)), GRID);
  const folder = path.join(assets, "topojson");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "world_50m.json"), JSON.stringify(slim));
}

/** Read the script in a context of its own: as a script tag it would overwrite the global Plotly. */
function loadWorld(file) {
  const context = {};
  context.self = context;
  context.window = context;
  vm.runInNewContext(readFileSync(file, "utf8"), context);
  return JSON.parse(JSON.stringify(context.Plotly.topojson.world_50m)); // plain values of this context
}

function withoutUnusedLayers(world) {
  const objects = {};
  for (const [name, layer] of Object.entries(world.objects)) {
    objects[name] = LAYERS.includes(name) ? layer : { type: "GeometryCollection", geometries: [] };
  }
  return { ...world, objects };
}

/** plotly.js colours only the first feature of a code, so Portugal would be an island: join the parts. */
function oneFeaturePerCode(world) {
  const parts = new Map();
  for (const geometry of world.objects.countries.geometries) {
    parts.set(geometry.id, [...(parts.get(geometry.id) ?? []), geometry]);
  }
  const geometries = [...parts.values()].map((same) => {
    if (same.length === 1) return same[0];
    const areas = same.map((part) => Math.max(...polygonsOf(part).map(([ring]) => ringArea(world, ring))));
    const main = same[areas.indexOf(Math.max(...areas))];
    return { ...main, type: "MultiPolygon", arcs: same.flatMap(polygonsOf) };
  });
  return { type: "GeometryCollection", geometries };
}

/** Drop small islands no one can see, but of every country keep at least the largest ring. */
function withoutIslets(world) {
  const owners = new Map(); // arc -> how many country rings use it
  for (const ring of ringsOf(world.objects.countries)) for (const arc of new Set(ring.map(absolute))) owners.set(arc, (owners.get(arc) ?? 0) + 1);
  const kept = new Set();
  for (const country of world.objects.countries.geometries) {
    const polygons = polygonsOf(country);
    const largest = largestOf(world, polygons);
    for (const polygon of polygons) {
      const shared = polygon[0].some((arc) => owners.get(absolute(arc)) > 1);
      if (polygon === largest || shared || ringArea(world, polygon[0]) >= SMALLEST_ISLAND) {
        for (const arc of polygon.flat()) kept.add(absolute(arc));
      }
    }
  }
  return filter(world, (ring) => ring.some((arc) => kept.has(absolute(arc))));
}

/** Give every point of a small country's largest ring infinite weight. */
function keepSmallOutlines(world) {
  for (const country of world.objects.countries.geometries) {
    const [ring] = largestOf(world, polygonsOf(country));
    if (ringArea(world, ring) > UNTOUCHED) continue;
    for (const arc of ring) for (const point of world.arcs[absolute(arc)]) point[2] = Infinity;
  }
}

const absolute = (arc) => (arc < 0 ? ~arc : arc);
const polygonsOf = (geometry) => (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs);
const ringsOf = (layer) => layer.geometries.flatMap((geometry) => polygonsOf(geometry).flat());

function largestOf(world, polygons) {
  const areas = polygons.map(([ring]) => ringArea(world, ring));
  return polygons[areas.indexOf(Math.max(...areas))];
}

/** Area of a ring of arcs in km². */
function ringArea(world, ring) {
  const { coordinates } = feature(world, { type: "Polygon", arcs: [ring] }).geometry;
  const area = sphericalRingArea(coordinates[0], false);
  return Math.min(area, 4 * Math.PI - area) * EARTH_RADIUS ** 2; // whichever way round it was drawn
}
