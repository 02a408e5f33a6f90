/*
 * The view: asked of the server as one answer, put into the page part by part. What the page holds already is not
 * sent again; charts below the screen are drawn when they come near; lists of choices come when they are opened.
 */
(() => {
  "use strict";

  const CHARTS = window.datelineCharts.map((one) => one.id);
  const LISTS = window.datelineSettings.filter((one) => one.kind === "many").map((one) => one.id);
  const COUNTED = window.datelineSettings.filter((one) => one.counted).map((one) => one.id);
  const HELD = "X-Dateline-Held";
  const NEAR = "300px"; // below the screen
  const held = {}; // part -> the mark of what the page holds
  const waiting = {}; // chart -> the figure that is not drawn yet
  const listed = {}; // list -> the view its choices are of
  let search = ""; // the view that is shown, as the server takes it
  let asking = null; // what can call the question off

  const page = () => document.getElementById("events");
  const element = (name) => document.getElementById(name);

  function searchOf({ query, look }) {
    const told = new URLSearchParams(query);
    if (look) told.set("look", [look.theme, ...window.datelineCharts.filter((one) => one.sized).map((one) => look[one.id])].join(","));
    return `?${told}`;
  }

  const besideZoom = (wanted) => wanted.replace(/(left|right)=[^&]*&?/g, "");

  async function ask(view) {
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    const wanted = searchOf(view);
    if (besideZoom(wanted) !== besideZoom(search)) page().classList.add("stale"); // a zoom repaints the timeline alone
    try {
      const marks = Object.entries(held).map((pair) => pair.join(":")).join(",");
      const answer = await fetch(`view${wanted}`, { headers: { [HELD]: marks }, signal: mine.signal });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const told = await answer.json();
      if (mine !== asking) return;
      search = wanted;
      Object.assign(held, told.marks);
      put(told.parts);
    } catch (error) {
      if (mine !== asking || error.name === "AbortError") return;
      put({ notice: notice() });
      delete held.notice;
    }
    page().classList.remove("stale");
  }

  function notice() {
    const { unreachable, words } = page().dataset;
    const button = ["button", { type: "button", class: "chip", "data-again": "yes" }, [words]];
    return ["div", { class: "notice notice-warning", role: "status" }, [["div", {}, [["strong", {}, [unreachable]], button]]]];
  }

  // --- parts -------------------------------------------------------------------------------------------------------

  function put(parts) {
    if (parts.charts !== undefined) element("charts").className = parts.charts;
    for (const [name, part] of Object.entries(parts)) {
      if (CHARTS.includes(name)) keepFigure(name, part);
      else if (LISTS.includes(name)) keepChosen(name, part);
      else if (COUNTED.includes(name)) window.dash_clientside.set_props(name, { data: part });
      else if (name === "csv") document.querySelectorAll("[data-csv]").forEach((link) => link.setAttribute("href", part));
      else if (name !== "charts" && element(name)) rebuild(element(name), part);
    }
    LISTS.filter((name) => boxOf(name) && boxOf(name).contains(document.activeElement)).forEach(openList);
    document.dispatchEvent(new Event("dateline:shown"));
  }

  /** What had the focus and has a name has it again. */
  function rebuild(place, part) {
    const { name } = (place.contains(document.activeElement) && document.activeElement.dataset) || {};
    place.replaceChildren(window.datelineBuild(part));
    const again = name && [...place.querySelectorAll("[data-name]")].find((one) => one.dataset.name === name);
    if (again) again.focus({ preventScroll: true });
  }

  // --- charts ------------------------------------------------------------------------------------------------------

  const near = new IntersectionObserver(
    (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => draw(one.target.id)),
    { rootMargin: NEAR },
  );
  const resized = new ResizeObserver((seen) => seen.forEach((one) => fit(one.target)));

  /** A figure waits until its place, of its height already, is near the screen. */
  function keepFigure(name, figure) {
    const place = element(name);
    place.style.height = `${figure.layout.height}px`;
    waiting[name] = figure;
    near.unobserve(place); // what is watched anew is told of anew
    if (place.firstElementChild && isSeen(place)) draw(name);
    else near.observe(place);
  }

  function isSeen(place) {
    const { top, bottom } = place.getBoundingClientRect();
    return top < window.innerHeight && bottom > 0;
  }

  function draw(name) {
    const figure = waiting[name];
    if (!figure) return Promise.resolve();
    delete waiting[name];
    const place = element(name);
    near.unobserve(place);
    if (!place.firstElementChild) {
      place.append(document.createElement("div"));
      resized.observe(place);
    }
    const zoom = name === "timeline" || name === "map";
    const config = { displayModeBar: false, showSendToCloud: false, plotlyServerURL: "", scrollZoom: zoom, doubleClick: name === "map" ? "reset" : zoom ? "autosize" : false, showTips: false };
    const layout = { ...figure.layout, autosize: true };
    return window.Plotly.react(place.firstElementChild, figure.data, layout, config).then(() => document.dispatchEvent(new CustomEvent("dateline:drawn", { detail: name })));
  }

  /** Every chart, wherever it stands: for paper and pictures. */
  window.datelineDrawAll = () => Promise.all(Object.keys(waiting).map(draw));

  function fit(place) {
    const graph = place.firstElementChild;
    if (!graph || !graph._fullLayout || !place.clientWidth || graph._fullLayout.width === place.clientWidth) return;
    requestAnimationFrame(() => window.Plotly.Plots.resize(graph));
  }

  // --- lists of choices --------------------------------------------------------------------------------------------

  const boxOf = (name) => document.querySelector(`[data-list="${name}"]`);
  const choices = {}; // list -> what it offers now
  const flat = (offered) => offered.flatMap((one) => one.items || [one]);

  function offer(name, offered) {
    choices[name] = offered;
    window.dash_clientside.set_props(name, { data: offered });
  }

  /** What is chosen must be in its list to be shown by name. */
  function keepChosen(name, chosen) {
    const known = new Set(flat(choices[name] || []).map((one) => one.value));
    if (chosen.every((one) => known.has(one.value))) return;
    delete listed[name];
    offer(name, chosen);
  }

  async function openList(name) {
    if (listed[name] === search) return;
    const wanted = (listed[name] = search);
    try {
      const answer = await fetch(`choices${wanted}&list=${name}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const offered = await answer.json();
      if (listed[name] === wanted) offer(name, offered);
    } catch {
      delete listed[name];
    }
  }

  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const box = event.target instanceof Element && event.target.closest("[data-list]");
      if (box && search) openList(box.dataset.list);
    });
  }

  // --- further rows and cards --------------------------------------------------------------------------------------

  async function grow(button) {
    const { more, from } = button.dataset;
    button.disabled = true;
    try {
      const answer = await fetch(`more${search}&list=${more}&start=${from}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const told = await answer.json();
      const rows = window.datelineBuild(told.rows);
      const first = rows.querySelector("button");
      element(more).append(rows);
      button.replaceWith(window.datelineBuild(told.more));
      if (first) first.focus({ preventScroll: true });
      // What stands there now is no longer what the server knows the page to hold.
      delete held[{ "tray-cards": "tray", "day-rows": "timeline-list", "table-rows": "table" }[more]];
    } catch {
      button.disabled = false;
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-more],[data-again]");
    if (!button) return;
    if (button.dataset.more) grow(button);
    else window.datelineSend({ kind: "again" });
  });

  window.datelineAsk = ask;
  window.datelineSearch = () => search || "?";
})();
