"""WeasyPrint: takes briefings, gives three tagged PDFs of each.

    weasyprint_peer.py FOLDER BRIEFING…

It has no way to fit text to a page, so the sizes were chosen by hand for the Rotherham text: no time is spent on it.
"""

import html
import pathlib
import sys

import yaml
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

ROOT = pathlib.Path(__file__).parents[2]
FACES = {400: "400Regular", 600: "600SemiBold", 700: "700Bold", 800: "800ExtraBold"}
FONTS = "".join(
    f"@font-face{{font-family:Atkinson;font-weight:{weight};"
    f"src:url(file://{ROOT}/fonts/AtkinsonHyperlegibleNext_{name}.ttf)}}"
    for weight, name in FACES.items()
)
COMMON = FONTS + """
body{font:400 12pt/1.3 Atkinson;margin:0} h1,h2{color:#0f4c5c;margin:.6em 0 .2em} p,ul{margin:0 0 .4em}
.contact{border-left:3pt solid #0f4c5c;padding:.4em;color:#0f4c5c} .alarm{background:#b3261e;color:#fff}
a{color:inherit}"""
SHEETS = {
    "poster": """@page{size:A4;margin:0} header{background:#0f4c5c;color:#fff;padding:6mm 10mm} header h1{color:#fff;margin:0}
        main{columns:2;column-gap:8mm;margin:4mm 10mm;font-size:12pt;height:205mm;column-fill:auto}
        h2{font-size:1.1em} footer{display:flex;gap:3mm;margin:0 10mm;font-size:8pt} .contact{flex:1}""",
    "handout": """@page{size:960pt 540pt;margin:0} section{break-after:page;display:flex;height:540pt;font-size:22pt}
        .side{width:200pt;background:#0f4c5c;color:#fff;padding:30pt} .side b{font-size:90pt}
        .text{flex:1;padding:30pt 40pt}""",
    "card": """@page{size:85mm 55mm;margin:4mm} section{break-after:page;font-size:7pt} h1{font-size:1.3em;margin:0}""",
}


def words(body):
    """The small Markdown of a body: paragraphs and one kind of list."""
    parts = []
    for part in body.strip().split("\n\n"):
        lines = [html.escape(line) for line in part.split("\n")]
        if lines[0].startswith("- "):
            parts.append("<ul>" + "".join(f"<li>{line[2:]}</li>" for line in lines) + "</ul>")
        else:
            parts.append(f"<p>{' '.join(lines)}</p>")
    return "".join(parts)


def contact(entry):
    text = f"<div>{html.escape(entry['name'])}</div>"
    for key, scheme in (("phone", "tel:"), ("email", "mailto:"), ("url", "")):
        if key in entry:
            value = html.escape(str(entry[key]))
            text += f'<div><b><a href="{scheme}{value.replace(" ", "") if scheme else value}">{value}</a></b></div>'
    return f'<div class="contact{" alarm" if entry.get("emergency") else ""}">{text}</div>'


def bodies(data):
    title, sections = html.escape(data["title"]), list(enumerate(data["sections"], 1))
    contacts = "".join(map(contact, data["contacts"]))
    parts = "".join(f"<h2>{n} {html.escape(s['heading'])}</h2>{words(s['body'])}" for n, s in sections)
    yield "poster", f"<header><h1>{title}</h1></header><main>{parts}</main><footer>{contacts}</footer>"
    yield "handout", "".join(
        f'<section><div class="side"><b>{n}</b><br>Minute {n} of 7</div><div class="text">'
        f"<{'h1' if n == 1 else 'h2'}>{html.escape(s['heading'])}</{'h1' if n == 1 else 'h2'}>{words(s['body'])}</div></section>"
        for n, s in sections
    )
    front, back = data["card"]["front"], data["card"]["back"]
    yield "card", (
        f"<section><h1>{html.escape(front['title'])}</h1>{contacts}</section>"
        f"<section><h2>{html.escape(back['title'])}</h2>{words(data['sections'][back['section'] - 1]['body'])}</section>"
    )


def main(folder, briefings):
    fonts = FontConfiguration()
    sheets = {kind: CSS(string=COMMON + css, font_config=fonts) for kind, css in SHEETS.items()}
    for briefing in map(pathlib.Path, briefings):
        data = yaml.safe_load(briefing.read_text(encoding="utf-8"))
        out = pathlib.Path(folder) / briefing.stem
        out.mkdir(parents=True, exist_ok=True)
        for kind, body in bodies(data):
            page = f'<html lang="en-GB"><head><title>{html.escape(data["title"])}</title></head><body>{body}</body></html>'
            HTML(string=page).write_pdf(
                out / f"{kind}.pdf", stylesheets=[sheets[kind]], font_config=fonts, pdf_variant="pdf/ua-1"
            )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
