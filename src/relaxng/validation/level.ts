import type { XmlElement } from '../../xml/index.js';
import type { ElementPattern, Opening, State } from '../pattern/index.js';
import { ChildrenMet } from './children-met.js';
import type { Forgotten } from './forgotten.js';
import type { LateSiblings } from './late-siblings.js';
import type { OpenElement } from './mistake.js';
import { TextRun } from './text-run.js';

const nothing: readonly ElementPattern[] = [];

/** An element that is open as the validation goes on. One object serves for all elements of a depth, one by one. */
export class Level implements OpenElement {
  element!: XmlElement;
  nth: number | undefined = 1;
  nthOfAll = 1;
  /** `undefined` inside an element of which nothing is known. */
  opening: Opening | undefined;
  /** Whether the parent goes on from here. */
  leadsOn = false;
  /** Whether the name is not its own, so that its attributes are not to be judged by it. */
  guessed = false;
  /** What may come now; `undefined` inside an element of which nothing is known. */
  state: State | undefined;
  /** All text of an element that may be a value and has no children. */
  value = '';
  /** Since the start tag or the last child. */
  readonly text = new TextRun();
  /** The state in which it could not stand here, which is told of when all of it is there. */
  refusedText: State | undefined;
  /** There was such text. */
  textRefused = false;
  hasChildren = false;
  /** It cannot stand where it stands, so that what is missing in it may be a consequence. */
  refused = false;
  /** What was forgotten around the children and texts just before. */
  forgotten: Forgotten | undefined;
  /** Something was passed over here, so that what is missing may be a consequence. */
  disturbed = false;
  /** Children that came before others which they should follow. */
  late: LateSiblings | undefined;
  readonly children = new ChildrenMet();
  /** The level of a child. */
  #inner: Level | undefined;

  constructor(readonly parent: Level | undefined) {}

  get inner(): Level {
    this.#inner ??= new Level(this);
    return this.#inner;
  }

  get patterns(): readonly ElementPattern[] {
    return this.opening?.elements ?? nothing;
  }

  /** Begins an element; what it is taken for is not known yet. */
  begin(element: XmlElement): void {
    this.element = element;
    this.nth = 1;
    this.nthOfAll = 1;
    this.opening = undefined;
    this.leadsOn = false;
    this.guessed = false;
    this.state = undefined;
    this.value = '';
    this.text.clear();
    this.refusedText = undefined;
    this.textRefused = false;
    this.hasChildren = false;
    this.disturbed = false;
    this.refused = false;
    this.forgotten = undefined;
    this.late = undefined;
    if (this.children.all > 0) this.children.clear();
    const { parent } = this;
    if (parent === undefined) return;
    const before = parent.children.ask(element.name);
    this.nth = before === undefined ? undefined : before + 1;
    this.nthOfAll = parent.children.all + 1;
  }
}
