import { Command } from 'commander';
import { buildCommand } from './build.js';
import { changesCommand } from './changes.js';
import { explainCommand } from './explain.js';
import { packageVersion } from './package-version.js';
import { schemaCommand } from './schema.js';
import { validateCommand } from './validate.js';

const description = 'Validates TEI-XML scholarly editions and publishes what is right.';

const footer = `
A project is a folder with the TEI sources in tei/. What they are validated against
lies in schemas/, stylesheets of its own in xslt/, and what is published in dist/.

Exit codes: 0 no errors, 1 errors in the sources, 2 the tool could not do its work.`;

/** All commands. Usage errors are thrown as `CommanderError`, after they were told. */
export function createProgram(): Command {
  const program = new Command('imprimatur')
    .description(description)
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', footer)
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(imprimatur --help says what there is.)');
  const commands = [
    validateCommand(),
    buildCommand(),
    changesCommand(),
    schemaCommand(),
    explainCommand(),
  ];
  for (const command of commands) {
    program.addCommand(prepared(command, program));
  }
  return program.exitOverride();
}

/** A command, and those within it, that tells usage errors and how to get help as all do. */
function prepared(command: Command, parent: Command): Command {
  const name =
    parent.name() === 'imprimatur' ? command.name() : `${parent.name()} ${command.name()}`;
  for (const inner of command.commands) prepared(inner, command);
  if (command.commands.length > 0)
    command.helpCommand('help [command]', 'print the help of a command');
  return command
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError(`(imprimatur ${name} --help says what there is.)`)
    .exitOverride();
}
