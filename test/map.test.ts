import { describe, expect, test } from 'vitest';
import {
  drawMap,
  type MapDrawing,
  mapForPrint,
  mapForScreen,
  type Sheet,
} from '../src/editions/map/index.js';
import {
  attribute,
  descendants,
  parseXml,
  textContent,
  type XmlElement,
} from '../src/xml/index.js';
import { readTei, sourceOf } from './telegram-input.js';

type Medium = 'screen' | 'print';

const document = readTei('tei/telegram-112096.xml').tree;
const registers = ['tei/organisations.xml', 'tei/persons.xml', 'tei/places.xml'].map(
  (file) => readTei(file).tree,
);

function telegramMap(medium: Medium): MapDrawing {
  const drawing = drawMap({ document, registers, medium });
  if (drawing === undefined) throw new Error('no map');
  return drawing;
}

const drawings = { screen: telegramMap('screen'), print: telegramMap('print') };
const sheets: readonly Sheet[] = [...drawings.screen.sheets, ...drawings.print.sheets];

/** A map of places given as identifier, coordinates and further content of a register. */
function mapOf(places: Readonly<Record<string, string>>, relations = '', types = {}) {
  const typed: Readonly<Record<string, string>> = types;
  const entries = Object.entries(places).map(
    ([id, geo]) => `<place xml:id="${id}" type="${typed[id] ?? 'city'}">
      <placeName>${id}</placeName>${geo && `<location><geo>${geo}</geo></location>`}</place>`,
  );
  const tei = (content: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${content}</TEI>`;
  const register = sourceOf(
    'tei/places.xml',
    tei(`<standOff><listPlace>${entries.join('')}</listPlace>
      <listRelation>${relations}</listRelation></standOff>`),
  ).tree;
  const names = Object.keys(places).map((id) => `<placeName ref="places.xml#${id}"/>`);
  const text = sourceOf('tei/a.xml', tei(`<text><body><p>${names.join('')}</p></body></text>`));
  return drawMap({ document: text.tree, registers: [register], medium: 'screen' });
}

function elementsOf(svg: string): XmlElement[] {
  const { document: read, problems } = parseXml({ file: 'map.svg', text: svg });
  expect(problems).toEqual([]);
  return read === undefined ? [] : [...descendants(read)];
}

function markOf(sheet: Sheet, id: string) {
  const mark = [...sheet.places, ...(sheet.locator?.places ?? [])].find(({ places }) =>
    places.some((place) => place.id === id),
  );
  if (mark === undefined) throw new Error(`${id} is not on the map`);
  return mark;
}

/** First and last point of path data that is one open line. */
function endsOf(path: string): [number[], number[]] {
  const [start = '', ...ways] = path.slice(1).split('l');
  const from = start.split(',').map(Number);
  const to = ways.reduce(([x = 0, y = 0], way) => {
    const [dx = 0, dy = 0] = way.split(',').map(Number);
    return [x + dx, y + dy];
  }, from);
  return [from, to];
}

describe('the map of the telegram', () => {
  test('for the screen', async () => {
    const page = `${mapForScreen(drawings.screen)}\n`;
    await expect(page).toMatchFileSnapshot('golden/map/telegram-112096.screen.xml');
  });

  test('for print', async () => {
    const svg = `${mapForPrint(drawings.print)}\n`;
    await expect(svg).toMatchFileSnapshot('golden/map/telegram-112096.print.svg');
  });

  test('shows every place that the telegram names, and says which it does not show and why', () => {
    const named = new Set(
      [...descendants(document)].flatMap((element) =>
        (attribute(element, 'ref')?.value ?? '')
          .split(/\s+/)
          .filter((pointer) => pointer.startsWith('places.xml#'))
          .map((pointer) => pointer.slice('places.xml#'.length)),
      ),
    );
    const { unplaced } = drawings.screen;
    expect(unplaced.map(({ place, reason }) => `${place.id}: ${reason}`)).toEqual([
      'china: country',
      'korea: country',
      'bridge-fortification: no-coordinates',
    ]);
    for (const sheet of sheets) {
      const marks = [...sheet.places, ...(sheet.locator?.places ?? [])];
      const shown = [
        ...marks.flatMap(({ places }) => places),
        ...sheet.shapes.map(({ place }) => place),
        ...unplaced.map(({ place }) => place),
      ].map(({ id }) => id);
      expect(new Set(shown)).toEqual(named);
    }
  });

  test('has every name and letter somewhere', () => {
    for (const sheet of sheets) {
      for (const mark of sheet.places) expect(mark.label).toBeDefined();
      for (const mark of sheet.locator?.places ?? []) expect(mark.label).toBeDefined();
      for (const shape of sheet.shapes)
        expect([shape.place.id, shape.label]).not.toContain(undefined);
    }
  });

  test('puts Jemulpo at Incheon and Jinnampo at Nampo, each pair in one label', () => {
    for (const sheet of sheets) {
      const pairs = sheet.places.map(({ places }) => places.map(({ id }) => id));
      expect(pairs).toContainEqual(['incheon', 'jemulpo']);
      expect(pairs).toContainEqual(['nampo', 'jinnampo']);
    }
  });

  test('has north up, and the places where they are', () => {
    for (const sheet of sheets) {
      const at = (id: string) => markOf(sheet, id).at;
      expect(at('pyongyang')[1]).toBeLessThan(at('seoul')[1]);
      expect(at('seoul')[1]).toBeLessThan(at('suwon')[1]);
      expect(at('incheon')[0]).toBeLessThan(at('seoul')[0]);
      expect(at('seoul')[0]).toBeLessThan(at('wonju')[0]);
      expect(at('daejeon')[1]).toBeGreaterThan(at('andong')[1]);
    }
  });

  test('has distances that agree with the scale', () => {
    for (const sheet of sheets) {
      const distance = (a: string, b: string) => {
        const [p, q] = [markOf(sheet, a).at, markOf(sheet, b).at];
        const bar = sheet.scaleBar;
        if (bar === undefined) throw new Error('no scale');
        return (Math.hypot(p[0] - q[0], p[1] - q[1]) / bar.length) * bar.kilometres;
      };
      // Great circles: Seoul to Pyongyang 195 km, Daejeon to Andong 122 km.
      expect(distance('seoul', 'pyongyang')).toBeCloseTo(195, -0.5);
      expect(distance('daejeon', 'andong')).toBeCloseTo(122, -0.5);
    }
  });

  test('shows Beijing, which is far away, on a locator', () => {
    for (const sheet of sheets) {
      expect(sheet.places.flatMap(({ places }) => places).map(({ id }) => id)).not.toContain(
        'beijing',
      );
      expect(sheet.locator?.places.map(({ places }) => places[0]?.id)).toEqual(['beijing']);
    }
  });

  test('draws the lines between their end points', () => {
    for (const sheet of sheets) {
      const ends = {
        'daejeon-andong-boundary': ['daejeon', 'andong'],
        'seoul-jemulpo-line': ['seoul', 'jemulpo'],
      };
      for (const [line, places] of Object.entries(ends)) {
        const shape = sheet.shapes.find(({ place }) => place.id === line);
        const drawn = endsOf(shape?.paths[0] ?? '');
        for (const [index, id] of places.entries()) {
          const [x, y] = markOf(sheet, id).at;
          expect(Math.abs((drawn[index]?.[0] ?? 0) - x)).toBeLessThan(0.11);
          expect(Math.abs((drawn[index]?.[1] ?? 0) - y)).toBeLessThan(0.11);
        }
      }
    }
  });

  test('draws arrows from Wonju: one to Yeongju, and one each to Yeongju and Andong', () => {
    for (const sheet of sheets) {
      const heads = (id: string) => sheet.shapes.find(({ place }) => place.id === id)?.heads ?? [];
      const tip = (head = '') => head.slice(1).split('l')[0]?.split(',').map(Number) ?? [];
      const nearest = (head: string) => {
        const [x = 0, y = 0] = tip(head);
        return ['wonju', 'yeongju', 'andong'].find((id) => {
          const at = markOf(sheet, id).at;
          return Math.hypot(at[0] - x, at[1] - y) < 10;
        });
      };
      expect(heads('wonju-yeongju-direction').map(nearest)).toEqual(['yeongju']);
      expect(heads('yeongju-andong-direction').map(nearest)).toEqual(['yeongju', 'andong']);
    }
  });

  test('has no label over another, over a point, or outside the frame', () => {
    for (const { places, shapes, frame } of sheets) {
      const boxes = [...places, ...shapes].flatMap(({ label }) => (label ? [label.box] : []));
      for (const [index, a] of boxes.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(frame.x);
        expect(a.x + a.width).toBeLessThanOrEqual(frame.x + frame.width);
        expect(a.y).toBeGreaterThanOrEqual(frame.y);
        expect(a.y + a.height).toBeLessThanOrEqual(frame.y + frame.height);
        for (const b of boxes.slice(index + 1)) {
          const apart =
            a.x + a.width <= b.x ||
            b.x + b.width <= a.x ||
            a.y + a.height <= b.y ||
            b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
        for (const { at } of places) {
          const [x, y] = at;
          expect(x > a.x && x < a.x + a.width && y > a.y && y < a.y + a.height).toBe(false);
        }
      }
    }
  });

  test('is the same each time', () => {
    expect(mapForScreen(telegramMap('screen'))).toBe(mapForScreen(drawings.screen));
    expect(mapForPrint(telegramMap('print'))).toBe(mapForPrint(drawings.print));
  });

  test('names its projection for the caption', () => {
    expect(drawings.screen.projection).toBe('Lambert conformal conic projection');
  });
});

describe('the SVG for the screen', () => {
  const svg = mapForScreen(drawings.screen);
  const elements = elementsOf(svg);
  const links = elements.filter(({ qname }) => qname === 'a');

  test('links every place to its entry', () => {
    for (const link of links) {
      const id = attribute(link, 'data-place')?.value;
      expect(attribute(link, 'href')?.value).toBe(`#place-${id}`);
      const [first] = link.children;
      const title = first?.kind === 'element' && first.qname === 'title' ? textContent(first) : '';
      expect(attribute(link, 'aria-label')?.value ?? title).not.toBe('');
    }
  });

  test('has every place in the order of focus once on each sheet', () => {
    const focusable = links.filter((link) => attribute(link, 'tabindex') === undefined);
    const ids = focusable.map((link) => attribute(link, 'data-place')?.value).sort();
    const once = [...new Set(ids)];
    expect(ids).toEqual([...once, ...once].sort());
  });

  test('carries the other readings of a name, and none where there is none', () => {
    const readings = (name: string) => {
      const element = elements.find(
        (one) => attribute(one, 'class')?.value.endsWith('map-name') && textContent(one) === name,
      );
      return Object.fromEntries(
        (element?.attributes ?? []).map(({ qname, value }) => [qname, value]),
      );
    };
    expect(readings('Jemulpo')).toMatchObject({
      lang: 'en',
      'data-reading-written': 'Jemulpo',
      'data-lang-written': 'en',
      'data-reading-modern': 'Jemulpo',
      'data-lang-modern': 'en',
      'data-reading-hangul': '제물포',
      'data-lang-hangul': 'ko-Hang',
      'data-reading-chinese': '濟物浦',
      'data-lang-chinese': 'ko-Hani',
    });
    expect(readings('Jinnampo')['data-reading-modern']).toBe('Nampo');
    expect(readings('Seoul')).not.toHaveProperty('data-reading-chinese');
  });

  test('has each identifier once, and what points to one finds it', () => {
    const ids = elements.flatMap((element) => attribute(element, 'id')?.value ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  test('has colours by custom properties alone', () => {
    const values = elements.flatMap((element) =>
      ['fill', 'stroke', 'stop-color'].flatMap((name) => attribute(element, name)?.value ?? []),
    );
    for (const value of values)
      expect(value).toMatch(/^(none|var\(--map-\w+, #\w{6}\)|url\(.*\))$/);
  });
});

describe('the SVG for print', () => {
  const svg = mapForPrint(drawings.print);

  test('has fixed colours, no links and no readings', () => {
    expect(svg.match(/var\(|<a |href|data-|tabindex|aria-| style=/g)).toBeNull();
    expect(elementsOf(svg)[0]?.qname).toBe('svg');
  });

  test('names the fonts of the print edition', () => {
    expect(svg).toContain(`font-family="'EB Garamond', 'Noto Sans Korean'"`);
  });
});

describe('other registers', () => {
  const written = (drawing: MapDrawing | undefined) => (drawing ? mapForScreen(drawing) : '');

  test('without coordinates there is no map', () => {
    expect(mapOf({ utopia: '', erewhon: '' })).toBeUndefined();
  });

  test('one place has a map of its surroundings', () => {
    const drawing = mapOf({ bern: '46.948 7.447' });
    expect(drawing?.sheets[0]?.places).toHaveLength(1);
    const bar = drawing?.sheets[0]?.scaleBar;
    expect(bar?.kilometres).toBeGreaterThanOrEqual(5);
    expect(bar?.kilometres).toBeLessThanOrEqual(50);
    expect(written(drawing).includes('NaN')).toBe(false);
  });

  test('places on both sides of the 180th meridian lie side by side', () => {
    const drawing = mapOf({
      suva: '-18.14 178.44',
      apia: '-13.83 -171.77',
      levuka: '-17.68 178.83',
    });
    const sheet = drawing?.sheets[0] as Sheet;
    expect(markOf(sheet, 'suva').at[0]).toBeLessThan(markOf(sheet, 'apia').at[0]);
    expect(sheet.scaleBar?.kilometres).toBeLessThanOrEqual(500);
    expect(written(drawing).includes('NaN')).toBe(false);
  });

  test('places all over the earth are on one map', () => {
    const drawing = mapOf({
      london: '51.5 -0.13',
      tokyo: '35.68 139.69',
      lima: '-12.04 -77.03',
      sydney: '-33.87 151.21',
      cairo: '30.04 31.24',
    });
    expect(drawing?.projection).toBe('Equal Earth projection');
    const sheet = drawing?.sheets[0] as Sheet;
    for (const { at } of sheet.places) {
      expect(at[0]).toBeGreaterThan(0);
      expect(at[0]).toBeLessThan(sheet.frame.width);
      expect(at[1]).toBeGreaterThan(0);
      expect(at[1]).toBeLessThan(sheet.frame.height);
    }
    expect(written(drawing).includes('NaN')).toBe(false);
  });

  test('by the equator the projection is Mercator’s', () => {
    expect(mapOf({ quito: '-0.22 -78.51', manta: '-0.95 -80.73' })?.projection).toBe(
      'Mercator projection',
    );
  });

  test('a region on a bank lies on the side that the register tells', () => {
    const places = { river: '50 8 50.1 8.3 50 8.6 50.1 9', town: '50.2 8.4', bank: '' };
    const types = { river: 'river', bank: 'region' };
    const relation = (name: string, passive: string) =>
      `<relation name="${name}" active="#bank" passive="#${passive}"/>`;
    const stripOf = (relations: string) => {
      const sheet = mapOf(places, relations, types)?.sheets[0];
      const path = sheet?.shapes.find(({ kind }) => kind === 'bank')?.paths[0] ?? '';
      return endsOf(path)[0][1] ?? 0;
    };
    const onIt = relation('on-bank-of', 'river') + relation('adjacent-to', 'town');
    expect(stripOf(onIt + relation('south-of', 'river'))).toBeGreaterThan(stripOf(onIt));
    expect(stripOf(onIt + relation('north-of', 'river'))).toBeLessThan(stripOf(onIt));
  });

  test('names cannot become markup', () => {
    const drawing = mapOf({ bern: '46.948 7.447' });
    const hostile = JSON.parse(
      JSON.stringify(drawing).replaceAll('"text":"bern"', '"text":"<b a=\\"1\\">&"'),
    ) as MapDrawing;
    expect(elementsOf(mapForScreen(hostile)).some(({ qname }) => qname === 'b')).toBe(false);
  });
});
