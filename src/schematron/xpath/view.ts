import type {
  XmlAttribute,
  XmlComment,
  XmlDocument,
  XmlElement,
  XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from '../../xml/index.js';

// A document as XPath sees it (XQuery and XPath Data Model 3.1, section 6): every node knows its parent and its place
// among its siblings, attributes are nodes, and text is never split. Names are those of the DOM, which fontoxpath reads.

/** The numbers by which the DOM tells kinds of nodes apart. */
export const NodeType = {
  element: 1,
  attribute: 2,
  text: 3,
  processingInstruction: 7,
  comment: 8,
  document: 9,
} as const;

export type ViewNode =
  | ViewDocument
  | ViewElement
  | ViewAttribute
  | ViewText
  | ViewComment
  | ViewProcessingInstruction;
export type ViewChild = ViewElement | ViewText | ViewComment | ViewProcessingInstruction;

const none: readonly never[] = Object.freeze([]);

/**
 * How deep elements are looked at. A rule that asks for ancestors walks up from each node: without a limit, a document
 * that is nothing but depth would take time with the square of it.
 */
export const deepest = 1000;

export class ViewDocument {
  readonly nodeType = NodeType.document;
  readonly childNodes: ViewChild[] = [];
  readonly parentNode = null;
  readonly order = 0;
  end = 0;
  readonly #byName = new Map<string, ViewElement[]>();
  readonly #byAttribute = new Map<string, ViewElement[]>();
  #identified: ReadonlyMap<string, ViewElement> | undefined;
  /** All nodes but attributes, in document order. */
  readonly nodes: ViewNode[] = [this];
  /** The first element that lies deeper than is looked at, and how deep that is; what is in it is left out. */
  tooDeep: { readonly element: ViewElement; readonly depth: number } | undefined;

  /** @param children what it holds: the children of the document itself, unless a part of it stands for it */
  constructor(
    readonly node: XmlDocument,
    children: readonly XmlNode[] = node.children,
  ) {
    const open: { readonly view: ViewDocument | ViewElement; next: number }[] = [
      { view: this, next: 0 },
    ];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
      const { view } = level;
      const within = view === this ? children : view.node.children;
      const child: XmlNode | undefined = within[level.next++];
      if (child === undefined) {
        open.pop();
        view.end = this.nodes.length;
        continue;
      }
      const added = this.#add(view, child);
      if (added === undefined || child.kind !== 'element' || child.children.length === 0) continue;
      const inner = added as ViewElement;
      if (open.length < deepest) open.push({ view: inner, next: 0 });
      else this.tooDeep ??= { element: inner, depth: open.length };
    }
  }

  #add(parent: ViewDocument | ViewElement, child: XmlNode): ViewChild | undefined {
    const last = parent.childNodes.at(-1);
    if (child.kind === 'text' && last !== undefined && last.nodeType === NodeType.text) {
      last.more(child);
      return undefined;
    }
    const index = parent.childNodes.length;
    const view = viewOf(child, parent, index);
    if (index === 0 && parent instanceof ViewElement) parent.childNodes = [view];
    else (parent.childNodes as ViewChild[]).push(view);
    view.order = this.nodes.length;
    this.nodes.push(view);
    if (view.nodeType === NodeType.element) {
      view.end = this.nodes.length;
      enter(this.#byName, view.localName, view);
      for (const { name } of view.node.attributes) enter(this.#byAttribute, name.local, view);
    }
    return view;
  }

  /** The elements of a local name, in document order. */
  elementsNamed(local: string): readonly ViewElement[] {
    return this.#byName.get(local) ?? none;
  }

  /** The elements of a namespace and a local name, in document order. */
  elementsOf(namespace: string, local: string): readonly ViewElement[] {
    const named = this.elementsNamed(local);
    const isOf = ({ node }: ViewElement): boolean => node.name.namespace === namespace;
    return named.every(isOf) ? named : named.filter(isOf);
  }

  /** Those of them that stand in a node. */
  elementsIn(
    node: ViewDocument | ViewElement,
    namespace: string,
    local: string,
  ): readonly ViewElement[] {
    const all = this.elementsOf(namespace, local);
    if (node === this || all.length === 0) return all;
    const { order, end } = node;
    const first = firstAfter(all, order);
    let last = first;
    while ((all[last]?.order ?? end) < end) last++;
    return first === 0 && last === all.length ? all : all.slice(first, last);
  }

  /** The elements that have an attribute of a local name, in document order. */
  elementsWith(attribute: string): readonly ViewElement[] {
    return this.#byAttribute.get(attribute) ?? none;
  }

  /** The first element with an identifier: `xml:id` (xml:id 1.0, section 4). */
  elementById(id: string): ViewElement | undefined {
    if (this.#identified === undefined) {
      const identified = new Map<string, ViewElement>();
      for (const element of this.elementsWith('id')) {
        const value = element.attributes
          .find(({ nodeName }) => nodeName === 'xml:id')
          ?.value.trim();
        if (value !== undefined && !identified.has(value)) identified.set(value, element);
      }
      this.#identified = identified;
    }
    return this.#identified.get(id);
  }
}

/** The index of the first of some elements that comes after a place in the document. */
function firstAfter(elements: readonly ViewElement[], order: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.order ?? 0) > order) high = middle;
    else low = middle + 1;
  }
  return low;
}

