// What services accept as a description of what is to be run, as far as recipes use it.
import { parse } from 'yaml';

type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };
type Keys = Readonly<Record<string, (value: Value, where: string) => string[]>>;

const text = (value: Value, where: string): string[] =>
  typeof value === 'string' ? [] : [`${where} is no text`];
const anything = (): string[] => [];

function oneOf(...words: string[]) {
  return (value: Value, where: string): string[] =>
    words.includes(String(value))
      ? []
      : [`${where}: ${JSON.stringify(value)} is none of ${words.join(', ')}`];
}

function matching(pattern: RegExp) {
  return (value: Value, where: string): string[] =>
    pattern.test(String(value)) ? [] : [`${where}: ${JSON.stringify(value)}`];
}

function list(item: (value: Value, where: string) => string[]) {
  return (value: Value, where: string): string[] =>
    Array.isArray(value)
      ? value.flatMap((each, index) => item(each, `${where}[${index}]`))
      : [`${where} is no list`];
}

function isMapping(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A mapping that has all of `required` and no key besides these and `optional`. */
function mapping(required: Keys, optional: Keys = {}) {
  return (value: Value, where: string): string[] => {
    if (!isMapping(value)) return [`${where} is no mapping`];
    const missing = Object.keys(required).filter((key) => !(key in value));
    return [
      ...missing.map((key) => `${where} has no ${key}`),
      ...Object.entries(value).flatMap(([key, each]) => {
        const judge = required[key] ?? optional[key];
        return judge === undefined ? [`${where} knows no ${key}`] : judge(each, `${where}.${key}`);
      }),
    ];
  };
}

/** A mapping with keys of one's own choice. */
function named(item: (value: Value, where: string) => string[]) {
  return (value: Value, where: string): string[] =>
    isMapping(value)
      ? Object.entries(value).flatMap(([key, each]) => item(each, `${where}.${key}`))
      : [`${where} is no mapping`];
}

/** A step either runs a command or uses an action (GitHub: "Workflow syntax", jobs.<job_id>.steps). */
function step(value: Value, where: string): string[] {
  const besides = { name: text, id: text, if: text, env: named(text) };
  const uses = {
    uses: matching(/^[\w.-]+\/[\w./-]+@v\d+(?:\.\d+)*$/),
  };
  return isMapping(value) && 'uses' in value
    ? mapping(uses, { ...besides, with: named(anything) })(value, where)
    : mapping({ run: text }, { ...besides, shell: text, 'working-directory': text })(value, where);
}

const event = oneOf('push', 'pull_request', 'workflow_dispatch', 'schedule');
const access = oneOf('read', 'write', 'none');

/** What GitHub Actions would refuse in a workflow. */
export function githubComplaints(recipe: string): string[] {
  return mapping(
    {
      on: (value, where) => (Array.isArray(value) ? list(event) : event)(value, where),
      jobs: named(
        mapping(
          { 'runs-on': matching(/^(?:ubuntu|windows|macos)-latest$/), steps: list(step) },
          { name: text, permissions: named(access), env: named(text) },
        ),
      ),
    },
    {
      name: text,
      permissions: mapping(
        {},
        { contents: access, 'security-events': access, 'pull-requests': access, actions: access },
      ),
    },
  )(parse(recipe), 'workflow');
}

/** What GitLab CI would refuse in a `.gitlab-ci.yml` ("CI/CD YAML syntax reference"). */
export function gitlabComplaints(recipe: string): string[] {
  return named(
    mapping(
      { script: list(text) },
      {
        image: text,
        stage: text,
        variables: named(text),
        rules: list(mapping({ if: text }, { when: text })),
        artifacts: mapping(
          {},
          {
            when: oneOf('always', 'on_success', 'on_failure'),
            expose_as: text,
            paths: list(text),
            reports: mapping({}, { codequality: text, junit: text }),
          },
        ),
      },
    ),
  )(parse(recipe), 'gitlab');
}

const hookSettings = {
  name: text,
  entry: text,
  language: oneOf('node', 'system'),
  description: text,
  files: text,
  pass_filenames: oneOf('true', 'false'),
  always_run: oneOf('true', 'false'),
  require_serial: oneOf('true', 'false'),
};

/** What pre-commit would refuse in a `.pre-commit-config.yaml`. */
export function preCommitComplaints(recipe: string): string[] {
  const { name, entry, language, ...others } = hookSettings;
  const own = list(mapping({ id: text, name, entry, language }, others));
  const theirs = list(mapping({ id: text }, hookSettings));
  return mapping({
    repos: list((value, where) =>
      isMapping(value) && value.repo === 'local'
        ? mapping({ repo: text, hooks: own })(value, where)
        : mapping({ repo: text, rev: text, hooks: theirs })(value, where),
    ),
  })(parse(recipe), 'configuration');
}

/** What pre-commit would refuse in a `.pre-commit-hooks.yaml`. */
export function preCommitHooksComplaints(manifest: string): string[] {
  const { name, entry, language, ...others } = hookSettings;
  return list(mapping({ id: text, name, entry, language }, others))(parse(manifest), 'hooks');
}
