import { memoryPages, validateXML } from 'xmllint-wasm';
import { Failure } from '../problems/index.js';

/** The languages in which libxml2 takes a schema. */
export type JudgedLanguage = 'relaxng' | 'xsd';

/** One thing that libxml2 says. */
export interface Complaint {
  /** Which of the files, from 0. */
  readonly file: number;
  readonly line: number;
  /** The element that it names, where it does so before the message. */
  readonly element: string;
  readonly message: string;
}

/** What libxml2 says of one document. */
export interface Verdict {
  readonly valid: boolean;
  /** It stopped at an internal error, and has not seen all of the document. */
  readonly stopped: boolean;
  readonly complaints: readonly Complaint[];
}

export type RunResult =
  | { readonly documents: readonly Verdict[] }
  | { readonly schemaError: readonly Complaint[] };

/** `3.xml:17: element date: Relax-NG validity error : Type date doesn't allow value 'x'` */
const complaintForm =
  /^(\d+)\.(?:xml|rng|xsd):(\d+): (?:element ([^:\s]+(?::[^:\s]+)?): )?(?:Relax-NG|Schemas) (?:validity|parser) error : (.*)$/;

/** By what name libxml2 knows a file of a schema. */
export function schemaFileName(language: JudgedLanguage, index: number): string {
  return `${index}.${language === 'xsd' ? 'xsd' : 'rng'}`;
}

/**
 * Has xmllint judge documents in one run, which compiles the schema once, in a worker thread of its own.
 *
 * @param documents at most as many as a run takes: their names lie on the small stack of the program, their texts in its
 *   memory
 * @param schema the schema's files, which call one another by `schemaFileName`, the main one first
 */
export async function runXmllint(
  language: JudgedLanguage,
  documents: readonly string[],
  schema: readonly string[],
): Promise<RunResult> {
  const [main, ...drawnIn] = schema.map((contents, index) => ({
    fileName: schemaFileName(language, index),
    contents,
  }));
  if (main === undefined) return { documents: [] };
  try {
    const { rawOutput } = await validateXML({
      xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
      schema: main,
      preload: drawnIn,
      extension: language === 'xsd' ? 'schema' : 'relaxng',
      maxMemoryPages: 2 * memoryPages.GiB,
      modifyArguments: (given) => ['--huge', ...given],
    });
    return { documents: readVerdicts(rawOutput, documents.length) };
  } catch (error) {
    const { code, message } = error as Error & { code?: number };
    if (code === 5) return { schemaError: message.split('\n').flatMap(readComplaint) };
    throw new Failure(`libxml2 gave up (${firstLine(message) || `exit code ${code}`}).`, {
      help: 'Validate fewer documents at a time.',
    });
  }
}

function readVerdicts(output: string, count: number): Verdict[] {
  const complaints: Complaint[][] = Array.from({ length: count }, () => []);
  const valid = new Set<number>();
  const stopped = new Set<number>();
  for (const line of output.split('\n')) {
    const whole = /^(\d+)\.xml validates$/.exec(line);
    if (whole !== null) valid.add(Number(whole[1]));
    const broken = /^(\d+)\.xml validation generated an internal error$/.exec(line);
    if (broken !== null) stopped.add(Number(broken[1]));
    for (const complaint of readComplaint(line)) complaints[complaint.file]?.push(complaint);
  }
  return complaints.map((said, index) => ({
    valid: valid.has(index),
    stopped: stopped.has(index),
    complaints: said,
  }));
}

function readComplaint(line: string): Complaint[] {
  const found = complaintForm.exec(line);
  if (found === null) return [];
  const [, file, number, element, message] = found;
  return [
    {
      file: Number(file),
      line: Number(number),
      element: element ?? '',
      message: (message ?? '').trim(),
    },
  ];
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}
