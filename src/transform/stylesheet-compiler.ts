import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../problems/index.js';
import { type Checksum, checksumOf, seal } from './compiled-checksum.js';
import { readCompilerErrors } from './compiler-errors.js';
import type { CompiledStylesheet } from './engine.js';
import {
  checkWellFormed,
  moduleText,
  type StylesheetModule,
  type StylesheetModules,
} from './stylesheet-modules.js';

/** Stands in compiled stylesheets where the address of a module would; the number is the module's, the entry's 0. */
const moduleAddress = /imprimatur-module:(\d+):/g;

/**
 * Compiles a stylesheet with SaxonJS's own compiler, `xslt3`, in a process of its own.
 *
 * The modules are laid side by side in a temporary folder, their imports led there. In what comes out the addresses
 * of that folder become `imprimatur-module:N:`, and the date goes: the same stylesheet gives the same text on every
 * machine. (The compiler's own `-relocate:on` also keeps paths out, but forgets in which module an expression stood:
 * then `doc('labels.xml')` in an imported module would be looked for beside the entry.)
 *
 * @throws Failure when a module is not well-formed or the stylesheet does not compile, with the place and the reason
 */
export async function compileStylesheet(stylesheet: StylesheetModules): Promise<string> {
  const laid = layOut(stylesheet);
  try {
    return taken(laid, await runCompiler(laid.entry, laid.exported));
  } finally {
    laid.remove();
  }
}

/**
 * The same, while this thread waits for it.
 *
 * @throws Failure when a module is not well-formed or the stylesheet does not compile, with the place and the reason
 */
export function compileStylesheetNow(stylesheet: StylesheetModules): string {
  const laid = layOut(stylesheet);
  try {
    const { status, stderr } = spawnSync(process.execPath, compilation(laid.entry, laid.exported), {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    return taken(laid, { status, errors: stderr });
  } finally {
    laid.remove();
  }
}

/** A stylesheet as its compiler reads it. */
interface LaidOut {
  readonly stylesheet: StylesheetModules;
  readonly entry: string;
  /** Where the compiler is to write. */
  readonly exported: string;
  /** The address of a module here. */
  readonly address: (number: number) => string;
  readonly remove: () => void;
}

interface Compilation {
  readonly status: number | null;
  readonly errors: string;
}

function layOut(stylesheet: StylesheetModules): LaidOut {
  checkWellFormed(stylesheet);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imprimatur-')));
  const path = (number: number): string => join(folder, `${number}.xsl`);
  const address = (number: number): string => pathToFileURL(path(number)).href;
  for (const [number, module] of stylesheet.modules.entries())
    writeFileSync(path(number), moduleText(module, address));
  return {
    stylesheet,
    entry: path(0),
    exported: join(folder, 'exported.json'),
    address,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the compiler has written, in the form in which it is kept. */
function taken(
  { stylesheet, exported, address }: LaidOut,
  { status, errors }: Compilation,
): string {
  if (status !== 0) {
    throw new Failure(`The stylesheet ${stylesheet.modules[0]?.source.file} does not compile.`, {
      problems: readCompilerErrors(errors, stylesheet),
    });
  }
  // With the date and the addresses goes the checksum that covers them; what it is made from stands before.
  let text = readFileSync(exported, 'utf8')
    .replace(/"buildDateTime":"[^"]*",/, '')
    .replace(/,"Σ":"[^"]*"\}$/, '}');
  for (const number of stylesheet.modules.keys())
    text = text.replaceAll(address(number), `imprimatur-module:${number}:`);
  const checksum = checksumOf(JSON.parse(text), (value) => value.includes('imprimatur-module:'));
  return `${JSON.stringify(checksum)}\n${text}`;
}

/**
 * A compiled stylesheet, ready to run, with the true addresses of its modules.
 *
 * @returns `undefined` when the text is not a compiled stylesheet: a file that was cut short
 */
export function openCompiled(
  text: string,
  stylesheet: { readonly modules: readonly Pick<StylesheetModule, 'uri'>[] },
): CompiledStylesheet | undefined {
  const writeAnew = (value: string): string =>
    value.replace(
      moduleAddress,
      (_, number: string) => stylesheet.modules[Number(number)]?.uri ?? '',
    );
  const line = text.indexOf('\n');
  try {
    const checksum = JSON.parse(text.slice(0, line)) as Checksum;
    const compiled = JSON.parse(writeAnew(text.slice(line + 1))) as CompiledStylesheet;
    if (compiled.N !== 'package') return undefined;
    seal(compiled, checksum, writeAnew);
    return compiled;
  } catch {
    return undefined;
  }
}

function compilation(entry: string, exported: string): string[] {
  const compiler = createRequire(import.meta.url).resolve('xslt3/xslt3.js');
  return [compiler, `-xsl:${entry}`, `-export:${exported}`, '-nogo'];
}

function runCompiler(entry: string, exported: string): Promise<Compilation> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, compilation(entry, exported), {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject).on('close', (status) => resolve({ status, errors }));
  });
}
