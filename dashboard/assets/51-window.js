/*
 * The days the timeline shows: moved by keys, told to the page when they have moved.
 */
(() => {
  "use strict";

  /** As the button beside the overview does it. */
  function showWhole() {
    const button = document.querySelector("#periods [data-set]");
    if (button) window.datelineSend({ kind: "set", name: button.dataset.set, value: button.dataset.value });
  }

  function move(graph, key) {
    const axis = graph._fullLayout.xaxis;
    if (axis.fixedrange) return false; // not to the scale of time
    const [from, to] = axis.range.map((end) => axis.d2l(end));
    const span = to - from;
    const moves = {
      ArrowLeft: [from - span / 5, to - span / 5],
      ArrowRight: [from + span / 5, to + span / 5],
      "+": [from + span / 5, to - span / 5],
      "=": [from + span / 5, to - span / 5],
      "-": [from - span / 3, to + span / 3],
    };
    if (!moves[key]) return false;
    const [first, last] = moves[key].map((end) => (axis.l2d ? axis.l2d(end) : end));
    window.Plotly.relayout(graph, { "xaxis.range[0]": first, "xaxis.range[1]": last });
    return true;
  }

  /** Panning and zooming change what the timeline shows, nothing else. */
  function tell(change) {
    const range = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
    if (change["xaxis.autorange"]) window.datelineSend({ kind: "window", value: null });
    else if (range[0] !== undefined && range[1] !== undefined) window.datelineSend({ kind: "window", value: range });
  }

  window.datelineWindow = { move, showWhole, tell };
})();
