import { sep } from 'node:path';
import type { ActiveRules, DocumentFacts, FactsOfProject, WebAnswers } from '../integrity/index.js';
import type { Problem } from '../problems/index.js';
import type { XmlDocument } from '../xml/index.js';
import { askWeb } from './ask-web.js';
import type { JudgeContext } from './choose-schemas.js';

type Room = typeof import('../integrity/index.js');

/** Reads documents by the rules of integrity of one validation, and judges what was read. */
export class IntegrityReader {
  readonly #room: Room;
  readonly #rules: ActiveRules;

  private constructor(room: Room, rules: ActiveRules) {
    this.#room = room;
    this.#rules = rules;
  }

  /** Loads the rules, which nobody else needs. */
  static async of({
    integrity,
    configuration,
    online,
  }: JudgeContext): Promise<IntegrityReader | undefined> {
    if (!integrity) return undefined;
    const room = await import('../integrity/index.js');
    return new IntegrityReader(room, room.activeRules(configuration.rules, online));
  }

  /**
   * What the rules find in a document by itself, and keep of it.
   *
   * @param path where the document is
   */
  read(document: XmlDocument, path: string): DocumentFacts {
    return this.#room.gatherFacts({ path: slashed(path), document }, this.#rules);
  }

  /** What the rules find in all documents together, and what they found in each, sorted by file and place. */
  judge(facts: FactsOfProject): readonly Problem[] {
    return this.#room.judgeFacts(facts, this.#rules);
  }

  /** What the web answers of the addresses in documents. */
  async askWeb(facts: readonly DocumentFacts[]): Promise<WebAnswers> {
    return askWeb(facts.flatMap(this.#room.webAddresses));
  }

  /** The identifiers that a look at the text of a document finds. */
  identifiersInText(text: string): readonly string[] {
    return this.#room.identifiersInText(text);
  }

  /** What schemas and rules find, each mistake once. */
  toldOnce(schema: readonly Problem[], integrity: readonly Problem[]): readonly Problem[] {
    return this.#room.toldOnce(schema, integrity);
  }
}

/** A path as rules have it: with `/` between its parts. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}
