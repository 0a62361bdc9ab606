"""Words, order, links and descriptions: takes a PDF for the screen and its briefing, gives what differs.

What no validator of standards decides: that a reader hears what the YAML says, all of it, in its order.
"""

import subprocess
from collections import Counter

import pikepdf

import tagged
from briefing import shown


def faults(path, document, briefing):
    """Sentences about a poster, handout or card that does not say what its briefing says."""
    read = tagged.read(path)
    found = list(read.faults)
    found += [f"page {page}: «{text}» has no tag" for page, text in read.untagged if text.strip()]
    found += words(read, document, briefing)
    found += artifacts(read, document, briefing)
    found += links(read, document, briefing)
    found += figures(read, document, briefing)
    found += metadata(path, document, briefing)
    if not read.faults:
        found += other_reader(path, read)
    return found


def words(read, document, briefing):
    """Every section in order and whole, every contact whole, and nothing besides but what belongs there."""
    found, lines = [], [line.text for line in read.lines]
    headings = [line.text for line in read.lines if line.role == "H2"]
    titles = [line.text for line in read.lines if line.role == "H1"]
    named = [briefing.words["contacts"]] if briefing.contacts else []
    if document == "card":
        runs = [("back of the card", [briefing.card_back] + briefing.card_lines)]
        # The codes are on the back, and named once more.
        backs = named if briefing.qr_codes() else []
        heading, expected_headings, labels = briefing.card_front, named + [briefing.card_back] + backs, []
    elif document == "large-print":
        # The contacts come first and last, and the number of a section is a word of its heading, unless it stands beside.
        said = "{0}. {1}" if any(heading.startswith("1. ") for heading in headings) else "{1}"
        headings_shown = [said.format(number, heading) for number, (heading, _) in enumerate(briefing.sections, 1)]
        runs = [(f"section {number}", [shown] + body.lines)
                for number, (shown, (_, body)) in enumerate(zip(headings_shown, briefing.sections), 1)]
        named = [briefing.words["who_to_contact"]] if briefing.contacts else []
        heading, expected_headings = briefing.title, named + headings_shown + named
        labels = [label for _, body in briefing.sections for label in body.labels]
    else:
        runs = [(f"section {number}", [heading] + body.lines)
                for number, (heading, body) in enumerate(briefing.sections, 1)]
        heading, expected_headings = briefing.title, [heading for heading, _ in briefing.sections] + named
        labels = [label for _, body in briefing.sections for label in body.labels]
    if titles != [heading]:
        found.append(f"the first heading is {titles}, not {heading!r}")
    if headings != expected_headings:
        found.append(f"the headings are {headings}, not {expected_headings}")
    found += list_labels(read, document, labels)
    at = 0
    for name, run in runs:
        place = window(lines, run, at)
        if place is None:
            missing = next((line for line in run if line not in lines), None)
            found.append(f"{name}: " + (f"«{missing}» is nowhere" if missing else "its lines are not in their order"))
            for line in run:
                if line in lines:
                    lines.remove(line)
            continue
        del lines[place:place + len(run)]
        at = place
    for _ in range(2 if document == "large-print" else 1):
        found += contacts(lines, document, briefing)
    return found + rest(lines, document, briefing)


def list_labels(read, document, labels):
    """Numbers of numbered items are read; those of sections may be, where they are drawn."""
    shown = [label.strip().rstrip(".") for label in read.labels]
    if document == "card":
        return []
    numbered = [label for label in read.labels if label.strip().endswith(".")]
    if [label.strip().rstrip(".") for label in numbered] != labels:
        return [f"the numbers of list items are {numbered}, not {labels}"]
    discs = [label for label, raw in zip(shown, read.labels) if not raw.strip().endswith(".")]
    if discs not in ([], [str(number) for number in range(1, 8)]):
        return [f"the numbers of sections are read as {discs}"]
    return []


def window(lines, run, start):
    """Where a run of lines stands from `start` on."""
    return next((at for at in range(start, len(lines)) if lines[at:at + len(run)] == run), None)


def contacts(lines, document, briefing):
    """Takes every contact out of the lines; each stands together, and in the order of importance."""
    found, before = [], -1
    for contact in briefing.contacts:
        values = briefing.values(contact)
        at = next((at for at in range(len(lines)) if Counter(lines[at:at + len(values)]) == Counter(values)), None)
        if at is not None:
            # A blank keeps the places of the others.
            lines[at:at + len(values)] = [None] * len(values)
            if document != "card" and at < before:
                found.append(f"contact {contact['name']!r} is read before one that is more important")
            before = at
        elif document == "card" and contact.get("qr") and all(value in lines for value in values):
            # The code may stand on the back, and the number on the front: the name is on both.
            for index, line in enumerate(lines):
                if line in values:
                    lines[index] = None
        else:
            missing = [value for value in values if value not in lines]
            found.append(f"contact {contact['name']!r} is not whole" + (f": {missing} is nowhere" if missing else ""))
    lines[:] = [line for line in lines if line is not None]
    return found


