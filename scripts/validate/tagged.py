"""A tagged PDF as a screen reader meets it: takes a file, gives its lines in reading order, and what stands outside.

Reads content streams, ToUnicode maps and the tag tree itself; nothing of the program's is used.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

import pikepdf

INLINE = {"Span", "Link", "Lbl", "Em", "Strong"}


@dataclass
class Line:
    """The words of one block element."""

    role: str
    text: str


@dataclass
class Tagged:
    """What a reader is told, and what is kept from it."""

    lines: list = field(default_factory=list)
    labels: list = field(default_factory=list)
    # (text, address) of each link element, in order.
    links: list = field(default_factory=list)
    # Alternative texts of figures, in order.
    figures: list = field(default_factory=list)
    # All characters that are read, in order.
    text: str = ""
    # (page, text) of decoration, and of text that has no tag at all.
    artifacts: list = field(default_factory=list)
    untagged: list = field(default_factory=list)
    # Sentences about a tree that does not hold together.
    faults: list = field(default_factory=list)


def read(path):
    """Opens a PDF and walks its tags."""
    with pikepdf.open(path) as pdf:
        return Reader(pdf).tagged


class Reader:
    def __init__(self, pdf):
        self.tagged = Tagged()
        # The text of each marked content: by page and number.
        self.marks = defaultdict(str)
        self.read_marks = set()
        self.owners = {}
        # The element under way, and the words of its block so far: (role, text).
        self.here = self.block = None
        for number, page in enumerate(pdf.pages):
            PageText(self, number, page)
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            self.tagged.faults.append("there is no tag tree")
            return
        self.walk(root.K, "StructTreeRoot", None)
        self.close_block()
        self.compare_parents(pdf, root)
        for page, mark in sorted(set(self.marks) - self.read_marks):
            self.tagged.faults.append(f"page {page + 1}: «{self.marks[page, mark]}» is in no tag, so it is never read")

    def walk(self, kid, role, page):
        if isinstance(kid, pikepdf.Array):
            for one in kid:
                self.walk(one, role, page)
        elif isinstance(kid, int):
            self.mark(page, kid, role)
        elif kid.get("/Type") == "/MCR":
            self.mark(self.pages[kid.get("/Pg").objgen] if "/Pg" in kid else page, kid.MCID, role)
        elif kid.get("/Type") == "/OBJR":
            self.tagged.links[-1][1].append(str(kid.Obj.get("/A", {}).get("/URI", "")))
        else:
            self.element(kid, page)

    def element(self, elem, page):
        role = str(elem.S)[1:]
        if "/Pg" in elem:
            page = self.pages[elem.Pg.objgen]
        if role == "Figure":
            self.tagged.figures.append(str(elem.get("/Alt", "")))
        if role not in INLINE:
            self.close_block()
        outer, self.here = self.here, elem
        if role == "Link":
            self.tagged.links.append(("", []))
        if role == "Lbl":
            self.tagged.labels.append("")
        if "/K" in elem:
            self.walk(elem.K, role, page)
        self.here = outer
        if role not in INLINE:
            self.close_block()

    def mark(self, page, number, role):
        text = self.marks.get((page, number), "")
        if (page, number) in self.read_marks:
            self.tagged.faults.append(f"page {page + 1}: «{text}» is read twice")
        self.read_marks.add((page, number))
        self.owners[page, number] = self.here.objgen
        self.tagged.text += text
        if role == "Lbl":
            self.tagged.labels[-1] += text
            return
        if role == "Link":
            before, targets = self.tagged.links[-1]
            self.tagged.links[-1] = (before + text, targets)
        if role != "Figure":
            self.block = (self.block[0] if self.block else role, (self.block[1] if self.block else "") + text)

    def close_block(self):
        if self.block and self.block[1].strip():
            self.tagged.lines.append(Line(self.block[0], " ".join(self.block[1].split())))
        self.block = None

    def compare_parents(self, pdf, root):
        """The parent tree, by which a reader goes from content to its tag, must say the same as the tree."""
        nums = list(root.get("/ParentTree", {}).get("/Nums", []))
        parents = dict(zip(map(int, nums[::2]), nums[1::2]))
        for (page, number), owner in self.owners.items():
            entry = parents.get(int(pdf.pages[page].obj.get("/StructParents", -1)))
            found = entry[number] if entry is not None and number < len(entry) else None
            if found is None or found.objgen != owner:
                self.tagged.faults.append(f"page {page + 1}: the parent tree leads elsewhere for mark {number}")


class PageText:
    """Reads the text of a page, mark by mark."""

    def __init__(self, reader, number, page):
        self.reader, self.number = reader, number
        self.fonts = {name: Unicode(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()}
        self.font, self.stack = None, []
        for operands, operator in pikepdf.parse_content_stream(page):
            self.operator(operands, str(operator), page)

    def operator(self, operands, operator, page):
        if operator in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            if isinstance(properties, pikepdf.Name):
                properties = page.Resources.Properties[properties]
            spoken = str(properties["/ActualText"]) if "/ActualText" in properties else None
            self.stack.append((str(operands[0]), properties.get("/MCID"), spoken))
            if spoken is not None:
                self.add(spoken)
        elif operator == "EMC":
            self.stack.pop()
        elif operator == "Tf":
            self.font = self.fonts[operands[0]]
        elif operator in ("Tj", "'", '"', "TJ"):
            pieces = operands[-1] if operator == "TJ" else operands
            text = "".join(self.font.text(bytes(piece)) for piece in pieces if isinstance(piece, pikepdf.String))
            if not any(spoken is not None for _, _, spoken in self.stack):
                self.add(text)

    def add(self, text):
        marks = [mark for _, mark, _ in self.stack if mark is not None]
        if marks:
            self.reader.marks[self.number, int(marks[-1])] += text
        elif any(tag == "/Artifact" for tag, _, _ in self.stack):
            self.reader.tagged.artifacts.append((self.number + 1, text))
        else:
            self.reader.tagged.untagged.append((self.number + 1, text))


class Unicode:
    """A font's ToUnicode map."""

    def __init__(self, font):
        stream = font.get("/ToUnicode")
        self.map = {}
        source = stream.read_bytes().decode("ascii") if stream is not None else ""
        for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.S):
            for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                self.map[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.S):
            for low, high, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                first = bytes.fromhex(text).decode("utf-16-be")
                for step, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                    self.map[code] = first[:-1] + chr(ord(first[-1]) + step)

    def text(self, codes):
        """What two-byte codes mean; U+FFFD where the font does not say."""
        return "".join(self.map.get(codes[at] << 8 | codes[at + 1], "\ufffd") for at in range(0, len(codes) - 1, 2))
