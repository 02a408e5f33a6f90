/*
 * A chart as a picture that can stand alone: title above, caption below, fonts inside.
 *
 *   window.datelinePicture("timeline", {
 *     title: "Timeline",
 *     caption_lines: ["Organization: SCO", "1 Jan 2020 – 31 Dec 2024", "214 events from 96 documents"],
 *     filename: "dateline-timeline",
 *     theme: "light",             // or "dark", or {card, ink, muted, line}
 *     download: true,             // false: only resolve
 *   }).then((dataUrl) => …)       // a PNG at twice the size on the page
 *
 * A chart drawn to a canvas loses web fonts, because an SVG image may load nothing. So the chart becomes SVG first,
 * the font files its words need are put inside, and only then is it drawn.
 */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const SCALE = 2;
  const SMALLEST_WIDTH = 480;
  const MARGIN = 24;
  const BELOW_TITLE = 16;
  const TURNS = 20; // looks for late words, PAUSE ms apart
  const PAUSE = 50;
  const TITLE = { size: 22, line: 30, weight: 600, family: '"Source Serif 4", Georgia, serif' };
  const CAPTION = { size: 12.5, line: 19, weight: 400, family: "Inter, system-ui, sans-serif" };
  const THEMES = {
    light: { card: "#ffffff", ink: "#1b2433", muted: "#566173", line: "#e3e7ed" },
    dark: { card: "#171c26", ink: "#e8ecf3", muted: "#a3aebf", line: "#2d3545" },
  };
  const fontFiles = new Map(); // address -> promise of a data URL

  /** Draw the graph with its words as one PNG, offer it as a download, resolve to its data URL. */
  async function datelinePicture(graphDivId, wanted) {
    const { title = "", caption_lines: lines = [], filename = "dateline", theme = "light", download = true } = wanted || {};
    const graph = findGraph(graphDivId);
    const colours = typeof theme === "string" ? THEMES[theme] || THEMES.light : { ...THEMES.light, ...theme };
    await fontsReady(title, lines);
    const width = Math.round(Math.max(graph.offsetWidth || graph._fullLayout.width, SMALLEST_WIDTH));
    const height = Math.round(graph._fullLayout.height);
    const chart = await window.Plotly.toImage(graph, { format: "svg", width, height, imageDataOnly: true });
    const page = composePage(chart, { width, height, title, lines, colours });
    await embedFonts(page.svg);
    const canvas = await drawPage(page);
    if (download) await savePicture(canvas, `${filename.replace(/\.png$/i, "")}.png`);
    return canvas.toDataURL("image/png");
  }

  function findGraph(graphDivId) {
    const outer = typeof graphDivId === "string" ? document.getElementById(graphDivId) : graphDivId;
    const graph = outer && (outer._fullLayout ? outer : outer.querySelector(".js-plotly-plot"));
    if (!graph || !graph._fullLayout) throw new Error(`No chart is drawn in #${graphDivId}`);
    return graph;
  }

  /** Words are measured below; before its font has arrived a word has the wrong width. */
  function fontsReady(title, lines) {
    const asked = [document.fonts.load(fontOf(TITLE), title || " "), document.fonts.load(fontOf(CAPTION), lines.join(" ") || " ")];
    return Promise.all(asked).catch(() => undefined); // a missing font is no reason to refuse the picture
  }

  const fontOf = (style) => `${style.weight} ${style.size}px ${style.family}`;

  /** One SVG: card, title, chart, rule, caption. Words enter as text nodes, never as markup. */
  function composePage(chart, { width, height, title, lines, colours }) {
    const whole = width + 2 * MARGIN; // the chart's own labels reach its edges: they get the margin of the words
    const room = whole - 2 * MARGIN;
    const titles = wrapText(title, TITLE, room);
    const captions = lines.map(withoutHost).filter(Boolean).flatMap((line) => wrapText(line, CAPTION, room));
    const top = titles.length ? MARGIN + titles.length * TITLE.line + BELOW_TITLE : MARGIN;
    const foot = captions.length ? captions.length * CAPTION.line + MARGIN + 14 : 0;
    const total = top + height + foot;
    const svg = element("svg", { width: whole, height: total, viewBox: `0 0 ${whole} ${total}` });
    svg.append(element("rect", { width: whole, height: total, fill: colours.card }));
    titles.forEach((line, row) => svg.append(textAt(line, TITLE, MARGIN + row * TITLE.line + TITLE.size, colours.ink)));
    const drawing = new DOMParser().parseFromString(chart, "image/svg+xml").documentElement;
    if (drawing.localName !== "svg") throw new Error("The chart could not be turned into a picture");
    drawing.setAttribute("x", MARGIN);
    drawing.setAttribute("y", top);
    svg.append(halo(colours), document.importNode(drawing, true));
    const bands = titles.length ? [[0, top]] : []; // stripes that hold nothing but words
    if (captions.length) {
      const from = top + height + 6;
      bands.push([from + 6, total]);
      svg.append(element("line", { x1: MARGIN, x2: whole - MARGIN, y1: from, y2: from, stroke: colours.line }));
      captions.forEach((line, row) => svg.append(textAt(line, CAPTION, from + 8 + (row + 1) * CAPTION.line - 4, colours.muted)));
    }
    return { svg, width: whole, height: total, bands };
  }

  /** Style sheets of the page do not reach into a picture: labels over marks keep their halo by this rule. */
  function halo(colours) {
    const style = element("style", {});
    style.textContent = `.textpoint text{paint-order:stroke;stroke:${colours.card};stroke-width:3.5px;stroke-linejoin:round}`;
    return style;
  }

  /** An address is told by its path and query: the host is the reader's own machine, or changes. */
  function withoutHost(line) {
    const { origin } = window.location;
    if (!line.startsWith(origin)) return line;
    return window.location.search ? decodeURI(line.slice(origin.length)) : "";
  }

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function textAt(words, style, y, fill) {
    const made = element("text", { x: MARGIN, y, fill, "font-family": style.family, "font-size": style.size, "font-weight": style.weight });
    made.textContent = words;
    return made;
  }

  /** Break a line into lines no wider than the room; a word wider than that (an address) is cut. */
  function wrapText(text, style, room) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = fontOf(style);
    const fits = (words) => pen.measureText(words).width <= room;
    const wrapped = [];
    let line = "";
    for (let word of String(text).split(/\s+/).filter(Boolean)) {
      if (line && fits(`${line} ${word}`)) {
        line = `${line} ${word}`;
        continue;
      }
      if (line) wrapped.push(line);
      while (!fits(word)) {
        const letters = Array.from(word);
        let kept = letters.length - 1;
        while (kept > 1 && !fits(letters.slice(0, kept).join(""))) kept -= 1;
        if (kept < 1) break;
        wrapped.push(letters.slice(0, kept).join(""));
        word = letters.slice(kept).join("");
      }
      line = word;
    }
    if (line) wrapped.push(line);
    return wrapped;
  }

  /** Put into the SVG the @font-face rules of the page whose family and letters it uses, files included. */
  async function embedFonts(svg) {
    const drawn = new XMLSerializer().serializeToString(svg);
    const letters = new Set(Array.from(svg.textContent, (letter) => letter.codePointAt(0)));
    const needed = fontRules().filter(({ family, ranges }) => drawn.includes(family) && coversAny(ranges, letters));
    const rules = await Promise.all(needed.map(async ({ rule, family, address }) => {
      const data = await (fontFiles.get(address) || loadFont(address));
      const weight = rule.style.getPropertyValue("font-weight") || "400";
      const range = rule.style.getPropertyValue("unicode-range") || "U+0-10FFFF";
      return data && `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2");unicode-range:${range}}`;
    }));
    const style = element("style", {});
    style.textContent = rules.filter(Boolean).join("\n");
    svg.prepend(style);
  }

  function fontRules() {
    const found = [];
    for (const sheet of document.styleSheets) {
      let rules = [];
      try {
        rules = Array.from(sheet.cssRules);
      } catch {
        continue; // not ours to read
      }
      for (const rule of rules) {
        if (!(rule instanceof CSSFontFaceRule)) continue;
        const address = /url\(\s*["']?([^"')]+)/.exec(rule.style.getPropertyValue("src"));
        if (!address) continue;
        const family = rule.style.getPropertyValue("font-family").replace(/["']/g, "").trim();
        found.push({ rule, family, address: new URL(address[1], sheet.href || document.baseURI).href, ranges: rangesOf(rule) });
      }
    }
    return found;
  }

  function rangesOf(rule) {
    const written = rule.style.getPropertyValue("unicode-range");
    return written.split(",").filter(Boolean).map((part) => {
      const [from, to] = part.trim().replace(/^u\+/i, "").split("-");
      return [parseInt(from.replace(/\?/g, "0"), 16), parseInt((to || from).replace(/\?/g, "f"), 16)];
    });
  }

  const coversAny = (ranges, letters) =>
    !ranges.length || [...letters].some((letter) => ranges.some(([from, to]) => letter >= from && letter <= to));

  function loadFont(address) {
    const loading = fetch(address)
      .then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(address))))
      .then(dataUrlOf)
      .catch(() => {
        fontFiles.delete(address); // try again with the next picture
        return null;
      });
    fontFiles.set(address, loading);
    return loading;
  }

  function dataUrlOf(blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
  }

  async function drawPage({ svg, width, height, bands }) {
    const words = new XMLSerializer().serializeToString(svg);
    const address = URL.createObjectURL(new Blob([words], { type: "image/svg+xml;charset=utf-8" }));
    try {
      const picture = await loadPicture(address);
      const canvas = document.createElement("canvas");
      canvas.width = width * SCALE;
      canvas.height = height * SCALE;
      const pen = canvas.getContext("2d", { willReadFrequently: true });
      for (let turn = 0; turn < TURNS; turn += 1) {
        if (turn) await new Promise((resolve) => setTimeout(resolve, PAUSE));
        pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
        if (bands.every((band) => hasInk(pen, canvas.width, band))) break;
      }
      return canvas;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  /** The load event, not decode(): decode() does not wait for the fonts inside, and words would be missing. */
  function loadPicture(address) {
    return new Promise((resolve, reject) => {
      const picture = new Image();
      picture.onload = () => resolve(picture);
      picture.onerror = () => reject(new Error("The picture could not be drawn"));
      picture.src = address;
    });
  }

  /** Does anything but the card show here? A browser that is late with a font draws its words as nothing. */
  function hasInk(pen, width, [from, to]) {
    const { data } = pen.getImageData(0, from * SCALE, width, Math.max(1, (to - from) * SCALE));
    const pixels = new Uint32Array(data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  }

  async function savePicture(canvas, name) {
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(blob);
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000); // the browser needs a moment to take it
  }

  // On paper the view says where it can be found again.
  window.addEventListener("beforeprint", () => {
    const line = document.getElementById("printed-address");
    if (line) line.textContent = withoutHost(window.location.href);
  });

  window.datelinePicture = datelinePicture;
})();
