/*
 * Hints for the first minute: on a small pile one at a time, the first that was not read yet and whose place is on the
 * screen. What was read is remembered by the browser; what was done needs no hint any more.
 */
(() => {
  "use strict";

  const KEY = "dateline-hints";
  const DONE = { event: "marks", from: "bars", country: "map", sort: "table" }; // what the address says was done
  const seen = new Set();
  const onScreen = new Set();

  try {
    JSON.parse(window.localStorage.getItem(KEY) || "[]").forEach((name) => seen.add(name));
  } catch {
    // without a memory each visit is the first
  }

  function read(name) {
    seen.add(name);
    try {
      window.localStorage.setItem(KEY, JSON.stringify([...seen]));
    } catch {
      // likewise
    }
    show();
  }

  const hints = () => [...document.querySelectorAll("[data-hint]")];

  function show() {
    Object.entries(DONE).forEach(([setting, name]) => window.location.search.includes(`${setting}=`) && seen.add(name));
    const few = document.querySelector("#charts.few");
    const next = few && hints().find((one) => !seen.has(one.dataset.hint) && onScreen.has(one.dataset.hint));
    hints().forEach((one) => (one.hidden = one !== next));
  }

  const watch = new IntersectionObserver((found) => {
    found.forEach(({ target, isIntersecting }) => onScreen[isIntersecting ? "add" : "delete"](target.firstElementChild.dataset.hint));
    show();
  });

  function begin() {
    hints().forEach((one) => watch.observe(one.parentElement));
    new MutationObserver(show).observe(document.getElementById("charts"), { attributes: true, attributeFilter: ["class"] });
  }

  const waiting = setInterval(() => {
    if (!document.getElementById("charts")) return;
    clearInterval(waiting);
    begin();
  }, 300);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-hint] button");
    if (button) read(button.closest("[data-hint]").dataset.hint);
  });
})();
