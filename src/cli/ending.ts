import { Failure } from '../problems/index.js';
import { presentation, print } from './terminal.js';

/**
 * Tells what was thrown: a `Failure` with its reason, whatever else as the fault of ours that it is.
 *
 * @returns the exit code
 */
export async function reportThrown(error: unknown): Promise<number> {
  if (error instanceof Failure) {
    const { failureText } = await import('../report/index.js');
    await print(process.stderr, failureText(error, presentation(process.stderr)));
    return 2;
  }
  const { IMPRIMATUR_DEBUG = '' } = process.env;
  const message = error instanceof Error ? error.message : String(error);
  const details =
    IMPRIMATUR_DEBUG !== '' && error instanceof Error
      ? `${error.stack}\n`
      : 'help: Set IMPRIMATUR_DEBUG=1 to see where, and report it to the makers of imprimatur.\n';
  await print(
    process.stderr,
    `error: imprimatur itself failed, your sources are not to blame: ${message.split('\n')[0]}\n${details}`,
  );
  return 2;
}

/** Ends the process; threads and compilers that nobody waits for any more do not hold it up. */
export async function endProcess(code: number = Number(process.exitCode ?? 0)): Promise<never> {
  await Promise.all([print(process.stdout, ''), print(process.stderr, '')]);
  process.exit(code);
}

/** Does something before a signal ends the process: what it has made and not finished is taken away. */
export function beforeSignals(discard: () => void): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => {
      discard();
      process.exit(code);
    });
  }
}
