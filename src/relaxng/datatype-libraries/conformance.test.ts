import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attribute, parseXml, readSource, textContent, type XmlElement } from '../../xml/index.js';
import {
  bareContext,
  RegularExpression,
  type ValueContext,
  WrongExpression,
  XmlSchemaDatatype,
} from './index.js';
import { xmlSchemaLibrary } from './xml-schema-library.js';

// James Clark's suites, where they lie beside the project.
const conformance = new URL('../../../../shared/conformance/', import.meta.url).pathname;

function rootOf(name: string): XmlElement {
  const { document, problems } = parseXml(readSource(`${conformance}${name}`, name));
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document.root;
}

const elements = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => child.kind === 'element');

function contextOf(element: XmlElement): ValueContext {
  const subset = attribute(element, 'internalSubset')?.value ?? '';
  return {
    namespace(prefix) {
      for (let at = element as XmlElement['parent']; at.kind === 'element'; at = at.parent) {
        const found = at.namespaces?.get(prefix);
        if (found !== undefined) return found;
      }
      return bareContext.namespace(prefix);
    },
    unparsedEntity: (name) => subset.includes(`<!ENTITY ${name} `),
  };
}

describe.skipIf(!existsSync(conformance))('XML Schema datatypes: xsdtest.xml', () => {
  for (const type of existsSync(conformance) ? elements(rootOf('xsd-datatypes/xsdtest.xml')) : []) {
    const name = attribute(type, 'name')?.value ?? '';
    const datatype = xmlSchemaLibrary.datatype(name, []);
    if (!(datatype instanceof XmlSchemaDatatype)) throw new Error(`no datatype ${name}`);
    const key = (element: XmlElement) => datatype.key(textContent(element), contextOf(element));
    for (const [index, test] of elements(type).entries()) {
      const said = textContent(test);
      it(`${name} ${index + 1}: ${test.name.local} ${JSON.stringify(said)}`, () => {
        const context = contextOf(test);
        switch (test.name.local) {
          case 'valid':
            expect(datatype.complaint(said, context)).toBeUndefined();
            expect(datatype.allows(said, context)).toBe(true);
            break;
          case 'invalid':
            expect(datatype.allows(said, context)).toBe(false);
            expect(datatype.complaint(said, context)?.reason).toMatch(/\w/);
            break;
          case 'equiv': {
            const classes = elements(test).map((one) => elements(one).map(key));
            for (const one of classes) {
              expect(one[0]).toBeDefined();
              expect(new Set(one).size).toBe(1);
            }
            expect(new Set(classes.flat()).size).toBe(classes.length);
            break;
          }
          case 'lessThan':
          case 'incomparable': {
            const [a, b] = elements(test).map(textContent) as [string, string];
            if (test.name.local === 'lessThan') {
              expect(datatype.compare(a, b, context)).toBe(-1);
              expect(datatype.compare(b, a, context)).toBe(1);
            } else {
              expect(Math.abs(datatype.compare(a, b, context) ?? 0)).toBe(0);
              expect(Math.abs(datatype.compare(b, a, context) ?? 0)).toBe(0);
            }
            break;
          }
          case 'length': {
            const length = attribute(test, 'value')?.value ?? '';
            const exactly = (value: string) =>
              xmlSchemaLibrary.datatype(name, [{ name: 'length', value }]);
            expect(exactly(length)?.allows(said, context)).toBe(true);
            expect(exactly(`${Number(length) + 1}`)?.allows(said, context)).toBe(false);
            break;
          }
          default:
            throw new Error(`no such case: ${test.name.local}`);
        }
      });
    }
  }
});

describe.skipIf(!existsSync(conformance)).each(['regextest.xml', 'hardtest.xml'])(
  'XML Schema regular expressions: %s',
  (file) => {
    for (const test of existsSync(conformance) ? elements(rootOf(`regex/${file}`)) : []) {
      const [source, ...texts] = elements(test);
      if (source === undefined) continue;
      const written = textContent(source);
      it(`${source.name.local} ${written}`, () => {
        if (source.name.local === 'incorrect') {
          expect(() => RegularExpression.of(written)).toThrow(WrongExpression);
          return;
        }
        const expression = RegularExpression.of(written);
        for (const text of texts) {
          const said = textContent(text);
          expect([said, expression.matches(said)]).toEqual([said, text.name.local === 'valid']);
        }
      });
    }
  },
);
