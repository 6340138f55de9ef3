"use strict";
// Filters and sorts the ledger; without this the page is whole, but stands still.
(function () {
  const table = document.getElementById("ledger-table");
  const form = document.getElementById("filter");
  if (!table || !form) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const fields = Array.from(form.querySelectorAll("select"));
  const words = form.querySelector("input");
  const count = form.querySelector("output");
  const fold = function (s) { return s.normalize("NFKC").toLowerCase().replace(/\s+/g, ""); };
  const texts = new Map(rows.map(function (row) { return [row, fold(row.textContent)]; }));

  function shows(row) {
    const wanted = fold(words.value);
    return (wanted === "" || texts.get(row).includes(wanted)) && fields.every(function (field) {
      const values = (row.getAttribute("data-" + field.name) || "").split("\n");
      return field.value === "" || values.includes(field.value);
    });
  }

  function filter() {
    let shown = 0;
    rows.forEach(function (row) {
      row.hidden = !shows(row);
      if (!row.hidden) shown += 1;
    });
    count.textContent = count.getAttribute("data-words").replace("{n}", shown).replace("{all}", rows.length);
  }

  function key(row, column) {
    const cell = row.cells[column];
    return cell.hasAttribute("data-sort") ? cell.getAttribute("data-sort") : cell.textContent;
  }

  function sort(heading) {
    const up = heading.getAttribute("aria-sort") !== "ascending";
    const column = heading.cellIndex;
    Array.from(heading.parentNode.cells).forEach(function (h) { h.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const keys = new Map(rows.map(function (row) { return [row, key(row, column)]; }));
    rows.sort(function (a, b) {
      const order = compare(keys.get(a), keys.get(b));
      return up ? order : -order;
    });
    rows.forEach(function (row) { body.appendChild(row); });
  }

  Array.from(table.tHead.rows[0].cells).forEach(function (heading) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.textContent = "";
    heading.appendChild(button);
    button.addEventListener("click", function () { sort(heading); });
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(filter, 0); });
  function open() {
    const row = location.hash.startsWith("#f") ? document.getElementById(location.hash.slice(1)) : null;
    if (!row) return;
    row.hidden = false;
    row.querySelectorAll("details").forEach(function (d) { d.open = true; });
  }
  window.addEventListener("hashchange", open);
  form.hidden = false;
  filter();
  open();
})();
