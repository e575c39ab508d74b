import {
  type SourceText,
  type Span,
  sourceOf,
  spanInText,
  type XmlElement,
} from '../../../xml/index.js';
import { defineRule } from '../../rule.js';

interface Token {
  readonly text: string;
  readonly span: Span;
}

/**
 * Coordinates lie on the globe: `<geo>` holds pairs of a latitude (−90 to 90) and a longitude (−180 to 180) in decimal
 * degrees, parted by white space, one pair for a point and more for a line (TEI Guidelines, section 14.3.4.1).
 */
export const coordinates = defineRule({
  code: 'integrity/coordinates',
  severity: 'error',
  read: ({ report }) => ({
    elements: {
      geo: (geo) => checkGeo(geo, (span, message, help) => report(geo, span, { message, help })),
    },
  }),
});

type Say = (span: Span, message: string, help: string) => void;

function checkGeo(geo: XmlElement, say: Say): void {
  const source = sourceOf(geo);
  const tokens = tokensOf(source, geo);
  if (tokens.length === 0) {
    say(
      geo.startTag,
      '<geo> holds no coordinates.',
      'Write latitude and longitude: 37.566 126.978.',
    );
    return;
  }
  const wrong = tokens.find(({ text }) => !isNumber(text));
  if (wrong !== undefined) {
    const help = numberHelp(wrong.text, tokens);
    say(wrong.span, `"${wrong.text}" in <geo> is not a number.`, help);
    return;
  }
  if (tokens.length % 2 === 1) {
    const last = tokens[tokens.length - 1];
    const message =
      tokens.length === 1
        ? '<geo> holds one number; a point has two.'
        : `<geo> holds ${tokens.length} numbers: the last has no other to make a pair.`;
    say(last?.span ?? geo.startTag, message, 'Write latitude and longitude: 37.566 126.978.');
  }
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    const [latitude, longitude] = [tokens[at], tokens[at + 1]];
    if (latitude !== undefined && longitude !== undefined) checkPair(latitude, longitude, say);
  }
}

function checkPair(latitude: Token, longitude: Token, say: Say): void {
  const [north, east] = [Number(latitude.text), Number(longitude.text)];
  if (Math.abs(north) > 90) {
    const swapped = Math.abs(north) <= 180 && Math.abs(east) <= 90;
    say(
      latitude.span,
      `The latitude ${latitude.text} is not on the globe: latitudes go from −90 to 90.`,
      swapped
        ? `Latitude and longitude look exchanged: write "${longitude.text} ${latitude.text}".`
        : 'Write latitude first, then longitude, in decimal degrees.',
    );
  }
  if (Math.abs(east) > 180) {
    say(
      longitude.span,
      `The longitude ${longitude.text} is not on the globe: longitudes go from −180 to 180.`,
      'Write latitude first, then longitude, in decimal degrees.',
    );
  }
}

function tokensOf(source: SourceText, geo: XmlElement): Token[] {
  const tokens: Token[] = [];
  for (const child of geo.children) {
    if (child.kind !== 'text') continue;
    for (const { 0: text, index } of child.value.matchAll(/\S+/g)) {
      tokens.push({ text, span: spanInText(source, child, index, index + text.length) });
    }
  }
  return tokens;
}

function isNumber(text: string): boolean {
  return /^[+-]?[0-9]+(\.[0-9]+)?$/.test(text);
}

/** What to write, for the commonest other ways of writing coordinates. */
function numberHelp(text: string, tokens: readonly Token[]): string {
  const whole = (mend: (one: string) => string): string | undefined => {
    const mended = tokens.map((token) => (isNumber(token.text) ? token.text : mend(token.text)));
    return mended.join(' ').split(' ').every(isNumber) ? `"${mended.join(' ')}"` : undefined;
  };
  if (/[°'"′″NSEWO]/.test(text)) {
    return 'Write decimal degrees: 37°33′58″N is 37.566, south and west are negative.';
  }
  const parted = whole((one) => (one.includes('.') ? one.replace(',', ' ').trim() : one));
  if (parted !== undefined) return `Part the numbers by white space alone: ${parted}.`;
  const pointed = whole((one) => one.replace(',', '.'));
  if (pointed !== undefined) return `Write a point before decimals: ${pointed}.`;
  const signed = whole((one) => one.replace(/^[−–]/, '-'));
  if (signed !== undefined) return `Write the minus as a hyphen: ${signed}.`;
  return 'Write latitude and longitude in decimal degrees: 37.566 126.978.';
}
