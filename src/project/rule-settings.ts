import type { Node } from 'jsonc-parser';
import {
  integrityRules,
  isOptionValue,
  type OptionDescription,
  type RuleSetting,
  type RuleSettings,
  ruleName,
} from '../integrity/index.js';
import { nearest, type Severity } from '../problems/index.js';
import type { ProblemText } from '../xml/index.js';

/** Hears what is wrong with a node of the configuration. */
type Say = (node: Node, about: ProblemText) => void;

const severities: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];
const severityHelp = 'Write "off", "info", "warning" or "error".';

/**
 * Reads what a configuration says of rules: `"rules": { "double-space": "off" }`, or with options
 * `{ "severity": "warning", … }`.
 *
 * @param value the value of the setting; `undefined` where it is not there
 * @param say hears what is wrong with it
 */
export function readRuleSettings(value: Node | undefined, say: Say): RuleSettings {
  if (value === undefined) return {};
  if (value.type !== 'object') {
    say(value, {
      code: 'project/wrong-setting',
      message: '"rules" is an object with the names of rules, and this is none.',
      help: 'Write { "double-space": "off" }.',
    });
    return {};
  }
  const rules = new Map(integrityRules.map((rule) => [ruleName(rule), rule]));
  const settings: Record<string, RuleSetting> = {};
  for (const { name, key, node } of properties(value, say)) {
    const rule = rules.get(name);
    if (rule === undefined) {
      const bare = name.replace(/^integrity\//, '');
      const meant = rules.has(bare) ? bare : nearest(bare, rules.keys());
      say(key, {
        code: 'project/unknown-setting',
        message: `There is no rule "${name}".`,
        help:
          meant === undefined
            ? 'imprimatur explain integrity lists the rules.'
            : `Did you mean "${meant}"?`,
      });
    } else if (node.type === 'object') {
      settings[name] = readSetting(name, node, rule.options ?? {}, say);
    } else {
      settings[name] = { severity: readSeverity(name, node, say) };
    }
  }
  return settings;
}

function readSeverity(rule: string, node: Node, say: Say): Severity | 'off' | undefined {
  const severity = severities.find((each) => each === node.value);
  if (severity === undefined) {
    say(node, {
      code: 'project/wrong-setting',
      message: `"${rule}" has no severity that there is.`,
      help: severityHelp,
    });
  }
  return severity;
}

function readSetting(
  rule: string,
  value: Node,
  descriptions: Readonly<Record<string, OptionDescription>>,
  say: Say,
): RuleSetting {
  let severity: Severity | 'off' | undefined;
  const options: Record<string, unknown> = {};
  for (const { name, key, node } of properties(value, say)) {
    const option = descriptions[name];
    const given = plain(node);
    if (name === 'severity') {
      severity = readSeverity(rule, node, say);
    } else if (option === undefined) {
      const known = ['severity', ...Object.keys(descriptions)];
      const meant = nearest(name, known);
      say(key, {
        code: 'project/unknown-setting',
        message: `The rule "${rule}" has no option "${name}".`,
        help:
          meant === undefined
            ? `It has ${known.map((each) => `"${each}"`).join(', ')}.`
            : `Did you mean "${meant}"?`,
      });
    } else if (!isOptionValue(given, option)) {
      say(node, {
        code: 'project/wrong-setting',
        message: `"${name}" of the rule "${rule}" is ${wanted(option)}, and this is ${JSON.stringify(given)}.`,
        help: `${option.description} Unless said it is ${JSON.stringify(option.default)}.`,
      });
    } else {
      options[name] = given;
    }
  }
  return { severity, options };
}

function wanted({ type, choices }: OptionDescription): string {
  const values = choices === undefined ? '' : ` (${choices.join(', ')})`;
  const words = {
    boolean: 'true or false',
    number: 'a number',
    text: `a text${values}`,
    texts: `a list of texts${values}`,
  };
  return words[type];
}

/** The properties of an object, each name once. */
function properties(
  { children = [] }: Node,
  say: Say,
): readonly { readonly name: string; readonly key: Node; readonly node: Node }[] {
  const seen = new Set<string>();
  return children.flatMap(({ children: [key, node] = [] }) => {
    if (key === undefined || node === undefined) return [];
    const name = String(key.value);
    if (seen.has(name)) {
      say(key, {
        code: 'project/configuration',
        message: `"${name}" stands twice.`,
        help: 'Keep one of the two.',
      });
      return [];
    }
    seen.add(name);
    return [{ name, key, node }];
  });
}

/** A value as plain data. */
function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type === 'object')
    return Object.fromEntries(
      (node.children ?? []).map(({ children: [key, value] = [] }) => [
        String(key?.value),
        value === undefined ? undefined : plain(value),
      ]),
    );
  return node.value;
}
