"""Words of imported files: takes the program and office files, counts every word by itself, before and after.

Shares no code with the program: another zip reader, another XML reader, another YAML and Markdown reader. Every
letter of the package must be in the briefing, wait as a remark, or be left over; every text must be a run of the
source in its order. Briefings with one fault each must be refused, or the count proves nothing.
"""

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import yaml
from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark")
ANSWERS = "title: Sexting\nchanges: 1\n"
WAITING = "These words wait for an answer"
# Parts of a Word file whose text a reader of the page or its margin can see.
PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments|diagrams/data\d*)\.xml")
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
UNSEEN = ("delText", "instrText", "delInstrText")


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def texts(element, hidden=False):
    """Pairs of words and whether a reader of the page sees them; a choice is read once."""
    name = local(element)
    if name == "r":
        hidden = hidden or any(local(inner) == "vanish" for inner in element.iter())
    if name in ("t", *UNSEEN) and element.text:
        yield element.text, not hidden and name not in UNSEEN
    if name == "textpath" and element.get("string"):
        yield element.get("string"), True
    if name == "p":
        # A frame may stand in the middle of a paragraph.
        yield "\n", True
    children = list(element)
    if name == "AlternateContent":
        branches = [child for child in children if local(child) in ("Choice", "Fallback")]
        children = [child for child in branches if any(True for _ in texts(child))][:1]
    for child in children:
        yield from texts(child, hidden)
    if name == "p":
        yield "\n", True


def package(path):
    """All words of a Word file, and those that the page shows, part by part."""
    everything, shown = [], []
    with zipfile.ZipFile(path) as zipped:
        for name in sorted(zipped.namelist()):
            if PARTS.fullmatch(name):
                pairs = list(texts(ElementTree.fromstring(zipped.read(name))))
                # A word that was deleted stands next to the one that was put in its place, and is another word.
                everything += [words if seen == before else f" {words}"
                               for (words, seen), (_, before) in zip(pairs, [("", True), *pairs])]
                shown += [words for words, seen in pairs if seen]
    return "".join(everything), "".join(shown)


# Parts of an OpenDocument text that no reader of the page sees.
HIDDEN = ("tracked-changes", "annotation-end", "sequence-decls", "variable-decls", "scripts", "forms")


def open_document(path):
    """All words of an OpenDocument text, and those that the page shows; what it counts by itself is no word of it."""
    everything, shown = [], []

    def walk(element, hidden):
        name = local(element)
        if name in ("automatic-styles", "font-face-decls", "styles"):
            return
        hidden = hidden or name in HIDDEN or element.get(f"{TEXT}display") == "none"
        # The names that a picture has for those who do not see it are no words of the text.
        if name in ("title", "desc", "change-info", "creator", "date"):
            return
        if name in ("p", "h"):
            everything.append("\n")
            shown.append("\n")
        if name in ("s", "tab", "line-break"):
            everything.append(" ")
            shown.append(" ")
        if element.text:
            everything.append(element.text)
            shown.append("" if hidden else element.text)
        for child in element:
            walk(child, hidden)
            if child.tail:
                everything.append(child.tail)
                shown.append("" if hidden else child.tail)
        if name in ("p", "h"):
            everything.append("\n")
            shown.append("\n")

    with zipfile.ZipFile(path) as zipped:
        for part in ("content.xml", "styles.xml"):
            if part in zipped.namelist():
                walk(ElementTree.fromstring(zipped.read(part)), False)
    return "".join(everything), "".join(shown)


def portable(path):
    """All words of a PDF as poppler reads them in the order of painting, and in that of its tags."""
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    tagged = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True).stdout
    in_order = re.findall(r'^\s*"(.*)"\s*$', tagged, re.M)
    return raw, " ".join(in_order)


def without_labels(path):
    """The words of a PDF by its tags, without the numbers that its lists count with."""
    tagged = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True).stdout
    tagged = re.sub(r'^\s*Lbl .*\n\s*".*"\s*$', "", tagged, flags=re.M)
    return " ".join(re.findall(r'^\s*"(.*)"\s*$', tagged, re.M))


