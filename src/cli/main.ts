// The command line: what is typed, what is printed, how it ends.
import { CommanderError } from 'commander';
import { endProcess, reportThrown } from './ending.js';
import { createProgram } from './program.js';

process.on('uncaughtException', (error) => void reportThrown(error).then(endProcess));

run();

async function run(): Promise<void> {
  try {
    await createProgram().parseAsync();
    await endProcess();
  } catch (error) {
    // Commander has said what was wrong; help and version were asked for.
    if (error instanceof CommanderError) await endProcess(error.exitCode === 0 ? 0 : 2);
    else await endProcess(await reportThrown(error));
  }
}
