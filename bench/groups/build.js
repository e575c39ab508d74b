import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sources } from './sources.js';

const saxonJar = '/usr/share/java/Saxon-HE.jar';

/** A whole build against the Java chain: one process an edition, as an Ant task runs them. */
export function buildGroup({ project, scratch }) {
  return {
    title: 'build: validate, then HTML, text and PDF',
    contenders: [
      {
        name: 'imprimatur build',
        command: `node lib/cli/main.js build --out ${join(scratch, 'dist')}`,
      },
      {
        name: 'Saxon-HE, the same three stylesheets, no validation, no PDF',
        needs: 'java',
        file: saxonJar,
        command: existsSync(saxonJar) ? saxonChain(project, scratch) : '',
      },
    ],
  };
}

function saxonChain(project, scratch) {
  const registers = sources(project)
    .filter((file) => !file.includes('telegram'))
    .map((file) => `doc('${new URL(`file://${resolve(project, file)}`)}')`);
  const script = join(scratch, 'saxon.sh');
  const steps = ['html', 'text', 'print'].map(
    (edition) =>
      `java -cp ${saxonJar} net.sf.saxon.Transform -s:tei/telegram-112096.xml -xsl:xslt/${edition}.xsl ` +
      `-o:${join(scratch, edition, 'out')} name=telegram-112096 "?registers=(${registers.join(',')})"`,
  );
  writeFileSync(script, `set -e\n${steps.join('\n')}\n`);
  return `sh ${script}`;
}
