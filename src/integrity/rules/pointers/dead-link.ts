import { type PlacedSpan, placeAt, sourceOf } from '../../../xml/index.js';
import type { DocumentFacts } from '../../facts.js';
import { defineRule, type Finding, ruleName } from '../../rule.js';
import { askedAddress, type WebAnswer } from '../../web-answer.js';

/** An address in the web, and where it stands. */
interface WebLink {
  readonly address: string;
  readonly attribute: string;
  readonly element: string;
  readonly place: PlacedSpan;
}

/** Addresses in the web lead to something. Applied where the web was asked, which is done only on request. */
export const deadLink = defineRule({
  code: 'integrity/dead-link',
  severity: 'warning',
  needsWeb: true,
  read: ({ keep }) => ({
    pointer: ({ text, element, attribute, target, span }) => {
      if (target.kind !== 'elsewhere' || !/^https?:\/\//i.test(text)) return;
      const link: WebLink = {
        address: text,
        attribute: attribute.qname,
        element: element.qname,
        place: placeAt(sourceOf(element), span),
      };
      keep(link);
    },
  }),
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const link of project.kept<WebLink>(subject)) {
        const answer = project.web?.get(askedAddress(link.address));
        const finding = answer && findingOf(link, answer);
        if (finding !== undefined) project.report(subject, link.place, finding);
      }
    }
  },
});

function findingOf(
  { address, attribute, element }: WebLink,
  answer: WebAnswer,
): Finding | undefined {
  const named = `"${address}" in @${attribute} on <${element}>`;
  switch (answer.kind) {
    case 'gone':
      return {
        message: `${named} leads to nothing: ${answer.reason}.`,
        help: 'Look for where it is now, or name a copy in a web archive.',
      };
    case 'unknown':
      return {
        severity: 'info',
        message: `Whether ${named} leads to something could not be told: ${answer.reason}.`,
        help: 'Open it in a browser.',
      };
    default:
      return answer.movedTo === undefined
        ? undefined
        : {
            severity: 'info',
            message: `What ${named} leads to has moved for good.`,
            help: `Write "${answer.movedTo}", if that is what is meant.`,
          };
  }
}

/** The addresses in the web that a document names, as they are asked for. */
export function webAddresses({ kept }: DocumentFacts): readonly string[] {
  const links = (kept[ruleName(deadLink)] ?? []) as readonly WebLink[];
  return links.map(({ address }) => askedAddress(address));
}
