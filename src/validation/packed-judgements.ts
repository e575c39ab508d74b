import type { Fix, Place, Problem, RelatedPlace, Severity } from '../problems/index.js';
import type { SchemaReference } from '../project/index.js';
import type { Judged } from './judged.js';
import type { SharedStrings } from './shared-strings.js';

/** A judged document with its number among all that are judged. */
export interface NumberedJudgement {
  readonly index: number;
  readonly judged: Judged;
}

/**
 * What a thread has found in some documents, as numbers and a list of strings: a hundred thousand problems say much
 * the same of the same files, and each string is sent, and kept, once.
 */
export interface PackedJudgements {
  readonly strings: readonly string[];
  readonly schemas: readonly SchemaReference[];
  readonly numbers: Int32Array<ArrayBuffer>;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What stands for something that a problem does not have. */
const absent = -1;

/** Packs what was found; `unpackJudgements` gives the same. */
export function packJudgements(judgements: readonly NumberedJudgement[]): PackedJudgements {
  const packer = new Packer();
  for (const { index, judged } of judgements) {
    const { isWellFormed, isFragment, isWithoutSchema } = judged;
    packer.numbers.push(index, Number(isWellFormed), Number(isFragment), Number(isWithoutSchema));
    packer.list(judged.schemas, (schema) => packer.schema(schema));
    packer.list(judged.left, (schema) => packer.schema(schema));
    packer.list(judged.problems, (problem) => packer.problem(problem));
  }
  return packer.packed;
}

/** @param shared where equal strings of all that is unpacked meet */
export function unpackJudgements(
  packed: PackedJudgements,
  shared: SharedStrings,
): NumberedJudgement[] {
  const unpacker = new Unpacker(packed, shared);
  const judgements: NumberedJudgement[] = [];
  while (!unpacker.isDone) {
    const index = unpacker.number();
    const isWellFormed = unpacker.number() === 1;
    const isFragment = unpacker.number() === 1;
    const isWithoutSchema = unpacker.number() === 1;
    const schemas = unpacker.list(() => unpacker.schema());
    const left = unpacker.list(() => unpacker.schema());
    const problems = unpacker.list(() => unpacker.problem());
    judgements.push({
      index,
      judged: { problems, isWellFormed, isFragment, isWithoutSchema, schemas, left },
    });
  }
  return judgements;
}

class Packer {
  readonly numbers: number[] = [];
  readonly #strings = new Map<string, number>();
  readonly #schemas = new Map<string, number>();
  readonly #schemaFiles: SchemaReference[] = [];

  get packed(): PackedJudgements {
    return {
      strings: [...this.#strings.keys()],
      schemas: this.#schemaFiles,
      numbers: Int32Array.from(this.numbers),
    };
  }

  list<T>(items: readonly T[], pack: (item: T) => void): void {
    this.numbers.push(items.length);
    for (const item of items) pack(item);
  }

  schema(schema: SchemaReference): void {
    let index = this.#schemas.get(schema.path);
    if (index === undefined) {
      index = this.#schemaFiles.push(schema) - 1;
      this.#schemas.set(schema.path, index);
    }
    this.numbers.push(index);
  }

  problem(problem: Problem): void {
    this.#place(problem);
    this.numbers.push(problem.endLine, problem.endColumn, severities.indexOf(problem.severity));
    this.#string(problem.code);
    this.#string(problem.message);
    this.#string(problem.help);
    this.#string(problem.schema);
    this.#string(problem.xpath);
    if (problem.related === undefined) this.numbers.push(absent);
    else {
      this.list(problem.related, (related) => {
        this.#place(related);
        this.#string(related.message);
      });
    }
    this.#fix(problem.fix);
  }

  #fix(fix: Fix | undefined): void {
    this.#string(fix?.text);
    if (fix !== undefined) this.numbers.push(fix.line, fix.column, fix.endLine, fix.endColumn);
  }

  #place({ file, line, column }: Place): void {
    this.#string(file);
    this.numbers.push(line, column);
  }

  #string(text: string | undefined): void {
    if (text === undefined) {
      this.numbers.push(absent);
      return;
    }
    let index = this.#strings.get(text);
    if (index === undefined) {
      index = this.#strings.size;
      this.#strings.set(text, index);
    }
    this.numbers.push(index);
  }
}

class Unpacker {
  readonly #numbers: Int32Array;
  readonly #strings: readonly string[];
  readonly #schemas: readonly SchemaReference[];
  #at = 0;

  constructor({ numbers, strings, schemas }: PackedJudgements, shared: SharedStrings) {
    this.#numbers = numbers;
    this.#strings = strings.map((text) => shared.share(text));
    this.#schemas = schemas;
  }

  get isDone(): boolean {
    return this.#at >= this.#numbers.length;
  }

  number(): number {
    const value = this.#numbers[this.#at++];
    if (value === undefined) throw new RangeError('The packed judgements end too early.');
    return value;
  }

  list<T>(unpack: () => T): T[] {
    return Array.from({ length: this.number() }, unpack);
  }

  schema(): SchemaReference {
    const schema = this.#schemas[this.number()];
    if (schema === undefined) throw new RangeError('A schema is missing among the packed ones.');
    return schema;
  }

  problem(): Problem {
    // Written property by property: it is done a hundred thousand times.
    const problem: { -readonly [Key in keyof Problem]: Problem[Key] } = {
      file: this.#string(),
      line: this.number(),
      column: this.number(),
      endLine: this.number(),
      endColumn: this.number(),
      severity: severities[this.number()] ?? 'error',
      code: this.#string(),
      message: this.#string(),
    };
    const help = this.#optional();
    const schema = this.#optional();
    const xpath = this.#optional();
    const related = this.#related();
    const fix = this.#fix();
    if (help !== undefined) problem.help = help;
    if (schema !== undefined) problem.schema = schema;
    if (xpath !== undefined) problem.xpath = xpath;
    if (related !== undefined) problem.related = related;
    if (fix !== undefined) problem.fix = fix;
    return problem;
  }

  #fix(): Fix | undefined {
    const text = this.#optional();
    if (text === undefined) return undefined;
    const [line, column] = [this.number(), this.number()];
    return { line, column, endLine: this.number(), endColumn: this.number(), text };
  }

  #related(): readonly RelatedPlace[] | undefined {
    if (this.#numbers[this.#at] === absent) {
      this.#at++;
      return undefined;
    }
    return this.list(() => ({
      file: this.#string(),
      line: this.number(),
      column: this.number(),
      message: this.#string(),
    }));
  }

  #string(): string {
    const text = this.#optional();
    if (text === undefined) throw new RangeError('A string is missing among the packed ones.');
    return text;
  }

  #optional(): string | undefined {
    const index = this.number();
    return index === absent ? undefined : this.#strings[index];
  }
}
