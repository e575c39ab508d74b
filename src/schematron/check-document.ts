import { parseXml } from '../xml/index.js';
import type { Course, Finding, FiredRule, ToldFix, ToldRemark } from './findings.js';
import { sharedLets } from './schema/queries.js';
import { itemVariable } from './schema/read-quick-fixes.js';
import type {
  Check,
  Let,
  Message,
  OfferedFix,
  Pattern,
  Phase,
  Query,
  Remark,
  Rule,
  SchematronSchema,
} from './schema/schema.js';
import { type ContextPath, contextPaths } from './xpath/context-path.js';
import { matching } from './xpath/match-context.js';
import type { Processor } from './xpath/processor.js';
import { QueryError, type Variables } from './xpath/query.js';
import { ViewDocument, type ViewNode } from './xpath/view.js';

/** What one check of a document needs. */
export interface Checking {
  readonly schema: SchematronSchema;
  readonly processor: Processor;
  readonly phase: Phase | undefined;
  /** The document that a pattern names in `documents`, relative to the one that is checked. */
  readonly open: (address: string, from: ViewNode) => ViewDocument | undefined;
  /** What is carried out by XSLT; absent where nothing is. */
  readonly xslt: XsltChecking | undefined;
  /** Told of each expression that cannot be evaluated; the other rules still run. */
  readonly broken: (error: QueryError) => void;
}

/** What is carried out by XSLT. */
export interface XsltChecking {
  /** The variables of a document that only its patterns may name. */
  readonly lets: ReadonlySet<string>;
  readonly fired: ReadonlyMap<Pattern, readonly FiredRule[]>;
}

const pathsOf = new WeakMap<Rule, readonly ContextPath[]>();

/** Checks a document by the patterns of a phase (ISO/IEC 19757-3:2016, 6.2): a node fires one rule of a pattern. */
export function checkDocument(document: ViewDocument, checking: Checking): Course {
  const { schema, phase } = checking;
  const here = (lets: readonly Let[]): readonly Let[] =>
    checking.xslt === undefined ? lets : lets.filter(({ name }) => !checking.xslt?.lets.has(name));
  const general = evaluated(here(schema.lets), document, {}, checking);
  const phased = evaluated(here(phase?.lets ?? []), document, general, checking);
  const variables = evaluated(here(sharedLets(schema)), document, phased, checking);
  const patterns = schema.patterns
    .filter((pattern) => isActive(pattern, phase))
    .map((pattern) => ({
      pattern,
      fired:
        checking.xslt?.fired.get(pattern) ??
        subjectsOf(pattern, document, variables, checking).flatMap((subject) =>
          checkPattern(pattern, subject, variables, checking),
        ),
    }));
  return { phase, patterns };
}

/** Whether a pattern is run in a phase; without one, all are. */
export function isActive({ id }: Pattern, phase: Phase | undefined): boolean {
  return phase === undefined || (id !== undefined && phase.active.includes(id));
}

/** The document itself, or those that the pattern names instead (5.4.9). */
function subjectsOf(
  { documents }: Pattern,
  document: ViewDocument,
  variables: Variables,
  { processor, open, broken }: Checking,
): readonly ViewDocument[] {
  if (documents === undefined) return [document];
  return (
    attempt(broken, () =>
      processor
        .strings(documents, document, variables)
        .flatMap((address) => open(address, document) ?? []),
    ) ?? []
  );
}

function checkPattern(
  pattern: Pattern,
  document: ViewDocument,
  outer: Variables,
  checking: Checking,
): readonly FiredRule[] {
  const variables = evaluated(pattern.lets, document, outer, checking);
  const taken = new Set<ViewNode>();
  const fired: FiredRule[] = [];
  for (const rule of pattern.rules) {
    const contexts: ViewNode[] = [];
    for (const context of contextsOf(rule, document, variables, checking)) {
      if (taken.has(context) && !pattern.isGroup) continue;
      taken.add(context);
      contexts.push(context);
    }
    const outcomes = outcomesOf(rule, contexts, variables, checking);
    for (const [index, context] of contexts.entries()) {
      const outcome = outcomes?.[index];
      const findings = findingsAt(pattern, rule, context, variables, outcome, checking);
      fired.push({ pattern, rule, findings });
    }
  }
  return fired;
}

