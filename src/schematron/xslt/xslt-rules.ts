import { createHash } from 'node:crypto';
import { Failure, type Problem } from '../../problems/index.js';
import type { SchemaCache } from '../../relaxng/index.js';
import {
  type CompiledText,
  compileInnerStylesheet,
  InnerStylesheet,
  innerStylesheetForm,
  StylesheetError,
} from '../../transform/index.js';
import type { SchemaFile, SourceText } from '../../xml/index.js';
import { isActive, type XsltChecking } from '../check-document.js';
import type { Pattern, Phase, SchematronSchema } from '../schema/schema.js';
import { QueryError, wellKnownPrefixes } from '../xpath/query.js';
import { deepest, type ViewDocument } from '../xpath/view.js';
import { expressionBase, trueAddress } from './document-address.js';
import { readAnswer } from './read-answer.js';
import {
  type IsBroken,
  type Piece,
  type RuleStylesheet,
  ruleStylesheet,
} from './rule-stylesheet.js';
import type { XsltShare } from './share.js';
import { ownName } from './stylesheet-parts.js';
import { markupWithXmlSpace } from './xml-space.js';

/** Where the patterns that need XSLT come from, and where what they are compiled to is kept. */
export interface XsltSource {
  readonly file: SchemaFile;
  readonly schema: SchematronSchema;
  readonly share: XsltShare;
  /** Its expressions that are known to be broken. */
  readonly broken: readonly Problem[];
  readonly cache: SchemaCache | undefined;
  /** Changes with the files of the schema. */
  readonly key: string;
  /** The text of a library at an absolute address. */
  readonly read: (address: string) => SourceText;
}

/** The document that is checked, and those that its rules ask for. */
export interface XsltSubject {
  readonly main: ViewDocument;
  readonly address: string | undefined;
  readonly open: (address: string) => ViewDocument | undefined;
  readonly broken: (error: QueryError) => void;
}

/** A stylesheet as it is kept. */
interface Kept extends CompiledText {
  /** The numbers of pieces that do not compile, and what is wrong with them. */
  readonly broken: readonly BrokenPiece[];
}

interface BrokenPiece {
  readonly number: number;
  readonly text: string;
  readonly at: Piece['at'];
  readonly reason: string;
  readonly code: string;
}

interface Ready {
  readonly patterns: readonly Pattern[];
  readonly pieces: readonly Piece[];
  readonly stylesheet: InnerStylesheet | undefined;
  /** The same, in which each piece is announced before it is carried out. */
  readonly watched: () => InnerStylesheet | undefined;
  readonly broken: readonly QueryError[];
  /** What the engine says, in the prefixes of the schema. */
  readonly plain: (reason: string) => string;
}

/** The patterns of a schema that need XSLT, each phase of them a stylesheet that is compiled when it is first asked for. */
export class XsltRules {
  readonly #source: XsltSource;
  readonly #ready = new Map<Phase | undefined, Ready>();

  constructor(source: XsltSource) {
    this.#source = source;
  }

  /** Checks a document by those of the patterns that a phase activates. */
  check(phase: Phase | undefined, subject: XsltSubject): XsltChecking {
    const { schema, share } = this.#source;
    const lets = new Set(share.lets);
    const ready = this.#readyFor(phase);
    const { patterns, stylesheet, broken } = ready;
    for (const error of broken) subject.broken(error);
    const answer = stylesheet === undefined ? '[]' : run(stylesheet, ready, subject);
    const open = (address: string): ViewDocument | undefined => {
      const at = trueAddress(address, subject.address);
      return at === undefined ? undefined : subject.open(at);
    };
    return { lets, fired: readAnswer(answer, schema, patterns, subject.main, open) };
  }

