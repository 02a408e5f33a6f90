/*
 * The buttons of the lanes: each beside its lane, all of them one stop of the keyboard, among which arrows walk.
 */
(() => {
  "use strict";

  const NEXT = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  const GUTTER = 50; // pixels left of the plot with which names stand beside their lanes
  const toolbar = () => document.getElementById("lane-tools");
  const buttonsOf = (lane) => [...lane.querySelectorAll("button")];

  /** Puts them where the chart has its lanes. */
  function place(graph) {
    const { yaxis } = graph._fullLayout;
    if (!yaxis) return;
    toolbar().classList.toggle("narrow", graph._fullLayout._size.l < GUTTER);
    const { lanes = [] } = graph.layout.meta || {};
    [...toolbar().children].slice(0, lanes.length).forEach((lane, turn) => {
      const [top, height] = lanes[turn];
      lane.style.top = `${yaxis._offset + yaxis.l2p(top)}px`;
      lane.style.height = `${yaxis.l2p(top + height) - yaxis.l2p(top)}px`;
    });
    const first = toolbar().querySelector("button");
    if (first && !toolbar().querySelector('[tabindex="0"]')) first.tabIndex = 0;
  }

  function walk(event) {
    const step = NEXT[event.key];
    const button = event.target.closest("button");
    if (!step || !button || event.ctrlKey || event.metaKey || event.altKey) return;
    const lanes = [...toolbar().children];
    const lane = lanes.indexOf(button.parentElement);
    const turn = buttonsOf(lanes[lane]).indexOf(button);
    const next = buttonsOf(lanes[Math.min(Math.max(lane + step[0], 0), lanes.length - 1)]);
    next[Math.min(Math.max(turn + step[1], 0), next.length - 1)].focus();
    event.preventDefault();
  }

  /** The stop of the keyboard is where it was last. */
  function remember(event) {
    toolbar().querySelectorAll('[tabindex="0"]').forEach((one) => (one.tabIndex = -1));
    event.target.tabIndex = 0;
  }

  window.datelineLanes = (graph) => {
    const bar = toolbar();
    bar.addEventListener("keydown", walk);
    bar.addEventListener("focusin", remember);
    graph.on("plotly_afterplot", () => place(graph));
    place(graph);
  };
})();
