/*
 * Suggestions while one types in the search: people, bodies, countries and topics in any spelling, each a filter. The
 * field is a combobox by ARIA's pattern: arrows choose, Enter takes, Escape closes. "/" comes to it from everywhere.
 */
(() => {
  "use strict";

  const WAIT = 120; // milliseconds without a letter
  const LEAST = 2; // letters
  let offered = []; // what stands in the list
  let active = -1; // which of them is chosen by the arrows
  let turn = 0; // the latest question
  let timer = 0;

  const field = () => document.getElementById("text");
  const list = () => document.getElementById("suggestions");

  function close() {
    turn += 1;
    offered = [];
    active = -1;
    if (list()) list().remove();
    if (field()) ["aria-expanded", "aria-activedescendant"].forEach((name) => field().removeAttribute(name));
  }

  async function ask() {
    const word = field().value.trim();
    if (word.length < LEAST) return close();
    const mine = (turn += 1);
    try {
      const answer = await fetch(`suggest${window.datelineSearch()}&word=${encodeURIComponent(word)}`);
      const found = answer.ok ? await answer.json() : [];
      if (mine === turn && document.activeElement === field()) show(found);
    } catch {
      close();
    }
    return undefined;
  }

  function show(found) {
    close();
    if (!found.length) return;
    offered = found;
    const options = found.map((one, place) => [
      "li",
      { role: "option", id: `suggestion-${place}`, "data-place": place, "aria-selected": "false", class: "suggestion" },
      [["span", {}, [one.name]], ["small", {}, [one.kind]], ["span", { class: "option-count" }, [one.events.toLocaleString("en")]]],
    ]);
    const box = window.datelineBuild(["ul", { id: "suggestions", role: "listbox", "aria-label": field().getAttribute("aria-label"), class: "suggestions" }, options]);
    const { left, bottom, width } = field().getBoundingClientRect();
    Object.assign(box.style, { left: `${left}px`, top: `${bottom + 6}px`, width: `${width}px` });
    document.getElementById("opened-lists").append(box);
    field().setAttribute("aria-expanded", "true");
    field().setAttribute("aria-controls", "suggestions");
  }

  function move(by) {
    active = (active + by + offered.length) % offered.length;
    list().querySelectorAll("li").forEach((one, place) => one.setAttribute("aria-selected", String(place === active)));
    field().setAttribute("aria-activedescendant", `suggestion-${active}`);
  }

  function take(place) {
    const { parameter, value } = offered[place];
    close();
    // The letters are no search any more; the field tells so itself, or it would tell the letters a moment later.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field(), "");
    field().dispatchEvent(new Event("input", { bubbles: true }));
    window.datelineSend({ kind: "found", name: parameter, value });
  }

  document.addEventListener("input", (event) => {
    if (event.target.id !== "text") return;
    field().setAttribute("role", "combobox");
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  document.addEventListener("focusout", (event) => event.target.id === "text" && setTimeout(close, 150));
  document.addEventListener("pointerdown", (event) => {
    const option = event.target.closest && event.target.closest(".suggestion");
    if (!option) return;
    event.preventDefault();
    take(Number(option.dataset.place));
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "text" && offered.length) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        take(active);
      } else if (event.key === "Escape") close();
      return;
    }
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || !field()) return;
    event.preventDefault();
    field().focus();
    field().select();
  });
  window.addEventListener("scroll", close, { passive: true });
})();
