// Inter for everything, Source Serif 4 for headlines: variable weight, only the scripts our names are written in.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const FACES = [
  { family: "Inter", pack: "inter", weights: "100 900" },
  { family: "Source Serif 4", pack: "source-serif-4", weights: "200 900" },
];
const SUBSETS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext"];

/** Copy the font files with their licences and write the style sheet that names them. */
export function buildFonts(here, assets) {
  const require = createRequire(path.join(here, "build.mjs"));
  const folder = path.join(assets, "fonts");
  mkdirSync(folder, { recursive: true });
  const rules = [];
  for (const { family, pack, weights } of FACES) {
    const source = path.join(here, "node_modules/@fontsource-variable", pack);
    const ranges = require(path.join(source, "unicode.json"));
    copyFileSync(path.join(source, "LICENSE"), path.join(folder, `${pack}.OFL.txt`));
    for (const subset of SUBSETS) {
      const file = `${pack}-${subset}-wght-normal.woff2`;
      copyFileSync(path.join(source, "files", file), path.join(folder, file));
      rules.push(
        `@font-face {\n  font-family: "${family}";\n  font-style: normal;\n  font-weight: ${weights};\n  font-display: swap;\n` +
          `  src: url("fonts/${file}") format("woff2");\n  unicode-range: ${ranges[subset].replaceAll(",", ", ")};\n}\n`,
      );
    }
  }
  const head = "/* Built by assets_build/fonts.mjs. Inter and Source Serif 4, SIL Open Font License 1.1 (fonts/*.OFL.txt). */\n";
  writeFileSync(path.join(assets, "10-fonts.css"), `${head}${rules.join("\n")}`);
}