/** Whether each check of a rule holds in a context; `undefined` where that is not known. */
type Outcome = readonly boolean[] | undefined;

/** What is found at a context, by the outcome of the checks; where it is not known, each is asked for itself. */
function findingsAt(
  pattern: Pattern,
  rule: Rule,
  context: ViewNode,
  outer: Variables,
  outcome: Outcome,
  checking: Checking,
): readonly Finding[] {
  const found = (check: Check, index: number): boolean =>
    outcome === undefined || outcome[index] !== (check.kind === 'assert');
  if (!rule.checks.some(found)) return none;
  const variables = evaluated(rule.lets, context, outer, checking);
  return rule.checks.flatMap((check, index) =>
    found(check, index)
      ? (applied(pattern, rule, check, context, variables, checking, outcome?.[index]) ?? [])
      : [],
  );
}

const none: readonly never[] = [];

const askedAtOnce = new WeakMap<Rule, Query | null>();

/**
 * Whether the checks of a rule hold, in each of its contexts, asked for all at once. `undefined` where that cannot be
 * asked or is not answered: then each is asked for itself.
 */
function outcomesOf(
  rule: Rule,
  contexts: readonly ViewNode[],
  variables: Variables,
  { processor }: Checking,
): readonly Outcome[] | undefined {
  if (contexts.length === 0 || rule.checks.length === 0) return undefined;
  let query = askedAtOnce.get(rule);
  if (query === undefined) {
    query = checksAtOnce(rule) ?? null;
    askedAtOnce.set(rule, query);
  }
  if (query === null) return undefined;
  const answers = processor.booleansAt(query, contexts, variables);
  const { length } = rule.checks;
  if (answers?.length !== contexts.length * length) return undefined;
  return contexts.map((_, index) => answers.slice(index * length, (index + 1) * length));
}

/** The checks of a rule as one expression; `undefined` where one of its variables is no expression. */
function checksAtOnce({ checks, lets, context }: Rule): Query | undefined {
  const tests = checks.map(({ test }) => `boolean((${test.text}\n))`).join(', ');
  const values: string[] = [];
  for (const { name, value } of lets) {
    if (value === undefined) return undefined;
    values.push(`let $${name} := (${value.text}\n) return`);
  }
  const text = `${values.join(' ')} (${tests})`;
  return { text, at: context.at };
}

function contextsOf(
  rule: Rule,
  document: ViewDocument,
  variables: Variables,
  { processor, broken }: Checking,
): ReadonlySet<ViewNode> {
  let paths = pathsOf.get(rule);
  if (paths === undefined) {
    paths = contextPaths(rule.context.text);
    pathsOf.set(rule, paths);
  }
  const nodes = new Set<ViewNode>();
  attempt(broken, () => {
    for (const path of paths) {
      const query = { text: path.text, at: rule.context.at };
      const found = matching(
        document,
        path,
        (prefix) => processor.namespaceOf(prefix),
        (_, points) => processor.nodesFrom(query, points, variables),
      );
      for (const node of found) nodes.add(node);
    }
  });
  return nodes;
}

