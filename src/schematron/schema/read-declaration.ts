import { Failure } from '../../problems/index.js';
import { attribute, type XmlElement } from '../../xml/index.js';
import type { Declaration, DeclaredNames } from './schema.js';
import type { Located, OpenFile, SchematronFiles } from './schema-files.js';
import { isXslt, optional, placeOf, wholeText } from './schema-parts.js';

/** Declarations that say how a result is written, or how white space of a source is: of neither is there any here. */
const idle = new Set(['output', 'strip-space', 'preserve-space', 'character-map']);

/** A declaration of XSLT in a schema; `undefined` for one that has no effect on rules. */
export function readDeclaration(
  { element, file }: Located,
  files: SchematronFiles,
): Declaration | undefined {
  const { local } = element.name;
  if (idle.has(local)) return undefined;
  const name = optional(element, 'name');
  const library = leadsOn(element) ? libraryOf(element, file, files)?.address : undefined;
  if (leadsOn(element) && library === undefined) return undefined;
  return {
    local,
    name,
    eqname: name === undefined ? undefined : eqnameOf(name, element),
    parameters: parametersOf(element),
    library,
    markup: wholeText(element),
    address: file.address,
    at: placeOf(element),
  };
}

/** What declarations make known, with those of the libraries that they include. */
export function declaredNames(
  declarations: readonly Declaration[],
  files: SchematronFiles,
): DeclaredNames {
  const functions: string[] = [];
  const variables: string[] = [];
  const libraries = new Set<string>();
  for (const { local, name, eqname, parameters, library } of declarations) {
    if (library !== undefined) libraries.add(library);
    if (local === 'function') functions.push(`${eqname}#${parameters.length}`);
    if (isVariable(local) && name !== undefined) variables.push(name);
  }
  for (const address of libraries) {
    const file = files.open(address);
    for (const element of elementsIn(file.document.root)) {
      const name = optional(element, 'name') ?? '';
      if (leadsOn(element)) {
        const target = libraryOf(element, file, files);
        if (target !== undefined) libraries.add(target.address);
      } else if (element.name.local === 'function')
        functions.push(`${eqnameOf(name, element)}#${parametersOf(element).length}`);
      else if (isVariable(element.name.local)) variables.push(name);
    }
  }
  return { functions, variables };
}

function elementsIn({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => child.kind === 'element' && isXslt(child));
}

function parametersOf(element: XmlElement): readonly string[] {
  return elementsIn(element)
    .filter(({ name }) => name.local === 'param')
    .map((parameter) => optional(parameter, 'name') ?? '');
}

function isVariable(local: string): boolean {
  return local === 'variable' || local === 'param';
}

function leadsOn({ name: { local } }: XmlElement): boolean {
  return local === 'include' || local === 'import';
}

/** What `xsl:include` or `xsl:import` leads to; `undefined` after a complaint. */
function libraryOf(
  element: XmlElement,
  file: OpenFile,
  files: SchematronFiles,
): OpenFile | undefined {
  const href = attribute(element, 'href');
  const complain = (message: string, help?: string): undefined => {
    files.complaints.report(element, href?.valueSpan ?? element.nameSpan, message, help);
    return undefined;
  };
  if (href === undefined)
    return complain(`${element.qname} has no href.`, 'Say in @href which file it is to bring in.');
  try {
    return files.open(new URL(href.value, file.address).href);
  } catch (error) {
    if (error instanceof Failure) return complain(error.message, error.help);
    if (error instanceof TypeError) return complain(`${href.value} is not an address.`);
    throw error;
  }
}

/** A name as an EQName; without a prefix it is in no namespace (XSLT 3.0, 5.1.1). */
function eqnameOf(name: string, element: XmlElement): string {
  if (name.startsWith('Q{')) return name;
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
  if (prefix === '') return `Q{}${local}`;
  for (let up: XmlElement['parent'] = element; up.kind === 'element'; up = up.parent) {
    const namespace = up.namespaces?.get(prefix ?? '');
    if (namespace !== undefined) return `Q{${namespace}}${local}`;
  }
  return `Q{}${name}`;
}