  #readyFor(phase: Phase | undefined): Ready {
    let ready = this.#ready.get(phase);
    if (ready === undefined) {
      ready = this.#prepare(phase);
      this.#ready.set(phase, ready);
    }
    return ready;
  }

  #prepare(phase: Phase | undefined): Ready {
    const { schema, share } = this.#source;
    const patterns = share.patterns
      .flatMap((number) => schema.patterns[number] ?? [])
      .filter((pattern) => isActive(pattern, phase));
    const { rules, kept } = this.#compiled(patterns, phase, false);
    return {
      patterns,
      pieces: rules.pieces,
      stylesheet: opened(kept),
      watched: once(() => opened(this.#compiled(patterns, phase, true).kept)),
      broken: kept.broken.map(
        ({ text, at, reason, code }) => new QueryError({ text, at }, this.#plain(reason), code),
      ),
      plain: (reason) => this.#plain(reason),
    };
  }

  #plain(reason: string): string {
    const prefixes = { ...wellKnownPrefixes, ...this.#source.schema.namespaces };
    const plain = Object.entries(prefixes).reduce(
      (text, [prefix, uri]) => text.replaceAll(`Q{${uri}}`, `${prefix}:`),
      reason,
    );
    return plain
      .replaceAll('Q{}', '')
      .replace(
        /\s*XError:.*Synchronous access.*$/,
        ': files are read, and nothing from the network',
      )
      .replace(/^Terminated with (.*)$/s, 'a function stops and says: $1')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/\.$/, '');
  }

  #compiled(
    patterns: readonly Pattern[],
    phase: Phase | undefined,
    watched: boolean,
  ): { readonly rules: RuleStylesheet; readonly kept: Kept } {
    const { schema, cache, key, broken } = this.#source;
    const stubbed = new Set<number>();
    const places = new Set(broken.map(placeKey));
    const isBroken: IsBroken = (number, { text, at }) =>
      stubbed.has(number) ||
      places.has(placeKey(at)) ||
      (stubbed.has(libraries) && mayNeedLibrary(text, schema));
    const write = (): RuleStylesheet =>
      ruleStylesheet(schema, patterns, phase, { isBroken, watched });
    const rules = write();
    if (patterns.length === 0) return { rules, kept: { uris: [], text: '', broken: [] } };
    const hash = createHash('sha256')
      .update(`${innerStylesheetForm}\0${key}\0${rules.text}`)
      .digest('hex');
    let kept = restored(cache?.read(hash));
    if (kept === undefined) {
      kept = this.#compile(rules, stubbed, write);
      cache?.write(hash, JSON.stringify(kept));
    }
    return { rules, kept };
  }

  /** Compiles a stylesheet; what is wrong in it is put aside, so that everything else compiles. */
  #compile(first: RuleStylesheet, stubbed: Set<number>, write: () => RuleStylesheet): Kept {
    const broken: BrokenPiece[] = [];
    const library = (address: string): SourceText => {
      const source = this.#source.read(address);
      return { ...source, text: markupWithXmlSpace(source.text) };
    };
    for (let rules = first; ; rules = write()) {
      const entry = { file: '', text: rules.text };
      try {
        return { ...compileInnerStylesheet(entry, expressionBase, library), broken };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const [problem] = error.problems;
        if (problem === undefined) throw error;
        const found = brokenPiece(problem, rules);
        if (found === undefined && problem.file !== '' && !stubbed.has(libraries)) {
          stubbed.add(libraries);
          broken.push(brokenLibrary(problem));
          continue;
        }
        if (found === undefined || stubbed.has(found.number)) {
          // It cannot be told apart: none of these patterns can be carried out.
          broken.push(wholeBroken(problem, rules));
          return { uris: [], text: '', broken };
        }
        stubbed.add(found.number);
        broken.push(found);
      }
    }
  }
}

