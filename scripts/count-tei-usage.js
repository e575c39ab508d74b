// Counts how TEI is used, for messages that name the likeliest first, and writes what it counted as a module. Run by
// hand when TEI publishes a new release: it reads data that lies beside the project, in ../shared.
//
// A pair of element and child, or element and attribute, counts once for each text it occurs in: each example of the
// TEI Guidelines, each of TEI's test documents; letters of one edition are much alike, so ten of them count as one.
// What tei_all does not allow is left out, and so are names of elements and attributes in running text (<gi>, <att>): the
// Guidelines speak of them more than others do.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSchema } from '../lib/relaxng/load-schema.js';
import { Homes } from '../lib/relaxng/validation/homes.js';
import { parseXml } from '../lib/xml/index.js';

const tei = 'http://www.tei-c.org/ns/1.0';
const examples = 'http://www.tei-c.org/ns/Examples';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(root, '../shared');
const release = '4.9.0';
const target = join(root, 'src/relaxng/validation/vocabulary/tei-usage.ts');

const aboutTei = new Set(['gi', 'att', 'val', 'tag', 'code', 'ident']);
const children = new Map();
const attributes = new Map();
const modules = new Map();

countExamples();
for (const folder of ['tei-tests', 'letters/editions']) countDocuments(folder);
writeFileSync(target, moduleText());

function read(path) {
  const { document } = parseXml({ file: path, text: readFileSync(path, 'utf8') });
  if (document === undefined) throw new Error(`${path} is not well-formed`);
  return document.root;
}

function* elementsOf(start) {
  const waiting = [start];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    waiting.push(...element.children.filter(({ kind }) => kind === 'element'));
  }
}

function countExamples() {
  for (const element of elementsOf(read(join(shared, `tei/${release}/p5subset.xml`)))) {
    const { local, namespace } = element.name;
    if (local === 'egXML') count(element, examples, 1);
    else if (local === 'elementSpec' && namespace === tei) {
      const value = (name) => element.attributes.find(({ qname }) => qname === name)?.value;
      const names = modules.get(value('module')) ?? [];
      modules.set(value('module'), [...names, value('ident')]);
    }
  }
}

function countDocuments(folder) {
  const files = readdirSync(join(shared, 'corpus', folder)).filter((file) => file.endsWith('.xml'));
  for (const file of files)
    count(read(join(shared, 'corpus', folder, file)), tei, folder.startsWith('letters') ? 0.1 : 1);
}

function count(text, namespace, weight) {
  const seen = new Set();
  const once = (counts, element, name) => {
    const key = `${counts === children ? '<' : '@'}${element} ${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    const inElement = counts.get(element) ?? new Map();
    counts.set(element, inElement.set(name, (inElement.get(name) ?? 0) + weight));
  };
  for (const { name, parent, attributes: given } of elementsOf(text)) {
    if (name.namespace !== namespace || aboutTei.has(name.local)) continue;
    if (parent.kind === 'element' && parent.name.namespace === namespace)
      once(children, parent.name.local, name.local);
    for (const { qname } of given)
      if (!qname.startsWith('xmlns')) once(attributes, name.local, qname);
  }
}

/** Lines of an element and what is counted in it, most first, the count behind each name unless it is 1. */
function lines(counts, allowed) {
  return [...counts]
    .map(([element, names]) => {
      const sorted = [...names]
        .map(([name, times]) => [name, Math.ceil(times)])
        .filter(([name]) => allowed(element, name))
        .sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
      return sorted.length === 0
        ? ''
        : `${element}: ${sorted.map(([name, times]) => (times === 1 ? name : `${name} ${times}`)).join(', ')}`;
    })
    .filter((line) => line !== '')
    .sort();
}

/** The totals of what stands in the lines: each name, its times, and the number of lines that it stands in. */
function totals(lines) {
  const sums = new Map();
  for (const line of lines)
    for (const pair of line.slice(line.indexOf(': ') + 2).split(', ')) {
      const [name, times = '1'] = pair.split(' ');
      const [sum, breadth] = sums.get(name) ?? [0, 0];
      sums.set(name, [sum + Number(times), breadth + 1]);
    }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, [sum, breadth]]) => `${name} ${sum} ${breadth}`);
}

function moduleText() {
  const path = join(shared, `tei/${release}/tei_all.rng`);
  const homes = Homes.of(loadSchema({ path, file: 'tei_all.rng' }));
  const among = (names, element) => names.some(({ ns, local }) => ns === tei && local === element);
  const mayHold = (element, child) => among(homes.ofElement({ ns: tei, local: child }), element);
  const mayBear = (element, qname) => {
    const local = qname.replace(/^xml:/, '');
    const ns = local === qname ? '' : 'http://www.w3.org/XML/1998/namespace';
    return among(homes.ofAttribute({ ns, local }), element);
  };
  const childLines = lines(children, mayHold);
  const attributeLines = lines(attributes, mayBear);
  const named = [...modules]
    .map(([name, elements]) => `${name}: ${elements.sort().join(' ')}`)
    .sort();
  return `// Made by scripts/count-tei-usage.js. Facts counted in the TEI Guidelines ${release} and TEI's test documents (TEI
// Consortium, CC BY 3.0 and BSD-2-Clause) and in 59 letters of Arthur Schnitzler's correspondence (ACDH-CH, MIT).

/** The modules of TEI P5 and the elements of each. */
export const modules = \`
${named.join('\n')}
\`;

/** For each element, in how many texts it holds a child. */
export const children = \`
${childLines.join('\n')}
\`;

/** For each child, the sum of these, and in how many elements it stands. */
export const childTotals = \`
${totals(childLines).join('\n')}
\`;

/** For each element, in how many texts it has an attribute. */
export const attributes = \`
${attributeLines.join('\n')}
\`;

/** For each attribute, the sum of these, and how many elements have it. */
export const attributeTotals = \`
${totals(attributeLines).join('\n')}
\`;
`;
}
