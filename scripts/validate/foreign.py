"""No English word in another language: foreign.py FOLDER, the folder of languages that scripts/examples makes.

Looks at all that a file says to somebody: what stands on its pages and what a screen reader is told (names of links,
words for pictures, expansions, bookmarks, title, subject), and every text and name of its web page. An English word that
the program has, and that neither the language's own file nor the briefing has, was forgotten in translation. At the end
an English word is put into a good file of each kind, and must be found.
"""

import html
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pymupdf
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent


def words(text):
    return {word.lower() for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1}


def strings(value):
    """All texts in a value of YAML."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [str(value)]


def own_words(tag):
    """The words that a language may say: its file's and its briefing's."""
    known = yaml.safe_load((ROOT / f"languages/{tag}.yaml").read_text("utf-8"))
    briefing = yaml.safe_load((ROOT / f"tests/fixtures/languages/{tag}.yaml").read_text("utf-8"))
    return words(" ".join(strings(known["words"]) + strings(briefing)))


def english():
    """The words of the program in English, and words that are English and nothing else; names of kinds of files and parts of an address are no words."""
    known = yaml.safe_load((ROOT / "languages/en.yaml").read_text("utf-8"))
    fields = re.compile(r"\{\w+\}")
    said = words(fields.sub(" ", " ".join(strings(known["words"])))) - {"pdf", "kb"}
    return said | set(known["telling"])


def of_pdf(path):
    """Every text that a PDF says, whoever hears it."""
    found = []
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
                keys = ("/Alt", "/E", "/ActualText", "/Contents", "/Title", "/Subject", "/Author", "/T")
                found += [str(thing[key]) for key in keys if isinstance(thing.get(key), pikepdf.String)]
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            found += [str(xmp.get(name, "")) for name in ("dc:title", "dc:description", "dc:creator")]
    with pymupdf.open(path) as document:
        found += [page.get_text() for page in document]
    return found


def of_web(path):
    page = re.sub(r"<style.*?</style>", " ", path.read_text("utf-8"), flags=re.S)
    named = re.findall(r'(?:alt|title|aria-label|content|placeholder|value)="([^"]*)"', page)
    named = [name for name in named if not name.startswith("width=")]
    return [html.unescape(text) for text in named + [re.sub(r"<[^>]*>", " ", page)]]


def forgotten(path, tag):
    said = {".pdf": of_pdf, ".html": of_web, ".txt": lambda text: [text.read_text("utf-8")]}[path.suffix](path)
    # An address has English words in every language.
    addresses = re.compile(r"\S*(?:@|://|www\.|\.example|\.pdf|\.txt)\S*")
    said = words(" ".join(addresses.sub(" ", text) for text in said))
    return sorted(said & (english() - own_words(tag)))


def planted(path, folder):
    """A copy with an English word in it."""
    copy = Path(folder) / path.name
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            figure = next(thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing)
            figure.Alt = pikepdf.String("Contacts " + str(figure.Alt))
            pdf.save(copy)
    else:
        copy.write_text(path.read_text("utf-8").replace("</h1>", " Contacts</h1>") + "\nContacts\n", "utf-8")
    return copy


def main(folder):
    tags = {path.stem for path in (ROOT / "languages").glob("*.yaml")} - {"en"}
    paths = [path for path in sorted(Path(folder).rglob("*")) if path.suffix in (".pdf", ".html", ".txt")
             and path.parent.name in tags and ".print" not in path.name]
    failed, seen = 0, {path.parent.name for path in paths}
    for path in paths:
        if found := forgotten(path, path.parent.name):
            failed += 1
            print(f"{path}: English words: {', '.join(found)}")
    for tag in sorted(tags - seen):
        failed += 1
        print(f"{tag}: no file")
    kinds = {path.suffix: path for path in paths if path.parent.name == "pl" and path.stem != "large-print"}
    for suffix, path in kinds.items():
        with TemporaryDirectory() as place:
            if "contacts" not in forgotten(planted(path, place), "pl"):
                failed += 1
                print(f"planted in {path}: not found")
    print(f"{len(paths) + len(kinds) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not paths else 0)


if __name__ == "__main__":
    main(sys.argv[1])
