// Rebuilds everything in ../assets that comes from a package. See README.md.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { buildBasemap } from "./basemap.mjs";
import { buildFonts } from "./fonts.mjs";
import { buildIcons } from "./icons.mjs";
import { buildLogo } from "./logo.mjs";
import { buildPlotly } from "./plotly.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const assets = path.join(here, "..", "assets");
const steps = { plotly: buildPlotly, basemap: buildBasemap, fonts: buildFonts, icons: buildIcons, logo: buildLogo };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length) throw new Error(`No such step: ${unknown.join(", ")}. Steps: ${Object.keys(steps).join(", ")}`);

mkdirSync(assets, { recursive: true });
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length && !wanted.includes(name)) continue;
  await step(here, assets);
  process.stdout.write(`built ${name}\n`);
}
