import { xmlText } from '../report/index.js';
import type { Changes } from './changes.js';
import { styles } from './html-styles.js';
import { type Chapter, outlineOf, type Section } from './outline.js';
import type { Item, Run } from './sentences.js';

/** What changed, as one page that needs nothing else: no script, no network. */
export function changesAsHtml(changes: Changes): string {
  const outline = outlineOf(changes);
  const { title, summary, first, chapters, unseen, unreadable, others } = outline;
  const parts = [
    first === undefined ? '' : firstPart(first),
    ...unreadable.map(
      ({ file, runs }, index) =>
        `<section aria-labelledby="unreadable-${index}">\n<h2 id="unreadable-${index}"><code>${xmlText(file)}</code></h2>\n<p>${runsHtml(runs)}</p>\n</section>\n`,
    ),
    ...chapters.map(chapterHtml),
    unseen.length === 0
      ? ''
      : `<section aria-labelledby="unseen">\n<h2 id="unseen">Nothing that a reader sees</h2>\n<ul class="files">\n${unseen
          .map(
            ({ file, markup }) =>
              `<li><code>${xmlText(file)}</code>${markup === '' ? '' : `<span class="quiet">: ${xmlText(markup)}</span>`}</li>\n`,
          )
          .join('')}</ul>\n</section>\n`,
    others.length === 0
      ? ''
      : `<section aria-labelledby="others">\n<h2 id="others">Other files</h2>\n<ul class="files">\n${others
          .map((sentence) => `<li>${xmlText(sentence)}</li>\n`)
          .join('')}</ul>\n</section>\n`,
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${xmlText(title)}</title>
<style>
${styles}</style>
</head>
<body>
<header>
<p class="kicker">imprimatur · changes</p>
<h1>${xmlText(title)}</h1>
<p class="summary">${xmlText(summary)}</p>
${contents(chapters)}</header>
<main>
${parts.join('')}</main>
</body>
</html>
`;
}

function firstPart({ title, items }: Section): string {
  return `<section class="first" aria-labelledby="first">\n<h2 id="first">${xmlText(title)}</h2>\n${list(items)}</section>\n`;
}

/** The way to each document, where there are several. */
function contents(chapters: readonly Chapter[]): string {
  if (chapters.length < 2) return '';
  const links = chapters.map(
    ({ file, sections }, index) =>
      `<li><a href="#document-${index + 1}"><code>${xmlText(file)}</code></a> <span class="quiet">${xmlText(
        sections.map(({ title, items }) => `${title.toLowerCase()} ${items.length}`).join(' · '),
      )}</span></li>\n`,
  );
  return `<nav aria-label="Documents">\n<ul class="files">\n${links.join('')}</ul>\n</nav>\n`;
}

function chapterHtml({ file, remark, sections, markup }: Chapter, index: number): string {
  const id = `document-${index + 1}`;
  const said = remark.length === 0 ? '' : `<p class="remark">${runsHtml(remark)}</p>\n`;
  const body = sections
    .map(({ title, items }) => `<h3>${xmlText(title)}</h3>\n${list(items)}`)
    .join('');
  const foot =
    markup === '' ? '' : `<p class="markup">Not seen by readers: ${xmlText(markup)}.</p>\n`;
  return `<section aria-labelledby="${id}">\n<h2 id="${id}"><code>${xmlText(file)}</code></h2>\n${said}${body}${foot}</section>\n`;
}

function list(items: readonly Item[]): string {
  return `<ul class="changes">\n${items.map(itemHtml).join('')}</ul>\n`;
}

function itemHtml({ place, runs, details }: Item): string {
  const where = place === '' ? '' : `<p class="place">${xmlText(place)}</p>\n`;
  const below =
    details.length === 0
      ? ''
      : `<ul class="details">\n${details.map((detail) => `<li>${runsHtml(detail)}</li>\n`).join('')}</ul>\n`;
  return `<li>\n${where}<p>${runsHtml(runs)}</p>\n${below}</li>\n`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map(({ kind, text }) => {
      const content = xmlText(text);
      switch (kind) {
        case 'old':
          return `<del>${heard('was: ')}${content}${heard('.')}</del>`;
        case 'now':
          return `<ins>${heard('now: ')}${content}${heard('.')}</ins>`;
        case 'code':
          return `<code>${content}</code>`;
        case 'strong':
          return `<strong>${content}</strong>`;
        case 'quiet':
          return `<span class="quiet">${content}</span>`;
        default:
          return content;
      }
    })
    .join('')
    .trim();
}

/** Words for those who hear the page: few programs that read aloud say what was struck out. */
function heard(text: string): string {
  return `<span class="heard">${text}</span>`;
}
