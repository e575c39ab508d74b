import { type EngineNode, loadEngine } from './engine.js';
import type { SourceDocument } from './transformer.js';

/**
 * The documents of one stylesheet, parsed. What the last transformation used is kept for the next: registers are
 * parsed once, however many documents point into them. Each stylesheet has its own, because the engine strips white
 * space (`xsl:strip-space`) from the very trees that it is given.
 */
export class ParsedDocuments {
  #kept = new Map<string, { text: string; node: EngineNode }>();
  #used = new Map<string, { text: string; node: EngineNode }>();

  /** Begins a transformation; what the last one did not use is forgotten. */
  begin(): void {
    this.#kept = this.#used;
    this.#used = new Map();
  }

  node({ uri, text }: SourceDocument): EngineNode {
    const used = this.#used.get(uri);
    if (used !== undefined && used.text === text) return used.node;
    const kept = this.#kept.get(uri);
    const engine = loadEngine();
    let node: EngineNode;
    if (kept !== undefined && kept.text === text) {
      node = kept.node;
      engine.resetIndexes(node);
    } else {
      node = engine.getPlatform().parseXmlFromString(text);
      node._saxonBaseUri = uri;
    }
    this.#used.set(uri, { text, node });
    return node;
  }
}
