// Reads PDFs as Firefox does: takes files, prints a line of JSON for each with its text, page after page.
import { readFileSync } from "node:fs";
import { getDocument } from "../../.tools/web/node_modules/pdfjs-dist/legacy/build/pdf.mjs";

for (const path of process.argv.slice(2)) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    text += content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n";
  }
  console.log(JSON.stringify({ path, text }));
}
