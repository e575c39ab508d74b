/** What the typesetter says about something that it cannot do. */
export interface Diagnostic {
  readonly message: string;
  readonly hints: readonly string[];
}

/**
 * Reads the errors of a PDF export. The compiler throws them as Rust writes a list of `SourceDiagnostic` for
 * debugging: `[SourceDiagnostic { severity: Error, span: Span(1), message: "…", trace: [], hints: ["…"] }]`.
 */
export function readExportErrors(debug: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const one =
    /SourceDiagnostic \{.*?message: ("(?:[^"\\]|\\.)*").*?hints: \[((?:[^"\]]|"(?:[^"\\]|\\.)*")*)\]/gs;
  for (const [, message = '""', hints = ''] of debug.matchAll(one)) {
    diagnostics.push({
      message: unquoted(message),
      hints: (hints.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map(unquoted),
    });
  }
  return diagnostics;
}

/** The text that no font has glyphs for, where a diagnostic is about that. */
export function undisplayedText({ message }: Diagnostic): string | undefined {
  const quoted = /^PDF\/UA-1 error: the text `("(?:[^"\\]|\\.)*")` could not be displayed/s.exec(
    message,
  );
  return quoted?.[1] === undefined ? undefined : unquoted(quoted[1]);
}

/** A string from the way Rust writes it for debugging: `"a\u{301}\n"`. */
export function unquoted(literal: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
  return literal
    .slice(1, -1)
    .replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, code: string | undefined, plain: string) =>
      code === undefined
        ? (escapes[plain] ?? plain)
        : String.fromCodePoint(Number.parseInt(code, 16)),
    );
}
