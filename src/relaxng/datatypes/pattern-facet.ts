const compiled = new Map<string, RegExp | undefined>();

/**
 * Whether a value matches a `pattern` facet (XML Schema Part 2, appendix F). What JavaScript cannot express, such as
 * names of Unicode blocks, is taken to match: the engine has judged, this only finds the reason.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern)?.test(value) ?? true;
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${translate(pattern)})$`, 'v');
  } catch {
    return undefined;
  }
}

const nameStart =
  ':_A-Za-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameCharacter = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;

const classes: Readonly<Record<string, string>> = {
  d: '[\\p{Nd}]',
  D: '[^\\p{Nd}]',
  s: '[ \\t\\n\\r]',
  S: '[^ \\t\\n\\r]',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
  i: `[${nameStart}]`,
  I: `[^${nameStart}]`,
  c: `[${nameCharacter}]`,
  C: `[^${nameCharacter}]`,
};

/** The same expression for JavaScript with the `v` flag, in which a class may contain and subtract classes. */
function translate(pattern: string): string {
  let translated = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '\\') {
      const escaped = pattern[++at] ?? '';
      if (classes[escaped] !== undefined) translated += classes[escaped];
      else if (escaped === 'p' || escaped === 'P') {
        const end = pattern.indexOf('}', at);
        translated += `\\${pattern.slice(at, end + 1)}`;
        at = Math.max(at, end);
      } else if ('nrt'.includes(escaped)) translated += `\\${escaped}`;
      else translated += literal(escaped);
    } else if (depth > 0 && character === '-' && pattern[at + 1] === '[') {
      translated += '--';
    } else if (character === '[') {
      depth++;
      translated += '[';
      if (pattern[at + 1] === '^') {
        translated += '^';
        at++;
      }
    } else if (character === ']') {
      depth--;
      translated += ']';
    } else if (depth > 0 && character !== '-') {
      translated += literal(character);
    } else if (character === '-' && depth > 0) {
      const edge = /\[\^?$/.test(translated) || pattern[at + 1] === ']';
      translated += edge ? '\\-' : '-';
    } else if (character === '.') translated += '[^\\n\\r]';
    else if (character === '^' || character === '$' || character === '/')
      translated += `\\${character}`;
    else translated += character;
  }
  return translated;
}

function literal(character: string): string {
  return /[\^$\\.*+?()[\]{}|/\-&!#%,:;<=>@`~]/.test(character)
    ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    : character;
}
