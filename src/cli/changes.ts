import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { presentation, print } from './terminal.js';

const examples = `
Examples:
  imprimatur changes                           what is not committed yet
  imprimatur changes main...                   what this branch does, since it parted from main
  imprimatur changes v1.0..v1.1                from one revision to another
  imprimatur changes tei/letter.xml            one document
  imprimatur changes HEAD~5 tei/letter.xml     the same, since five commits
  imprimatur changes --format markdown         for a comment on a pull request
  imprimatur changes --format html > changes.html

Words that changed where the markup was changed too stand first: they may not have been meant.
In a pull request on GitHub, or a merge request on GitLab, the default is the branch that it is
to go into; else it is HEAD.`;

const formats = ['text', 'markdown', 'json', 'html'] as const;

interface Options {
  readonly format: (typeof formats)[number];
}

/** `imprimatur changes` */
export function changesCommand(): Command {
  return new Command('changes')
    .summary('what a change of the encoding does to the edition')
    .description(
      'Tells what changed for those who read the edition: words, names, dates, register entries, addresses.',
    )
    .argument('[rev]', 'a revision, A..B or A...B, as git diff takes it (default: HEAD)')
    .argument('[paths...]', 'files and folders (default: all of the project)')
    .addOption(
      new Option('--format <format>', 'how it is printed').choices(formats).default('text'),
    )
    .addHelpText('after', examples)
    .action(runChanges);
}

async function runChanges(
  first: string | undefined,
  others: string[],
  { format }: Options,
): Promise<void> {
  // As with git diff, the revision may be left out before a file or a folder.
  const isPath = first !== undefined && existsSync(first);
  const range = isPath ? undefined : first;
  const paths = isPath ? [first, ...others] : others;
  const [{ loadProject }, changes] = await Promise.all([
    import('../project/index.js'),
    import('../changes/index.js'),
  ]);
  const project = loadProject('.');
  const found = changes.changesSince(project, {
    range: range ?? targetOfRequest(process.env),
    paths: paths.length === 0 ? undefined : paths,
  });
  const { colour, width } = presentation(process.stdout, project);
  const text = {
    text: () => changes.changesAsText(found, { colour, width }),
    markdown: () => changes.changesAsMarkdown(found),
    json: () => changes.changesAsJson(found),
    html: () => changes.changesAsHtml(found),
  }[format]();
  await print(process.stdout, text);
}

/**
 * What a pull request, or a merge request, is to be compared with, where a forge says that it is checked: the commit
 * at which it parted from the branch that it is to go into.
 */
export function targetOfRequest(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  // GitHub Actions names the branch, and only in a pull request; GitLab CI names the commit itself.
  const { GITHUB_BASE_REF = '', CI_MERGE_REQUEST_DIFF_BASE_SHA = '' } = environment;
  if (GITHUB_BASE_REF !== '') return `origin/${GITHUB_BASE_REF}...`;
  return CI_MERGE_REQUEST_DIFF_BASE_SHA === '' ? undefined : `${CI_MERGE_REQUEST_DIFF_BASE_SHA}..`;
}
