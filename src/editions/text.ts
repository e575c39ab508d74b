import { parseXml } from '../xml/index.js';
import type { Edition } from './edition.js';
import { layOut } from './text/layout.js';

/** The text edition: `NAME.txt`, the reading text as the source has it, then notes, register and record. */
export const textEdition: Edition = {
  name: 'text',
  async make({ name, root, source, registers, transformer }) {
    const { principal } = await transformer.run('text', {
      source,
      registers,
      parameters: { name, root },
    });
    const { document } = parseXml({ file: `${name}.txt`, text: principal });
    if (document === undefined) throw new Error(`The text tree of ${source.file} is not XML.`);
    return [{ path: `${name}.txt`, content: layOut(document) }];
  },
};
