"""The papers as pages: which there are, in what order, and each as HTML with links that work from disk."""
import html
import pathlib
import re
import shutil
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOG = ROOT / "Sources/TrancheKit/TrancheKit.docc"
MODULE = CATALOG.stem
HERE = pathlib.Path(__file__).resolve().parent
# Papers beside the articles, which the site shows too, and what they are called in its navigation.
BESIDE = {
    "README.md": "Read me first",
    "CONTRIBUTING.md": "Contributing",
    "CHANGELOG.md": "Changelog",
    "Data/README.md": "Shipped data",
    "Tests/Peers/README.md": "Other solvers on the same problem",
}
AS_THEY_ARE = {"LICENSE": "LICENSE.txt"}

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def anchor(heading):
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def words(tokens):
    """What inline tokens say, without their marks."""
    return "".join(t.content for t in tokens if t.type in ("text", "code_inline", "softbreak"))


class Page:
    """One paper: its source, the page it becomes, its title, headings and tokens."""

    def __init__(self, source, output=None):
        self.source = source
        self.path = source.relative_to(ROOT).as_posix()
        self.is_article = CATALOG in source.parents
        name = source.stem if self.is_article else self.path.removesuffix(".md").replace("/", "-")
        self.output = output or f"{name.lower()}.html"
        self.text = source.read_text(encoding="utf-8")
        self.tokens = PARSER.parse(self.text)
        self.title, self.headings, taken = self.path, [], set()
        for opening, inline in zip(self.tokens, self.tokens[1:]):
            if opening.type != "heading_open":
                continue
            said = words(inline.children)
            name = unique(anchor(said), taken)
            opening.attrSet("id", name)
            if opening.tag == "h1":
                self.title = "Contents" if said == MODULE else said
            self.headings.append((opening.tag, said, name))

    def where(self, token):
        """A place in the source, for messages."""
        return f"{self.path}:{token.map[0] + 1}" if token.map else self.path


def unique(name, taken):
    """The name, with a number where it stands already, as GitHub does."""
    number, candidate = 0, name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    taken.add(candidate)
    return candidate


