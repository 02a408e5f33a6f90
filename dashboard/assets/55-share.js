/*
 * The menu of a chart: its files are those of the view that is shown, in the theme of the page and the size that is
 * chosen; its citation is asked for when it opens.
 */
(() => {
  "use strict";

  const theme = () => document.documentElement.getAttribute("data-mantine-color-scheme") || "light";

  /** The query of a file: the view's own, without the open event, and what a figure is to look like. */
  function queryOf(menu, figure) {
    const query = new URLSearchParams(window.location.search);
    query.delete("event");
    const size = menu.querySelector("select").value;
    if (figure && size && size !== "page") query.set("preset", size);
    if (figure && theme() === "dark") query.set("theme", "dark");
    const told = query.toString();
    return told ? `?${told}` : "";
  }

  function fill(menu) {
    menu.querySelectorAll("[data-file]").forEach((link) => {
      link.setAttribute("href", link.dataset.file + queryOf(menu, link.dataset.file.startsWith(menu.dataset.share)));
    });
  }

  async function cite(menu) {
    const place = menu.querySelector(".share-cite");
    const answer = await fetch(`events.txt${queryOf(menu, false)}`).catch(() => null);
    place.textContent = answer && answer.ok ? (await answer.text()).trim() : "";
  }

  // A details element tells of its opening to those who listen before it, not after.
  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (!menu.matches || !menu.matches("details.share") || !menu.open) return;
    document.querySelectorAll("details.share[open]").forEach((other) => other !== menu && (other.open = false));
    fill(menu);
    cite(menu);
  }, true);

  document.addEventListener("change", (event) => {
    const menu = event.target.closest && event.target.closest("details.share");
    if (menu) fill(menu);
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.share[open]").forEach((menu) => !menu.contains(event.target) && (menu.open = false));
    const button = event.target.closest("[data-cite]");
    if (button) window.datelineCopy(button.closest("details").querySelector(".share-cite").textContent, button);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.share[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
