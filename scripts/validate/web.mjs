// Judges web pages: takes folders, gives what an HTML checker, axe-core and the width of a telephone find in them.
// One start of Java and one of the browser for all files; pages with one fault each prove that faults are found.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const tools = createRequire(resolve('.tools/web/package.json'));
const puppeteer = tools('puppeteer-core');
const axe = tools('axe-core').source;
const checker = resolve('.tools/web/node_modules/vnu-jar/build/dist/vnu.jar');

// The rules of WCAG 2.0 to 2.2, A and AA, and what axe-core calls good practice.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// A desk and a telephone, by day and by night, and in the colours of a reader who has set their own.
const VIEWS = [[1366, 'light', 'none'], [390, 'light', 'none'], [1366, 'dark', 'none'], [390, 'dark', 'none'], [1366, 'light', 'active']];
// No page may be wider than the narrowest window (WCAG 2.2, 1.4.10).
const NARROWEST = 320;

const pages = folder => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.html')).map(entry => join(entry.parentPath ?? entry.path, entry.name)).sort();

function htmlFaults(files) {
  const found = new Map(files.map(file => [file, []]));
  const output = execFileSync('java', ['-jar', checker, '--format', 'json', '--stdout', '--exit-zero-always', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  for (const message of JSON.parse(output).messages) {
    const file = files.find(file => pathToFileURL(file).href === message.url);
    if (file && (message.type === 'error' || message.subType === 'warning')) found.get(file).push(`HTML ${message.lastLine}: ${message.message}`);
  }
  return found;
}

async function axeFaults(page, [width, scheme, forced], file) {
  await page.setViewport({ width, height: 900 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }, { name: 'forced-colors', value: forced }] });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);
  const result = await page.evaluate(rules => globalThis.axe.run({ runOnly: rules, resultTypes: ['violations', 'incomplete'] }), RULES);
  await session.detach();
  const said = (kind, rules) => rules.map(rule => `${kind} ${rule.id} at ${width} ${scheme}${forced === 'active' ? ' forced' : ''}: ${rule.nodes[0].target}`);
  return [...said('axe', result.violations), ...said('axe cannot tell', result.incomplete)];
}

async function widthFaults(page, file) {
  await page.setViewport({ width: NARROWEST, height: 900 });
  await page.goto(pathToFileURL(file).href);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > NARROWEST ? [`is ${width} pixels wide in a window of ${NARROWEST}`] : [];
}

// One fault each, in an English page, for axe-core judges no contrast of Arabic letters: what is replaced by what. A page in which none is found proves nothing.
const PLANTED = [
  ['no language', / lang="[^"]*"/, ''],
  ['letters that vanish', '--t:#1c2427', '--t:#bbbbbb'],
  ['a list item outside a list', '</main>', '<li>lost</li></main>'],
  ['a link without words', '<nav', '<a href="#do"></a><nav'],
  ['two main parts', '</main>', '</main><main id="main2"></main>'],
  ['wider than a telephone', '</h1>', '</h1><div style="width:500px">wide</div>'],
  ['no title', /<title>[^<]*<\/title>/, ''],
];

function plant(file, folder) {
  const text = readFileSync(file, 'utf8');
  return PLANTED.map(([name, from, to], at) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to plant "${name}" in`);
    const path = join(folder, `${at}.html`);
    writeFileSync(path, changed);
    return [name, path];
  });
}

const folders = process.argv.slice(2).map(folder => resolve(folder));
const files = folders.flatMap(pages);
if (files.length === 0) throw new Error('there is no page to judge');
const scratch = mkdtempSync(join(tmpdir(), 'pages-'));
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
let passed = 0, failed = 0;
try {
  const page = await browser.newPage();
  const planted = plant(files.find(file => /lang="en[^]*id="do"/.test(readFileSync(file, 'utf8'))), scratch);
  const html = htmlFaults([...files, ...planted.map(([, path]) => path)]);
  for (const file of files) {
    const faults = [...html.get(file), ...await widthFaults(page, file)];
    for (const view of VIEWS) faults.push(...await axeFaults(page, view, file));
    for (const fault of faults) console.log(`${relative('.', file)}: ${fault}`);
    if (faults.length === 0) passed += 1; else failed += 1;
  }
  for (const [name, path] of planted) {
    const faults = [...html.get(path), ...await widthFaults(page, path), ...await axeFaults(page, VIEWS[0], path)];
    if (faults.length > 0) passed += 1;
    else { failed += 1; console.log(`planted: ${name}: not found`); }
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
