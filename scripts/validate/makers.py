"""Files of many makers: makers.py PROGRAM makes Word and OpenDocument files with other programs, and imports them all.

Uses what is installed of LibreOffice (`soffice`), pandoc, python-docx and odfpy, and says what is not. Each file has to
come in with the same seven sections, in the order 1 to 7, as the text that it was made of, and with no word
unaccounted for, as `words.py` counts them.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from markdown_it import MarkdownIt

import words

ROOT = Path(__file__).resolve().parent.parent.parent
BRIEFINGS = [ROOT / "content/sexting.yaml", ROOT / "tests/fixtures/private-fostering.yaml",
             ROOT / "tests/fixtures/features.yaml"]
OFFICE = ROOT / "tests/fixtures/office"
# How writers number their headings.
NUMBERS = ["{n}. {heading}", "{n}) {heading}", "Minute {n}: {heading}", "{n} - {heading}"]


def sections(text):
    """Heading and words of each section of a YAML."""
    data = yaml.load(text, Loader=yaml.BaseLoader)
    body = lambda section: " ".join(words.lines(section.get("body") or ""))
    return [(" ".join((section.get("heading") or "").split()), words.words(body(section)))
            for section in data["sections"]]


def markdown(path, number, bold):
    """A briefing as Markdown, with headings by style or by bold letters."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    lines = [data["board"]["name"], "", f"**{data['title']}**" if bold else f"# {data['title']}", "",
             "7-minute briefing", ""]
    for n, section in enumerate(data["sections"], 1):
        heading = number.format(n=n, heading=section["heading"]).replace(")", "\\)").replace(". ", "\\. ", 1)
        lines += [f"**{heading}**" if bold else f"## {heading}", "", section["body"], ""]
    return "\n".join(lines)


def by_pandoc(folder):
    """Docx and odt of each briefing, by each kind of number."""
    for at, number in enumerate(NUMBERS):
        for bold in (False, True):
            path = BRIEFINGS[(at + bold) % 2]
            text = markdown(path, number, bold)
            for suffix in ("docx", "odt"):
                out = folder / f"pandoc-{at}-{'bold' if bold else 'styles'}.{suffix}"
                subprocess.run(["pandoc", "-f", "markdown-yaml_metadata_block-smart", "-o", out],
                               input=text, text=True, check=True)
                yield out, sections(path.read_text(encoding="utf-8"))


def by_libreoffice(folder, sources):
    """Files saved by LibreOffice again: as odt, as docx of that, and as docx by way of .doc and .rtf."""
    def converted(paths, suffix, into):
        subprocess.run(["soffice", "--headless", "--convert-to", suffix, "--outdir", into, *paths], check=True,
                       capture_output=True)
        return [into / f"{path.stem}.{suffix}" for path in paths]

    paths = [path for path, _ in sources]
    odt = converted(paths, "odt", folder / "odt")
    again = converted(odt, "docx", folder / "again")
    by_doc = converted(converted(paths, "doc", folder / "doc"), "docx", folder / "by-doc")
    by_rtf = converted(converted(paths, "rtf", folder / "rtf"), "docx", folder / "by-rtf")
    for made in (odt, again, by_doc, by_rtf):
        for path, (source, truth) in zip(made, sources):
            # It draws what SmartArt says, but does not save the words of it; and it loses groups in RTF.
            yield path, None if "groups" in source.name else truth


def by_python_docx(folder):
    """Pages of the library that most scripts use: styles, a list style, a table of two columns."""
    import docx
    for at, path in enumerate(BRIEFINGS[:2]):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for table in (False, True):
            page = docx.Document()
            page.add_heading(data["title"], 0)
            page.add_paragraph(data["board"]["name"])
            page.add_paragraph("7-minute briefing")
            cells = iter([cell for row in page.add_table(4, 2).rows for cell in row.cells]) if table else None
            for n, section in enumerate(data["sections"], 1):
                place = next(cells) if table else page
                head = place.add_paragraph(f"{n}. {section['heading']}", style="Heading 1")
                body_of(place, section["body"])
                if table and place.paragraphs[0].text == "":
                    place._element.remove(place.paragraphs[0]._element)
            out = folder / f"python-docx-{at}-{'table' if table else 'styles'}.docx"
            page.save(out)
            yield out, sections(path.read_text(encoding="utf-8"))


