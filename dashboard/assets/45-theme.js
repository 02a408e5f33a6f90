/* Pages without Dash follow the same choice of light or dark. */
(() => {
  "use strict";
  let chosen = null;
  try {
    chosen = window.localStorage.getItem("mantine-color-scheme-value");
  } catch {
    chosen = null; // storage may be forbidden
  }
  const dark = chosen === "dark" || ((!chosen || chosen === "auto") && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
