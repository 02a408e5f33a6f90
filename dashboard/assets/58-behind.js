/*
 * The panel of a country or a cell: its events with the words that tell them, beside where it was opened, at the foot
 * of a narrow screen. It is no modal window: Escape, its button or a step beside it closes it.
 */
(() => {
  "use strict";

  const APART = 14; // pixels from the pointer
  const NARROW = 720;
  const DAY = 86400000;
  let opener = null; // what had the focus before
  let of = ""; // the view it is of
  let turn = 0;

  const panel = () => document.querySelector(".behind");
  /** The view asked of, whatever its width and colours: those close no panel. */
  const view = () => window.datelineSearch().replace(/([?&])look=[^&]*&?/, "$1");

  function close(back) {
    turn += 1;
    if (!panel()) return;
    const within = panel().contains(document.activeElement);
    panel().remove();
    window.datelinePin(null);
    if (back && within && opener && opener.isConnected) opener.focus({ preventScroll: true });
  }

  /** Open the panel of a spot (`callbacks/behind.py`) beside where it was asked for. */
  async function open(spot, at = {}) {
    close(false);
    const mine = turn;
    opener = at.opener || document.activeElement;
    of = view();
    const answer = await fetch(`behind${window.datelineSearch()}&list=${encodeURIComponent(spot)}`).catch(() => null);
    if (mine !== turn || !answer || !answer.ok) return;
    const told = await answer.json();
    if (mine !== turn || !told[0]) return;
    const built = window.datelineBuild(told);
    window.datelineTip.hide();
    window.datelinePin(spotOf(spot));
    document.getElementById("opened-lists").append(built);
    place(built, at);
    built.querySelector("h2").focus({ preventScroll: true });
  }

  /** A spot as `57-linked.js` takes it. */
  function spotOf(spot) {
    const [kind, days, ...key] = spot.split(":");
    const [from, to] = days.split("..").map((day) => Date.parse(day) / DAY);
    return { [kind]: key.join(":"), ...(days ? { from, to: to + 1 } : {}) };
  }

  function place(built, { clientX: x = window.innerWidth / 2, clientY: y = window.innerHeight / 3 }) {
    if (window.innerWidth <= NARROW) return; // the style sheet puts it at the foot
    const { offsetWidth: width, offsetHeight: height } = built;
    const right = x + APART + width < window.innerWidth - 8;
    const left = right ? x + APART : Math.max(8, x - APART - width);
    const top = Math.min(Math.max(72, y - 60), Math.max(72, window.innerHeight - height - 12));
    Object.assign(built.style, { left: `${Math.round(left)}px`, top: `${Math.round(top)}px` });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close(true);
    else if (panel() && panel().contains(event.target) && event.target.closest("[data-toggle],[data-set]")) close(true);
    const country = event.target.closest("[data-behind]");
    if (country) open(country.dataset.behind, { clientX: event.clientX, clientY: event.clientY, opener: country });
  });
  document.addEventListener("pointerdown", (event) => {
    if (panel() && !panel().contains(event.target) && !event.target.closest("[role=dialog], .mantine-Drawer-root")) close(false);
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel() && !document.querySelector(".drawer-title")) close(true);
  });

  document.addEventListener("dateline:shown", () => of !== view() && close(true));

  window.datelineBehind = open;
})();
