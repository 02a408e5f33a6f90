// Parts of the page as plain elements, from the lists of `components/light.py`. Text stays text: nothing here is
// read as HTML.
(() => {
  "use strict";

  function build(part) {
    if (!Array.isArray(part)) return document.createTextNode(part);
    const [tag, attributes, children] = part;
    const node = tag ? document.createElement(tag) : document.createDocumentFragment();
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null) node.setAttribute(name, value);
    }
    node.append(...children.map(build));
    return node;
  }

  window.datelineBuild = build;
})();