class Site:
    """All pages, in the order of the root article's topics, and what was found wrong in them."""

    def __init__(self):
        root = Page(CATALOG / "Documentation.md", "index.html")
        self.troubles = []
        # DocC wants the module's name as the title of its root; readers of the site want the program's.
        root.tokens[1].children = PARSER.parseInline("tranche")[0].children
        self.articles = {p.stem: p for p in sorted(CATALOG.glob("*.md"))}
        self.groups = self.topics(root)
        listed = [name for _, names in self.groups for name in names]
        for name in self.articles:
            if name != root.source.stem and listed.count(name) != 1:
                self.trouble(root.path, f"{name} stands under Topics {listed.count(name)} times, not once")
        pages = {name: Page(self.articles[name]) for name in listed if name in self.articles}
        beside = [Page(ROOT / path) for path in BESIDE]
        for page in beside:
            page.title = BESIDE[page.path]
        self.pages = [root, *pages.values(), *beside]
        self.groups = [("", [root])] + [
            (title, [pages[name] for name in names if name in pages]) for title, names in self.groups
        ] + [("The project", beside)]
        self.by_path = {page.path: page for page in self.pages}
        self.by_name = {page.source.stem: page for page in self.pages if page.is_article} | {MODULE: root}
        self.pictures = set()

    def trouble(self, where, what):
        self.troubles.append(f"{where}: {what}")

    def topics(self, root):
        """The groups below `## Topics`: their headings and the names of the articles."""
        groups, inside = [], False
        for opening, inline in zip(root.tokens, root.tokens[1:]):
            if opening.type == "heading_open":
                inside = words(inline.children) == "Topics" or (inside and opening.tag == "h3")
                if inside and opening.tag == "h3":
                    groups.append((words(inline.children), []))
            elif inside and groups and inline.type == "inline":
                for child in inline.children:
                    if child.type == "link_open" and child.attrGet("href").startswith("doc:"):
                        groups[-1][1].append(child.attrGet("href").removeprefix("doc:"))
        return groups

    def write(self, folder):
        """Writes every page, style and picture into a folder, in place of what stood there."""
        folder = pathlib.Path(folder)
        if folder.exists():
            if not (folder / "style.css").exists() and any(folder.iterdir()):
                raise SystemExit(f"{folder} holds something else than this site, so it is left alone")
            shutil.rmtree(folder)
        (folder / "pictures").mkdir(parents=True)
        template = (HERE / "page.html").read_text(encoding="utf-8")
        for number, page in enumerate(self.pages):
            text = self.body(page)
            before = self.pages[number - 1] if number else None
            after = self.pages[number + 1] if number + 1 < len(self.pages) else None
            parts = {
                "title": html.escape(page.title),
                "navigation": self.navigation(page),
                "text": text,
                "steps": "\n".join(
                    f'<a class="{kind}" href="{other.output}">{arrow.format(html.escape(other.title))}</a>'
                    for kind, other, arrow in (("back", before, "← {}"), ("next", after, "{} →"))
                    if other
                ),
            }
            (folder / page.output).write_text(
                re.sub(r"\{\{(\w+)\}\}", lambda part: parts[part[1]], template), encoding="utf-8")
        shutil.copy(HERE / "style.css", folder)
        for picture in sorted(self.pictures):
            shutil.copy(picture, folder / "pictures")
        for source, target in AS_THEY_ARE.items():
            shutil.copy(ROOT / source, folder / target)

    def navigation(self, current):
        lines = []
        for title, pages in self.groups:
            if title:
                lines.append(f"<p>{html.escape(title)}</p>")
            lines.append("<ul>")
            for page in pages:
                mark = ' aria-current="page"' if page is current else ""
                lines.append(f'<li><a href="{page.output}"{mark}>{html.escape(page.title)}</a>')
                parts = [h for h in page.headings if h[0] == "h2" and h[1] != "Topics"]
                if page is current and page.output != "index.html" and len(parts) > 1:
                    lines.append("<ul>")
                    lines += [f'<li><a href="#{name}">{html.escape(said)}</a></li>' for _, said, name in parts]
                    lines.append("</ul>")
                lines.append("</li>")
            lines.append("</ul>")
        return "\n".join(lines)

    def body(self, page):
        """The page's own text as HTML."""
        tokens, tables = [], 0
        for token in page.tokens:
            if token.type == "inline":
                token.children = self.linked(page, token)
            if token.type == "table_open":
                tables += 1  # so that no two have the same name
                tokens.append(block(f'<div class="table" tabindex="0" role="region" aria-label="Table {tables}">\n'))
            tokens.append(token)
            if token.type == "table_close":
                tokens.append(block("</div>\n"))
        text = PARSER.renderer.render(tokens, PARSER.options, {})
        text = text.replace("<pre>", '<pre tabindex="0">')
        return re.sub(
            r'<(h[23]) id="([^"]+)">(.*?)</\1>',
            r'<\1 id="\2">\3<a class="anchor" href="#\2" aria-label="Link to this part">#</a></\1>', text)

    def linked(self, page, inline):
        """The inline tokens with links of DocC and of the tree turned into those of the site."""
        children, inside = [], False
        for place, token in enumerate(inline.children):
            if token.type == "link_open":
                inside = True
                said = inline.children[place + 1]
                bare = token.info == "auto"
                target = self.target(page, inline, unquote(token.attrGet("href")))
                if bare and token.attrGet("href").startswith("doc:"):
                    said.content = self.titled(said.content)
                token.attrSet("href", target)
            elif token.type == "link_close":
                inside = False
            elif token.type == "image":
                token.attrSet("src", self.picture(page, inline, token.attrGet("src")))
                token.attrSet("loading", "lazy")
            elif token.type == "code_inline" and not inside:
                named = self.by_name if token.markup == "``" else self.by_path
                other = named.get(token.content)
                if other and other is not page:
                    children += link(other.output, token)
                    continue
            children.append(token)
        return children

    def titled(self, address):
        """What a bare link to an article says: its title, or that of the part."""
        name, _, part = address.removeprefix("doc:").partition("#")
        page = self.by_name.get(name)
        if not page:
            return address
        return next((said for _, said, a in page.headings if a == part.lower()), page.title)

    def target(self, page, inline, address):
        if re.match(r"https?:|mailto:|#", address):
            return address
        name, _, part = address.partition("#")
        if address.startswith("doc:"):
            other = self.by_name.get(name.removeprefix("doc:"))
            part = part.lower()
        else:
            path = (page.source.parent / name).resolve()
            inside = path.relative_to(ROOT).as_posix() if ROOT in path.parents else name
            if inside in AS_THEY_ARE:
                return AS_THEY_ARE[inside]
            other = self.by_path.get(inside)
        if not other:
            self.trouble(page.where(inline), f"{address} leads to no paper")
            return address
        return other.output + (f"#{quote(part)}" if part else "")

    def picture(self, page, inline, address):
        folder = CATALOG / "Resources" if page.is_article else page.source.parent
        path = folder / address
        if not path.is_file():
            self.trouble(page.where(inline), f"there is no picture {address}")
        else:
            self.pictures.add(path)
        return f"pictures/{path.name}"


def block(text):
    token = Token("html_block", "", 0)
    token.content = text
    return token


def link(address, said):
    opening = Token("link_open", "a", 1)
    opening.attrSet("href", address)
    return [opening, said, Token("link_close", "a", -1)]
