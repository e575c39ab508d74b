// Measures parsers of XML side by side, in one process each, on the letters of the corpus repeated: MB/s of the source,
// by processor time, medians of paired runs. All have namespaces on and know the place of what they tell, where they can.
// The table goes to standard output as Markdown: `npm run bench -- xml`, or `node bench/xml.js 30` for 30 MB.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = resolve(import.meta.dirname, '..');
const library = pathToFileURL(join(project, 'lib/xml/index.js')).href;
const require = createRequire(import.meta.url);

/** Each reads a file once; what is prepared beforehand is not measured. */
const contenders = {
  'imprimatur, tree': async (path) => {
    const { parseXml } = await import(library);
    const text = readFileSync(path, 'utf8');
    return () => parseXml({ file: 'letters.xml', text }).document.root;
  },
  'imprimatur, events': async (path) => {
    const { readEvents } = await import(library);
    const text = readFileSync(path, 'utf8');
    return () => {
      const counter = new Counter();
      readEvents({ file: 'letters.xml', text }, counter);
      return counter;
    };
  },
  'imprimatur, events of a file in parts': async (path) => {
    const { streamEvents } = await import(library);
    return () => {
      const counter = new Counter();
      streamEvents(path, 'letters.xml', () => counter);
      return counter;
    };
  },
  'saxes, with positions': async (path) => {
    const { SaxesParser } = require('saxes');
    const text = readFileSync(path, 'utf8');
    return () => {
      const counter = new Counter();
      const parser = new SaxesParser({ xmlns: true, position: true });
      parser.on('opentag', () => counter.count++);
      parser.on('closetag', () => counter.count++);
      parser.on('text', () => counter.count++);
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(text).close();
      return counter;
    };
  },
  'slimdom, tree': async (path) => {
    const { parseXmlDocument } = await import('slimdom');
    const text = readFileSync(path, 'utf8');
    return () => parseXmlDocument(text).documentElement;
  },
  'fast-xml-parser, objects without places': async (path) => {
    const { XMLParser } = await import('fast-xml-parser');
    const text = readFileSync(path, 'utf8');
    return () => new XMLParser({ preserveOrder: true, ignoreAttributes: false }).parse(text);
  },
};

class Counter {
  count = 0;
  startElement() {
    this.count++;
  }
  endElement() {
    this.count++;
  }
  text() {
    this.count++;
  }
}

/** A process of its own for each: the seconds of its fastest half of runs, and the most memory it took. */
async function contend(name, path) {
  const run = await contenders[name](path);
  const seconds = [];
  for (let at = 0; at < 7; at++) {
    const before = process.cpuUsage();
    if (run() === undefined) throw new Error('nothing read');
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ first: seconds[0], warm: median(seconds.slice(2)), peak }));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The letters, one after another in one document, again and again. */
function letters(folder, size) {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF?<\?xml[^>]*>/, ''))
    .map((text) => text.replace(/<!DOCTYPE[^>]*>/, ''))
    .join('');
  const times = Math.ceil((size * 1e6) / Buffer.byteLength(all));
  return `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${all.repeat(times)}</teiCorpus>\n`;
}

function compare(size) {
  const corpus = join(project, '../shared/corpus/letters/editions');
  if (!existsSync(corpus) || !existsSync(join(project, 'lib/xml/index.js'))) {
    console.error('bench: the letters of ../shared are not there, or the package is not built');
    process.exit(2);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'imprimatur-bench-xml-'));
  const path = join(scratch, 'letters.xml');
  const text = letters(corpus, size);
  writeFileSync(path, text);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const names = Object.keys(contenders).filter((name) => {
    const needed = name.split(',')[0];
    if (needed === 'imprimatur' || existsSync(join(project, 'node_modules', needed))) return true;
    console.error(`bench: left out “${name}”: it is not installed`);
    return false;
  });
  // In turns, so that what else the machine does falls upon all of them.
  const rounds = names.map(() => []);
  for (let round = 0; round < 3; round++) {
    for (const [at, name] of names.entries()) {
      const output = execFileSync(process.execPath, [import.meta.filename, '--run', name, path]);
      rounds[at].push(JSON.parse(output.toString()));
    }
  }
  console.log('### Parsers of XML: the letters in one document\n');
  const yardstick = names.indexOf('saxes, with positions');
  const speed = (at, key) => megabytes / median(rounds[at].map((round) => round[key]));
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; ${megabytes.toFixed(1)} MB\n`,
  );
  console.log('| parser | first run, MB/s | warm, MB/s | times saxes | peak memory, MB |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const [at, name] of names.entries()) {
    const times = speed(at, 'warm') / speed(yardstick, 'warm');
    const peak = median(rounds[at].map((round) => round.peak));
    console.log(
      `| ${name} | ${speed(at, 'first').toFixed(0)} | ${speed(at, 'warm').toFixed(0)} | ${times.toFixed(2)} | ${peak.toFixed(0)} |`,
    );
  }
  rmSync(scratch, { recursive: true });
}

const [mode, name, path] = process.argv.slice(2);
if (mode === '--run') await contend(name, path);
else compare(Number(mode ?? 10));
