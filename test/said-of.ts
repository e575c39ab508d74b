import { type AnyRule, checkIntegrity, integrityRules, ruleName } from '../src/integrity/index.js';
import { parseXml } from '../src/xml/index.js';

const TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">';

/**
 * What one rule says of a document that stands beside others: the characters marked, in brackets, and the message.
 *
 * @param text the content of `tei/letter.xml`; within `<TEI>`, where it does not begin with it
 * @param others the contents of other documents, by their paths
 * @param options values of the rule's options
 */
export function saidOf(
  rule: AnyRule,
  text: string,
  others: Readonly<Record<string, string>> = {},
  options: Readonly<Record<string, unknown>> = {},
): string[] {
  const path = 'tei/letter.xml';
  const texts = Object.entries({ ...others, [path]: text }).map(([file, content]) => ({
    file,
    text: /^\s*<(TEI|teiCorpus|\?xml)/.test(content) ? content : `${TEI}${content}</TEI>`,
  }));
  const documents = texts.map((source) => {
    const { document, problems } = parseXml(source);
    if (document === undefined) throw new Error(`${source.file}: ${problems[0]?.message}`);
    return { path: source.file, document };
  });
  const rules = Object.fromEntries(
    integrityRules.map((each) => [ruleName(each), { severity: 'off' as const }]),
  );
  const severity = rule.severity === 'off' ? 'warning' : rule.severity;
  const lines = new Map(texts.map((source) => [source.file, source.text.split('\n')]));
  return checkIntegrity(documents, {
    rules: { ...rules, [ruleName(rule)]: { severity, options } },
  }).map(({ file, line, column, endLine, endColumn, message }) => {
    const end = endLine === line ? endColumn - 1 : undefined;
    const marked = lines.get(file)?.[line - 1]?.slice(column - 1, end);
    return `${file === path ? '' : `${file} `}[${marked}] ${message}`;
  });
}
