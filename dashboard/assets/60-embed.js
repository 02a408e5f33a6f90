/*
 * A chart in a frame: drawn for the width the frame has, its marks told and opened, its height told to the page
 * around it. That page may be any of those the policy names; a height is no secret among them.
 */
(() => {
  "use strict";

  const chart = document.getElementById("chart");
  const ENOUGH = 0.03; // of the width it is drawn for: less is no reason to draw anew
  const ROOM = 8; // pixels

  // --- height and width --------------------------------------------------------------------------------------------

  let told = 0;
  function tell() {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (window.parent === window || height === told) return;
    told = height;
    window.parent.postMessage({ datelineHeight: height }, "*");
  }

  let asking = null;
  async function fit() {
    const width = Math.floor(chart.clientWidth);
    const drawn = Number(chart.dataset.width);
    if (!width || Math.abs(width - drawn) < drawn * ENOUGH) return;
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    const address = new URL(window.location.href);
    address.searchParams.set("width", width);
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asking) return;
      chart.replaceChildren(...page.getElementById("chart").childNodes);
      chart.dataset.width = width;
      tell();
    } catch {
      // the chart that is there stays, smaller or larger
    }
  }

  let waiting = 0;
  new ResizeObserver(() => {
    tell();
    clearTimeout(waiting);
    waiting = setTimeout(fit, 80);
  }).observe(document.body);
  // A frame below the screen is not laid out by itself, and no observer of it is called.
  fit();
  document.fonts.ready.then(tell);
  window.addEventListener("load", tell);

  // --- what a mark says --------------------------------------------------------------------------------------------

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);

  const markOf = (event) => event.target.closest && event.target.closest("#chart [data-id]");

  /** The words of a mark stand in its title; taken out of it, the browser does not show them a second time. */
  function linesOf(mark) {
    const title = mark.querySelector("title");
    if (title) {
      mark.dataset.told = title.textContent;
      title.remove();
    }
    return (mark.dataset.told || "").split("\n").filter(Boolean);
  }

  document.addEventListener("pointermove", (event) => {
    const mark = markOf(event);
    if (!mark) return tip.classList.remove("shown");
    tip.replaceChildren(...linesOf(mark).map((line, place) => Object.assign(document.createElement(place ? "span" : "strong"), { textContent: line })));
    tip.classList.add("shown");
    const { innerWidth: wide, innerHeight: high } = window;
    const left = Math.max(ROOM, Math.min(event.clientX + 14, wide - tip.offsetWidth - ROOM));
    const below = event.clientY + 16;
    const top = below + tip.offsetHeight > high ? Math.max(ROOM, event.clientY - tip.offsetHeight - 12) : below;
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  document.addEventListener("pointerleave", () => tip.classList.remove("shown"));

  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark && chart.dataset.opens) window.open(chart.dataset.opens + encodeURIComponent(mark.dataset.id), "_blank", "noopener");
  });
})();
