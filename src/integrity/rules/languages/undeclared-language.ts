import { attribute } from '../../../xml/index.js';
import { defineRule } from '../../rule.js';
import { hearLanguages, isOf } from './declared-languages.js';

/** These say that there is no language, that there are several, or that it is unknown. */
const noLanguage = new Set(['mis', 'mul', 'und', 'zxx']);

/**
 * Where a header declares languages in `<langUsage>`, it declares each that the text uses in `@xml:lang` (TEI Guidelines,
 * section 2.4.2). A declared `de` covers `de-AT`.
 */
export const undeclaredLanguage = defineRule({
  code: 'integrity/undeclared-language',
  severity: 'warning',
  read: ({ report }) =>
    hearLanguages(({ declared, used }) => {
      if (declared.length === 0) return;
      for (const [tag, { written, element, times }] of used) {
        if (noLanguage.has(tag) || declared.some((each) => isOf(tag, each.tag))) continue;
        const given = attribute(element, 'xml:lang');
        const often = times === 1 ? '' : `, and on ${times - 1} more`;
        report(element, given?.valueSpan ?? element.startTag, {
          message: `"${written}" in @xml:lang on <${element.qname}>${often} is a language that the header does not declare.`,
          help: `Add <language ident="${written}">…</language> to <langUsage>, which has ${list(declared.map((each) => each.written))}.`,
        });
      }
    }),
});

function list(some: readonly string[]): string {
  return some.length < 2 ? (some[0] ?? '') : `${some.slice(0, -1).join(', ')} and ${some.at(-1)}`;
}