def source(path):
    if path.suffix == ".docx":
        return package(path)
    if path.suffix == ".odt":
        return open_document(path)
    if path.suffix == ".pdf":
        return portable(path)
    text = path.read_text(encoding="utf-8")
    return text, re.sub(r"\[(image|bookmark):[^\]]*\]", " ", text)


def lines(markdown):
    """The lines of a body as a reader sees them; the numbers of items are the list's, not words."""
    for token in MARKDOWN.parse(markdown):
        if token.type == "inline":
            yield "".join(" " if child.type == "softbreak" else child.content for child in token.children)


def letters(text):
    return Counter("".join(text.split()))


def words(text):
    return re.findall(r"[^\W_]+", text)


def faults(path, briefing, report):
    """Sentences about words that are lost, doubled, changed or out of order."""
    everything, shown = source(path)
    data = yaml.load(briefing, Loader=yaml.BaseLoader)
    board = data.get("board") or {}
    head = [data.get("title"), data.get("label"), board.get("name"), board.get("short_name")]
    # The dump has no title, so its answer is no word of it.
    head = [text for text in head if text and not (text == "Sexting" and "Sexting" not in report["from_file"])]
    sections = [(section.get("heading") or "", list(lines(section.get("body") or ""))) for section in data["sections"]]
    after = head + [heading for heading, _ in sections] + [line for _, body in sections for line in body]
    after += waiting(briefing)
    left = [(left["text"], left["reason"].startswith("marked as decoration")) for left in report["left_over"]]
    # Contacts are words of their own on our pages and in our exported documents; elsewhere they are copies.
    exported = any(item["reason"].startswith("briefpress prints") for item in report["left_over"])
    if path.suffix == ".pdf" or exported:
        after += [line for contact in data.get("contacts") or [] for line in drawn(contact, path.suffix == ".pdf")]
    after += [text for text, _ in left]
    found = []
    if len(sections) != 7:
        found.append(f"{len(sections)} sections")
    is_, must = letters(" ".join(after)), letters(everything)
    found += [f"{count} of «{letter}» lost" for letter, count in (must - is_).items()]
    found += [f"{count} of «{letter}» too many" for letter, count in (is_ - must).items()]
    if path.suffix == ".pdf":
        # Where lines meet is told by the tags alone; what they leave out is decoration.
        everything = shown
        after = after[:len(after) - len(left)] + [text for text, decoration in left if not decoration]
    is_, must = Counter(words(" ".join(after))), Counter(words(everything))
    found += [f"«{word}» lost" for word in must - is_] + [f"«{word}» too often" for word in is_ - must]
    sequence = words(without_labels(path) if path.suffix == ".pdf" else shown)
    for number, (_, body) in enumerate(sections, 1):
        # A diagram of Word is a part of its own, so a text may come in two runs.
        if runs(words(" ".join(body)), sequence) > (1 if path.suffix == ".pdf" else 2):
            found.append(f"section {number} is no run of the file's words")
    total = report["words"]
    if total["file"] != total["briefing"] + total["waiting"] + total["left_over"]:
        found.append(f"the counts do not add up: {total}")
    return found


def drawn(contact, shortened):
    """The values of a contact as they stand in the file; a page shows addresses without what nobody types."""
    values = [value for key, value in contact.items() if key not in ("emergency", "qr", "verified")]
    if not shortened:
        return values
    return [re.sub(r"^https?://|/$", "", value) if re.match("https?://", value) else value for value in values]


def waiting(briefing):
    """Words in remarks that wait for an answer."""
    kept, on = [], False
    for line in briefing.splitlines():
        if not line.lstrip().startswith("#"):
            on = False
        elif WAITING in line:
            on = True
        elif on:
            kept.append(line.lstrip()[2:])
    return kept