def furniture(briefing):
    """Lines that may stand besides sections and contacts."""
    minutes = [briefing.minute(number) for number in range(1, 8)]
    return {briefing.title, briefing.board, briefing.short_name, briefing.label, briefing.card_front, briefing.web,
            web_address(briefing), shown(web_address(briefing) or ""), briefing.words["contacts"],
            briefing.words["who_to_contact"], briefing.words["large_print"], *briefing.dates, *minutes}


def rest(lines, document, briefing):
    """What must stand besides, and what must not. A layout may join short lines with a dot between them."""
    parts = [(line, line.split(" · ")) for line in lines]
    lines = [part for line, split in parts for part in (split if furniture(briefing).issuperset(split) else [line])]
    need = [briefing.title, briefing.board]
    if document == "card":
        need = [briefing.card_front, briefing.board]
    else:
        need += [briefing.label, *briefing.dates]
    found = [f"«{line}» is not read" for line in need if line not in lines]
    return found + [f"«{line}» is not in the briefing" for line in lines if line not in furniture(briefing)]


def artifacts(read, document, briefing):
    """Decoration may repeat furniture and numbers, and holds nothing else."""
    allowed = {word for line in furniture(briefing) if line for word in line.split()}
    allowed |= {briefing.words["minutes"], briefing.section_label, *"1234567"}
    allowed |= {briefing.words["notes"]} if document == "leaflet" else set()
    allowed |= {word for n in range(1, 100) for word in briefing.words["page"].format(n=n, all=n).split()}
    return [f"page {page}: «{text}» is passed over as decoration" for page, text in read.artifacts
            if not set(text.split()) <= allowed]


def links(read, document, briefing):
    """Every link leads where its words say."""
    found = [f"link «{text}» leads to {targets}, and its parts differ" for text, targets in read.links
             if len(set(targets)) != 1]
    is_ = Counter((" ".join(text.split()), targets[0]) for text, targets in read.links if len(set(targets)) == 1)
    must = briefing.links(document)
    if document == "large-print":
        must += briefing.links(document, only_contacts=True)
    found += [f"no link «{text}» to {target}" for text, target in must - is_]
    found += [f"link «{text}» leads to {target}" for text, target in is_ - must if target != web_address(briefing)]
    return found


def web_address(briefing):
    """Where the web copy is, which a layout may name."""
    return briefing.web and briefing.web.split()[-1]


def figures(read, document, briefing):
    """Every picture that means something is described, and described rightly."""
    codes = [f"{briefing.words['qr']} {address}" for address in briefing.qr_codes().elements()]
    codes *= 2 if document == "large-print" else 1
    logos = [alt for alt in read.figures if alt == briefing.logo_alt]
    found = []
    if briefing.logo_alt and not logos and document != "card":
        found.append(f"no figure is described as {briefing.logo_alt!r}")
    others = Counter(alt for alt in read.figures if alt != briefing.logo_alt)
    if others != Counter(codes):
        found.append(f"figures are described as {sorted(others.elements())}, not {codes}")
    return found


def metadata(path, document, briefing):
    """What the file says about itself."""
    title = briefing.title + (f" ({briefing.words['large_print']})" if document == "large-print" else "")
    with pikepdf.open(path) as pdf, pdf.open_metadata() as xmp:
        is_ = {
            "Lang": str(pdf.Root.get("/Lang", "")),
            "dc:title": xmp.get("dc:title", ""),
            "dc:creator": list(xmp.get("dc:creator", [])),
            "DisplayDocTitle": bool(pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        }
        must = {"Lang": briefing.language, "dc:title": title, "dc:creator": [briefing.board],
                "DisplayDocTitle": True}
        # PDF/A-4 forbids an Info dictionary.
        if pdf.pdf_version < "2.0":
            is_ |= {"Title": str(pdf.docinfo.get("/Title", "")), "Author": str(pdf.docinfo.get("/Author", ""))}
            must |= {"Title": title, "Author": briefing.board}
    return [f"{key} is {is_[key]!r}, not {must[key]!r}" for key in must if is_[key] != must[key]]


def other_reader(path, read):
    """Poppler, which reads the tags in its own way, must hear the same characters."""
    text = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True).stdout
    quoted = [line.strip()[1:-1] for line in text.splitlines() if line.strip().startswith('"')]
    heard, ours = "".join("".join(quoted).split()), "".join(read.text.split())
    if heard == ours:
        return []
    at = next((at for at, (a, b) in enumerate(zip(heard, ours)) if a != b), min(len(heard), len(ours)))
    return [f"poppler reads «{heard[at:at + 30]}» where «{ours[at:at + 30]}» is written"]
