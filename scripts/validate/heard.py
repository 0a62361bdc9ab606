"""What `listen` says, held against another reader of tags: heard.py PROGRAM FOLDER.

For every PDF for the screen below the folder, the words outside the square brackets must be the words of the tags, in
their order, as `tagged.py` reads them, and as many headings, items, links and pictures must be told. Files whose tags
were changed on the way must be told apart, or the comparison proves nothing.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import tagged
from readback import FROM_RIGHT, lines_of
from screen import briefing_of

REMARK = re.compile(r"\[(title|language|heading \d|\d+ pages?|page \d+|(numbered )?list of \d+ items?|\d+ of \d+|end of \w+|"
                    r"link[^\]]*|strong|short for [^\]]*|in [A-Za-z]{2,3}(-\w+)*|picture)\]")

PAPERS = {sheet.stem for sheet in Path(__file__).parents[2].glob("layouts/sheets/*.yaml")}


def heard(program, path):
    """The lines that the program says."""
    run = subprocess.run([program, "listen", path], capture_output=True, text=True)
    return run.returncode, run.stdout.splitlines(), run.stderr


def tight(text):
    return "".join(text.split())


def sheet_faults(program, path, document):
    """What a sheet of paper says otherwise than the document on it: it is read once, whatever is printed twice.

    Lines are compared without their order, for the board and the dates, in the rail of a slide, are at its foot on paper.
    """
    def said(path):
        return sorted(line for line in map(str.strip, heard(program, path)[1][3:]) if not line.startswith("[page "))
    must, is_ = said(document), said(path)
    return [] if must == is_ else [f"not what {document} says: {difference(chr(10).join(must), chr(10).join(is_))}"]


def faults(program, path):
    """Sentences about what is said otherwise than the tags say it."""
    code, lines, complaint = heard(program, path)
    if code:
        return [complaint or f"it ends with {code}"]
    own = tagged.read(path)
    words = [line for line in lines[3:] if "[picture]" not in line]
    said = tight(REMARK.sub("", "\n".join(words)))
    found = [] if said == tight(own.text) else [f"other words are said: {difference(tight(own.text), said)}"]
    briefing = briefing_of(path)
    if briefing.language in FROM_RIGHT:
        # Letters stand on the page from left to right; they are said as the briefing has them.
        found = [f"not said: {line}" for line in lines_of(path.name.split(".")[0], briefing) if tight(line) not in said]
    headings = sum(1 for line in own.lines if re.fullmatch(r"H\d", line.role))
    counts = {
        "headings": (headings, sum("[heading" in line for line in lines)),
        "links": (len(own.links), sum(line.count("[link ") for line in lines)),
        "pictures": (len(own.figures), sum("[picture]" in line for line in lines)),
    }
    found += [f"{is_} {what} are said, not {must}" for what, (must, is_) in counts.items() if must != is_]
    pictures = [line.split("[picture] ", 1)[1] for line in lines if "[picture] " in line]
    if [tight(text) for text in pictures] != [tight(text) for text in own.figures]:
        found.append(f"pictures are called {pictures}, not {own.figures}")
    return found


def difference(must, is_):
    at = next((at for at, (one, other) in enumerate(zip(must, is_)) if one != other), min(len(must), len(is_)))
    return f"«{is_[at - 20:at + 20]}» in place of «{must[at - 20:at + 20]}»"


def planted(path, folder):
    """Copies with one fault each, and what is wrong: the program's words are held against those of the sound file."""
    def elements(pdf):
        return [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/S" in obj and "/P" in obj]

    def head_is_text(pdf):
        next(elem for elem in elements(pdf) if elem.S == "/H2").S = pikepdf.Name.P

    def order_is_turned(pdf):
        root = pdf.Root.StructTreeRoot.K
        root = root if isinstance(root, pikepdf.Dictionary) else root[0]
        root.K = pikepdf.Array(list(root.K)[::-1])

    def words_are_replaced(pdf):
        next(elem for elem in elements(pdf) if elem.S == "/P").ActualText = pikepdf.String("other words")

    for fault in (head_is_text, order_is_turned, words_are_replaced):
        copy = folder / f"{fault.__name__}.pdf"
        with pikepdf.open(path) as pdf:
            fault(pdf)
            pdf.save(copy)
        yield fault.__name__, copy


def main(program, folder):
    program = Path(program).resolve()
    paths = sorted(path for path in Path(folder).rglob("*.pdf") if not {".print", ".test"} & set(path.suffixes))
    failed = 0
    for path in paths:
        # The other reader does not go into the forms that sheets are made of.
        name = path.name.split(".")[0] + ".pdf"
        plain = Path(folder) / "plain" / path.parent.name / name
        document = plain if plain.exists() else path.parent / name
        on_paper = any(part.startswith("sheet-") or part in PAPERS for part in path.name.split("."))
        found = sheet_faults(program, path, document) if on_paper else faults(program, path)
        failed += bool(found)
        for fault in found:
            print(f"{path}: {fault}")
    count = len(paths)
    with tempfile.TemporaryDirectory() as name:
        sound = next(path for path in paths if path.name == "poster.pdf")
        for what, wrong in planted(sound, Path(name)):
            count += 1
            if heard(program, wrong)[1] == heard(program, sound)[1]:
                failed += 1
                print(f"{what}, and nobody notices")
    print(f"{count - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