def runs(body, sequence):
    """How many runs of a sequence a body is made of; more than two are not counted further."""
    count, at = 0, 0
    while at < len(body) and count < 3:
        longest = 0
        for start in range(len(sequence)):
            length = 0
            while at + length < len(body) and sequence[start + length:start + length + 1] == [body[at + length]]:
                length += 1
            longest = max(longest, length)
        if longest == 0:
            return 3
        count, at = count + 1, at + longest
    return count


def imported(program, path, folder):
    """The briefing that the program makes of a file, and what it says of the words."""
    out, report, answers = folder / "x.yaml", folder / "report.json", folder / "answers.txt"
    out.unlink(missing_ok=True)
    answers.write_text(ANSWERS)
    run = subprocess.run([program, "import", path, "-o", out, "--answers", answers, "--report", report],
                         capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if not out.is_file():
        return None, run.stderr
    said = json.loads(report.read_text())["files"][0]
    said["from_file"] = [] if path.suffix == ".txt" else words(source(path)[1])
    return out.read_text(encoding="utf-8"), said


def planted(briefing):
    """Briefings with one fault each: a word gone, doubled, changed, moved to another section."""
    all_lines = briefing.split("\n")
    places = [at for at, line in enumerate(all_lines) if re.match(r"      [^\W\d]", line) and len(line.split()) > 3]
    if not places:
        return
    first, last = places[0], places[-1]

    def with_words(*changes):
        changed = all_lines.copy()
        for at, line_words in changes:
            changed[at] = "      " + " ".join(line_words)
        return "\n".join(changed)

    one, other = all_lines[first].split(), all_lines[last].split()
    yield "a word is lost", with_words((first, one[:1] + one[2:]))
    yield "a word is doubled", with_words((first, one[:2] + one[1:]))
    yield "a word is changed", with_words((first, [one[0], one[1][::-1] + "x", *one[2:]]))
    if one[1] != other[1]:
        yield "two words change places", with_words((first, [one[0], other[1], *one[2:]]), (last, [other[0], one[1], *other[2:]]))


def exported(program, path, folder):
    """What the Word document of a briefing says otherwise than the briefing."""
    out = folder / "x.docx"
    out.unlink(missing_ok=True)
    run = subprocess.run([program, "export", "--docx", path, "-o", out], capture_output=True, text=True)
    if run.returncode:
        return [run.stderr]
    with zipfile.ZipFile(out) as zipped:
        parts = {name: ElementTree.fromstring(zipped.read(name)) for name in zipped.namelist()}
    body = parts["word/document.xml"][0]
    paragraphs = ["".join(inner.text or "" for inner in p.iter() if local(inner) == "t")
                  for p in body if local(p) == "p"]
    data = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    must = [data["title"], data["board"]["name"]]
    for number, section in enumerate(data["sections"], 1):
        must += [f"{number}. {section['heading']}", *lines(section["body"])]
    is_ = [line for line in paragraphs if line.strip()][1:]
    found = [] if is_ == must else [f"the text is {is_}, not {must}"]
    cells = ["".join(inner.text or "" for inner in cell.iter() if local(inner) == "t")
             for cell in body.iter() if local(cell) == "tc"]
    for contact in data.get("contacts") or []:
        found += [f"{contact['name']}: «{value}» is in no cell" for key, value in contact.items()
                  if key in ("name", "purpose", "phone", "email", "url", "hours") and value not in cells]
    return found


def main():
    program, *files = sys.argv[1:]
    program, passed, failed = Path(program).resolve(), 0, 0

    def judge(name, good, why):
        nonlocal passed, failed
        good = bool(good)
        passed, failed = passed + good, failed + (not good)
        if not good:
            print(f"{name}: {why}")

    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for path in map(Path, files):
            if path.suffix == ".yaml":
                found = exported(program, path, folder)
                judge(path, not found, found)
                continue
            briefing, report = imported(program, path, folder)
            if briefing is None:
                judge(path, False, report)
                continue
            found = faults(path, briefing, report)
            judge(path, not found, found)
            for what, wrong in planted(briefing):
                judge(path, faults(path, wrong, report), f"{what}, and nobody notices")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
