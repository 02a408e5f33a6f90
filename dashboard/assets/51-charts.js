/*
 * What charts need and plotly lacks: the page's theme and width told to the server, a tooltip in the page's own
 * letters, what can be clicked, pictures and paper. What the timeline alone needs stands in `51-timeline.js`.
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

  /** Shows what is pointed at, and tells whoever lights it elsewhere: `at` is the chart and, of a cell, its place. */
  function showTip(told, x, y, at = { chart: "timeline" }) {
    tellPoint({ lines: told, ...at });
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

  function hideTip() {
    if (tip.classList.contains("shown")) tellPoint(null);
    tip.classList.remove("shown");
  }

  window.datelineTip = { show: showTip, hide: hideTip, told, click: (chart, ...clicked) => CLICKS[chart](...clicked) };

  const tellPoint = (detail) => document.dispatchEvent(new CustomEvent("dateline:point", { detail }));


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
    timeline: ([event, , , from, to], { lane }) => {
      if (lane !== undefined) window.datelineSend({ kind: "put", name: "near", value: lane });
      else window.datelineSend(event ? { kind: "event", value: event } : { kind: "window", value: [Number(from), Number(to)] });
    },
    map: ([code], _at, spot) => code && window.datelineBehind(`country::${code}`, spot),
    // The name of a row filters, as that of a lane does; a cell tells its events.
    topics: ([topic], { column, edges }, spot) => {
      if (column === undefined) window.datelineSend({ kind: "toggle", name: "topic", value: topic });
      else window.datelineBehind(`topic:${dayOf(edges[column])}..${dayOf(edges[column + 1] - 1)}:${topic}`, spot);
    },
  };
  const dayOf = (moment) => new Date(moment).toISOString().slice(0, 10);
  const graphOf = (name) => document.querySelector(`#${name} .js-plotly-plot`);

  /** What a point of a chart tells: its own words, or those its place among rows and columns gives. */
  function told(name, graph, point) {
    const trace = point.data || graph.data[point.curveNumber];
    const { rows = [], columns = [] } = graph.layout.meta || {};
    if (point.customdata) return point.customdata;
    const [row, column] = point.pointIndex || point.pointNumber || [];
    if (trace.name === "density") {
      const { edges = trace.x } = graph.layout.meta;
      return ["", shares(point.z), columns[column] || "", edges[column], edges[column + 1]];
    }
    if (trace.name === "strips") return ["", ...trace.meta[row].slice(1), graph.layout.meta.close];
    if (!rows[row]) return null;
    return [...rows[row], columns[column] || "", ...(trace.name === "topics" ? cellWords(graph, point.z, row, column) : [counted(0, graph)])];
  }

  /** The number of a cell; of a percentage also what it is of. */
  function cellWords(graph, number, row, column) {
    const { by, whole, share, slices } = graph.layout.meta;
    if (!by) return [shares(number, graph)];
    const of = by === "column" ? whole[column] : whole[Math.floor(row / slices)];
    return [share.replace("{percent}", Math.round(number)), shares((number * of) / 100, graph)];
  }

  /** What a chart counts, else the view, one of it or more. */
  function noun(number, graph) {
    const count = new URLSearchParams(window.location.search).get("count");
    const own = graph && graph.layout.meta.noun;
    return `${own || { reports: "report", sources: "source" }[count] || "event"}${number === 1 ? "" : "s"}`;
  }

  const counted = (number, graph) => `${number.toLocaleString("en")} ${noun(number, graph)}`;

  /** A count that may hold shares of uncertain dates. */
  function shares(number, graph) {
    if (Math.abs(number - Math.round(number)) < 0.005) return counted(Math.round(number), graph);
    return number < 0.05 ? "a small share of an uncertain date" : `${number.toFixed(1)} ${noun(2, graph)}, counting shares`;
  }

  /** Row and column of a cell; nothing of any other mark, nor of the name that stands above its cells on a phone. */
  function whereOf(graph, point) {
    if (point.customdata || !Array.isArray(point.pointIndex)) return {};
    const [row, column] = point.pointIndex;
    if (point.data.name === "strips") return { lane: point.data.meta[row][0] };
    const { slices = 1 } = graph.layout.meta || {};
    return row % slices === slices - 1 ? { row, column, edges: point.data.x } : {};
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
      showTip(lines, data.event.clientX, data.event.clientY, { chart: name, ...whereOf(graph, data.points[0]) });
    });
    graph.on("plotly_unhover", () => {
      delete graph.dataset.hovered;
      hideTip();
    });
    graph.on("plotly_click", (data) => {
      const lines = data.points && data.points[0] && told(name, graph, data.points[0]);
      if (lines && CLICKS[name]) CLICKS[name](lines, whereOf(graph, data.points[0]), data.event);
    });
    for (const moved of ["plotly_relayouting", "plotly_relayout", "plotly_afterplot"]) graph.on(moved, () => tellPoint(null));
    if (name === "timeline" || name === "map") tameWheel(document.getElementById(`${name}-box`));
    if (name === "timeline") window.datelineTimeline(graph);
    if (name === "overview") {
      watchBrush(graph);
      graph.on("plotly_doubleclick", window.datelineWindow.showWhole);
    }
  }

  document.addEventListener("dateline:drawn", ({ detail }) => attach(detail));

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

  // On paper the view says where it can be found again; the host is the reader's own machine, or changes.
  window.addEventListener("beforeprint", () => {
    const line = document.getElementById("printed-address");
    if (line) line.textContent = window.location.search ? decodeURI(window.location.pathname + window.location.search) : "";
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.act === "copy") copy(window.location.href, button);
    else if (button.dataset.act === "print") print();
    else if (button.dataset.copyEvent) copy(`${window.location.origin}${window.location.pathname}?event=${encodeURIComponent(button.dataset.copyEvent)}`, button);
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
