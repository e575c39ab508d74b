import {
  compareProblems,
  compareText,
  type Fix,
  type Place,
  type Problem,
  type Severity,
} from '../problems/index.js';
import { type CodePage, codePages } from './code-pages.js';
import { fingerprints } from './fingerprint.js';
import { fixText } from './fix-text.js';
import { readBlocks } from './markdown.js';
import { type ReportContext, wholeMessage } from './report.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Problems as SARIF 2.1.0 (OASIS Standard, 27 March 2020), as code-scanning views read it: one run, a rule for each
 * code that was found, with its page of the reference as help.
 */
export function* sarif(problems: readonly Problem[], context: ReportContext): Generator<string> {
  const { known } = context;
  const sorted = [...problems, ...(known ?? [])].sort(compareProblems);
  const unchanged = new Set(known);
  const codes = [...new Set(sorted.map(({ code }) => code))].sort(compareText);
  const ruleIndex = new Map(codes.map((code, index) => [code, index]));
  const driver = {
    name: 'imprimatur',
    semanticVersion: context.version,
    rules: codes.map(rule),
  };
  yield `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": { "driver": ${JSON.stringify(driver)} },
      "columnKind": "utf16CodeUnits",
      "newlineSequences": ["\\r\\n", "\\n", "\\r"],
      "invocations": [{ "executionSuccessful": ${context.complete} }],
      "results": [`;
  const names = fingerprints(sorted, context.read, context.pathOf);
  let separator = '\n';
  for (const problem of sorted) {
    const { value = '' } = names.next();
    const told = result(problem, ruleIndex.get(problem.code) ?? -1, `${value}`, context);
    const state = known === undefined ? {} : baselineState(unchanged.has(problem));
    yield `${separator}        ${JSON.stringify({ ...told, ...state })}`;
    separator = ',\n';
  }
  yield `${sorted.length === 0 ? '' : '\n      '}]\n    }\n  ]\n}\n`;
}

/** What is known besides new results is marked (3.27.24), and taken for accepted (3.35) by whoever decides on it. */
function baselineState(isUnchanged: boolean): object {
  return isUnchanged
    ? { baselineState: 'unchanged', suppressions: [{ kind: 'external', status: 'accepted' }] }
    : { baselineState: 'new' };
}

/** A reportingDescriptor (3.49). What a code is not told of in the reference has its name alone. */
function rule(code: string): object {
  const page = codePages().get(code);
  if (page === undefined) return { id: code };
  const level =
    page.exitCode > 0 ? 'error' : /^\*\*Info\b/.test(page.markdown) ? 'note' : 'warning';
  return {
    id: code,
    shortDescription: { text: page.summary },
    fullDescription: { text: page.summary },
    help: { text: helpText(page), markdown: page.markdown },
    defaultConfiguration: { level },
    properties: {
      tags: [page.room, 'TEI'],
      // GitHub sorts and filters by this, in words of its own.
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  };
}

function helpText({ markdown }: CodePage): string {
  return readBlocks(markdown)
    .map((block) =>
      block.kind === 'code'
        ? block.lines.map((line) => `    ${line}`).join('\n')
        : block.spans.map(({ text }) => text).join(''),
    )
    .join('\n\n');
}

/** A result (3.27). */
function result(
  problem: Problem,
  ruleIndex: number,
  fingerprint: string,
  { pathOf }: ReportContext,
): object {
  const { code, severity, xpath, related = [], fix } = problem;
  const logical = xpath === undefined ? {} : { logicalLocations: [logicalLocation(xpath)] };
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: messageText(problem) },
    locations: [
      { physicalLocation: physicalLocation(problem, pathOf, region(problem)), ...logical },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(place, pathOf, start(place)),
            message: { text: literal(place.message) },
          })),
        }),
    partialFingerprints: { 'imprimatur/v1': fingerprint },
    ...(fix === undefined ? {} : { fixes: [fixOf(problem, fix, pathOf)] }),
  };
}

/** A fix (3.55): one replacement in the file of the problem. */
function fixOf({ file }: Problem, fix: Fix, pathOf: ReportContext['pathOf']): object {
  return {
    description: { text: `imprimatur validate --fix ${fixText(fix)}` },
    artifactChanges: [
      {
        artifactLocation: { uri: relativeUri(pathOf(file)) },
        replacements: [{ deletedRegion: region(fix), insertedContent: { text: fix.text } }],
      },
    ],
  };
}

/** Views show related places where the message has a link to their number (3.11.6). */
function messageText(problem: Problem): string {
  const links = (problem.related ?? []).map(
    ({ message }, index) => ` [${message.replace(/[[\]\\]/g, '\\$&')}](${index + 1})`,
  );
  return literal(wholeMessage(problem)) + links.join('');
}

/** A text in which nothing is taken for a link. */
function literal(text: string): string {
  return text.replace(/\[(?=[^[\]]*\]\()/g, '\\[');
}

function physicalLocation(
  { file }: Place,
  pathOf: ReportContext['pathOf'],
  region: object,
): object {
  return { artifactLocation: { uri: relativeUri(pathOf(file)) }, region };
}

function region({ line, column, endLine, endColumn }: Omit<Fix, 'text'>): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function start({ line, column }: Place): object {
  return { startLine: line, startColumn: column };
}

/** A path as a relative reference (RFC 3986, 4.2). */
function relativeUri(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}

/** A logicalLocation (3.33), with the kinds that it has for XML. */
function logicalLocation(xpath: string): object {
  const kind = /\/@[^/]*$/.test(xpath) ? 'attribute' : 'element';
  return { fullyQualifiedName: xpath, kind };
}
