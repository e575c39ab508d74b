import { fold } from '../dates/date-vocabulary.js';
import { countryNames } from './country-names.js';

/** What a country is called here, and the countries of today in which its places may lie. */
export interface Country {
  readonly name: string;
  /** Three figures, or a name where there are none: as Natural Earth numbers countries. */
  readonly parts: readonly string[];
  /** How far beyond these borders its places may lie, in kilometres, since its own were or are others. */
  readonly reach: number;
}

/** The distinguishing signs of vehicles that editors write as codes. */
const signs: Readonly<Record<string, string>> = {
  A: 'AT',
  B: 'BE',
  D: 'DE',
  E: 'ES',
  F: 'FR',
  H: 'HU',
  I: 'IT',
  N: 'NO',
  P: 'PT',
  S: 'SE',
  UK: 'GB',
  EL: 'GR',
};

/** Territories that belong to a country, and what is claimed by it or by another: a place there may be said to lie in it. */
const belonging: Readonly<Record<string, string>> = {
  AU: 'NF HM',
  CN: 'HK MO TW',
  CY: 'N._Cyprus',
  DK: 'FO GL',
  FI: 'AX',
  FR: 'PF NC PM WF MF BL TF',
  GB: 'GG JE IM AI BM FK GS IO KY MS PN SH TC VG',
  IL: 'PS',
  MA: 'EH',
  NL: 'AW CW SX',
  NZ: 'CK NU',
  PS: 'IL',
  RS: 'XK',
  SO: 'Somaliland',
  US: 'PR GU VI AS MP',
  AR: 'FK GS',
  MU: 'IO',
  KR: 'KP',
  KP: 'KR',
};

/** Where borders are disputed today, how far a place may lie beyond those that Natural Earth draws. */
const disputed: Readonly<Record<string, number>> = {
  UA: 350,
  GE: 150,
  IN: 400,
  PK: 400,
  AM: 150,
  AZ: 150,
  RU: 300,
};

/** No part of ISO 3166 with a number: as Natural Earth calls it. */
const unnumbered: Readonly<Record<string, string>> = { XK: 'Kosovo' };

const soviet = 'RU UA BY KZ UZ TM KG TJ GE AM AZ LT LV EE MD';
const habsburg = 'AT CZ SK SI PL UA IT HU HR BA RO RS ME';
const ottoman = 'TR GR BG MK AL RS XK BA ME RO MD SY LB IL PS JO IQ SA YE EG LY CY AM GE UA';

/**
 * Names whose extent was another one in history, or takes in several countries: all of today's countries in which their
 * places may lie, and how far beyond. A code of ISO 3166 means the country of today.
 */
