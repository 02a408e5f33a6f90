/*
 * What the timeline needs besides what all charts need: its words and bands can be pointed at, the marks of one event
 * are lit together in all its lanes, the keyboard walks from event to event or moves the window (`51-window.js`).
 */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const DAY = 86400000;
  const REACH = 7; // pixels from the middle of a band to what still points at it
  const AROUND = 4; // between a mark and the ring that lights it
  const HEADER = 112; // pixels at the top of the screen that the page's head and the days cover

  let graph = null;
  let overlay = null;
  let pointed = ""; // the event that is pointed at, walked to, open in the drawer
  let walked = "";
  let day = -Infinity; // where that one stands
  let open = "";
  let left = ""; // the one walked to when the drawer took the focus

  const trace = (name) => graph.data.find((one) => one.name === name) || { x: [], y: [], customdata: [] };
  const across = (x) => graph._fullLayout.xaxis._offset + graph._fullLayout.xaxis.l2p(x);
  const down = (y) => graph._fullLayout.yaxis._offset + graph._fullLayout.yaxis.l2p(y);
  const ends = () => graph._fullLayout.xaxis.range.map((end) => graph._fullLayout.xaxis.d2l(end));

  // --- what can be pointed at besides symbols --------------------------------------------------------------------

  function labelAt(x, y) {
    const words = graph.querySelectorAll(".scatterlayer .trace .textpoint text");
    const told = trace("labels").customdata;
    for (let place = 0; place < words.length; place += 1) {
      const box = words[place].getBoundingClientRect();
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return told[place] || null;
    }
    return null;
  }

  /** The event whose band lies there; each is told as the place of its symbol, its first day, the day after its last. */
  function bandAt(x, y) {
    const { spans = [] } = graph.layout.meta || {};
    const frame = graph.getBoundingClientRect();
    const [from, to] = ends().map(across);
    if (x - frame.left < from || x - frame.left > to) return null;
    const events = trace("events");
    const hit = spans.find(([place, first, stop]) => Math.abs(down(events.y[place]) - (y - frame.top)) <= REACH
      && across(first * DAY) <= x - frame.left && x - frame.left <= across(stop * DAY));
    return hit ? events.customdata[hit[0]] : null;
  }

  const toldAt = (event) => labelAt(event.clientX, event.clientY) || bandAt(event.clientX, event.clientY);

  function watchPointer() {
    let pressed = null;
    graph.addEventListener("mousedown", (event) => (pressed = [event.clientX, event.clientY]), true);
    graph.addEventListener("mousemove", (event) => {
      if (graph.dataset.hovered) return;
      const told = event.buttons ? null : toldAt(event);
      graph.classList.toggle("over-label", Boolean(told));
      point(told ? told[0] : "");
      if (told) window.datelineTip.show(told, event.clientX, event.clientY);
      else window.datelineTip.hide();
    });
    graph.addEventListener("mouseleave", () => {
      point("");
      window.datelineTip.hide();
    });
    graph.addEventListener("click", (event) => {
      if (pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 4) return; // a drag
      const told = graph.dataset.hovered ? labelAt(event.clientX, event.clientY) : toldAt(event);
      if (told && told[0]) window.datelineSend({ kind: "event", value: told[0] });
    }, true);
    graph.on("plotly_hover", (data) => point(((data.points[0] || {}).customdata || [""])[0]));
    graph.on("plotly_unhover", () => point(""));
  }

  // --- one event, lit in all its lanes -----------------------------------------------------------------------------

  function point(id) {
    if (pointed === id) return;
    pointed = id;
    light();
  }

  const placesOf = (id) => (id ? trace("events").customdata.flatMap((told, place) => (told[0] === id ? [place] : [])) : []);

  function drawn(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** Rings round the marks of the event that is lit, outlines round its bands, and a line that joins them. */
  function light() {
    if (!graph || !graph._fullLayout || !graph._fullLayout.xaxis) return;
    const events = trace("events");
    const places = placesOf(pointed || walked || open);
    const [from, to] = ends().map(across);
    const { spans = [] } = graph.layout.meta || {};
    const inView = (place) => across(events.x[place]) >= from - 1 && across(events.x[place]) <= to + 1;
    const seen = places.filter((place) => inView(place) && !events.marker.symbol[place].startsWith("arrow"));
    const rings = seen.map((place) => ({ x: across(events.x[place]), y: down(events.y[place]), r: events.marker.size[place] / 2 + AROUND }));
    const bands = spans.filter(([place]) => places.includes(place)).map(([place, first, stop]) => {
      const [begin, end] = [Math.max(from, across(first * DAY)), Math.min(to, across(stop * DAY))];
      return drawn("rect", { class: "lit-band", x: begin, y: down(events.y[place]) - REACH, width: Math.max(0, end - begin), height: 2 * REACH, rx: 3 });
    });
    overlay.setAttribute("width", graph._fullLayout.width);
    overlay.setAttribute("height", graph._fullLayout.height);
    overlay.dataset.event = pointed || walked || open;
    overlay.replaceChildren(...joints(rings, from, to), ...tails(places, rings), ...bands, ...rings.map(({ x, y, r }) => drawn("circle", { class: "lit-ring", cx: x, cy: y, r })));
  }

  /** The line that joins the marks, from ring to ring. */
  function joints(rings, from, to) {
    const id = pointed || walked || open;
    const line = graph.data.filter((one) => one.name === "joined").map((one) => [one, one.customdata.indexOf(id)]).find(([, place]) => place >= 0);
    if (!line) return [];
    const [{ x, y }, place] = line;
    const at = across(x[3 * place]);
    if (at < from || at > to) return [];
    const stops = rings.filter((ring) => Math.abs(ring.x - at) < 1).sort((a, b) => a.y - b.y);
    let begin = down(y[3 * place]);
    const d = [];
    for (const ring of [...stops, { y: down(y[3 * place + 1]), r: 0 }]) {
      if (ring.y - ring.r > begin) d.push(`M${at} ${begin}V${ring.y - ring.r}`);
      begin = Math.max(begin, ring.y + ring.r);
    }
    return [drawn("path", { class: "lit-halo", d: d.join("") }), drawn("path", { class: "lit-line", d: d.join("") })];
  }

  /** Dashed lines into the lanes where the event is only counted. */
  function tails(places, rings) {
    const { counted = [] } = graph.layout.meta || {};
    if (!rings.length) return [];
    const stops = rings.filter((ring) => ring.x === rings[0].x);
    const [highest, lowest] = [Math.min(...stops.map((ring) => ring.y - ring.r)), Math.max(...stops.map((ring) => ring.y + ring.r))];
    return counted.filter(([place]) => places.includes(place)).flatMap(([, height]) => {
      const y = down(height);
      const from = y < highest ? highest : lowest;
      const way = y < highest || y > lowest ? [drawn("path", { class: "lit-tail", d: `M${rings[0].x} ${from}V${y}` })] : [];
      return [...way, drawn("circle", { class: "lit-count", cx: rings[0].x, cy: y, r: 3.5 })];
    });
  }

  // --- the keyboard ------------------------------------------------------------------------------------------------

  /** The events whose marks are in view, each once, in the order of time: their places among the symbols. */
  function inTime() {
    const events = trace("events");
    const [from, to] = ends();
    const first = new Map();
    events.customdata.forEach((told, place) => {
      if (events.x[place] >= from && events.x[place] <= to && !first.has(told[0])) first.set(told[0], place);
    });
    return [...first.values()].sort((a, b) => events.x[a] - events.x[b] || a - b);
  }

  function walk(step, moved) {
    const events = trace("events");
    const places = inTime();
    if (!places.length) return;
    const before = places.findIndex((place) => events.customdata[place][0] === walked);
    if (before >= 0 && !moved && !(before + step in places) && goOn(step)) return;
    const beyond = step < 0 ? places.findLastIndex((place) => events.x[place] < day) : places.findIndex((place) => events.x[place] > day);
    const turn = before < 0 ? Math.max(beyond, 0) : Math.min(Math.max(before + step, 0), places.length - 1);
    const place = places[turn];
    walked = events.customdata[place][0];
    day = events.x[place];
    say(events.customdata[place], turn + 1, places.length);
    light();
    bringIntoView(place, events);
  }

  /** At the edge of a window that is not the whole the window moves, and the walk goes on when its marks are there. */
  function goOn(step) {
    if (!new URLSearchParams(window.location.search).has("left")) return false;
    const { data } = graph;
    const wait = () => {
      if (graph.data === data) return;
      graph.removeListener("plotly_afterplot", wait);
      if (walked) walk(step, true);
    };
    graph.on("plotly_afterplot", wait);
    if (window.datelineWindow.move(graph, step > 0 ? "ArrowRight" : "ArrowLeft")) return true;
    graph.removeListener("plotly_afterplot", wait);
    return false;
  }

  function say(told, turn, total) {
    const place = document.getElementById("timeline-said");
    place.textContent = [...told.slice(1).filter(Boolean), place.dataset.place.replace("{turn}", turn).replace("{total}", total)].join(". ");
  }

  function bringIntoView(place, events) {
    const frame = graph.getBoundingClientRect();
    const y = frame.top + down(events.y[place]);
    const off = y < HEADER + 20 ? y - HEADER - 60 : Math.max(0, y - window.innerHeight + 90);
    if (off) window.scrollBy(0, off);
    window.datelineTip.show(events.customdata[place], frame.left + across(events.x[place]), y - off);
  }

  function leave() {
    walked = "";
    day = -Infinity;
    window.datelineTip.hide();
    light();
  }

  const WALKING = {
    ArrowLeft: () => walk(-1),
    ArrowRight: () => walk(1),
    Enter: () => {
      left = walked;
      window.datelineSend({ kind: "event", value: walked });
    },
    Escape: leave,
  };

  function watchKeys(box) {
    box.addEventListener("keydown", (event) => {
      if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey || !graph._fullLayout) return;
      if (walked && WALKING[event.key]) WALKING[event.key]();
      else if (event.key === "Enter") walk(0);
      else if (event.key === "Home") window.datelineWindow.showWhole();
      else if (!window.datelineWindow.move(graph, event.key)) return;
      event.preventDefault();
    });
    box.addEventListener("blur", leave);
    box.addEventListener("focus", () => {
      walked = left; // back from the drawer
      left = "";
      light();
    });
  }

  /** While an event is open, the arrows walk to the one before and after it in time. */
  document.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: "before", ArrowRight: "after" }[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = document.querySelector(`.walk-bar [data-step="${way}"]`);
    if (!step || !event.target.closest('[role="dialog"]') || event.target.closest("input, textarea, select")) return;
    step.click();
    event.preventDefault();
  });

  // --- the rest ----------------------------------------------------------------------------------------------------

  /** A click on the title of a lane changes the setting of what lanes stand for. */
  function clickLane(data) {
    const key = data.annotation.name;
    const further = document.querySelector('[data-name="more lanes"]');
    if (key === "…" && further) further.click();
    const lanes = new URLSearchParams(window.location.search).get("lanes") || "organization";
    if (key && !["…", "⋮"].includes(key)) window.datelineSend({ kind: "toggle", name: window.datelineSettings.find((one) => one.id === lanes).name, value: key });
  }

  window.datelineTimeline = (drawnGraph) => {
    graph = drawnGraph;
    overlay = drawn("svg", { class: "lights", "aria-hidden": "true" });
    graph.parentElement.append(overlay);
    watchPointer();
    watchKeys(document.getElementById("timeline-box"));
    graph.on("plotly_clickannotation", clickLane);
    graph.on("plotly_relayout", window.datelineWindow.tell);
    graph.on("plotly_afterplot", light);
    graph.on("plotly_relayouting", light);
    window.datelineAxis(graph);
    window.datelineLanes(graph);
    light();
  };

  /** Lights the marks of an event for as long as nothing is pointed at; "" puts them out. */
  window.datelineLight = (id) => {
    if (open === id) return;
    open = id;
    light();
  };
})();
