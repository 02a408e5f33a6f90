"use strict";
// Search and sort of the table of a report: its rows are there, this only hides some.
const field = document.getElementById("search");
const count = document.getElementById("count");
const rows = Array.from(document.querySelectorAll("tbody tr"), (row) => ({ row, text: plain(row.textContent) }));

/** Small letters without accents, so that "Sao" finds "São". */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function search() {
  const asked = plain(field.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { row, text } of rows) {
    const fits = asked.every((word) => text.includes(word));
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  count.textContent = asked.length ? `${shown} of ${rows.length}` : `${rows.length}`;
}

field.addEventListener("input", search);
document.getElementById("finder").hidden = false;
search();
