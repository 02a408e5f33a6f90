/*
 * The address is the view. Every control and every gesture on a chart ends in `reduce`, which changes one plain
 * query (the names of the address and their text), writes it to the address, sets the controls from it, and has
 * it asked of the server. Deliberate steps can be undone with the browser's back button; so can the first drag after one,
 * while the drags that follow it only replace the address.
 */
(() => {
  "use strict";

  // What settings there are, in the order of the address: `filters.FILTERS`. Of what fits none of them in a link the
  // server tells, and the control shows nothing.
  const SETTINGS = JSON.parse(document.querySelector('meta[name="dateline-settings"]').content);
  const CONTROLS = SETTINGS.filter((one) => one.id);
  const ORDER = SETTINGS.map((one) => one.name);
  const LASTING = SETTINGS.filter((one) => one.lasting).map((one) => one.name);
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const none = () => window.dash_clientside.no_update;
  let query = null; // what is shown now
  let sent = null; // what the server was asked about
  let opened = "{}"; // the event in the drawer, and the view it was opened in
  let left = null; // the query that a step back left, and when
  let dragging = false; // whether the address already holds a drag, which further ones may replace

  const read = () => Object.fromEntries(new URLSearchParams(window.location.search));

  function write(wanted) {
    const names = [...ORDER, ...Object.keys(wanted).filter((name) => !ORDER.includes(name))];
    const parts = names.filter((name) => wanted[name]).map((name) => `${encodeURIComponent(name)}=${readable(wanted[name])}`);
    return parts.length ? `?${parts.join("&")}` : "";
  }

  const readable = (text) => encodeURIComponent(text).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%20/g, "+");

  function show(wanted, step) {
    const address = window.location.pathname + write(wanted);
    if (address !== window.location.pathname + window.location.search) {
      window.history[step || !dragging ? "pushState" : "replaceState"](null, "", address);
      dragging = !step;
    }
    query = wanted;
  }

  function controlValue({ name, kind, plain, choices, fits, upper }) {
    const text = query[name] || "";
    if (kind === "many") {
      const parts = (upper ? text.toUpperCase() : text).split(",").map((part) => part.trim());
      return parts.filter((part) => part && (!fits || new RegExp(`^(${fits})$`).test(part)));
    }
    if (kind === "day") return DAY.test(text) ? text : null;
    if (kind === "choice") return choices.includes(text) ? text : plain;
    return text;
  }

  function textOf({ kind, plain }, value) {
    if (kind === "many") return (value || []).join(",");
    if (kind === "day") return value && DAY.test(String(value).slice(0, 10)) ? String(value).slice(0, 10) : "";
    return value && value !== plain ? String(value) : "";
  }

  /** Any of plotly's ways to name a moment, as a day. */
  function dayOf(moment, end) {
    let time = moment;
    if (typeof moment === "string") time = /^-?\d+(\.\d+)?$/.test(moment) ? Number(moment) : Date.parse(`${moment.replace(" ", "T").replace(/Z$/, "")}Z`);
    if (!Number.isFinite(time)) {
      const date = typeof moment === "string" ? moment.slice(0, 10) : "";
      return DAY.test(date) ? date : null;
    }
    // The end of a window is the start of the day after its last one: the server's `Window.range` turned round.
    const day = Math.round(time / 86400000) - (end ? 1 : 0);
    const date = new Date(day * 86400000);
    const year = date.getUTCFullYear();
    if (!(year >= 1000 && year <= 2999)) return null;
    return date.toISOString().slice(0, 10);
  }

  /** The query with two days of a window under two names; choosing a period ends a zoom. */
  function withDays(start, end, [from, to]) {
    const first = dayOf(start, false);
    const last = dayOf(end, true);
    if (!first || !last) return query;
    return { ...without("left", "right"), [from]: first, [to]: last < first ? first : last };
  }

  const without = (...names) => Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));

  function toggled(name, value) {
    const list = (query[name] || "").split(",").filter(Boolean);
    const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
    return { ...query, [name]: next.join(",") };
  }

  const settled = (names, values) => ({ ...without(...names), ...Object.fromEntries(names.map((name, place) => [name, values[place] || ""])) });

  const FORCING = ["gesture.data", "ambience.data"];

  // What each gesture makes of the query: [new query, whether it is a step to go back from].
  const GESTURES = {
    "drawer.opened": (opened) => (opened ? null : [without("event"), true]),
    "reset.n_clicks": () => [Object.fromEntries(LASTING.filter((name) => query[name]).map((name) => [name, query[name]])), true],
    "gesture.data": (gesture) => {
      if (!gesture) return null;
      if (gesture.kind === "address") {
        dragging = false;
        left = { query, at: Date.now() };
        return [read(), false];
      }
      if (gesture.kind === "event") return [{ ...query, event: gesture.value }, !query.event]; // walking from one to the next is one step
      if (gesture.kind === "toggle") return [toggled(gesture.name, gesture.value), true];
      if (gesture.kind === "put") return [{ ...query, [gesture.name]: gesture.value }, true];
      if (gesture.kind === "found") return [{ ...toggled(gesture.name, gesture.value), q: "" }, true];
      if (gesture.kind === "again") sent = null;
      if (gesture.kind === "window") return gesture.value ? [withDays(...gesture.value, ["left", "right"]), false] : [without("left", "right"), true];
      if (gesture.kind === "period") return [withDays(...gesture.value, ["from", "to"]), true];
      if (gesture.kind === "set") return [settled(gesture.name.split(","), gesture.value.split(",")), true];
      if (gesture.kind !== "remove") return null;
      const kept = gesture.value ? (query[gesture.name] || "").split(",").filter((one) => one !== gesture.value).join(",") : "";
      return [{ ...query, [gesture.name]: kept }, true];
    },
  };

  function reduce(look) {
    const triggered = window.dash_clientside.callback_context.triggered || [];
    if (query === null) {
      query = read();
    } else {
      const before = JSON.stringify(query);
      triggered.forEach((one) => apply(one.prop_id, one.value));
      const echoed = triggered.some((one) => isEcho(one.prop_id, one.value)); // then the control must be set right again
      if (JSON.stringify(query) === before && !echoed && !triggered.some((one) => FORCING.includes(one.prop_id))) {
        return new Array(2 + CONTROLS.length).fill(none());
      }
    }
    const { event = "", ...rest } = query;
    const view = look ? JSON.stringify([write(rest), look]) : sent; // nothing can be drawn before the widths are known
    if (view !== sent) window.datelineAsk({ query: rest, look });
    sent = view;
    document.querySelectorAll("select[data-setting]").forEach(showSetting);
    if (window.datelineLight) window.datelineLight(event);
    const open = JSON.stringify(event ? { event, query: rest } : {});
    const same = open === opened;
    opened = open;
    return [same ? none() : JSON.parse(open), Boolean(event), ...CONTROLS.map(controlValue)];
  }

  /** Controls of the browser's own, of which a setting may have several. */
  const showSetting = (select) => (select.value = query[select.dataset.setting] || plainOf[select.dataset.setting]);
  document.addEventListener("change", ({ target }) => target.matches("select[data-setting]") && send({ kind: "set", name: target.dataset.setting, value: target.value }));

  const controlOf = (name) => CONTROLS.find(({ id }) => `${id}.value` === name);

  /** Controls that wait a little before they speak may, after a step back, still tell what they held before it. */
  function isEcho(name, value) {
    const control = controlOf(name);
    return Boolean(control && left && Date.now() - left.at < 1000 && textOf(control, value) === (left.query[control.name] || ""));
  }

  function apply(name, value) {
    const control = controlOf(name);
    if (control) {
      if (isEcho(name, value)) return;
      const text = textOf(control, value);
      if (text === textOf(control, controlValue(control))) return;
      const kept = control.name === "lanes" ? without("pin", "fold", "open", "near") : query; // of other lanes
      show(cleaned({ ...kept, [control.name]: text }), true);
      return;
    }
    const found = GESTURES[name] && GESTURES[name](value);
    if (found) show(cleaned(found[0]), found[1]);
  }

  /** Without what is empty or as it is anyway. */
  const plainOf = Object.fromEntries(SETTINGS.filter(({ kind }) => kind === "choice").map(({ name, plain }) => [name, plain]));
  const cleaned = (wanted) => Object.fromEntries(Object.entries(wanted).filter(([name, text]) => text && text !== plainOf[name]));

  window.addEventListener("popstate", () => send({ kind: "address" }));

  let count = 0;
  function send(gesture) {
    count += 1;
    window.dash_clientside.set_props("gesture", { data: { ...gesture, count } });
  }

  /** A link to another view of this page is followed without a new page. */
  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[data-view]");
    if (!link || click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    window.history.pushState(null, "", link.href);
    send({ kind: "address" });
  });

  /** Anything on the page may say in its data attributes what a click on it means. */
  document.addEventListener("click", (click) => {
    const target = click.target.closest("[data-event],[data-remove],[data-toggle],[data-put],[data-set]");
    if (!target || !window.dash_clientside) return;
    const { event, remove, toggle, put, set, value = "" } = target.dataset;
    if (event) send({ kind: "event", value: event });
    else if (remove) send({ kind: "remove", name: remove, value });
    else if (toggle) send({ kind: "toggle", name: toggle, value });
    else if (put) send({ kind: "put", name: put, value });
    else send({ kind: "set", name: set, value });
  });

  const fold = (opened, navbar) => ({ ...navbar, collapsed: { mobile: !opened } });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { dateline: { reduce, fold } });
  window.datelineSend = send;
  window.datelineSettings = SETTINGS;
  window.datelineCharts = JSON.parse(document.querySelector('meta[name="dateline-charts"]').content); // `charts.CHARTS`
})();