function enter(index: Map<string, ViewElement[]>, key: string, element: ViewElement): void {
  const same = index.get(key);
  if (same === undefined) index.set(key, [element]);
  else if (same.at(-1) !== element) same.push(element);
}

function viewOf(node: XmlNode, parent: ViewDocument | ViewElement, index: number): ViewChild {
  switch (node.kind) {
    case 'element':
      return new ViewElement(node, parent, index);
    case 'text':
      return new ViewText(node, parent, index);
    case 'comment':
      return new ViewComment(node, parent, index);
    case 'processing-instruction':
      return new ViewProcessingInstruction(node, parent, index);
  }
}

/** A node with a name: how the DOM calls its parts. */
abstract class NamedNode<Named extends XmlElement | XmlAttribute, Parent> {
  constructor(
    readonly node: Named,
    readonly parentNode: Parent,
  ) {}

  get localName(): string {
    return this.node.name.local;
  }

  get prefix(): string | null {
    return this.node.name.prefix || null;
  }

  get namespaceURI(): string | null {
    return this.node.name.namespace || null;
  }

  get nodeName(): string {
    return this.node.qname;
  }
}

export class ViewElement extends NamedNode<XmlElement, ViewDocument | ViewElement> {
  childNodes: readonly ViewChild[] = none;
  /** Its number among the nodes of the document, and that of the first node after all that is in it. */
  order = 0;
  end = 0;
  #attributes: readonly ViewAttribute[] | undefined;

  constructor(
    node: XmlElement,
    parentNode: ViewDocument | ViewElement,
    readonly index: number,
  ) {
    super(node, parentNode);
  }

  get nodeType(): typeof NodeType.element {
    return NodeType.element;
  }

  get attributes(): readonly ViewAttribute[] {
    this.#attributes ??=
      this.node.attributes.length === 0
        ? none
        : this.node.attributes.map((attribute) => new ViewAttribute(attribute, this));
    return this.#attributes;
  }
}

export class ViewAttribute extends NamedNode<XmlAttribute, ViewElement> {
  get nodeType(): typeof NodeType.attribute {
    return NodeType.attribute;
  }

  get name(): string {
    return this.node.qname;
  }

  get value(): string {
    return this.node.value;
  }
}

/** A node that holds characters and nothing else. */
abstract class CharacterNode<Held extends XmlText | XmlComment | XmlProcessingInstruction> {
  constructor(
    readonly node: Held,
    readonly parentNode: ViewDocument | ViewElement,
    readonly index: number,
  ) {}

  /** Its number among the nodes of the document. */
  order = 0;

  get data(): string {
    return this.node.value;
  }
}

export class ViewText extends CharacterNode<XmlText> {
  /** Further pieces of the same text. */
  #more: string | undefined;

  get nodeType(): typeof NodeType.text {
    return NodeType.text;
  }

  override get data(): string {
    return this.#more === undefined ? this.node.value : this.node.value + this.#more;
  }

  more(text: XmlText): void {
    this.#more = (this.#more ?? '') + text.value;
  }
}

export class ViewComment extends CharacterNode<XmlComment> {
  get nodeType(): typeof NodeType.comment {
    return NodeType.comment;
  }
}

export class ViewProcessingInstruction extends CharacterNode<XmlProcessingInstruction> {
  get nodeType(): typeof NodeType.processingInstruction {
    return NodeType.processingInstruction;
  }

  get target(): string {
    return this.node.target;
  }

  get nodeName(): string {
    return this.node.target;
  }
}
