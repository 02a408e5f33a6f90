/*
 * Whether the store has changed since the page was opened: if so, a button offers to show it. The view is the
 * address, so showing it is loading the page anew.
 */
(() => {
  "use strict";

  const EVERY = 15_000;
  let shown = ""; // the version the page was opened with

  const button = () => document.getElementById("fresh");

  async function look() {
    if (document.hidden || !button() || !button().hidden) return;
    try {
      const answer = await fetch("version");
      if (!answer.ok) return;
      const now = await answer.text();
      shown = shown || now;
      button().hidden = now === shown;
    } catch {
      // the page says elsewhere that the server cannot be reached
    }
  }

  document.addEventListener("click", (event) => {
    if (event.target.id === "fresh") location.reload();
  });
  document.addEventListener("visibilitychange", look);
  document.addEventListener("DOMContentLoaded", () => setTimeout(look, 1_000));
  setInterval(look, EVERY);
})();
