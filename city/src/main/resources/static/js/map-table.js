// The table that says the same as a map: its rows select on the map, and show what the map selected.
export class LinkedTable {
  #rows = new Map();
  #headings = [];

  constructor(table, words, shows, choose) {
    if (!table) return;
    this.#headings = [...table.tHead.rows[0].cells].map((c) => c.textContent.trim());
    for (const row of table.tBodies[0].rows) {
      if (!row.dataset.id || !shows(row.dataset.id)) continue;
      this.#rows.set(row.dataset.id, row);
      LinkedTable.#button(row.cells[0], words, () => choose(row.dataset.id));
    }
  }

  // The row's heading becomes a button; one that is a link keeps it and gets a button after it.
  static #button(heading, words, choose) {
    const name = heading.textContent.trim();
    const button = Object.assign(document.createElement("button"), { type: "button", className: "pick" });
    if (heading.querySelector("a")) {
      button.classList.add("spot");
      button.title = words.show;
      button.setAttribute("aria-label", `${words.show}: ${name}`);
      heading.append(" ", button);
    } else {
      button.textContent = name;
      heading.replaceChildren(button);
    }
    button.addEventListener("click", choose);
  }

  ids() {
    return [...this.#rows.keys()];
  }

  mark(id, fromTable = false) {
    for (const row of this.#rows.values()) row.removeAttribute("aria-current");
    const row = this.#rows.get(id);
    if (!row) return;
    row.setAttribute("aria-current", "true");
    const box = row.closest(".scroll");
    // Only the table's own box scrolls: the page stays where the visitor is.
    if (!fromTable && box) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }

  // Heading and cell of each further column.
  facts(id) {
    const row = this.#rows.get(id);
    if (!row) return [];
    return [...row.cells].slice(1).map((cell, i) => [this.#headings[i + 1], cell.textContent.trim()]);
  }
}
