"""A briefing as its PDFs must have it: takes YAML files, gives lines of words, links and QR codes.

Reads YAML and Markdown with other libraries than the program does, so that both must agree.
"""

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from markdown_it import MarkdownIt

# What each language calls the things that the program names.
LANGUAGES = Path(__file__).resolve().parent.parent.parent / "languages"
BARE = re.compile(r"https?://[^\s<>]+|www\.[^\s<>]+|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
MARKDOWN = MarkdownIt("commonmark")


class Loader(yaml.SafeLoader):
    """Leaves every value the text that was typed, but for true and false."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def plain(text):
    """Words with one space between them."""
    return " ".join(str(text).split())


@dataclass
class Body:
    """A section's text: lines in order and which of them stand in lists, labels of numbered items, links."""

    lines: list = field(default_factory=list)
    items: list = field(default_factory=list)
    labels: list = field(default_factory=list)
    links: list = field(default_factory=list)


def body(markdown):
    """Splits a body into its paragraphs and items."""
    found = Body()
    numbers = []
    for token in MARKDOWN.parse(markdown):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if token.type.startswith("ordered") else None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif token.type == "list_item_open" and numbers[-1] is not None:
            found.labels.append(str(numbers[-1]))
            numbers[-1] += 1
        elif token.type == "inline":
            found.lines.append(plain(inline(token.children, found.links)))
            if numbers:
                found.items.append(found.lines[-1])
    return found


def inline(tokens, links):
    """The words of a paragraph; adds its links."""
    text, label, target = "", "", None
    for token in tokens:
        if token.type == "link_open":
            label, target = "", token.attrGet("href")
        elif token.type == "link_close":
            links.append((plain(label), target))
            target = None
        elif token.type in ("text", "code_inline", "softbreak", "hardbreak"):
            word = token.content if token.type != "softbreak" else " "
            text += word
            label += word
            if target is None:
                links += [bare(match) for match in BARE.findall(word)]
    return text


def bare(address):
    """An address in running text, without the full stop of its sentence, and where it leads."""
    address = address.rstrip(".,;:!?)'\"")
    if address.startswith("www."):
        return address, "https://" + address
    return address, address if "://" in address else "mailto:" + address


def shown(address):
    """A web address as it is shown: without its scheme and a last slash, which only links and codes need."""
    return re.sub(r"^https?://", "", address, flags=re.I).removesuffix("/") or address


def phone(text):
    """What a telephone number dials: digits up to the first word, without the nought in brackets."""
    dialled = re.search(r"[+0-9][^A-Za-z]*", text).group()
    if dialled.startswith("+"):
        dialled = dialled.replace("(0)", "")
    return "tel:" + re.sub(r"[^+0-9]", "", dialled)


class Briefing:
    """What the documents of a briefing must say."""

    def __init__(self, path, board=None):
        data = yaml.load(open(path, encoding="utf-8"), Loader)
        if board:
            overlay(data, yaml.load(open(board, encoding="utf-8"), Loader))
        self.language = data.get("language") or "en-GB"
        self.words = self._words(self.language)
        self.title = plain(data["title"])
        self.board = plain(data["board"]["name"])
        self.short_name = plain(data["board"].get("short_name") or "")
        logo = data["board"].get("logo")
        self.logo_alt = plain(logo["alt"]) if logo else None
        self.label = plain(data.get("label") or self.words["label"])
        self.section_label = plain(data.get("section_label") or self.words["section_label"])
        self.sections = [(plain(section["heading"]), body(section["body"])) for section in data["sections"]]
        self.contacts = [{key: value for key, value in contact.items() if value} for contact in data["contacts"]]
        self.dates = [f"{self.words[key]} {self.shown(key, data[key])}"
                      for key in ("version", "issued", "review_by") if data.get(key)]
        self.web = f"{self.words['web']} {plain(data['web'])}" if data.get("web") else None
        card = data.get("card") or {}
        back = card.get("back") or {}
        section = self.sections[int(back.get("section") or 6) - 1]
        self.card_front = plain((card.get("front") or {}).get("title") or self.title)
        self.card_back = plain(back.get("title") or section[0])
        self.card_body = body(back["body"]) if back.get("body") else section[1]
        # A section's list is enough on the card; its other words are on the poster.
        self.card_lines = self.card_body.lines
        if not back.get("body") and self.card_body.items:
            self.card_lines = self.card_body.items

    def shown(self, key, text):
        """A version, or a date as a person writes it."""
        if key == "version":
            return plain(text)
        date = datetime.date.fromisoformat(text)
        month = self.words["months"].split(",")[date.month - 1].strip()
        return self.words["date"].format(day=date.day, month=month, year=date.year)

    def minute(self, number):
        """The line that numbers a slide."""
        return self.words["minute"].format(word=self.section_label, n=number, all=7)

    @staticmethod
    def _words(language):
        """The words that the program adds, from the file of a language."""
        tags = (language, language.split("-")[0])
        file = next(file for tag in tags if (file := LANGUAGES / f"{tag}.yaml").exists())
        return yaml.safe_load(file.read_text(encoding="utf-8"))["words"]

    def values(self, contact):
        """The lines of a contact."""
        seen = {**contact, "url": shown(contact.get("url") or "")}
        return [plain(seen[key]) for key in ("name", "purpose", "phone", "email", "url", "hours") if seen.get(key)]

    def links(self, document, only_contacts=False):
        """Text and target of every link of a document, counted; or of its contacts alone."""
        bodies = [self.card_body] if document == "card" else [body for _, body in self.sections]
        bodies = [] if only_contacts else bodies
        links = Counter(link for body in bodies for link in body.links)
        for contact in self.contacts:
            if contact.get("phone"):
                links[plain(contact["phone"]), phone(contact["phone"])] += 1
            if contact.get("email"):
                links[contact["email"], "mailto:" + contact["email"]] += 1
            if contact.get("url"):
                links[shown(contact["url"]), self.address(contact)] += 1
        return links

    def address(self, contact):
        """Where a contact's web address leads."""
        return contact["url"] if "://" in contact["url"] else "https://" + contact["url"]

    def qr_codes(self):
        """What the QR codes of a document say."""
        return Counter(self.address(contact) for contact in self.contacts if contact.get("qr"))


def overlay(data, local):
    """Lays a board's file over a briefing: contacts by name, colours one by one, all else whole."""
    for key, value in local.items():
        if key == "contacts":
            for contact in value:
                same = [old for old in data["contacts"] if old["name"] == contact["name"]]
                same[0].update(contact) if same else data["contacts"].append(contact)
        elif key == "theme":
            data.setdefault("theme", {}).update(value)
        else:
            data[key] = value
