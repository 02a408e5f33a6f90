/*
 * The sheet on which a chart is saved, cited and embedded. Its fields are the settings of a file's address
 * (`publish/files.py`); what is seen is that file, and it is what is saved, copied and linked to.
 */
(() => {
  "use strict";

  const CHARTS = ["timeline", "map", "topics"];
  const PLAIN = { chart: "timeline", form: "png", scale: "2", preset: "page", cite: "long" };
  const WAIT = 250; // ms after a letter of a title
  const FRAME = 600; // pixels: about how high a frame is before it has told
  const chosen = { ...PLAIN };
  const own = []; // labels at events: {id, words}
  let asking = null;
  let citations = {};

  const sheet = () => document.getElementById("sheet");
  const find = (selector) => sheet().querySelector(selector);
  const theme = () => document.documentElement.getAttribute("data-mantine-color-scheme") || "light";
  const graphOf = (name) => document.querySelector(`#${name} .js-plotly-plot`);

  // --- addresses ---------------------------------------------------------------------------------------------------

  /** The view's own settings, without the open event. */
  function viewOf() {
    const query = new URLSearchParams(window.location.search);
    query.delete("event");
    return query;
  }

  /** What the page shows of a chart and no address holds: its width, and of a map that was moved its frame. */
  function shownOf(chart) {
    const graph = graphOf(chart);
    const shown = {};
    const box = document.getElementById(`${chart}-box`);
    if (chosen.preset === "page" && box && box.clientWidth) shown.width = String(Math.floor(box.clientWidth / 4) * 4);
    const geo = chart === "map" && graph && graph.layout && graph.layout.geo;
    if (geo && geo.center) shown.frame = [geo.projection.scale || 1, geo.center.lon, geo.center.lat].map((one) => Number(one).toFixed(2)).join(",");
    return shown;
  }

  function settings(form) {
    const query = viewOf();
    const looks = { ...shownOf(chosen.chart), theme: chosen.theme === "dark" ? "dark" : "", preset: chosen.preset === "page" ? "" : chosen.preset };
    const told = { ...looks, clear: chosen.clear ? "1" : "", scale: form === "png" ? chosen.scale : "", title: chosen.title, note: chosen.note };
    Object.entries(told).forEach(([name, text]) => text && query.set(name, text));
    if (chosen.chart === "timeline") own.forEach(({ id, words }) => query.append("label", `${id} ${words}`));
    return query;
  }

  const asked = (path, query) => (query.toString() ? `${path}?${query}` : path);
  const fileOf = (form) => asked(`${chosen.chart}.${form}`, settings(form));
  const absolute = (path) => new URL(path, sheet().dataset.address || window.location.origin + window.location.pathname).href;

  /** A frame, and the lines that fit its height; the host page may hold several. */
  function snippet() {
    const query = viewOf();
    if (chosen.theme === "dark") query.set("theme", "dark");
    if (chosen.title) query.set("title", chosen.title);
    if (chosen.note) query.set("note", chosen.note);
    if (chosen.chart === "timeline") own.forEach(({ id, words }) => query.append("label", `${id} ${words}`));
    const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
    const title = quoted(chosen.title || document.getElementById("headline").textContent);
    return [
      `<iframe src="${quoted(absolute(asked(`embed/${chosen.chart}`, query)))}" title="${title}" width="100%" height="${FRAME}" loading="lazy" style="border:0"></iframe>`,
      "<script>addEventListener('message', (told) => document.querySelectorAll('iframe').forEach((frame) => { if (frame.contentWindow === told.source && told.data.datelineHeight) frame.height = told.data.datelineHeight; }));</script>",
    ].join("\n");
  }

  // --- what is seen --------------------------------------------------------------------------------------------------

  function mark() {
    sheet().querySelectorAll("input[type=radio]").forEach((one) => (one.checked = chosen[one.dataset.setting] === one.value));
    sheet().querySelectorAll("select[data-setting]").forEach((one) => (one.value = chosen[one.dataset.setting]));
    find(".sheet-scale").disabled = chosen.form !== "png";
    find(".sheet-own").hidden = chosen.chart !== "timeline";
    const save = find("[data-sheet-save]");
    save.textContent = `${sheet().dataset.save} ${chosen.form.toUpperCase()}`;
    save.setAttribute("href", fileOf(chosen.form));
    sheet().querySelectorAll("[data-file]").forEach((link) => link.setAttribute("href", asked(link.dataset.file, viewOf())));
    find("#sheet-cite").textContent = citations[chosen.cite] || "";
    if (find("#sheet-embed")) find("#sheet-embed").textContent = snippet();
    list();
  }

  const tell = (words) => (find("#sheet-told").textContent = words);

  /** The drawing is asked for and shown; what cannot be drawn is told in the server's words. */
  async function draw() {
    mark();
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    tell(sheet().dataset.drawing);
    try {
      const answer = await fetch(fileOf("svg"), { signal: mine.signal });
      const picture = find("#sheet-picture");
      if (!answer.ok) {
        picture.hidden = true;
        return tell((await answer.text()).trim());
      }
      const drawing = await answer.blob();
      if (mine !== asking) return undefined;
      if (picture.src) URL.revokeObjectURL(picture.src);
      picture.src = URL.createObjectURL(drawing);
      picture.hidden = false;
      await picture.decode().catch(() => undefined);
      picture.parentElement.classList.toggle("clear", Boolean(chosen.clear));
      const scale = chosen.form === "png" ? Number(chosen.scale) : 1;
      tell(`${picture.naturalWidth * scale} × ${picture.naturalHeight * scale}`);
    } catch (error) {
      if (error.name !== "AbortError") tell(sheet().dataset.failed);
    }
    return undefined;
  }

  let waiting = 0;
  function drawSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(draw, WAIT);
  }

  async function cite() {
    const answer = await fetch(asked("events.cite.json", viewOf())).catch(() => null);
    if (!answer || !answer.ok) return;
    const told = await answer.json();
    citations = { ...told, csl: JSON.stringify(told.csl, null, 2) };
    mark();
  }

  // --- labels at events ----------------------------------------------------------------------------------------------

  /** The events that have a mark, by what they are called. */
  function events() {
    const graph = graphOf("timeline");
    const marks = graph && graph.data && graph.data.find((one) => one.name === "events");
    const found = new Map();
    (marks ? marks.customdata : []).forEach(([id, title, when]) => found.set(id, `${title} (${when})`));
    return found;
  }

  function offer() {
    const options = [...events()].sort((one, other) => one[1].localeCompare(other[1])).map(([id, words]) => new Option(words, id));
    find("#sheet-event").replaceChildren(...options);
  }

  function list() {
    const names = events();
    const rows = own.map(({ id, words }, place) => {
      const row = document.createElement("li");
      const told = document.createElement("span");
      told.textContent = `${words}: ${names.get(id) || id}`;
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "sheet-item", textContent: "×" });
      button.dataset.sheetDrop = place;
      button.setAttribute("aria-label", `${sheet().dataset.removeWords}: ${words}`);
      row.append(told, button);
      return row;
    });
    find("#sheet-labels").replaceChildren(...rows);
  }

  function label() {
    const [event, field] = [find("#sheet-event"), find("#sheet-label")];
    const words = field.value.trim();
    if (!event.value || !words) return field.focus();
    const before = own.findIndex((one) => one.id === event.value);
    own.splice(before < 0 ? own.length : before, before < 0 ? 0 : 1, { id: event.value, words });
    field.value = "";
    return draw();
  }

  // --- what is done with it ------------------------------------------------------------------------------------------

  async function copyImage(button) {
    if (!window.ClipboardItem || !navigator.clipboard || !navigator.clipboard.write) return tell(sheet().dataset.cannot);
    try {
      const picture = fetch(fileOf("png")).then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(`${answer.status}`))));
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    } catch {
      return tell(sheet().dataset.cannot);
    }
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1400);
    return undefined;
  }

  const COPIES = {
    figure: () => absolute(fileOf(chosen.form)),
    view: () => absolute(asked("", viewOf()) || "."),
    cite: () => find("#sheet-cite").textContent,
    embed: () => find("#sheet-embed").textContent,
  };

  /** The sheets are fetched when one is opened first: who never does is not made to wait for them. */
  async function fetched() {
    if (sheet()) return true;
    const answer = await fetch("sheets").catch(() => null);
    if (!answer || !answer.ok) return false;
    const built = window.datelineBuild(await answer.json());
    if (!sheet()) document.body.append(built);
    return true;
  }

  window.datelineSheets = fetched;

  async function open(chart) {
    if (!(await fetched())) return;
    Object.assign(chosen, { chart, theme: theme() });
    sheet().showModal();
    await window.datelineDrawAll(); // what is far down the page has its width and its marks only once it is drawn
    const names = events();
    own.splice(0, own.length, ...own.filter(({ id }) => names.has(id)));
    offer();
    draw();
    cite();
  }

  document.addEventListener("click", (event) => {
    if (sheet() && event.target === sheet()) return sheet().close(); // beside it
    const button = event.target.closest("[data-share],#sheet [data-close],[data-sheet-copy],[data-sheet-add],[data-sheet-drop]");
    if (!button) return undefined;
    const { share, close, sheetCopy, sheetAdd, sheetDrop } = button.dataset;
    if (share && CHARTS.includes(share)) return open(share);
    if (close !== undefined) return sheet().close();
    if (sheetCopy === "image") return copyImage(button);
    if (sheetCopy) return window.datelineCopy(COPIES[sheetCopy](), button);
    if (sheetAdd !== undefined) return label();
    own.splice(Number(sheetDrop), 1);
    return draw();
  });

  document.addEventListener("input", (event) => {
    const { setting } = event.target.dataset || {};
    if (!setting || !sheet() || !sheet().contains(event.target)) return;
    chosen[setting] = event.target.type === "checkbox" ? event.target.checked : event.target.value.trim();
    if (event.target.type === "text") drawSoon();
    else if (setting === "cite") mark();
    else draw();
  });
})();