def body_of(place, text):
    """Paragraphs and items of a body that has no lists in lists."""
    style, item = None, False
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            style = "List Bullet" if token.type.startswith("bullet") else "List Number"
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            style = None
        elif token.type == "inline":
            paragraph = place.add_paragraph(style=style)
            strong = False
            for child in token.children:
                strong = {"strong_open": True, "strong_close": False}.get(child.type, strong)
                run = paragraph.add_run(" " if child.type == "softbreak" else child.content)
                run.bold = strong or None


def by_odfpy(folder):
    """A page with a frame for each section, in the order of the seed: 2 1 7 3 6 5 4."""
    from odf import draw, style, text
    from odf.opendocument import OpenDocumentText
    for at, path in enumerate(BRIEFINGS[:2]):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        page = OpenDocumentText()
        frame = style.Style(name="F", family="graphic")
        frame.addElement(style.GraphicProperties(horizontalrel="page", verticalrel="page", horizontalpos="from-left",
                                                 verticalpos="from-top"))
        page.automaticstyles.addElement(frame)
        for line in (data["board"]["name"], data["title"], "7-minute briefing"):
            page.text.addElement(text.P(text=line))
        for n in (2, 1, 7, 3, 6, 5, 4):
            section = data["sections"][n - 1]
            holder = text.P()
            column, row = (n - 1) % 2, (n - 1) // 2
            own = draw.Frame(stylename=frame, width="8cm", height="5cm", x=f"{1 + 9 * column}cm", y=f"{4 + 6 * row}cm",
                             anchortype="page", anchorpagenumber="1")
            box = draw.TextBox()
            box.addElement(text.P(text=f"{n}. {section['heading']}"))
            for line in words.lines(section["body"]):
                box.addElement(text.P(text=line))
            own.addElement(box)
            holder.addElement(own)
            page.text.addElement(holder)
        out = folder / f"odfpy-{at}.odt"
        page.save(out)
        yield out, sections(path.read_text(encoding="utf-8"))


def main(program):
    program = Path(program).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        truth = {}
        for path in sorted(OFFICE.glob("*.docx")):
            truth[path.stem] = sections(words.imported(program, path, folder)[0])
        sources = [(path, truth[path.stem]) for path in sorted(OFFICE.glob("*.docx"))]
        for path in BRIEFINGS:
            out = folder / f"exported-{path.stem}.docx"
            subprocess.run([program, "export", "--docx", path, "-o", out], check=True, capture_output=True)
            sources.append((out, sections(path.read_text(encoding="utf-8"))))
        files, absent = list(sources[3:]), []
        if shutil.which("soffice"):
            files += by_libreoffice(folder, sources)
        else:
            absent.append("LibreOffice")
        if shutil.which("pandoc"):
            files += by_pandoc(folder)
        else:
            absent.append("pandoc")
        for maker, make in (("python-docx", by_python_docx), ("odfpy", by_odfpy)):
            try:
                files += make(folder)
            except ImportError:
                absent.append(maker)
        failed = 0
        for path, expected in files:
            briefing, report = words.imported(program, path, folder)
            found = [report] if briefing is None else words.faults(path, briefing, report)
            asked = [] if briefing is None else [question["key"] for question in report["questions"]]
            doubtful = [key for key in asked if not key.startswith("contact-")]
            if not found and expected and not doubtful:
                found = [f"section {n} is {is_}, not {must}"
                         for n, (must, is_) in enumerate(zip(expected, sections(briefing)), 1) if must != is_]
            failed += bool(found)
            note = f" asks {doubtful}" if doubtful else ""
            print(f"{'WRONG' if found else 'right'} {path.relative_to(folder)}{note}")
            for fault in found:
                print(f"  {fault}")
        for maker in absent:
            print(f"not installed, so not tried: {maker}")
        print(f"{len(files) - failed} passed, {failed} failed")
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