function applied(
  pattern: Pattern,
  rule: Rule,
  check: Check,
  context: ViewNode,
  variables: Variables,
  checking: Checking,
  known?: boolean,
): Finding | undefined {
  const { processor, broken, schema } = checking;
  return attempt(broken, () => {
    const holds = known ?? processor.boolean(check.test, context, variables);
    if (holds === (check.kind === 'assert')) return undefined;
    const subject = check.subject ?? rule.subject;
    const told = (remarks: readonly Remark[], ids: readonly string[]): ToldRemark[] =>
      ids.flatMap((id) => {
        const remark = remarks.find((one) => one.id === id);
        return remark === undefined ? [] : [tell(remark, context, variables, checking)];
      });
    return {
      pattern,
      rule,
      check,
      context,
      subject:
        subject === undefined
          ? context
          : (processor.nodes(subject, context, variables)[0] ?? context),
      text: textOf(check.message, context, variables, checking),
      diagnostics: told(schema.diagnostics, check.diagnostics),
      properties: told(schema.properties, check.properties),
      fixes: check.fixes.flatMap((fix) => offered(fix, context, variables, checking)),
    };
  });
}

function tell(
  remark: Remark,
  context: ViewNode,
  variables: Variables,
  checking: Checking,
): ToldRemark {
  const copies = remark.message.flatMap((part) =>
    part.kind === 'copy' ? checking.processor.nodes(part.select, context, variables) : [],
  );
  return { remark, text: textOf(remark.message, context, variables, checking), copies };
}

/** A quick fix as often as it is offered: not at all, once, or for each item that it is for. */
function offered(
  { fix, isDefault }: OfferedFix,
  context: ViewNode,
  variables: Variables,
  checking: Checking,
): readonly ToldFix[] {
  const { processor, broken } = checking;
  const told = (outer: Variables): ToldFix => {
    const known = evaluated(fix.lets, context, outer, checking);
    const said = (message: Message): string => textOf(message, context, known, checking);
    const description = fix.description.map(said).filter((text) => text !== '');
    return { title: said(fix.title), description: description.join(' '), isDefault };
  };
  const found = attempt(broken, () => {
    if (!fix.useWhen.every((query) => processor.boolean(query, context, variables))) return [];
    const { useForEach } = fix;
    if (useForEach === undefined) return [told({ ...variables, [itemVariable]: [] })];
    const fixes: ToldFix[] = [];
    for (let number = 1; number <= mostFixes; number++) {
      const item = { ...useForEach, text: `subsequence((${useForEach.text}), ${number}, 1)` };
      const isThere = { ...item, text: `exists(${item.text})` };
      if (!processor.boolean(isThere, context, variables)) break;
      fixes.push(told({ ...variables, [itemVariable]: processor.value(item, context, variables) }));
    }
    return fixes;
  });
  return found ?? [];
}

/** So many items does a quick fix tell of; a person does not choose from more. */
export const mostFixes = 10;

/** A message with single spaces. */
function textOf(
  message: Message,
  context: ViewNode,
  variables: Variables,
  { processor }: Checking,
): string {
  let text = '';
  for (const part of message) {
    switch (part.kind) {
      case 'text':
        text += part.text;
        break;
      case 'value':
        text += processor.string(part.select, context, variables);
        break;
      case 'name':
        text +=
          part.path === undefined
            ? 'nodeName' in context
              ? context.nodeName
              : ''
            : processor.string(part.path, context, variables);
        break;
      case 'copy':
      case 'instruction':
        break;
    }
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Variables with those that some `let`s define, each of which sees the ones before it. */
function evaluated(
  lets: readonly Let[],
  node: ViewNode,
  outer: Variables,
  { processor, broken }: Checking,
): Variables {
  if (lets.length === 0) return outer;
  const variables: Record<string, unknown> = { ...outer };
  for (const { name, value, content } of lets) {
    variables[name] =
      value === undefined
        ? contentOf(content ?? '')
        : (attempt(broken, () => processor.value(value, node, variables)) ?? []);
  }
  return variables;
}

/** The value of a `let` without `value`: what it holds, as a document of its own (5.4.5). */
function contentOf(content: string): ViewDocument | readonly [] {
  const { document } = parseXml({ file: '', text: `<let>${content}</let>` });
  return document === undefined ? [] : new ViewDocument(document, document.root.children);
}

function attempt<Value>(broken: Checking['broken'], work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    broken(error);
    return undefined;
  }
}
