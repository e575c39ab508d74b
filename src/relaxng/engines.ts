import type { RelaxNgEngine } from './engine.js';

/** The engines by the names by which a person chooses them, the usual one first. */
export const engineNames = ['imprimatur', 'xmllint'] as const;
export type EngineName = (typeof engineNames)[number];

/** An engine, loaded when it is first wanted: each is larger than all else that a validation loads. */
export async function relaxNgEngine(name: EngineName = engineNames[0]): Promise<RelaxNgEngine> {
  switch (name) {
    case 'xmllint':
      return (await import('./xmllint-engine.js')).xmllintEngine;
    case 'imprimatur':
      return (await import('./derivative-engine.js')).derivativeEngine;
  }
}
