extension PageText {
  /// The script: find, group, zoom, and the strip that reads out a row.
  ///
  /// Without it the page lacks nothing but these.
  static let script = """
    "use strict";
    (function () {
      const by = id => document.getElementById(id);
      const table = document.querySelector("table.gantt");
      const rows = [...table.querySelectorAll("tr[data-code]")];
      const heading = table.querySelector("tr.group");
      const find = by("find"), group = by("group"), zoom = by("zoom"), strip = by("strip");
      by("controls").hidden = false;
      by("controls").addEventListener("submit", event => event.preventDefault());
      const title = row => row.dataset[group.value] || "All practices";
      function draw() {
        const wanted = find.value.trim().toLowerCase();
        const shown = rows.filter(row => !wanted || row.textContent.toLowerCase().includes(wanted)
          || row.dataset.pcn.toLowerCase().includes(wanted));
        const groups = new Map();
        for (const row of [...shown].sort((a, b) => a.dataset.day < b.dataset.day ? -1
          : a.dataset.day > b.dataset.day ? 1 : a.dataset.code < b.dataset.code ? -1 : 1)) {
          if (!groups.has(title(row))) groups.set(title(row), []);
          groups.get(title(row)).push(row);
        }
        for (const body of [...table.tBodies]) body.remove();
        for (const [name, members] of groups) {
          const body = table.createTBody(), head = heading.cloneNode(true);
          const text = document.createElement("bdi");
          text.textContent = name;
          head.firstElementChild.replaceChildren(text,
            ", " + members.length + (members.length === 1 ? " practice" : " practices"));
          body.append(head, ...members);
        }
        by("count").textContent = shown.length === rows.length ? ""
          : shown.length + " of " + rows.length + " practices shown";
        document.body.dataset.zoom = zoom.value;
        const state = new URLSearchParams({find: find.value, group: group.value, zoom: zoom.value});
        history.replaceState(null, "", "#" + state);
      }
      function tell(row) {
        const dates = [...document.querySelectorAll("#stages-table tbody tr")]
          .find(line => line.dataset.of === row.dataset.code);
        const heads = [...document.querySelectorAll("#stages-table thead th")];
        strip.textContent = row.cells[0].textContent + ": " + [...dates.cells].slice(1)
          .map((cell, place) => heads[place + 1].textContent.split(" ")[0] + " " + cell.textContent)
          .join(" · ");
        strip.hidden = false;
      }
      for (const row of rows) {
        row.addEventListener("focus", () => tell(row));
        row.addEventListener("click", () => tell(row));
      }
      document.addEventListener("keydown", event => {
        if (event.key === "Escape") strip.hidden = true;
      });
      const state = new URLSearchParams(location.hash.slice(1));
      for (const [name, field] of [["find", find], ["group", group], ["zoom", zoom]])
        if (state.has(name)) field.value = state.get(name);
      find.addEventListener("input", draw);
      group.addEventListener("change", draw);
      zoom.addEventListener("change", draw);
      if (state.has("group")) draw();
    })();
    """
}
