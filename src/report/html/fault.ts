import type { Place, Problem } from '../../problems/index.js';
import type { ShownProblem } from '../alike.js';
import { counted, thousands } from '../counted.js';
import { fixText } from '../fix-text.js';
import type { ReportContext } from '../report.js';
import type { SourceLines } from '../source-lines.js';
import { excerpt, fixedLine, line, shortExcerpt, wantExcerpt } from './excerpts.js';
import { htmlText } from './html-text.js';
import { severityNames } from './severities.js';

/** Says which lines will be asked for. */
export function wantLines(lines: SourceLines, { problem, same, sameKind }: ShownProblem): void {
  wantExcerpt(lines, problem);
  for (const each of same) lines.want(each);
  for (const each of sameKind) lines.want(each);
}

/**
 * A fault in full, with those that are like it below. In pieces.
 *
 * @param id the name by which others can link to it
 */
export function* fault(
  { problem, same, sameKind }: ShownProblem,
  id: string,
  lines: SourceLines,
  pathOf: ReportContext['pathOf'],
): Generator<string> {
  const { severity, message, help, schema, xpath, related = [], fix } = problem;
  const place = htmlText(placeText(problem, pathOf));
  yield `<li class="fault ${severity}" id="${htmlText(id)}">
<h3><b class="severity">${severityNames[severity]}</b> ${htmlText(message)}</h3>
<div class="here"><p><a class="at" href="#${htmlText(encodeURI(id))}">${place}</a></p>
${source(excerpt(problem, lines))}`;
  if (help !== undefined) yield `<p class="help"><b>Help</b> ${htmlText(help)}</p>\n`;
  if (fix !== undefined) {
    yield `<p class="help fix"><b>Fix</b> <code>imprimatur validate --fix</code> ${htmlText(fixText(fix))}.</p>\n`;
    yield source(fixedLine(fix, problem.file, lines), 'fixed');
  }
  for (const other of related) {
    yield `<p class="related"><b>See</b> <span class="at">${htmlText(placeText(other, pathOf))}</span> ` +
      `${htmlText(other.message)}</p>\n${source(line(other, lines))}`;
  }
  const by = schema === undefined ? '' : ` by ${htmlText(schema)}`;
  const where =
    xpath === undefined ? '' : `<code>${htmlText(xpath).replaceAll('/', '<wbr>/')}</code>`;
  if (where !== '' || by !== '') yield `<p class="node">${where}${by}</p>\n`;
  yield '</div>\n';
  if (same.length > 0) {
    yield `<details class="more"><summary>${more(same, 'like this')}</summary>\n<ul class="places">\n`;
    for (const each of same) {
      yield `<li><span>${htmlText(placeText(each, pathOf))}</span> <code>${shortExcerpt(each, lines)}</code></li>\n`;
    }
    yield '</ul></details>\n';
  }
  if (sameKind.length > 0) {
    yield* inShort(sameKind, more(sameKind, 'of this kind'), help, lines, pathOf);
  }
  yield '</li>\n';
}

/**
 * Faults of one severity, each in a line: where it is, what is said of it, what stands there.
 *
 * @param id the name by which others can link to them
 */
export function* faultsInShort(
  problems: readonly Problem[],
  id: string,
  lines: SourceLines,
  pathOf: ReportContext['pathOf'],
): Generator<string> {
  const severity = problems[0]?.severity ?? 'error';
  const count = `${thousands(problems.length)} more, in short`;
  yield `<li class="fault ${severity}" id="${htmlText(id)}">
<h3><b class="severity">${severityNames[severity]}</b> ${count}</h3>
`;
  yield* inShort(problems, `Show them, in ${fileCount(problems)}`, undefined, lines, pathOf);
  yield '</li>\n';
}

/** @param help what has been said already */
function* inShort(
  problems: readonly Problem[],
  summary: string,
  help: string | undefined,
  lines: SourceLines,
  pathOf: ReportContext['pathOf'],
): Generator<string> {
  yield `<details class="more kind"><summary>${summary}</summary>\n<ul class="places">\n`;
  for (const each of problems) {
    const told = htmlText(withHelp(each, help, pathOf));
    yield `<li><span>${htmlText(placeText(each, pathOf))}</span> <b>${told}</b> <code>${shortExcerpt(each, lines)}</code></li>\n`;
  }
  yield '</ul></details>\n';
}

/** Where a problem is, as editors and terminals take it. */
function placeText({ file, line, column }: Place, pathOf: ReportContext['pathOf']): string {
  return `${pathOf(file)}:${line}:${column}`;
}

function source(lines: string, name = ''): string {
  if (lines === '') return '';
  return `<pre${name === '' ? '' : ` class="${name}"`}><code>${lines}</code></pre>\n`;
}

function more(others: readonly Problem[], what: string): string {
  return `${thousands(others.length)} more ${what}, in ${fileCount(others)}`;
}

function fileCount(problems: readonly Problem[]): string {
  return counted(new Set(problems.map(({ file }) => file)).size, 'file');
}

/** The message of a problem with its help, where that has not been said already. */
function withHelp(
  { message, help, related = [] }: Problem,
  said: string | undefined,
  pathOf: ReportContext['pathOf'],
): string {
  const also = related.map((place) => `${placeText(place, pathOf)} ${place.message}`);
  return [message, ...(help === undefined || help === said ? [] : [help]), ...also].join(' ');
}
