extension PageText {
  /// The script: find, choose, group, fold, zoom, and the strip that reads out a row.
  ///
  /// Without it the page lacks nothing but these. What is chosen stands in the address, so that a
  /// link opens the same view.
  static let script = """
    "use strict";
    (function () {
      const by = id => document.getElementById(id);
      const table = document.querySelector("table.gantt"), strip = by("strip"), whole = by("whole");
      const rows = [...table.querySelectorAll("tr[data-at]")];
      const heading = table.querySelector("tr.group");
      const fields = ["find", "route", "only", "group", "zoom"].map(by).filter(field => field);
      const value = id => by(id) ? by(id).value : "";
      const words = new Map(rows.map(row =>
        [row, [0, 1, 2].map(cell => row.cells[cell].textContent).concat(row.dataset.pcn).join(" ")
          .toLowerCase()]));
      const order = [...rows].sort((a, b) => a.dataset.day < b.dataset.day ? -1
        : a.dataset.day > b.dataset.day ? 1 : 0);
      const sections = new Map(rows.map(row => [row, by("p-" + row.dataset.at)]));
      let grouped = value("group"), at = "", told = null, dates = null;

      // Gives a group's heading its button; the number of its rows follows as they are shown.
      function dress(body, name) {
        const fold = document.createElement("button"), text = document.createElement("bdi");
        fold.type = "button";
        fold.setAttribute("aria-expanded", "true");
        text.textContent = name;
        fold.append(text, ", ", document.createElement("span"));
        fold.addEventListener("click", () => {
          const folded = body.classList.toggle("folded");
          fold.setAttribute("aria-expanded", String(!folded));
        });
        body.rows[0].firstElementChild.replaceChildren(fold);
      }

      function regroup() {
        const groups = new Map();
        for (const row of order) {
          const title = row.dataset[value("group")] || "All practices";
          if (!groups.has(title)) groups.set(title, []);
          groups.get(title).push(row);
        }
        const bodies = [];
        for (const [name, members] of groups) {
          const body = document.createElement("tbody");
          body.append(heading.cloneNode(true), ...members);
          dress(body, name);
          bodies.push(body);
        }
        for (const body of [...table.tBodies]) body.remove();
        table.append(...bodies);
        grouped = value("group");
      }

      function draw() {
        if (!heading) return;
        if (grouped !== value("group")) regroup();
        const wanted = value("find").trim().toLowerCase(), route = value("route");
        const only = value("only"), counts = new Map();
        let shown = 0;
        for (const row of rows) {
          const keep = (!wanted || words.get(row).includes(wanted))
            && (!route || row.dataset.route === route)
            && (!only || row.dataset.tags.split(" ").includes(only));
          if (keep) {
            shown += 1;
            counts.set(row.parentNode, (counts.get(row.parentNode) || 0) + 1);
          }
          if (row.hidden === keep) row.hidden = !keep;
          const section = sections.get(row);
          if (section && section.hidden === keep) section.hidden = !keep;
        }
        for (const body of table.tBodies) {
          const count = counts.get(body) || 0;
          body.hidden = count === 0;
          body.querySelector("span").textContent = count + (count === 1 ? " practice" : " practices");
        }
        by("count").textContent = shown === rows.length ? ""
          : shown + " of " + rows.length + " practices shown";
        if (document.body.dataset.zoom !== value("zoom")) document.body.dataset.zoom = value("zoom");
      }

      function remember() {
        const state = new URLSearchParams();
        for (const field of fields)
          if (field.value && field.value !== field.dataset.first) state.set(field.id, field.value);
        if (at) state.set("at", at);
        const text = String(state);
        history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
      }

      \(reading)
    })();
    """
}
