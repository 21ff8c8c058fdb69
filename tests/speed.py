# SPDX-License-Identifier: MIT
"""Checks a file of the benchmark against its schema, and that the page made from it shows each row.
Usage: speed.py SPEED_JSON SOURCE_FOLDER"""
import copy
import html.parser
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

file, source = map(pathlib.Path, sys.argv[1:])
speed = json.loads(file.read_text())
failures = []


class Page(html.parser.HTMLParser):
    """The plots by their titles, with what is drawn in each; and the cells of each row of a table."""

    def __init__(self, text):
        super().__init__()
        self.plots, self.rows, self.path, self.title = {}, [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.path.append((tag, dict(attributes)))
        if tag == "svg":
            self.title = None
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        elif tag in ("circle", "polyline") and self.title:
            self.plots[self.title]["marks"] += 1

    def handle_endtag(self, tag):
        while self.path and self.path.pop()[0] != tag:
            pass

    def handle_data(self, text):
        tags = [tag for tag, _ in self.path]
        if "svg" in tags and tags[-1] == "title":
            role = next(attributes.get("role") for tag, attributes in self.path if tag == "svg")
            self.title = text
            self.plots[text] = {"role": role, "description": "", "marks": 0}
        elif "svg" in tags and tags[-1] == "desc":
            self.plots[self.title]["description"] += text
        elif ("td" in tags or "th" in tags) and self.rows and self.rows[-1]:
            self.rows[-1][-1] += text


def lua_text(value):
    """A value as `fearless site` hands it to the pages: as a literal of Lua."""
    if isinstance(value, dict):
        fields = (f"[{lua_text(name)}]={lua_text(field)}" for name, field in value.items() if field is not None)
        return "{" + ",".join(fields) + "}"
    if isinstance(value, list):
        return "{" + ",".join(map(lua_text, value)) + "}"
    if isinstance(value, str):
        return '"' + "".join(f"\\{byte:03}" if byte < 32 or byte in b'"\\' else chr(byte)
                             for byte in value.encode()).encode("latin-1").decode() + '"'
    return "nil" if value is None else str(value).lower()


def page_of(document):
    with tempfile.TemporaryDirectory() as folder:
        evidence = pathlib.Path(folder)
        part = lua_text(document).encode()
        (evidence / "parts").write_bytes(part)
        (evidence / "index.lua").write_text(f'return {{["speed"]={{1,{len(part)}}}}}')
        made = subprocess.run(["pandoc", "--from=markdown", "--to=html5", "--standalone", "--template=spec/site/template.html",
                               "--lua-filter=spec/site/weave.lua", "spec/site/pages/speed.md"], cwd=source, check=True,
                              capture_output=True, text=True, env={**os.environ, "FEARLESS_EVIDENCE": folder})
    return made.stdout


def expect(right, what):
    if not right:
        failures.append(what)


schema = json.loads((source / "schemas" / "speed.schema.json").read_text())
for error in jsonschema.Draft7Validator(schema).iter_errors(speed):
    failures.append(f"/{'/'.join(map(str, error.absolute_path))}: {error.message}")
if failures:
    sys.exit("\n".join(failures))

# Each library is in each row that it can be in.
for library in speed["libraries"]:
    groups = {measure["group"] for measure in speed["measures"] for row in measure["rows"] if row["library"] == library["name"]}
    for has, group in (("channel", "channels"), ("lock", "locks"), ("arc", "locks")):
        expect(has not in library["has"] or group in groups, f"{library['name']} is not measured in {group}")

text = page_of(speed)
page = Page(text)
titles = {library["name"]: library["title"] for library in speed["libraries"]}
for measure in speed["measures"]:
    for row in measure["rows"]:
        title = titles.get(row["library"], row["library"])
        cells = [found for found in page.rows if found and found[0] == title]
        expect(cells, f"the page has no row for {title}")
        if measure["group"] in ("channels", "locks"):
            plot = page.plots.get(measure["title"])
            expect(plot and plot["role"] == "img", f"the page has no plot of {measure['title']}")
            drawn = plot and (title in plot["description"] or title == "Fearless" or "needs" in row)
            expect(drawn, f"the plot of {measure['title']} does not describe {title}")
    if measure["group"] in ("channels", "locks") and measure["title"] in page.plots:
        rows = sum("nanoseconds" in row for row in measure["rows"]) - 1
        expect(page.plots[measure["title"]]["marks"] == rows, f"the plot of {measure['title']} must have {rows} marks")
    if not measure["group"].startswith("port-"):
        expect(f"LIBRARY {measure['arguments']}" in text, f"the page has no command for {measure['title']}")
for group in ("producers", "bytes", "messages"):
    expect(any(title.endswith(group) for title in page.plots), f"the page has no plot of growth in {group}")
expect("the figures mean nothing" in text, "the page does not say that the figures come from --quick")

# A library whose package is missing keeps its rows, and they name the package.
lacking = copy.deepcopy(speed)
lacking["libraries"][-1]["needs"] = ["libmade-dev"]
for measure in lacking["measures"]:
    measure["rows"] = [{"library": row["library"], "needs": ["libmade-dev"]}
                       if row["library"] == lacking["libraries"][-1]["name"] else row for row in measure["rows"]]
expect("not measured: install <code>libmade-dev</code>" in page_of(lacking), "a missing package is not named on the page")
expect("Run <code>./fearless bench</code>" in page_of(None), "without figures the page must say how to make them")

for line in failures:
    print(line)
print(f"{len(speed['measures'])} measures, {len(page.plots)} plots, {len(failures)} failures")
sys.exit(1 if failures else 0)