const historic: readonly (readonly [names: string, parts: string, reach?: number])[] = [
  ['Korea|Corea|Corée|Korea (Chosŏn)|Chosen|Chosŏn|Корея|한국|조선|朝鮮|韓國', 'KP KR'],
  [
    'Soviet Union|USSR|Union of Soviet Socialist Republics|Sowjetunion|UdSSR|Union soviétique|URSS|Unione Sovietica|Unión Soviética|Советский Союз|СССР|ZSRR|Związek Radziecki|Sovětský svaz|SSSR',
    soviet,
  ],
  [
    'Russia|Russian Empire|Imperial Russia|Russland|Russisches Reich|Zarenreich|Russie|Empire russe|Россия|Российская империя|Rosja|Rusko|Rusia|Rusland|Ryssland',
    `${soviet} FI PL US CN`,
  ],
  [
    'Germany|German Empire|German Reich|Deutschland|Deutsches Reich|Heiliges Römisches Reich|Holy Roman Empire|Allemagne|Empire allemand|Germania|Alemania|Duitsland|Германия|Niemcy|Německo|Prussia|Preussen|Königreich Preußen|Prusse|Пруссия',
    'DE',
    700,
  ],
  [
    'GDR|East Germany|DDR|Ostdeutschland|German Democratic Republic|Deutsche Demokratische Republik|RDA|ГДР|NRD|West Germany|BRD|FRG|Westdeutschland|Federal Republic of Germany|Bundesrepublik Deutschland|RFA|ФРГ|RFN',
    'DE',
  ],
  [
    'Austria|Österreich|Autriche|Oostenrijk|Rakousko|Австрия|Austria-Hungary|Austro-Hungarian Empire|Österreich-Ungarn|Kaisertum Österreich|Habsburg Empire|Habsburgermonarchie|Autriche-Hongrie|Австро-Венгрия|Austro-Węgry',
    `${habsburg} BE`,
  ],
  [
    'Hungary|Ungarn|Hongrie|Ungheria|Magyarország|Königreich Ungarn|Венгрия|Węgry|Maďarsko|Uhersko',
    'HU SK RO HR RS UA AT SI',
  ],
  [
    'Czechoslovakia|Tschechoslowakei|Tchécoslovaquie|Československo|ČSR|ČSSR|Чехословакия|Czechosłowacja',
    'CZ SK UA',
  ],
  ['Bohemia|Böhmen|Bohême|Čechy|Moravia|Mähren|Morava|Czech Republic|Tschechien', 'CZ'],
  ['Yugoslavia|Jugoslawien|Yougoslavie|Jugoslavija|Югославия', 'SI HR BA RS ME MK XK'],
  ['Serbia|Serbien|Serbie|Србија|Сербия', 'RS XK MK ME'],
  [
    'Poland|Polen|Pologne|Polonia|Polska|Польша|Congress Poland|Kongresspolen',
    'PL LT BY UA LV',
    200,
  ],
  ['Lithuania|Litauen|Lituanie|Lietuva|Литва', 'LT BY PL UA'],
  ['Romania|Rumänien|Roumanie|România|Румыния', 'RO MD UA BG'],
  [
    'Ottoman Empire|Osmanisches Reich|Empire ottoman|Turkey|Türkei|Turquie|Turchia|Türkiye|Турция',
    ottoman,
  ],
  ['Greece|Griechenland|Grèce|Grecia|Ελλάδα|Греция', 'GR TR CY'],
  [
    'England|Scotland|Wales|Schottland|Écosse|Angleterre|Inghilterra|Engeland|Great Britain|Britain|Großbritannien|Grande-Bretagne|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Северная Ирландия|Northern Ireland|Англия|Великобритания',
    'GB IE',
  ],
  ['Ireland|Irland|Irlande|Éire|Ирландия', 'IE GB'],
  ['Denmark|Dänemark|Danemark|Danmark|Дания', 'DK FO GL IS NO DE', 0],
  ['Sweden|Schweden|Suède|Sverige|Швеция', 'SE FI NO EE LV DE'],
  ['Norway|Norwegen|Norvège|Norge|Noreg', 'NO'],
  ['Italy|Italien|Italie|Italia|Италия', 'IT SI HR FR LY ER'],
  ['France|Frankreich|Francia|Frankrijk|Франция|Francja', 'FR DZ'],
  ['Holland|The Netherlands|Netherlands|Niederlande|Pays-Bas|Нидерланды', 'NL BE'],
  ['Belgium|Belgien|Belgique|België', 'BE'],
  ['Spain|Spanien|Espagne|España|Испания', 'ES MA EH CU'],
  [
    'China|Chine|Cina|Китай|中国|中國|中华人民共和国|People’s Republic of China|Republic of China|Chiny|Čína|Kina',
    'CN MN RU',
  ],
  ['Manchuria|Mandschurei|Mandchourie|Маньчжурия|満州国|Manchukuo', 'CN'],
  ['Taiwan|Formosa', 'TW'],
  ['Japan|Japon|Giappone|Япония|日本|Empire of Japan', 'JP KR KP TW'],
  ['India|Indien|Inde|British India|Britisch-Indien|Индия', 'IN PK BD MM LK NP', 400],
  ['Indochina|French Indochina|Indochine|Indochine française|Vietnam|Viet Nam', 'VN LA KH'],
  ['Persia|Persien|Perse|Персия', 'IR'],
  ['Siam', 'TH LA KH'],
  ['Burma|Birma|Birmanie', 'MM'],
  ['Ceylon', 'LK'],
  ['Dutch East Indies|Niederländisch-Indien|Nederlands-Indië', 'ID'],
  ['Palestine|Palästina|Палестина|Holy Land|Heiliges Land', 'IL PS JO'],
  ['Syria|Syrien|Syrie', 'SY LB IL PS JO TR'],
  ['Macedonia|Mazedonien|Macédoine', 'MK GR BG'],
  ['Sudan', 'SD SS'],
  ['Ethiopia|Abyssinia|Abessinien|Äthiopien|Éthiopie', 'ET ER'],
  ['Congo|Kongo|Belgian Congo|Belgisch-Kongo|Congo belge|Zaire|Zaïre', 'CD CG'],
  ['Rhodesia|Rhodesien', 'ZW ZM'],
  ['German South West Africa|Deutsch-Südwestafrika', 'NA'],
  ['German East Africa|Deutsch-Ostafrika', 'TZ RW BI'],
  ['Mexico|Mexiko|Mexique|México', 'MX US'],
  ['Colombia|Kolumbien|Gran Colombia', 'CO PA VE EC'],
  [
    'USA|US|United States|United States of America|Vereinigte Staaten|Vereinigte Staaten von Amerika|États-Unis|Etats-Unis d’Amérique|Stati Uniti|Estados Unidos|США|Соединенные Штаты|America',
    'US',
  ],
];

