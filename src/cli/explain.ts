import { Command } from 'commander';
import { Failure, nearest } from '../problems/index.js';
import type { CodePage } from '../report/index.js';
import { presentation, print } from './terminal.js';

const examples = `
Examples:
  imprimatur explain                                all codes, each in a sentence
  imprimatur explain relaxng                        those that begin with relaxng/
  imprimatur explain relaxng/unknown-element        what it means, what to do, an example`;

/** `imprimatur explain` */
export function explainCommand(): Command {
  return new Command('explain')
    .summary('say what a problem code means, and what to do')
    .description('Says what the code means that stands in brackets after a problem.')
    .argument('[code]', 'a code, or its first word (default: a list of all)')
    .addHelpText('after', examples)
    .action(runExplain);
}

async function runExplain(asked: string | undefined): Promise<void> {
  const { codeList, codePages, codePageText } = await import('../report/index.js');
  const pages = codePages();
  const look = presentation(process.stdout);
  const text = (): string => {
    if (asked === undefined) return codeList(pages.values(), look);
    const word = asked.replace(/^\[|\]$|\/$/g, '').toLowerCase();
    const ofRoom = [...pages.values()].filter(({ room }) => room === word);
    if (ofRoom.length > 0) return codeList(ofRoom, look);
    return codePageText(pageOf(asked, word, pages), look);
  };
  await print(process.stdout, text());
}

/** @throws Failure when there is no such code */
function pageOf(asked: string, word: string, pages: ReadonlyMap<string, CodePage>): CodePage {
  const page = pages.get(word) ?? onlyOne(pages, word);
  if (page !== undefined) return page;
  const codes = [...pages.keys()];
  const near = nearest(word, codes) ?? nearKind(word, codes);
  throw new Failure(`There is no problem code "${asked}".`, {
    help:
      near === undefined
        ? 'imprimatur explain lists all codes.'
        : `Did you mean ${near}? imprimatur explain lists all codes.`,
  });
}

/** The page of a code of which only the part after the `/` was said, where there is one such code. */
function onlyOne(pages: ReadonlyMap<string, CodePage>, kind: string): CodePage | undefined {
  const found = [...pages.values()].filter(({ code }) => code.endsWith(`/${kind}`));
  return found.length === 1 ? found[0] : undefined;
}

/** The code whose part after the `/` is the nearest, where the first word is wrong or was not said. */
function nearKind(word: string, codes: readonly string[]): string | undefined {
  const kindOf = (code: string): string => code.slice(code.indexOf('/') + 1);
  const kind = kindOf(word);
  const near = codes.some((code) => kindOf(code) === kind)
    ? kind
    : nearest(kind, codes.map(kindOf));
  return codes.find((code) => kindOf(code) === near);
}
