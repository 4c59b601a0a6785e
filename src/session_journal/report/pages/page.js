"use strict";
// Search, filters and sorting. The page can be read without any of it, and nothing here writes HTML.
(() => {
  const one = (query, root) => (root || document).querySelector(query);
  const all = (query, root) => [...(root || document).querySelectorAll(query)];
  const rows = all(".m");
  const input = one("#search");
  const chips = all(".chip");
  const shown = one("#shown");
  const texts = new Map();
  const picked = new Set();

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLocaleLowerCase().replace(/\s+/g, " "));
    return texts.get(row);
  };

  const sift = () => {
    const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits = (!picked.size || picked.has(row.dataset.group)) && words.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      count += fits;
    }
    for (const day of all(".day")) day.hidden = !one(".m:not([hidden])", day);
    for (const chip of chips) {
      const group = chip.dataset.group;
      chip.setAttribute("aria-pressed", String(group ? picked.has(group) : !picked.size));
    }
    const noun = input.dataset.of + (rows.length === 1 ? "" : "s");
    shown.textContent = count === rows.length ? `${count.toLocaleString("en")} ${noun}` :
      `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} ${noun}`;
    one("#nothing").hidden = count > 0;
    document.body.classList.toggle("sifted", count < rows.length);
  };

  const everything = () => {
    picked.clear();
    input.value = "";
    sift();
  };

  const pick = (group) => {
    if (!group) picked.clear();
    else if (!picked.delete(group)) picked.add(group);
    sift();
  };

  const arrive = () => {
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch { /* a link that is none */ }
    if (!target) return;
    if (target.hidden) everything();
    const folded = one("details", target);
    if (folded && target.classList.contains("m")) folded.open = true;
    target.scrollIntoView({ block: "center" });
  };

  const sortable = (table) => {
    const heads = all("thead th", table);
    const body = one("tbody", table);
    const by = (head, place) => {
      const numeric = "numeric" in head.dataset || head.classList.contains("n");
      const was = head.getAttribute("aria-sort");
      const down = was ? was === "ascending" : numeric;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = all("tr", body).map((row, order) => [row.cells[place].dataset.value, order, row]);
      const compare = numeric ? (a, b) => Number(a) - Number(b) : new Intl.Collator("en", { numeric: true }).compare;
      keyed.sort((a, b) => (down ? compare(b[0], a[0]) : compare(a[0], b[0])) || a[1] - b[1]);
      body.append(...keyed.map((key) => key[2]));
    };
    heads.forEach((head, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent.trim();
      button.addEventListener("click", () => by(head, place));
      head.replaceChildren(button);
    });
  };

  const ago = () => {
    const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
    for (const time of all("time[data-ago]")) {
      const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
      const unit = units.find(([, size]) => seconds >= size);
      const count = unit ? Math.floor(seconds / unit[1]) : 0;
      time.textContent = unit ? `${count} ${unit[0]}${count === 1 ? "" : "s"} ago` : "just now";
    }
  };

  if (input) {
    one(".tools").hidden = false;
    input.addEventListener("input", sift);
    one("#all-again").addEventListener("click", () => {
      everything();
      input.focus();
    });
    for (const chip of chips) chip.addEventListener("click", () => pick(chip.dataset.group));
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && event.target !== input && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
      } else if (event.key === "Escape" && event.target === input) {
        event.preventDefault();
        everything();
      }
    });
  }
  all("table.sessions").forEach(sortable);
  all(".scroll").forEach((box) => {
    if (box.closest(".calendar")) box.scrollLeft = box.scrollWidth;
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
  addEventListener("hashchange", arrive);
  ago();
  arrive();
})();
