// One small plotly.js instead of the stock one: a third of the size, and nothing in it asks for eval.
import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const OUTFILE = "00-plotly.min.js";
const NOTICES = "00-plotly.licenses.txt";

/** Bundle the chart types of plotly_entry.cjs as the global `Plotly`. */
export async function buildPlotly(here, assets) {
  const { version } = readJson(path.join(here, "node_modules/plotly.js/package.json"));
  const result = await build({
    absWorkingDir: here,
    entryPoints: ["plotly_entry.cjs"],
    outfile: path.join(assets, OUTFILE),
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "Plotly",
    target: "es2019",
    charset: "utf8",
    define: { global: "window", "define.amd": "false", "process.env.NODE_DEBUG": "false" },
    alias: { stream: "stream-browserify" },
    loader: { ".css": "empty" }, // of a map engine that is not in the bundle
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    banner: { js: `/* plotly.js v${version} (MIT), a bundle of scatter, bar, heatmap, choropleth and scattergeo. Notices: ${NOTICES} */` },
    // Dash and the exported page look for the global on window; a module loader must not swallow it.
    footer: { js: "window.Plotly=Plotly;" },
  });
  writeFileSync(path.join(assets, NOTICES), noticesOf(here, Object.keys(result.metafile.inputs)));
}

/** The licence text of every package that ended up in the bundle. */
function noticesOf(here, inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
    if (found) folders.add(found[1]);
  }
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = readJson(path.join(here, folder, "package.json"));
    return `${name} ${version} (${license})\n\n${licenceOf(path.join(here, folder))}`;
  });
  return `Packages inside ${OUTFILE}\n\n${notices.join(`\n\n${"-".repeat(79)}\n\n`)}\n`;
}

function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^(un)?licen[cs]e/i.test(name));
  if (file) return readFileSync(path.join(folder, file), "utf8").replace(/\r/g, "").trim();
  const readme = ["README.md", "readme.md", "Readme.md"].map((name) => path.join(folder, name)).find(existsSync);
  const section = readme && readFileSync(readme, "utf8").match(/^#+\s*licen[cs]e[^\n]*\n([\s\S]*?)(?=^#|$(?![\s\S]))/im);
  return section ? section[1].trim() : "No licence file in the package; the licence is the one named above.";
}

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
