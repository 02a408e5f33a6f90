// Long parts of the page as plain elements, from the lists of `components/light.py`. Text stays text: nothing here
// is read as HTML.
(() => {
  const build = (part) => {
    if (!Array.isArray(part)) return document.createTextNode(part);
    const [tag, attributes, children] = part;
    const node = tag ? document.createElement(tag) : document.createDocumentFragment();
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null) node.setAttribute(name, value);
    }
    node.append(...children.map(build));
    return node;
  };
  const fill = (id, part) => {
    const place = document.getElementById(id);
    if (place && part !== undefined && part !== null) place.replaceChildren(build(part));
  };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.light = { tray: (part) => fill("tray", part), table: (part) => fill("table", part) };
})();
