// Tabler outline icons as CSS masks, so that an icon takes the colour of the words beside it.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// class on the page -> file in the package
const ICONS = {
  "alert-triangle": "alert-triangle",
  adjustments: "adjustments",
  building: "building",
  calendar: "calendar",
  "chevron-down": "chevron-down",
  "chevron-left": "chevron-left",
  "chevron-right": "chevron-right",
  "chevron-up": "chevron-up",
  clock: "clock",
  csv: "file-type-csv",
  download: "download",
  "external-link": "external-link",
  file: "file-text",
  filter: "filter",
  info: "info-circle",
  link: "link",
  "map-pin": "map-pin",
  moon: "moon",
  photo: "photo",
  pin: "pin",
  printer: "printer",
  quote: "quote",
  refresh: "refresh",
  search: "search",
  sun: "sun",
  tags: "tags",
  users: "users",
  world: "world",
  x: "x",
};

/** Write icons/<class>.svg and one style rule an icon. */
export function buildIcons(here, assets) {
  const source = path.join(here, "node_modules/@tabler/icons");
  const folder = path.join(assets, "icons");
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(source, "LICENSE"), path.join(folder, "tabler.LICENSE.txt"));
  const rules = Object.entries(ICONS).map(([name, file]) => {
    const svg = tidy(readFileSync(path.join(source, "icons/outline", `${file}.svg`), "utf8"));
    writeFileSync(path.join(folder, `${name}.svg`), `${svg}\n`);
    return `.icon-${name} { --icon: url("${dataUrl(svg)}"); }\n`;
  });
  writeFileSync(path.join(assets, "20-icons.css"), `${HEAD}${rules.join("")}`);
}

// Inside the style sheet instead of one file each: no flash of missing icons, one request instead of a score.
const HEAD = `/* Built by assets_build/icons.mjs. Tabler Icons, MIT (icons/tabler.LICENSE.txt). <span class="icon icon-link" aria-hidden="true"> */
.icon {
  display: inline-block;
  flex: none;
  width: 1.25em;
  height: 1.25em;
  vertical-align: -0.25em;
  background: currentColor;
  -webkit-mask: var(--icon) center / contain no-repeat;
  mask: var(--icon) center / contain no-repeat;
}
@media (forced-colors: active) {
  .icon { background: CanvasText; forced-color-adjust: none; }
}
@media print {
  .icon { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

const tidy = (svg) =>
  svg
    .replace(/\s+class="[^"]*"/, "")
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "")
    .replace(/\s+/g, " ")
    .replace(/> </g, "><")
    .replace(/ ?\/>/g, "/>")
    .replace(/ >/g, ">")
    .trim();

const dataUrl = (svg) => `data:image/svg+xml,${svg.replaceAll('"', "'").replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("#", "%23")}`;
