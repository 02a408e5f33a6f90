/*
 * Topics by keyboard, and charts as tables: the arrow keys go from cell to cell, and a table is made of the values the
 * chart itself was drawn from, when it is opened. Tables beside charts are sorted here, by name or number.
 */
(() => {
  "use strict";

  const graphOf = (name) => document.querySelector(`#${name} .js-plotly-plot`);
  const traceOf = (graph, name) => graph.data.find((one) => one.name === name);
  const number = (value, places = 0) => value.toLocaleString("en", { maximumFractionDigits: places });

  // --- the keyboard among the cells of the topics ------------------------------------------------------------------

  let cell = null; // [topic, column], as they stand

  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function move(graph, key) {
    const heat = traceOf(graph, "topics");
    const { slices } = graph.layout.meta;
    const last = [heat.z.length / slices - 1, heat.x.length - 2];
    if (!cell) cell = [0, heat.z[slices - 1].reduce((found, one, column) => (one === null ? found : column), last[1])];
    else if (key === "Home" || key === "End") cell = [cell[0], key === "Home" ? 0 : last[1]];
    else cell = cell.map((at, axis) => Math.min(Math.max(at + STEPS[key][axis], 0), last[axis]));
    tell(graph, heat, slices);
  }

  function tell(graph, heat, slices) {
    const [row, column] = [cell[0] * slices + slices - 1, cell[1]];
    const value = heat.z[row][column];
    const lines = window.datelineTip.told("topics", graph, { data: value === null ? traceOf(graph, "rows") : heat, pointIndex: [row, column], z: value });
    const { xaxis, yaxis } = graph._fullLayout;
    const frame = graph.getBoundingClientRect();
    const spot = { clientX: frame.left + xaxis._offset + xaxis.l2p(heat.x[column + 1]), clientY: frame.top + yaxis._offset + yaxis.l2p(heat.y[row + 1]) };
    window.datelineTip.show(lines, spot.clientX, spot.clientY, { chart: "topics", row, column, edges: heat.x });
    document.getElementById("cell-told").textContent = lines.slice(1).join(", ");
    return { lines, spot, column, edges: heat.x };
  }

  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "topics-box" || event.ctrlKey || event.metaKey || event.altKey) return;
    const graph = graphOf("topics");
    if (!graph || !graph.data || !traceOf(graph, "topics")) return;
    if (STEPS[event.key] || event.key === "Home" || event.key === "End") move(graph, event.key);
    else if (event.key === "Enter" && cell) {
      const { lines, spot, column, edges } = tell(graph, traceOf(graph, "topics"), graph.layout.meta.slices);
      window.datelineTip.click("topics", lines, { column, edges }, spot);
    } else return;
    event.preventDefault();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.id !== "topics-box") return;
    cell = null;
    window.datelineTip.hide();
  });

  // --- charts as tables --------------------------------------------------------------------------------------------

  const DAY = 86400000;
  const plain = (words) => ["td", {}, [words]];

  const TABLES = {
    topics(graph, [topic, all]) {
      const heat = traceOf(graph, "topics");
      const { rows, columns, slices, by } = graph.layout.meta;
      const totals = traceOf(graph, "names").customdata;
      const shown = heat.z.filter((_, row) => row % slices === slices - 1);
      const sign = by ? " %" : "";
      const told = columns.map((_, column) => column).filter((column) => shown.some((values) => values[column] !== null));
      const cellOf = (row, column, value) => ["td", { "data-topic": rows[row * slices][0], "data-from": heat.x[column] / DAY, "data-to": heat.x[column + 1] / DAY }, [value === null ? "" : number(value, by ? 0 : 1) + sign]];
      return {
        heads: [topic, all, ...told.map((column) => columns[column])],
        rows: shown.map((values, row) => {
          const [key, name] = rows[row * slices];
          const button = ["button", { type: "button", class: "twin-button", "data-topic": key, "data-behind": `topic::${key}` }, [name]];
          return [button, plain(totals[row][0][2].replace(/ \D+$/, "")), ...told.map((column) => cellOf(row, column, values[column]))];
        }),
      };
    },
    overview(graph, [, , time, planned]) {
      const [rest, ahead] = graph.data;
      return {
        heads: [time, graph.layout.meta.what, planned],
        rows: rest.y.map((one, at) => [rest.customdata[at][1], one + ahead.y[at], ahead.y[at]]).filter((row) => row[1] > 0).map(([when, ...numbers]) => [when, ...numbers.map((one) => plain(number(one, 1)))]),
      };
    },
  };

  function fill(twin) {
    const graph = graphOf(twin.dataset.twin);
    const old = twin.querySelector(".twin-scroll");
    if (old) old.remove();
    if (!graph || !graph.data || !graph.data.length) return;
    const { heads, rows } = TABLES[twin.dataset.twin](graph, twin.dataset.heads.split("|"));
    const row = ([first, ...others]) => ["tr", {}, [["th", { scope: "row" }, [first]], ...others]];
    const table = ["table", { class: "twin-table" }, [
      ["caption", { class: "unseen" }, [twin.dataset.title]],
      ["thead", {}, [["tr", {}, heads.map((one) => ["th", { scope: "col" }, [one]])]]],
      ["tbody", {}, rows.map(row)],
    ]];
    twin.append(window.datelineBuild(["div", { class: "twin-scroll", tabindex: "0", role: "region", "aria-label": twin.dataset.title }, [table]]));
  }

  document.addEventListener("toggle", (event) => event.target.matches && event.target.matches("details.twin") && event.target.open && fill(event.target), true);
  document.addEventListener("dateline:drawn", ({ detail }) => {
    const twin = document.querySelector(`details.twin[data-twin="${detail}"]`);
    if (twin && twin.open) fill(twin);
    if (detail === "topics") cell = null;
  });

  // --- sorting -----------------------------------------------------------------------------------------------------

  let sorted = ["number", "descending"]; // kept when a new view brings a new table

  function sort() {
    const table = document.querySelector("#map-table table");
    if (!table) return;
    const [by, order] = sorted;
    const way = order === "ascending" ? 1 : -1;
    const compare = by === "number" ? (a, b) => a.dataset.number - b.dataset.number : (a, b) => a.dataset.name.localeCompare(b.dataset.name, "en");
    const rows = [...table.tBodies[0].rows].sort((a, b) => way * compare(a, b) || a.dataset.name.localeCompare(b.dataset.name, "en"));
    table.tBodies[0].append(...rows);
    table.querySelectorAll("[data-sort]").forEach((button) => button.parentElement.setAttribute("aria-sort", button.dataset.sort === by ? order : "none"));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-sort]");
    if (!button) return;
    const { sort: by } = button.dataset;
    const first = by === "number" ? "descending" : "ascending";
    const other = first === "descending" ? "ascending" : "descending";
    sorted = [by, sorted[0] === by && sorted[1] === first ? other : first];
    sort();
  });
  document.addEventListener("dateline:shown", sort);
})();
