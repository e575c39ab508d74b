import { memoryPages, validateXML } from 'xmllint-wasm';
import { Failure } from '../problems/index.js';
import type { NumberedText } from './numbered-text.js';

/** One thing that libxml2 says. */
export interface Complaint {
  /** Which of the files, from 0. */
  readonly file: number;
  readonly line: number;
  /** The element that it names. */
  readonly element: string;
  readonly message: string;
}

/** What libxml2 says of one document. */
export interface Verdict {
  readonly valid: boolean;
  readonly complaints: readonly Complaint[];
}

export type RunResult =
  | { readonly documents: readonly Verdict[] }
  | { readonly schemaError: readonly Complaint[] };

/** `3.xml:17: element date: Relax-NG validity error : Type date doesn't allow value 'x'` */
const complaintForm =
  /^(\d+)\.(?:xml|rng):(\d+): (?:element ([^:\s]+(?::[^:\s]+)?): )?(.+?) : (.*)$/;

/**
 * Runs xmllint once over all documents: the schema is compiled once, in a worker thread of its own.
 *
 * @param schema the schema's files as they are to be called `0.rng`, `1.rng`, …, the main one first
 */
export async function runXmllint(
  documents: readonly string[],
  schema: readonly NumberedText[],
): Promise<RunResult> {
  const [main, ...drawnIn] = schema.map(({ text }, index) => ({
    fileName: `${index}.rng`,
    contents: text,
  }));
  if (main === undefined) return { documents: [] };
  try {
    const { rawOutput } = await validateXML({
      xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
      schema: main,
      preload: drawnIn,
      extension: 'relaxng',
      maxMemoryPages: 2 * memoryPages.GiB,
      modifyArguments: (given) => ['--huge', ...given],
    });
    return { documents: readVerdicts(rawOutput, documents.length) };
  } catch (error) {
    const { code, message } = error as Error & { code?: number };
    const complaints = message.split('\n').flatMap((line) => readComplaint(line));
    if (code === 5) return { schemaError: complaints };
    throw new Failure(`libxml2 gave up (${firstLine(message) || `exit code ${code}`}).`, {
      help: 'Validate fewer documents at a time.',
    });
  }
}

function readVerdicts(output: string, count: number): Verdict[] {
  const complaints: Complaint[][] = Array.from({ length: count }, () => []);
  const valid = new Set<number>();
  for (const line of output.split('\n')) {
    const whole = /^(\d+)\.xml validates$/.exec(line);
    if (whole !== null) valid.add(Number(whole[1]));
    for (const complaint of readComplaint(line)) complaints[complaint.file]?.push(complaint);
  }
  return complaints.map((said, index) => ({ valid: valid.has(index), complaints: said }));
}

function readComplaint(line: string): Complaint[] {
  const found = complaintForm.exec(line);
  if (found === null) return [];
  const [, file, number, element, , message] = found;
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
