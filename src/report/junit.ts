import { compareProblems, compareText, type Problem } from '../problems/index.js';
import { counted } from './counted.js';
import { type ReportContext, wholeMessage } from './report.js';
import { xmlText } from './xml-text.js';

/**
 * Problems as JUnit writes its tests: each document is a suite, and each code that was found in it a test that failed,
 * or, where there are only warnings and remarks, that passed and has something to say. A document of which there is
 * nothing to tell is a test that passed. A test has one failure, which tells all of its problems: the programs that read it show no more.
 */
export function* junit(
  problems: readonly Problem[],
  { documents, pathOf }: ReportContext,
): Generator<string> {
  const suites = suitesOf([...problems].sort(compareProblems), documents);
  const cases = suites.flatMap(({ tests }) => tests);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="imprimatur"${counts(cases)}>\n`;
  for (const { file, tests } of suites) {
    const path = xmlText(pathOf(file));
    yield `  <testsuite name="${path}"${counts(tests)}>\n`;
    for (const test of tests) yield testCase(test, path);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

interface Test {
  readonly name: string;
  readonly problems: readonly Problem[];
}

interface Suite {
  readonly file: string;
  readonly tests: readonly Test[];
}

function suitesOf(sorted: readonly Problem[], documents: readonly string[]): readonly Suite[] {
  const byFile = new Map<string, Problem[]>(documents.map((file) => [file, []]));
  for (const problem of sorted) {
    const inFile = byFile.get(problem.file);
    if (inFile === undefined) byFile.set(problem.file, [problem]);
    else inFile.push(problem);
  }
  return [...byFile]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, inFile]) => ({ file, tests: testsOf(inFile) }));
}

function testsOf(problems: readonly Problem[]): readonly Test[] {
  if (problems.length === 0) return [{ name: 'no errors', problems: [] }];
  const byCode = new Map<string, Problem[]>();
  for (const problem of problems) {
    const ofCode = byCode.get(problem.code);
    if (ofCode === undefined) byCode.set(problem.code, [problem]);
    else ofCode.push(problem);
  }
  return [...byCode]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, ofCode]) => ({ name, problems: ofCode }));
}

function errorsOf({ problems }: Test): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

function counts(tests: readonly Test[]): string {
  const failures = tests.filter((test) => errorsOf(test).length > 0).length;
  return ` tests="${tests.length}" failures="${failures}" errors="0" skipped="0"`;
}

function testCase(test: Test, path: string): string {
  const begin = `    <testcase name="${xmlText(test.name)}" classname="${path}" file="${path}"`;
  if (test.problems.length === 0) return `${begin}/>\n`;
  const errors = errorsOf(test);
  const [first] = errors;
  const others = test.problems.filter(({ severity }) => severity !== 'error');
  const failure =
    first === undefined
      ? ''
      : `      <failure type="${xmlText(test.name)}" message="${xmlText(headline(first, errors))}">` +
        `${lines(errors, path)}</failure>\n`;
  const output =
    others.length === 0 ? '' : `      <system-out>${lines(others, path)}</system-out>\n`;
  return `${begin}>\n${failure}${output}    </testcase>\n`;
}

function headline(first: Problem, errors: readonly Problem[]): string {
  const more = errors.length - 1;
  return more === 0 ? first.message : `${first.message} And ${counted(more, 'more error')}.`;
}

/** A problem a line: programs show it as it stands. */
function lines(problems: readonly Problem[], path: string): string {
  return problems
    .map((problem) => {
      const { line, column, severity } = problem;
      return `${path}:${line}:${column}: ${severity}: ${xmlText(wholeMessage(problem))}`;
    })
    .join('\n');
}
