import { Command } from 'commander';
import { beforeSignals } from './ending.js';
import { gatherList } from './lists.js';
import { presentation, print, printPieces } from './terminal.js';

const examples = `
Examples:
  imprimatur build                        everything, into dist/
  imprimatur build tei/letter.xml         one document; the others stay as they are
  imprimatur build --only html,text       some editions; the others stay as they are
  imprimatur build --out /srv/www/letters

Nothing is published while there are errors, and the folder is replaced whole or not at all.`;

interface Options {
  readonly only?: string[];
  readonly out?: string;
}

/** `imprimatur build` */
export function buildCommand(): Command {
  return new Command('build')
    .summary('validate, then publish the editions')
    .description('Validates sources and, when they are right, publishes their editions.')
    .argument('[paths...]', 'files and folders (default: tei/)')
    .option('--only <list>', 'editions to make: html,text,print (default: all)', gatherList)
    .option('--out <folder>', 'folder to publish in (default: dist/)')
    .addHelpText('after', examples)
    .action(runBuild);
}

async function runBuild(paths: string[], { only, out }: Options): Promise<void> {
  const [{ loadProject }, { build, discardUnfinished }, { counted, pretty }] = await Promise.all([
    import('../project/index.js'),
    import('../build/index.js'),
    import('../report/index.js'),
  ]);
  beforeSignals(discardUnfinished);
  const project = loadProject('.', { paths });
  const { validation, published } = await build(project, {
    paths,
    only,
    out,
    onCompile: (stylesheet) => {
      process.stderr.write(`Compiling ${stylesheet}; it is kept for the next time.\n`);
    },
    onMessage: ({ entry, file, text }) => {
      process.stderr.write(`${entry}${file === undefined ? '' : ` ${file}`}: ${text.trim()}\n`);
    },
  });
  const { problems, documents, schemas } = validation;
  if (problems.length > 0) {
    const checked = {
      documents: documents.length,
      schemas: schemas.map(({ file }) => file),
      askForAll: 'imprimatur validate --all',
    };
    await printPieces(
      process.stderr,
      pretty(problems, checked, presentation(process.stderr, project)),
    );
  }
  if (published === undefined) {
    process.exitCode = 1;
    await print(process.stderr, 'Nothing was published.\n');
    return;
  }
  const { shown, files, carriedOver } = published;
  const names = published.documents.map(({ name }) => name);
  const what = names.length <= 3 ? names.join(', ') : `${names.length} documents`;
  const kept = carriedOver.length === 0 ? '' : ` made, ${carriedOver.length} kept`;
  await print(
    process.stdout,
    `Published ${what} as ${published.editions.join(', ')} in ${shown}/: ${counted(files.length, 'file')}${kept}.\n`,
  );
}
