extension PageText {
  /// The part of the script that reads out rows, opens practices, and listens.
  static let reading = """
    function tell(row) {
      if (!dates) {
        dates = new Map();
        for (const line of document.querySelectorAll("[data-of]"))
          dates.set(line.dataset.of, [...line.querySelectorAll("[data-stage]")]);
      }
      if (told === row) return;
      if (told) told.classList.remove("told");
      told = row;
      row.classList.add("told");
      strip.textContent = row.cells[0].textContent + " (" + row.cells[1].textContent + "): "
        + (dates.get(row.dataset.at) || []).map(cell => cell.dataset.stage + " " + (cell.cells
          ? [...new Set([1, 2].map(place => cell.cells[place].textContent))].join(" to ")
          : cell.textContent)).join(" · ");
      strip.hidden = false;
    }

    function open(place) {
      const section = by("p-" + place);
      if (!section) return;
      at = place;
      if (section.tagName === "DETAILS") section.open = true;
      section.scrollIntoView();
      (section.querySelector("summary") || section).focus({preventScroll: true});
    }

    function read() {
      const direct = /^#p-([0-9]+)$/.exec(location.hash);
      const state = new URLSearchParams(direct ? "" : location.hash.slice(1));
      for (const field of fields) {
        field.value = state.has(field.id) ? state.get(field.id) : field.dataset.first;
        if (field.selectedIndex === -1) field.value = field.dataset.first;
      }
      draw();
      const place = direct ? direct[1] : state.get("at");
      if (place) open(place);
    }

    for (const field of fields) {
      field.dataset.first = field.value;
      field.addEventListener(field.id === "find" ? "input" : "change", () => {
        draw();
        remember();
      });
    }
    for (const kind of ["pointerover", "focusin"])
      table.addEventListener(kind, event => {
        const row = event.target.closest("tr[data-at]");
        if (row) tell(row);
      });
    table.addEventListener("click", event => {
      const link = event.target.closest("a"), row = event.target.closest("tr[data-at]");
      if (!link || !row) return;
      event.preventDefault();
      open(row.dataset.at);
      remember();
    });
    for (const body of table.tBodies)
      dress(body, body.querySelector("bdi").textContent);
    if (whole) {
      whole.hidden = false;
      whole.addEventListener("click", () => {
        const all = whole.getAttribute("aria-pressed") !== "true";
        whole.setAttribute("aria-pressed", String(all));
        for (const section of document.querySelectorAll(".practice")) section.open = all;
        if (all) document.body.dataset.whole = "1"; else delete document.body.dataset.whole;
      });
    }
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape") return;
      strip.hidden = true;
      if (told) told.classList.remove("told");
      told = null;
    });
    by("controls").hidden = false;
    by("controls").addEventListener("submit", event => event.preventDefault());
    addEventListener("hashchange", read);
    read();
    """
}
