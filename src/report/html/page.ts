import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { htmlText } from './html-text.js';

const assets = new URL('../../../assets/report/', import.meta.url);

/** The parts of the style sheet, in their order. */
const styles = [
  'foundations',
  'summary',
  'faults',
  'documents',
  'explained',
  'filters',
  'narrow-and-paper',
] as const;

/**
 * What every page begins and ends with. Style and script stand in it; by its own policy it loads nothing and runs
 * nothing else, whatever stands in the sources that it quotes.
 */
export function page(title: string): { readonly begin: string; readonly end: string } {
  const style = styles.map((name) => asset(`style/${name}.css`)).join('');
  const script = asset('filters.js');
  const policy =
    `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; ` +
    "base-uri 'none'; form-action 'none'";
  return {
    begin: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="imprimatur">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
`,
    end: `<script>${script}</script>
</body>
</html>
`,
  };
}

function asset(name: string): string {
  return `\n${readFileSync(new URL(name, assets), 'utf8')}`;
}

/** The source of a policy that allows one text (Content Security Policy 3, section 2.3.1). */
function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
