import type { Chance } from './chance.js';
import type { Pattern } from './grammar.js';
import { stringFor } from './pattern-facet.js';

type Data = Extract<Pattern, { kind: 'data' }>;

/** Values at the edges of the datatypes that the schema uses (XML Schema Part 2, 3.2 and 3.3). */
const edges: Readonly<Record<string, readonly string[]>> = {
  date: ['1000-01-01', '2999-12-31', '1951-01-28', '1952-02-29', '2000-02-29', '1951-04-30'],
  gYearMonth: ['1000-01', '2999-12', '1951-02'],
  gYear: ['1000', '2999', '1951'],
  dateTime: [
    '1000-01-01T00:00:00',
    '2999-12-31T23:59:59',
    '1952-02-29T19:00:00Z',
    '1951-01-28T18:40:00+08:00',
    '1951-01-28T00:00:00-11:59',
    '1951-01-28T23:59:59+14:00',
    '1951-01-28T12:30:00-12:00',
  ],
  time: ['00:00:00', '23:59:59', '18:40:00Z', '12:00:00+13:59', '12:00:00-12:00'],
  language: ['en', 'ko-Hang', 'ko-Latn', 'zh-Latn-pinyin', 'de-CH-1996', 'es-419', 'sl-x-a-b'],
  NCName: ['a', '_', 'persName', 'É.1-_', '서울'],
  token: ['a', ' ', '0', '서울', 'two  words', 'line\nline', '“&<>”', '\u{1F4DC}'],
  string: ['x', '  ', ', point ', '서울'],
  'decimal from -90 to 90': ['-90', '90', '0', '-0.0', '+45.5', '.5', '090.000', '37.566'],
  'decimal from -180 to 180': ['-180', '180', '0', '126.9784', '-179.999999', '+.5', '00'],
};

/** A value that the data pattern allows; the `turn`th edge of its datatype first, then any. */
export function valueFor(data: Data, turn: number, by: Chance): string {
  const facet = data.parameters.get('pattern');
  const least = data.parameters.get('minInclusive');
  const name =
    least === undefined
      ? data.type
      : `${data.type} from ${least} to ${data.parameters.get('maxInclusive')}`;
  const usable = (edges[name] ?? []).filter((value) => allows(data, value));
  const edge = usable[turn];
  if (edge !== undefined) return edge;
  if (facet === undefined || ['date', 'gYearMonth', 'dateTime'].includes(data.type)) {
    return by.oneOf(usable);
  }
  return stringFor(facet, by);
}

/** Whether the facets of a string allow a value; of other datatypes the edges above are right. */
function allows(data: Data, value: string): boolean {
  if (data.type === 'token') return value.trim() !== '';
  const facet = data.parameters.get('pattern');
  return data.type !== 'string' || facet === undefined || new RegExp(`^(${facet})$`).test(value);
}
