import { attribute, type XmlElement } from '../../../xml/index.js';
import { defineRule } from '../../rule.js';
import { codePoint, standing } from './code-point.js';
import { hearOccurrences, type Occurrence } from './occurrences.js';

/**
 * A private use character is one that the header declares: `<char>` or `<glyph>` in `<charDecl>` has it in a
 * `<mapping>`, or the text has it in a `<g>` that points to one (TEI Guidelines, sections 5.2 to 5.5). Each is told of
 * once a document.
 */
export const privateUseCharacter = defineRule({
  code: 'integrity/private-use-character',
  severity: 'warning',
  read: ({ document, report }) => {
    const declared = new Set<string>();
    const found = new Map<string, { readonly first: Occurrence; times: number }>();
    return {
      ...hearOccurrences(
        document,
        {
          hint: /[\ue000-\uf8ff]|[\udb80-\udbff]/,
          wanted: /\p{Co}/gu,
          attributes: true,
          referenced: true,
        },
        (occurrence) => {
          const { text, element } = occurrence;
          if (isDeclaration(element)) declared.add(text);
          if (isDeclaration(element) || isPointedGlyph(element)) return;
          const known = found.get(text);
          if (known === undefined) found.set(text, { first: occurrence, times: 1 });
          else known.times++;
        },
      ),
      end: () => {
        for (const [text, { first, times }] of found) {
          if (declared.has(text)) continue;
          const often = times === 1 ? '' : `, and ${times - 1} more in this document`;
          report(first.element, first.span, {
            message: `The private use character ${codePoint(text)} stands ${standing(first)}${often}: what it is depends on the font.`,
            help: `Declare it in <charDecl>: <char xml:id="…"><mapping type="PUA">&#x${codePoint(text).slice(2)};</mapping></char>, or write the character of Unicode that is meant.`,
          });
        }
      },
    };
  },
});

/** `<mapping>` says which characters a character stands for; `<charProp>` and `<localProp>` tell of its properties. */
function isDeclaration({ name }: XmlElement): boolean {
  return name.local === 'mapping' || name.local === 'localProp' || name.local === 'unihanProp';
}

function isPointedGlyph(element: XmlElement): boolean {
  return element.name.local === 'g' && attribute(element, 'ref') !== undefined;
}
