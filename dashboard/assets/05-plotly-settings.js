/* Plotly asks outside for its base maps and offers to upload charts unless told otherwise; a graph that forgets to say so must stay silent too. */
(() => {
  "use strict";
  if (!window.Plotly) return;
  const script = document.currentScript && document.currentScript.src;
  const settings = { showSendToCloud: false, displaylogo: false };
  // Beside this script, whatever prefix the page runs under. Inlined in an exported page there is no such folder.
  if (script) settings.topojsonURL = new URL("topojson/", script).href;
  window.Plotly.setPlotConfig(settings);
})();
