/*
 * Events collected into a story: kept in this browser, ordered and told on a sheet, saved as a file of TOML that
 * `dateline story` publishes (`publish/story.py`).
 */
(() => {
  "use strict";

  const KEPT = "dateline-story";
  const PARTS = ["title", "lead", "author"];
  const story = { title: "", lead: "", author: "", steps: [] };

  const sheet = () => document.getElementById("story-sheet");
  const opener = () => document.getElementById("story-open");

  function read() {
    try {
      const found = JSON.parse(window.localStorage.getItem(KEPT)) || {};
      PARTS.forEach((name) => (story[name] = String(found[name] || "")));
      story.steps = (Array.isArray(found.steps) ? found.steps : []).filter((one) => one && typeof one.id === "string");
    } catch {
      // storage may be forbidden, or hold something else: the story is that of this visit
    }
  }

  function keep() {
    try {
      window.localStorage.setItem(KEPT, JSON.stringify(story));
    } catch {
      // likewise
    }
    show();
  }

  // --- the page ------------------------------------------------------------------------------------------------------

  const held = (id) => story.steps.findIndex((one) => one.id === id);

  function show() {
    const button = opener();
    if (button) {
      button.hidden = !story.steps.length;
      const words = `${button.dataset.words} · ${story.steps.length}`;
      if (button.textContent !== words) button.textContent = words;
    }
    document.querySelectorAll("[data-story-add]").forEach((one) => {
      const inside = held(one.dataset.storyAdd) >= 0;
      const words = inside ? one.dataset.drop : one.dataset.add;
      if (one.getAttribute("aria-pressed") === String(inside) && one.lastChild.textContent === words) return;
      one.setAttribute("aria-pressed", inside);
      one.lastChild.textContent = words;
    });
  }

  function toggle({ storyAdd: id, storyTitle: title, storyWhen: when }) {
    const place = held(id);
    if (place >= 0) story.steps.splice(place, 1);
    else story.steps.push({ id, title, when, heading: "", label: "", words: "" });
    keep();
  }

  // --- the sheet -----------------------------------------------------------------------------------------------------

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  const field = (title, control) => make("label", { class: "sheet-field" }, make("span", {}, title), control);

  function input(tag, place, name, most) {
    const control = make(tag, { "data-step": place, "data-part": name, maxlength: most, autocomplete: "off" });
    control.value = story.steps[place][name];
    return control;
  }

  function mover(sign, words, place, by) {
    const button = make("button", { type: "button", class: "sheet-item", "data-move": by, "data-step": place, "aria-label": `${words}: ${story.steps[place].title}` }, sign);
    button.disabled = by !== "0" && !story.steps[place + Number(by)];
    return button;
  }

  function list() {
    const told = sheet().dataset;
    const steps = story.steps.map((step, place) => {
      const buttons = [mover("↑", told.up, place, "-1"), mover("↓", told.down, place, "1"), mover("×", told.drop, place, "0")];
      const name = make("div", {}, make("strong", {}, step.title), make("small", {}, step.when));
      const heading = input("input", place, "heading", 200);
      heading.placeholder = step.title;
      return make(
        "li", {}, make("div", { class: "story-head" }, name, make("div", { class: "story-moves" }, ...buttons)),
        field(told.heading, heading), field(told.label, input("input", place, "label", 60)), field(told.told, input("textarea", place, "words", 4000)),
      );
    });
    document.getElementById("story-steps").replaceChildren(...steps);
    sheet().querySelectorAll("[data-story]").forEach((one) => (one.value = story[one.dataset.story]));
  }

  async function open() {
    if (!(await window.datelineSheets())) return;
    list();
    sheet().showModal();
  }

  function move(place, by) {
    const [step] = story.steps.splice(place, 1);
    if (by) story.steps.splice(place + by, 0, step);
    keep();
    list();
    if (!story.steps.length) return sheet().close();
    const next = Math.min(place + by, story.steps.length - 1);
    const buttons = [...document.querySelectorAll(`#story-steps li:nth-child(${next + 1}) [data-move]`)];
    const same = buttons.find((one) => Number(one.dataset.move) === by && !one.disabled) || buttons.find((one) => !one.disabled);
    return same.focus();
  }

  // --- the file ------------------------------------------------------------------------------------------------------

  // eslint-disable-next-line no-control-regex
  const clean = (text) => (text.toWellFormed ? text.toWellFormed() : text).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ");
  const line = (text) => JSON.stringify(clean(text).replace(/\s+/g, " ").trim());
  const lines = (text) => `"""\n${clean(text).trim().replace(/\\/g, "\\\\").replace(/"""/g, '""\\"')}\n"""`;

  function write() {
    const { comment, untitled } = sheet().dataset;
    const query = new URLSearchParams(window.location.search);
    query.delete("event");
    const head = [`# ${comment}`, `title = ${line(story.title || untitled)}`, `lead = ${line(story.lead)}`, `author = ${line(story.author)}`, `link = ${line(query.toString() ? `?${query}` : "")}`];
    const steps = story.steps.map((step) => [
      "", "[[event]]", `# ${clean(`${step.when}: ${step.title}`).replace(/\s+/g, " ")}`, `id = ${line(step.id)}`,
      ...["heading", "label"].filter((name) => step[name].trim()).map((name) => `${name} = ${line(step[name])}`),
      ...(step.words.trim() ? [`words = ${lines(step.words)}`] : []),
    ]);
    return [...head, ...steps.flat(), ""].join("\n");
  }

  function save() {
    const anchor = make("a", { download: "story.toml", href: URL.createObjectURL(new Blob([write()], { type: "application/toml" })) });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000); // the browser needs a moment to take it
  }

  // --- what is done --------------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    if (sheet() && event.target === sheet()) return sheet().close(); // beside it
    const button = event.target.closest("[data-story-add],#story-open,#story-sheet [data-close],[data-story-save],[data-story-empty],[data-move]");
    if (!button) return undefined;
    if (button.dataset.storyAdd) return toggle(button.dataset);
    if (button.id === "story-open") return open();
    if (button.dataset.close !== undefined) return sheet().close();
    if (button.dataset.storySave !== undefined) return save();
    if (button.dataset.move) return move(Number(button.dataset.step), Number(button.dataset.move));
    Object.assign(story, { title: "", lead: "", author: "", steps: [] });
    keep();
    return sheet().close();
  });

  document.addEventListener("input", ({ target }) => {
    const { story: name, step, part } = target.dataset || {};
    if (name) story[name] = target.value;
    else if (step && part) story.steps[Number(step)][part] = target.value;
    else return;
    keep();
  });

  read();
  // The drawer is built anew with each event; its button then has to say whether that event is in the story.
  let asked = 0;
  new MutationObserver(() => {
    asked = asked || requestAnimationFrame(() => {
      asked = 0;
      show();
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("storage", (event) => {
    if (event.key !== KEPT) return;
    read();
    show();
  });
})();
