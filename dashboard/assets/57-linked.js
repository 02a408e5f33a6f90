/*
 * Linked views: what is pointed at or focused in one of timeline, map, topics and lists lights the same events and
 * countries in all. What belongs together is told once a view (`callbacks/links.py`), when the charts stand; after that
 * nothing is asked. Anything on the page may say what it stands for: data-event, data-country, data-topic.
 */
(() => {
  "use strict";

  const DAY = 86400000;
  const SVG = "http://www.w3.org/2000/svg";
  // Settings with no bearing on what belongs together.
  const IDLE = ["left", "right", "sort", "region", "near", "form", "event", "look", "count", "measure", "per", "drawn"];
  const OTHERS = "…";
  let told = ""; // the view the links are of
  let links = null;
  let pointed = null; // what is pointed at: {event}, {country}, {topic, from, to}, {lane, from, to}
  let wanted = null; // what is to be lit with the next frame
  let pinned = null; // what stays lit while nothing is pointed at: what an open panel tells of
  let turn = 0;

  const graphOf = (name) => document.querySelector(`#${name} .js-plotly-plot`);
  const traceOf = (graph, name) => graph.data.find((one) => one.name === name);

  // --- what belongs together -------------------------------------------------------------------------------------

  function relevant(search) {
    const query = new URLSearchParams(search);
    IDLE.forEach((name) => query.delete(name));
    return `?${query}`;
  }

  async function learn() {
    const search = relevant(window.datelineSearch());
    if (search === told) return;
    told = search;
    links = null;
    try {
      const answer = await fetch(`links${search}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const found = await answer.json();
      if (search !== told) return;
      links = indexed(found);
      if (pointed) show(pointed);
    } catch {
      if (search === told) told = ""; // asked again with the next view
    }
  }

  function indexed(found) {
    const vague = new Set(found.vague);
    const counted = found.ids.map((_, one) => found.first[one] !== null && !vague.has(one));
    const byKey = ({ keys, codes }) => {
      const events = new Map(keys.map((key) => [key, []]));
      codes.forEach((own, one) => own.forEach((code) => events.get(keys[code]).push(one)));
      return events;
    };
    return {
      ...found,
      counted,
      number: new Map(found.ids.map((id, one) => [id, one])),
      ofCountry: byKey(found.countries),
      ofTopic: byKey(found.topics),
      ofLane: byKey(found.lanes),
    };
  }

  const within = (one, from, to) => links.counted[one] && links.last[one] >= from && links.first[one] < to;

  /** The numbers of the events that something stands for. */
  function eventsOf({ event, country, topic, lane, from, to }) {
    if (event !== undefined) return links.number.has(event) ? [links.number.get(event)] : [];
    if (country !== undefined) return links.ofCountry.get(country) || [];
    const some = topic !== undefined ? links.ofTopic.get(topic) || [] : inLane(lane);
    return from === undefined ? some : some.filter((one) => within(one, from, to));
  }

  function inLane(lane) {
    const graph = graphOf("timeline");
    const shown = new Set(((graph && traceOf(graph, "density")) || { meta: [] }).meta);
    const numbers = links.ids.map((_, one) => one);
    if (lane === "") return numbers.filter((one) => !links.lanes.codes[one].length);
    if (lane !== OTHERS) return links.ofLane.get(lane) || [];
    return numbers.filter((one) => {
      const own = links.lanes.codes[one];
      return own.length && !own.some((code) => shown.has(links.lanes.keys[code]));
    });
  }

  // --- lighting --------------------------------------------------------------------------------------------------

  function show(what) {
    pointed = what;
    if (!links) return;
    const numbers = eventsOf(what);
    const events = new Set(numbers.map((one) => links.ids[one]));
    if (what.event !== undefined) events.add(what.event);
    const countries = what.country !== undefined ? new Set([what.country]) : keysOf(links.countries, numbers);
    lightMarks(events);
    lightColumns(numbers);
    lightCountries(countries);
    lightCells(numbers);
    lightRows(events, countries);
  }

  const keysOf = ({ keys, codes }, numbers) => new Set(numbers.flatMap((one) => codes[one].map((code) => keys[code])));

  function clear() {
    pointed = null;
    document.querySelectorAll(".lit-rows").forEach((one) => one.classList.remove("lit-rows"));
    document.querySelectorAll(".linked").forEach((one) => one.classList.remove("linked"));
    document.querySelectorAll(".lit-mark").forEach((one) => one.classList.remove("lit-mark"));
    document.querySelectorAll(".lit-cells").forEach((one) => one.remove());
  }

  /** Those of some drawn nodes whose point passes, marked; the rest of their chart steps back. */
  function lightNodes(graph, nodes, passes) {
    graph.classList.add("linked");
    nodes.forEach((node) => node.classList.toggle("lit-mark", Boolean(node.__data__ && passes(node.__data__))));
  }

  function lightMarks(events) {
    const graph = graphOf("timeline");
    if (!graph || !graph.data) return;
    for (const group of graph.querySelectorAll(".scatterlayer .trace")) {
      const trace = group.__data__ && group.__data__[0] && group.__data__[0].trace;
      if (!trace || !trace.customdata) continue;
      lightNodes(graph, group.querySelectorAll(".points path, .textpoint"), ({ i }) => events.has((trace.customdata[i] || [])[0]));
    }
  }

  function lightCountries(countries) {
    const graph = graphOf("map");
    if (!graph || !graph.data) return;
    for (const group of graph.querySelectorAll(".choroplethlayer .trace, .scatterlayer .trace")) {
      const trace = group.__data__ && group.__data__[0] && group.__data__[0].trace;
      if (!trace || !trace.customdata) continue;
      const place = trace.locations && new Map(Array.from(trace.locations, (code, one) => [code, one]));
      lightNodes(graph, group.querySelectorAll("path"), ({ loc, i }) => countries.has((trace.customdata[place ? place.get(loc) : i] || [])[0]));
    }
  }

  function lightRows(events, countries) {
    for (const node of document.querySelectorAll(".page [data-event], .behind [data-event]")) {
      (node.closest("tr, li") || node).classList.toggle("lit-rows", events.has(node.dataset.event));
    }
    for (const node of document.querySelectorAll("tr[data-country]")) node.classList.toggle("lit-rows", countries.has(node.dataset.country));
    bringIn(document.querySelector("tr[data-country].lit-rows"));
  }

  /** The first row that is lit, in the part of its table that is seen; the page itself stays where it is. */
  function bringIn(row) {
    const box = row && row.closest(".twin-scroll");
    if (!box) return;
    const top = row.offsetTop - row.offsetHeight; // below the heading that sticks
    if (top < box.scrollTop || row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top;
  }

  // Cells are one picture in plotly: what is lit of them is cut out of a veil laid over it.

  function lightCells(numbers) {
    const graph = graphOf("topics");
    const heat = graph && graph.data && traceOf(graph, "topics");
    if (!heat) return;
    const { rows, slices } = graph.layout.meta;
    const topics = links.topics.keys;
    const lit = [];
    rows.forEach(([topic], row) => {
      if (!heat.z[row].some((cell) => cell !== null)) return;
      const own = numbers.filter((one) => links.topics.codes[one].some((code) => topics[code] === topic));
      columnsOf(own, heat.x).forEach((column) => heat.z[row][column] !== null && lit.push([heat.x[column], heat.x[column + 1], heat.y[row], heat.y[row + 1]]));
    });
    // The cell that is pointed at may hold nothing, and is lit all the same.
    const { topic, from } = pointed;
    const at = topic === undefined || from === undefined ? -1 : heat.x.indexOf(from * DAY);
    rows.forEach(([own], row) => {
      if (at >= 0 && own === topic && row % slices === slices - 1) lit.push([heat.x[at], heat.x[at + 1], heat.y[row], heat.y[row + 1]]);
    });
    // On a phone names stand between the cells: they stay as they are.
    const cells = rows.map((_, row) => row).filter((row) => row % slices === slices - 1);
    veil(graph, lit, cells.map((row) => [heat.x[0], heat.x[heat.x.length - 1], heat.y[row], heat.y[row + 1]]));
  }

  function lightColumns(numbers) {
    const graph = graphOf("timeline");
    const density = graph && graph.data && traceOf(graph, "density");
    const bands = density ? density.meta.map((lane, turn) => [lane, density.y[2 * turn + 1], density.y[2 * turn + 2]]) : [];
    const strips = graph && graph.data ? graph.data.filter((one) => one.name === "strips") : [];
    strips.forEach((block) => block.meta.forEach(([lane], turn) => bands.push([lane, block.y[turn], block.y[turn + 1]])));
    if (!bands.length) return;
    const { x } = density || strips[0];
    const chosen = new Set(numbers);
    const lit = [];
    bands.forEach(([lane, top, bottom]) => {
      const own = inLane(lane).filter((one) => chosen.has(one));
      columnsOf(own, graph.layout.meta.edges || x).forEach((column) => lit.push([x[column], x[column + 1], top, bottom]));
    });
    veil(graph, lit, bands.map(([, top, bottom]) => [x[0], x[x.length - 1], top, bottom]));
  }

  /** The columns that hold some events, or a share of them. */
  function columnsOf(numbers, edges) {
    const found = new Set();
    for (const one of numbers) {
      for (let column = 0; links.counted[one] && column + 1 < edges.length; column += 1) {
        if (within(one, edges[column] / DAY, edges[column + 1] / DAY)) found.add(column);
      }
    }
    return found;
  }

  function veil(graph, lit, whole) {
    const { xaxis, yaxis, width, height } = graph._fullLayout;
    const box = ([x0, x1, y0, y1]) => {
      const [left, right] = [x0, x1].map((x) => Math.min(Math.max(xaxis.l2p(x), 0), xaxis._length) + xaxis._offset);
      const [top, bottom] = [y0, y1].map((y) => yaxis.l2p(y) + yaxis._offset);
      return right > left ? `M${left} ${top}H${right}V${bottom}H${left}Z` : "";
    };
    const outline = [...new Set(lit.map(box))].join(""); // twice cut out would be filled
    let drawing = graph.querySelector(":scope > .lit-cells");
    if (!drawing) {
      drawing = document.createElementNS(SVG, "svg");
      drawing.setAttribute("class", "lit-cells");
      drawing.setAttribute("aria-hidden", "true");
      drawing.append(document.createElementNS(SVG, "path"), document.createElementNS(SVG, "path"));
      graph.append(drawing);
    }
    drawing.setAttribute("width", width);
    drawing.setAttribute("height", height);
    drawing.firstChild.setAttribute("d", whole.map(box).join("") + outline);
    drawing.lastChild.setAttribute("d", outline);
  }

  // --- what is pointed at ----------------------------------------------------------------------------------------

  /** Pointing runs ahead of painting: only the latest is lit, once a frame. */
  function point(what) {
    if (JSON.stringify(what) === JSON.stringify(wanted)) return;
    wanted = what;
    turn += 1;
    const mine = turn;
    requestAnimationFrame(() => {
      if (mine !== turn) return;
      clear();
      if (what || pinned) show(what || pinned);
    });
  }

  function standsFor(target) {
    const node = target instanceof Element && target.closest("[data-event], [data-country], [data-topic], #table-rows tr");
    if (!node) return null;
    const { country, topic, from, to } = node.dataset;
    if (country !== undefined) return { country };
    if (topic !== undefined) return from === undefined ? { topic } : { topic, from: Number(from), to: Number(to) };
    const event = node.dataset.event === undefined ? node.querySelector("[data-event]") : node;
    return event && { event: event.dataset.event };
  }

  let hovered = null;
  document.addEventListener("pointerover", (event) => {
    const what = standsFor(event.target);
    if (what) point((hovered = what));
    else if (hovered) point((hovered = null));
  });
  document.addEventListener("focusin", (event) => {
    const what = standsFor(event.target);
    if (what && event.target.matches(":focus-visible")) point(what);
  });
  document.addEventListener("focusout", (event) => standsFor(event.target) && point(null));

  /** What a chart says is pointed at in it: see `51-charts.js`. */
  const POINTS = {
    timeline: ([event, , , from, to], { row, lane }) => {
      if (event) return { event };
      if (lane !== undefined) return { lane };
      const density = traceOf(graphOf("timeline"), "density");
      return density && row !== undefined ? { lane: density.meta[(row - 1) / 2], from: from / DAY, to: to / DAY } : null;
    },
    map: ([country]) => ({ country }),
    topics: ([topic], { column, edges }) => (column === undefined ? { topic } : { topic, from: edges[column] / DAY, to: edges[column + 1] / DAY }),
  };
  document.addEventListener("dateline:point", ({ detail }) => point(detail && POINTS[detail.chart] ? POINTS[detail.chart](detail.lines, detail) : null));
  document.addEventListener("dateline:shown", () => (window.requestIdleCallback || setTimeout)(learn)); // when the charts stand

  window.datelinePoint = point;
  window.datelinePin = (what) => {
    pinned = what;
    wanted = undefined;
    point(null);
  };
})();
