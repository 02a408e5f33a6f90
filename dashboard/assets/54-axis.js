/*
 * The days of the timeline, kept at the top of the screen while its lanes pass below: the words of the chart's own
 * axis are mirrored into a strip that sticks. The chart keeps its axis, for pictures and paper.
 */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  function mirror(graph, strip) {
    const { _size: size } = graph._fullLayout;
    strip.style.setProperty("--axis-height", `${size.t}px`);
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("width", graph._fullLayout.width);
    drawing.setAttribute("height", size.t);
    graph.querySelectorAll(".xaxislayer-above .xtick text, .xaxislayer-below .xtick text").forEach((words) => drawing.append(words.cloneNode(true)));
    strip.replaceChildren(drawing);
  }

  window.datelineAxis = (graph) => {
    const strip = document.getElementById("timeline-axis");
    if (!strip) return;
    let asked = 0;
    const soon = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => mirror(graph, strip));
    };
    graph.on("plotly_afterplot", soon);
    graph.on("plotly_relayouting", soon);
    soon();
  };
})();
