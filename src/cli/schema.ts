import { Command } from 'commander';
import type { FetchedAddress } from '../project/index.js';
import { presentation, print } from './terminal.js';

const examples = `
Examples:
  imprimatur schema fetch             all that the documents name by an address
  imprimatur schema fetch --update    the same; where something else lies there now, that is taken
  imprimatur schema fetch https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng

Copies are kept in .imprimatur/schemas/ and used from then on. Nothing is fetched at any other time.`;

interface Options {
  readonly update?: boolean;
}

/** `imprimatur schema` */
export function schemaCommand(): Command {
  const command = new Command('schema')
    .summary('keep copies of schemas that lie on the web')
    .description('Keeps copies of schemas that lie on the web.');
  command.addCommand(
    new Command('fetch')
      .summary('fetch schemas, with all that they include')
      .description('Fetches schemas from the web into the project, with all that they include.')
      .argument('[addresses...]', 'what to fetch (default: all that documents and schemas name)')
      .option('--update', 'replace copies where something else lies on the web now')
      .addHelpText('after', examples)
      .action(runFetch),
  );
  return command;
}

async function runFetch(addresses: string[], { update }: Options): Promise<void> {
  const [{ fetchSchemas, loadProject }, { Failure }, { failureText }] = await Promise.all([
    import('../project/index.js'),
    import('../problems/index.js'),
    import('../report/index.js'),
  ]);
  const tell = (fetched: FetchedAddress): void => {
    const { address, failure, referredBy } = fetched;
    if (failure === undefined) {
      void print(process.stdout, lineOf(fetched));
      return;
    }
    const by = referredBy === undefined ? '' : ` ${referredBy} refers to it.`;
    const help = failure.help === undefined ? {} : { help: failure.help };
    // What is wrong with a connection does not name what was wanted.
    const about = failure.message.includes(address) ? '' : `${address} was not fetched. `;
    const told = new Failure(about + failure.message + by, help);
    void print(process.stderr, failureText(told, presentation(process.stderr)));
  };
  const done = await fetchSchemas(loadProject('.'), { addresses, update, onFetched: tell });
  if (done.length === 0) {
    await print(
      process.stdout,
      'No document and no schema names another by an address on the web: there is nothing to fetch.\n',
    );
  }
  if (done.some(({ outcome }) => outcome === 'differs')) {
    await print(
      process.stderr,
      'error: Something else lies on the web now; the copies stay as they are.\n' +
        'help: To take what lies there: imprimatur schema fetch --update\n',
    );
  }
  if (done.some(({ outcome }) => outcome === 'differs' || outcome === 'failed'))
    process.exitCode = 2;
}

function lineOf({ address, outcome, bytes = 0 }: FetchedAddress): string {
  return `${outcome.padEnd('unchanged'.length)}  ${address} (${sizeOf(bytes)})\n`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000
    ? `${(bytes / 1000).toFixed(1)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