let byName: ReadonlyMap<string, Country> | undefined;
let byCode: ReadonlyMap<string, Country> | undefined;

/** The country that a code of ISO 3166-1 (`AT`, `AUT`, `040`), or the sign of its cars, stands for. */
export function countryOfCode(code: string): Country | undefined {
  const { codes } = tables();
  const upper = code.trim().toUpperCase();
  return codes.get(signs[upper] ?? upper);
}

/** The country that a name means, of today or of history; `undefined` where it is not known. */
export function countryOfName(name: string): Country | undefined {
  const key = plain(name);
  return key === '' ? undefined : tables().names.get(key);
}

/** The country of today with one of Natural Earth's numbers, as it is called in English. */
export function countryShown(part: string): string {
  return tables().codes.get(part)?.name ?? part.replaceAll('_', ' ');
}

function plain(name: string): string {
  return fold(name)
    .replace(/[.’ʼ'()]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '');
}

function tables(): {
  readonly names: ReadonlyMap<string, Country>;
  readonly codes: ReadonlyMap<string, Country>;
} {
  if (byName !== undefined && byCode !== undefined) return { names: byName, codes: byCode };
  const rows = countryNames()
    .trim()
    .split('\n')
    .map((row) => row.split('|'));
  const numbers = new Map(rows.map(([code = '', , number = '']) => [code, number]));
  const partsOf = (list: string): string[] =>
    list.split(' ').map((code) => unnumbered[code] ?? numbers.get(code) ?? code.replace('_', ' '));
  const names = new Map<string, Country>();
  const codes = new Map<string, Country>();
  for (const [code = '', long = '', number = '', ...called] of rows) {
    const parts = partsOf(`${code} ${belonging[code] ?? ''}`.trim());
    const country = { name: called[0] ?? code, parts, reach: disputed[code] ?? 0 };
    for (const each of [code, long, number]) codes.set(each, country);
    for (const each of called) names.set(plain(each), country);
  }
  for (const [list, parts, reach = 0] of historic) {
    const own = list.split('|');
    // What a country of today is called in any language means its history too.
    const today = own.map((name) => names.get(plain(name))).find((each) => each !== undefined);
    const country = {
      name: own[0] ?? '',
      parts: [...new Set([...partsOf(parts), ...(today?.parts ?? [])])],
      reach: Math.max(reach, today?.reach ?? 0),
    };
    if (today !== undefined)
      for (const [name, each] of names) if (each === today) names.set(name, country);
    for (const name of own) names.set(plain(name), country);
  }
  byName = names;
  byCode = codes;
  return { names, codes };
}
