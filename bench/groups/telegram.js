import { sources } from './sources.js';

/** What an editor of this repository's own edition types. */
export function telegramGroup({ project }) {
  const files = sources(project).join(' ');
  return {
    title: 'validate: the telegram and its three registers',
    contenders: [
      { name: 'imprimatur validate', command: 'node lib/cli/main.js validate' },
      {
        name: 'imprimatur validate --checks relaxng',
        command: 'node lib/cli/main.js validate --checks relaxng',
      },
      {
        name: 'xmllint, telegram.rng',
        needs: 'xmllint',
        command: `xmllint --noout --relaxng schemas/telegram.rng ${files}`,
      },
      { name: 'jing, telegram.rng', needs: 'jing', command: `jing schemas/telegram.rng ${files}` },
    ],
  };
}
