"""Has Mermaid itself read and draw every diagram, in Chromium. Usage: mermaid.py EXPORT STAGES.CSV

Mermaid is the copy in the package mmdc; nothing is fetched.
"""
import datetime
import importlib.util
import pathlib
import shutil
import sys

from common import Faults, stages
from playwright.sync_api import sync_playwright

LIBRARY = pathlib.Path(importlib.util.find_spec("mmdc").origin).with_name("assets") / "mermaid.js"

READ = """async text => {
  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const day = time => time.getFullYear() + "-" + String(time.getMonth() + 1).padStart(2, "0")
      + "-" + String(time.getDate()).padStart(2, "0");
    const tasks = diagram.db.getTasks().map(task => ({section: task.section, name: task.task,
      start: day(task.startTime), end: day(task.endTime)}));
    const {svg} = await mermaid.render("drawing", text);
    const page = new DOMParser().parseFromString(svg, "image/svg+xml");
    return {kind: diagram.type, title: diagram.db.getAccTitle(), tasks,
      bars: page.querySelectorAll("rect.task").length,
      names: [...page.querySelectorAll("text.taskText, text.taskTextOutsideRight, "
        + "text.taskTextOutsideLeft")].map(name => name.textContent.trim())};
  } catch (error) {
    return {fault: String(error)};
  }
}"""


def days(task):
    """The days of a task; the end that is written is exclusive."""
    last = datetime.date.fromisoformat(task["end"]) - datetime.timedelta(days=1)
    return datetime.date.fromisoformat(task["start"]), last


def check(faults, path, found, wanted):
    """What Mermaid understood of a diagram is what the plan says."""
    faults.expect(found.get("fault"), None, path.name)
    if "fault" in found:
        return
    faults.expect(found["kind"], "gantt", f"{path.name}: kind")
    faults.expect(bool(found["title"]), True, f"{path.name}: title")
    faults.expect(found["bars"], len(found["tasks"]), f"{path.name}: bars")
    faults.expect(
        sorted(found["names"]), sorted(task["name"].strip() for task in found["tasks"]),
        f"{path.name}: names")
    own = [task for task in found["tasks"] if task["section"] != "Protected periods"]
    if path.stem.startswith("practice-"):
        code = path.stem.removeprefix("practice-")
        got = {task["name"].split()[0]: days(task) for task in own}
        faults.expect(
            got, {stage: dates for (practice, stage), dates in wanted.items() if practice == code},
            path.name)
    else:
        for task in own:
            code = task["name"].split()[0]
            dates = (wanted[(code, "PR")][0], wanted[(code, "GL")][1])
            faults.expect(days(task), dates, f"{path.name}: {code}")
    return own


def main(folder, plan):
    faults = Faults()
    wanted = stages(plan)
    seen = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(timezone_id="Europe/London")
        fetched = []
        page.on("request", lambda request: fetched.append(request.url))
        page.add_script_tag(content=LIBRARY.read_text(encoding="utf-8"))
        page.evaluate("mermaid.initialize({startOnLoad: false})")
        for path in sorted(pathlib.Path(folder, "mermaid").glob("*.mmd")):
            text = path.read_text(encoding="utf-8")
            faults.expect(len(text) < 50_000, True, f"{path.name}: size")
            own = check(faults, path, page.evaluate(READ, text), wanted)
            if path.stem.startswith("region"):
                seen |= {task["name"].split()[0] for task in own or []}
        faults.expect(page.evaluate(READ, "gantt\n  section x\n    a : b, c, d, e, f").get("fault")
                      is None, False, "a broken diagram is refused")
        faults.expect([one for one in fetched if not one.startswith("data:")], [], "network")
        browser.close()
    faults.expect(seen, {code for code, _ in wanted}, "practices in the region's diagrams")
    faults.end()


main(*sys.argv[1:])