function opened(kept: Kept): InnerStylesheet | undefined {
  return kept.text === '' ? undefined : InnerStylesheet.open(kept);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function placeKey({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file} ${line} ${column}`;
}

function restored(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return undefined;
  }
}

/** What does not compile, as a piece of the schema; `undefined` where it stands elsewhere. */
function brokenPiece(problem: Problem, rules: RuleStylesheet): BrokenPiece | undefined {
  const number = problem.file === '' ? rules.pieceOn(problem.line) : undefined;
  const piece = number === undefined ? undefined : rules.pieces[number];
  if (number === undefined || piece === undefined) return undefined;
  const { text, at, isMarkup } = piece;
  const said = saidBy(problem);
  if (!isMarkup) return { number, text, at, ...said };
  const { line, column, endLine, endColumn } = problem;
  const inner = rules.text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1) ?? '';
  const shown =
    line === endLine && inner !== '' && !text.startsWith(inner) ? `${inner} in ${text}` : text;
  // Markup stands in the stylesheet as it does in the schema, but for what is added to its first line.
  if (line === piece.line) return { number, text: shown, at, ...said };
  const below = at.line - piece.line;
  const moved = { line: line + below, column, endLine: endLine + below, endColumn };
  return { number, text: shown, at: { ...at, ...moved }, ...said };
}

/** The number that stands for all libraries, of which none can be taken when one of them does not compile. */
const libraries = -1;

function brokenLibrary(problem: Problem): BrokenPiece {
  const { file, line, column, endLine, endColumn } = problem;
  const at = { file, line, column, endLine, endColumn };
  return { number: libraries, text: 'the library', at, ...saidBy(problem) };
}

/** Whether a piece may name something of a library: all that is declared in XSLT counts. */
function mayNeedLibrary(text: string, { namespaces, declared }: SchematronSchema): boolean {
  if (/^xsl:|\bkey\s*\(/.test(text)) return true;
  const variables = new Set(declared.variables);
  for (const [, name = ''] of text.matchAll(/\$\s*([^\s()[\],/=]+)/g))
    if (variables.has(name)) return true;
  return Object.entries(namespaces).some(
    ([prefix, uri]) =>
      text.includes(`${prefix}:`) &&
      declared.functions.some((name) => name.startsWith(`Q{${uri}}`)),
  );
}

function wholeBroken(problem: Problem, rules: RuleStylesheet): BrokenPiece {
  const at = rules.pieces[0]?.at ?? problem;
  return { number: libraries, text: 'what the schema has in XSLT', at, ...saidBy(problem) };
}

/** What the compiler says, its code apart. */
function saidBy({ message }: Problem): { reason: string; code: string } {
  const [, reason = message, code = ''] = /^([\s\S]*?)(?: \((\w+)\))?\.?$/.exec(message) ?? [];
  return { reason, code };
}

/** A piece that failed while the stylesheet ran. */
interface FailedPiece {
  readonly number: number;
  readonly code: string;
  readonly reason: string;
}

/** What came of one run: no answer where something stopped it that the stylesheet cannot catch. */
interface Attempt {
  readonly answer: string | undefined;
  readonly stopped: { readonly code: string; readonly reason: string } | undefined;
  readonly failed: readonly FailedPiece[];
  /** The piece that was announced last. */
  readonly reached: number | undefined;
}

/**
 * Runs a stylesheet. Where something fails and it is not plain which piece it was, the document is checked again and each
 * piece watched; one that never comes to an end is left out.
 */
function run(
  stylesheet: InnerStylesheet,
  { pieces, watched, plain }: Ready,
  subject: XsltSubject,
): string {
  const tell = (failed: readonly FailedPiece[]): void => {
    for (const { number, code, reason } of failed) {
      const piece = pieces[number];
      if (piece !== undefined) subject.broken(new QueryError(piece, plain(reason), code));
    }
  };
  const first = attempt(stylesheet, pieces, [], false, subject);
  const isPlain = first.failed.every(({ number }) => pieces[number]?.parts === 0);
  const watching = first.stopped === undefined && isPlain ? undefined : watched();
  if (watching === undefined) {
    tell(first.failed);
    if (first.stopped !== undefined) tell([{ number: 0, ...first.stopped }]);
    return first.answer ?? '[]';
  }
  const off: number[] = [];
  for (;;) {
    const { answer, stopped, failed, reached } = attempt(watching, pieces, off, true, subject);
    if (stopped === undefined) {
      tell(failed);
      return answer ?? '[]';
    }
    const number = reached ?? 0;
    tell([{ number, ...stopped }]);
    if (off.includes(number)) return '[]';
    off.push(number);
  }
}

/** Why a stylesheet stopped, as it is told. */
function reasonOf({ code, message }: StylesheetError): string {
  switch (code) {
    case 'overflow':
      return 'its functions call one another without end';
    case 'engine':
      return `SaxonJS fails over it (${message})`;
    default:
      return message;
  }
}

function attempt(
  stylesheet: InnerStylesheet,
  pieces: readonly Piece[],
  off: readonly number[],
  aloud: boolean,
  { main, address, open }: XsltSubject,
): Attempt {
  const failed = new Map<string, FailedPiece>();
  const announced: number[] = [];
  const onMessage = (text: string): void => {
    const at = /^at (\d+)$/.exec(text);
    if (at !== null) announced.push(Number(at[1]));
    const said = /^failed\t(\d+)\t([^\t]*)\t([\s\S]*)$/.exec(text);
    if (said === null || failed.has(text)) return;
    const [, digits, code = '', reason = ''] = said;
    const first = Number(digits);
    const last = first + (pieces[first]?.parts ?? 0);
    const number = announced.findLast((each) => each >= first && each <= last) ?? first;
    failed.set(text, { number, code, reason });
  };
  const result = (answer?: string, stopped?: Attempt['stopped']): Attempt => ({
    answer,
    stopped,
    failed: [...failed.values()],
    reached: announced.at(-1),
  });
  try {
    return result(
      stylesheet.run(ownName('check'), {
        source: main.node,
        deepest,
        uri: address ?? expressionBase,
        parameters: { [ownName('aloud')]: aloud, [ownName('off')]: off },
        read: (asked) => {
          const at = trueAddress(asked, address);
          return at === undefined ? undefined : open(at)?.node;
        },
        locate: (asked) => trueAddress(asked, address) ?? asked,
        onMessage,
      }),
    );
  } catch (error) {
    if (!(error instanceof StylesheetError)) throw error;
    return result(undefined, { code: error.code, reason: reasonOf(error) });
  }
}
