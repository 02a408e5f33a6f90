/*
 * What charts need and plotly lacks: the page's theme and width told to the server, a tooltip in the page's own
 * letters, clicks on labels, and the keyboard.
 */
(() => {
  "use strict";

  const CHARTS = window.datelineCharts.map((one) => one.id);
  const SIZED = window.datelineCharts.filter((one) => one.sized).map((one) => one.id);
  const state = { theme: "", ...Object.fromEntries(SIZED.map((name) => [name, 0])) };

  // --- theme and width -----------------------------------------------------------------------------------------

  const theme = () => document.documentElement.getAttribute("data-mantine-color-scheme") || "light";
  const widthOf = (name) => {
    const box = document.getElementById(`${name}-box`);
    return box && box.clientWidth ? Math.floor(box.clientWidth / 4) * 4 : 0;
  };

  function tell() {
    if (!document.getElementById("timeline-box") || !window.dash_clientside.set_props) return;
    const hidden = !widthOf("timeline"); // words stand in place of the charts: the last widths hold
    const found = { theme: theme() };
    SIZED.forEach((name) => (found[name] = hidden ? state[name] || guess(name) : widthOf(name)));
    if (Object.keys(state).every((name) => state[name] === found[name])) return;
    Object.assign(state, found);
    window.dash_clientside.set_props("ambience", { data: { ...state } });
  }

  function guess(name) {
    const room = Math.min(document.documentElement.clientWidth, 1800) - (document.documentElement.clientWidth >= 992 ? 272 : 0) - 80;
    return Math.max(280, Math.floor(name === "timeline" || room < 700 ? room : room / 2));
  }

  let waiting = 0;
  function tellSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 60);
  }

  // --- the tooltip: words are set as text, never as markup -------------------------------------------------------

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");

  function showTip(told, x, y) {
    tip.replaceChildren();
    told.slice(1).filter((line) => line && !/^\d{9,}/.test(line)).forEach((line, place) => {
      const row = document.createElement(place ? "span" : "strong");
      row.textContent = line;
      tip.append(row);
    });
    tip.classList.add("shown");
    const room = document.documentElement.clientWidth;
    const left = Math.min(Math.max(8, x + 14), room - tip.offsetWidth - 8);
    const top = y + 18 + tip.offsetHeight > window.innerHeight ? y - tip.offsetHeight - 14 : y + 18;
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(8, top))}px)`;
  }

  const hideTip = () => tip.classList.remove("shown");

  // --- labels of the timeline can be pointed at ------------------------------------------------------------------

  function labelAt(graph, x, y) {
    const trace = graph.data && graph.data.findIndex((one) => one.name === "labels");
    if (trace === undefined || trace < 0) return null;
    const words = graph.querySelectorAll(".scatterlayer .trace .textpoint text");
    for (let place = 0; place < words.length; place += 1) {
      const box = words[place].getBoundingClientRect();
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return graph.data[trace].customdata[place] || null;
    }
    return null;
  }

  function watchLabels(graph) {
    let pressed = null;
    graph.addEventListener("mousedown", (event) => (pressed = [event.clientX, event.clientY]), true);
    graph.addEventListener("mousemove", (event) => {
      const told = labelAt(graph, event.clientX, event.clientY);
      graph.classList.toggle("over-label", Boolean(told));
      if (told) showTip(told, event.clientX, event.clientY);
      else if (!graph.dataset.hovered) hideTip();
    });
    graph.addEventListener("mouseleave", hideTip);
    graph.addEventListener("click", (event) => {
      if (pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 4) return; // a drag
      const told = labelAt(graph, event.clientX, event.clientY);
      if (told && told[0]) window.datelineSend({ kind: "event", value: told[0] });
    }, true);
  }

  // --- the keyboard ----------------------------------------------------------------------------------------------

  /** As the button beside the overview does it. */
  function showWhole() {
    const button = document.querySelector("#periods [data-set]");
    if (button) window.datelineSend({ kind: "set", name: button.dataset.set, value: button.dataset.value });
  }

  function watchKeys(box, graph) {
    box.addEventListener("keydown", (event) => {
      if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return;
      const axis = graph._fullLayout && graph._fullLayout.xaxis;
      if (!axis) return;
      const [from, to] = axis.range.map((end) => axis.d2l(end));
      const span = to - from;
      const moves = {
        ArrowLeft: [from - span / 5, to - span / 5],
        ArrowRight: [from + span / 5, to + span / 5],
        "+": [from + span / 5, to - span / 5],
        "=": [from + span / 5, to - span / 5],
        "-": [from - span / 3, to + span / 3],
      };
      if (event.key === "Home") showWhole();
      else if (moves[event.key]) window.Plotly.relayout(graph, { "xaxis.range[0]": axis.l2d ? axis.l2d(moves[event.key][0]) : moves[event.key][0], "xaxis.range[1]": axis.l2d ? axis.l2d(moves[event.key][1]) : moves[event.key][1] });
      else return;
      event.preventDefault();
    });
  }

  /** Turning the wheel scrolls the page; with Ctrl (or ⌘), or once the chart has the focus, it zooms. */
  function tameWheel(box) {
    box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !box.matches(":focus-within")) event.stopPropagation();
    }, { capture: true, passive: true });
  }

  // --- the brush ---------------------------------------------------------------------------------------------------

  /** Drawing the chosen period anew is told as a selection too: only one that a hand has made counts. */
  function watchBrush(graph) {
    let byHand = false;
    graph.addEventListener("pointerdown", () => (byHand = true), true);
    graph.addEventListener("mousedown", () => (byHand = true), true);
    window.addEventListener("pointerup", () => setTimeout(() => (byHand = false), 150), true);
    graph.on("plotly_selected", (data) => {
      const range = data && data.range && data.range.x;
      if (!range || !byHand) return;
      byHand = false;
      window.datelineSend({ kind: "period", value: [range[0], range[1]] });
    });
  }

  // --- finding the charts once they are drawn --------------------------------------------------------------------

  // Not by way of Dash: it hands on no custom data of heatmaps.
  const CLICKS = {
    timeline: ([event, , , from, to]) =>
      window.datelineSend(event ? { kind: "event", value: event } : { kind: "window", value: [Number(from), Number(to)] }),
    map: ([code]) => code && window.datelineSend({ kind: "toggle", name: "country", value: code }),
    topics: ([topic]) => topic && window.datelineSend({ kind: "toggle", name: "topic", value: topic }),
  };
  const graphOf = (name) => document.querySelector(`#${name} .js-plotly-plot`);

  /** What a point of a chart tells: its own words, or those its place among rows and columns gives. */
  function told(name, graph, point) {
    const trace = point.data || graph.data[point.curveNumber];
    const { rows = [], columns = [] } = graph.layout.meta || {};
    if (point.customdata) return point.customdata;
    const [row, column] = point.pointIndex || point.pointNumber || [];
    if (trace.name === "density") return ["", shares(point.z), columns[column] || "", trace.x[column], trace.x[column + 1]];
    return rows[row] ? [...rows[row], columns[column] || "", trace.name === "topics" ? shares(point.z) : counted(0)] : null;
  }

  /** What the view counts, one of it or more. */
  function noun(number) {
    const count = new URLSearchParams(window.location.search).get("count");
    return `${{ reports: "report", sources: "source" }[count] || "event"}${number === 1 ? "" : "s"}`;
  }

  const counted = (number) => `${number.toLocaleString("en")} ${noun(number)}`;

  /** A count that may hold shares of uncertain dates. */
  function shares(number) {
    if (Math.abs(number - Math.round(number)) < 0.005) return counted(Math.round(number));
    return number < 0.05 ? "a small share of an uncertain date" : `${number.toFixed(1)} ${noun(2)}, counting shares of uncertain dates`;
  }

  /** A click on the title of a lane changes the setting of what lanes stand for. */
  function clickLane(data) {
    const key = data.annotation.name;
    const lanes = new URLSearchParams(window.location.search).get("lanes") || "organization";
    if (key && key !== "…") window.datelineSend({ kind: "toggle", name: window.datelineSettings.find((one) => one.id === lanes).name, value: key });
  }

  /** Panning and zooming change what the timeline shows, nothing else. */
  function tellWindow(change) {
    const range = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
    if (change["xaxis.autorange"]) window.datelineSend({ kind: "window", value: null });
    else if (range[0] !== undefined && range[1] !== undefined) window.datelineSend({ kind: "window", value: range });
  }

  const known = new WeakSet();

  function attach(name) {
    const graph = graphOf(name);
    if (known.has(graph)) return;
    known.add(graph);
    graph.on("plotly_hover", (data) => {
      const lines = data.points && data.points[0] && told(name, graph, data.points[0]);
      if (!lines || !data.event) return;
      graph.dataset.hovered = "yes";
      showTip(lines, data.event.clientX, data.event.clientY);
    });
    graph.on("plotly_unhover", () => {
      delete graph.dataset.hovered;
      hideTip();
    });
    graph.on("plotly_click", (data) => {
      const lines = data.points && data.points[0] && told(name, graph, data.points[0]);
      if (lines && CLICKS[name]) CLICKS[name](lines);
    });
    if (name === "timeline" || name === "map") tameWheel(document.getElementById(`${name}-box`));
    if (name === "timeline") {
      watchLabels(graph);
      watchKeys(document.getElementById("timeline-box"), graph);
      graph.on("plotly_clickannotation", clickLane);
      graph.on("plotly_relayout", tellWindow);
      window.datelineAxis(graph);
    }
    if (name === "overview") {
      watchBrush(graph);
      graph.on("plotly_doubleclick", showWhole);
    }
  }

  window.datelineDrawn = attach;

  // --- buttons ---------------------------------------------------------------------------------------------------

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1400);
  }

  window.datelineCopy = copy;

  /** The view's address, without what has no bearing on the picture. */
  function addressOf(picture) {
    const names = new URLSearchParams(window.location.search);
    const without = ["event", ...(picture === "timeline" ? [] : ["lanes", "span"]), ...(picture === "map" || names.has("country") ? [] : ["layer"])];
    const kept = window.location.search.slice(1).split("&").filter((part) => part && !without.includes(part.split("=")[0]));
    return window.location.origin + window.location.pathname + (kept.length ? `?${kept.join("&")}` : "");
  }

  function savePicture(button) {
    const { picture, title } = button.dataset;
    const heading = document.getElementById("headline");
    const words = heading && heading.textContent ? `${title}: ${heading.textContent}` : title;
    button.classList.add("busy");
    return window
      .datelineDrawAll()
      .then(() => captioned(picture, words))
      .finally(() => button.classList.remove("busy"));
  }

  function captioned(picture, title) {
    const graph = graphOf(picture);
    const captions = (graph && graph.layout && graph.layout.meta && graph.layout.meta.captions) || [];
    return window.datelinePicture(picture, { title, caption_lines: [...captions, addressOf(picture)], filename: `dateline-${picture}`, theme: theme() });
  }

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  /** The charts drawn anew for the width the page has now. */
  async function refit() {
    tell();
    await pause(300); // until the question has gone out
    for (let turn = 0; turn < 100 && document.querySelector(".page.stale"); turn += 1) await pause(50);
    await window.datelineDrawAll();
    await pause(80);
  }

  /** On paper the page has the width of a sheet (A4, lying): the server is asked for charts of that width. */
  async function print() {
    document.documentElement.classList.add("printing");
    await refit();
    window.print();
    document.documentElement.classList.remove("printing");
    await refit();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.act === "copy") copy(window.location.href, button);
    else if (button.dataset.act === "print") print();
    else if (button.dataset.copyEvent) copy(`${window.location.origin}${window.location.pathname}?event=${encodeURIComponent(button.dataset.copyEvent)}`, button);
    else if (button.dataset.picture) savePicture(button);
  });

  // --- lists of choices: name, short name, number ----------------------------------------------------------------

  const functions = (window.dashMantineFunctions = window.dashMantineFunctions || {});

  functions.datelineOption = ({ option, checked }) => {
    const make = window.React.createElement;
    return make(
      "div",
      { className: `option${checked ? " option-checked" : ""}${option.events ? "" : " option-empty"}` },
      make("span", { className: "option-label" }, option.label, option.name ? make("small", null, option.name) : null),
      make("span", { className: "option-count" }, option.events),
    );
  };

  functions.datelineFilter = ({ options, search }) => {
    const wanted = search.toLowerCase().trim().split(/\s+/).filter(Boolean);
    const fits = (item) => {
      const text = `${item.label} ${item.name || ""}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    };
    return options.map((one) => (one.items ? { ...one, items: one.items.filter(fits) } : one)).filter((one) => (one.items ? one.items.length : fits(one)));
  };

  // --- start -----------------------------------------------------------------------------------------------------

  document.addEventListener("DOMContentLoaded", () => document.body.append(tip));
  new MutationObserver(() => {
    const skeleton = document.getElementById("skeleton");
    if (skeleton && document.getElementById("timeline-box")) skeleton.remove();
    // The drawer's head is a <header>: a second banner to a screen reader, unless it is told not to be.
    document.querySelectorAll(".mantine-Drawer-header:not([role])").forEach((head) => head.setAttribute("role", "presentation"));
    tellSoon();
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-mantine-color-scheme"] });
  window.addEventListener("resize", tellSoon);
  window.addEventListener("scroll", hideTip, { passive: true });
})();
