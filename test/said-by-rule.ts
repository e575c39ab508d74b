import { type AnyRule, checkIntegrity, integrityRules, ruleName } from '../src/integrity/index.js';
import { parseXml } from '../src/xml/index.js';

/** What one rule says of a document: the characters marked, the words, the help, and what they are to be replaced by. */
export function saidByRule(
  rule: AnyRule,
  text: string,
  options: Readonly<Record<string, unknown>> = {},
): string[] {
  const { document, problems } = parseXml({ file: 'letter.xml', text });
  if (document === undefined) throw new Error(problems[0]?.message);
  const off = integrityRules.map((each) => [ruleName(each), { severity: 'off' as const }]);
  const severity = rule.severity === 'off' ? 'warning' : rule.severity;
  const rules = { ...Object.fromEntries(off), [ruleName(rule)]: { severity, options } };
  const lines = text.split('\n');
  return checkIntegrity([{ path: 'letter.xml', document }], { rules }).map(
    ({ line, column, endLine, endColumn, message, help, fix }) => {
      const marked =
        line === endLine
          ? lines[line - 1]?.slice(column - 1, endColumn - 1)
          : `${lines[line - 1]?.slice(column - 1)}…`;
      const mended = fix === undefined ? '' : ` → [${fix.text}]`;
      return `[${marked}]${mended} ${message}${help === undefined ? '' : ` ${help}`}`;
    },
  );
}

/** A document as a rule has mended it, where it has fixes for all that it finds. */
export function mendedByRule(rule: AnyRule, text: string): string {
  const { document, problems } = parseXml({ file: 'letter.xml', text });
  if (document === undefined) throw new Error(problems[0]?.message);
  const off = integrityRules.map((each) => [ruleName(each), { severity: 'off' as const }]);
  const rules = { ...Object.fromEntries(off), [ruleName(rule)]: { severity: 'warning' as const } };
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  let mended = text;
  const found = checkIntegrity([{ path: 'letter.xml', document }], { rules });
  for (const { fix } of found.reverse()) {
    if (fix === undefined) continue;
    const from = (starts[fix.line - 1] ?? 0) + fix.column - 1;
    const to = (starts[fix.endLine - 1] ?? 0) + fix.endColumn - 1;
    mended = mended.slice(0, from) + fix.text + mended.slice(to);
  }
  return mended;
}
