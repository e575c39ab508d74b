// The report for a browser, as the compiled program writes it: the whole text of it, and in a browser.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Problem } from '../src/problems/index.js';
import { reports } from '../src/report/index.js';
import { imprimatur } from './command-line.js';
import { accessibilityViolations, hasChromium, listenTo, openBrowser } from './pages/browser.js';
import { broken, fine } from './small-projects.js';
import { keptFolder, letter, temporaryFolder, writeFiles } from './temporary-project.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Errors of several kinds, many of them alike, a warning, a remark, and signs that HTML has a use for. */
const project = {
  ...broken,
  'schemas/rules.sch': `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
  <pattern>
    <rule context="tei:p[contains(., '100%')]">
      <report role="info" test="true()">A share: is it exact, or "about" &lt;b>100%&lt;/b>?</report>
    </rule>
  </pattern>
</schema>
`,
  'tei/brief 2, für Péng.xml': letter('彭德怀 <placename>Seoul</placename>', '100% &lt;sure&gt;'),
  'tei/many.xml': letter(
    ...Array.from({ length: 14 }, (_, index) => `<placeName ref="#gone-${index}">x</placeName>`),
    '<placename>Anju</placename>',
  ),
  'tei/not-closed.xml': letter('From <placeName>Seoul'),
  'tei/oxygen.xml': `<?oxygen RNGSchema="letter.rng"?>\n${letter('x')}`,
};

const golden = (name: string): string => resolve(import.meta.dirname, 'golden/report', name);

describe('validate --format html', () => {
  test('writes this', async () => {
    const folder = temporaryFolder(project);
    const run = imprimatur(folder, 'validate', '--format', 'html');
    expect(run.status).toBe(1);
    expect(run.stdout).not.toContain(folder);
    expect(imprimatur(folder, 'validate', '--format', 'html', '--jobs', '2')).toEqual(run);
    await expect(withoutAssets(run.stdout)).toMatchFileSnapshot(golden('problems.html'));
  });

  test('writes this where nothing was found', async () => {
    const run = imprimatur(temporaryFolder(fine), 'validate', '--format', 'html');
    expect(run.status).toBe(0);
    await expect(withoutAssets(run.stdout)).toMatchFileSnapshot(golden('nothing.html'));
  });

  test('says what is left out by --quiet, and which documents no schema judged', () => {
    const { 'schemas/letter.rng': _, ...without } = fine;
    const { stdout } = imprimatur(
      temporaryFolder(without),
      'validate',
      '--format',
      'html',
      '--quiet',
    );
    expect(stdout).toContain('Errors alone are told: warnings and remarks are left out.');
    expect(stdout).toMatch(/<p class="note">\d+ documents were checked against no schema/);
  });
});

/** A page without its style and its script, which stand in assets/report/, and their digests. */
function withoutAssets(html: string): string {
  expect(html).toMatch(/<style>\n[^<]+<\/style>/);
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script></script>')
    .replace(/sha256-[\w+/=]+/g, 'sha256-…');
}

const pages = keptFolder();
const files = { problems: project, nothing: fine } as const;

/** A page of texts that mean something in HTML, or that no page may contain. */
function hostilePage(): string {
  const texts = [
    '</code></pre><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&amp; &lt; &#0; <!-- ]]>',
    '\u0000\u0007\u001b[31m\u007f\u0085\u202e\u2066\ufdd0\ufffe\u{1ffff}\ud800',
  ];
  const problems = texts.flatMap((text, index): Problem[] => {
    const place = { file: `tei/${text}.xml`, line: 1, column: 3 + index };
    const all = { message: text, help: text, schema: text, xpath: text };
    const fix = { ...place, endLine: 1, endColumn: 5 + index, text };
    return [
      {
        ...{ ...place, endLine: 1, endColumn: 5 + index, severity: 'error', code: 'xml/encoding' },
        ...{ ...all, fix, related: [{ ...place, message: text }] },
      },
    ];
  });
  const context = {
    ...{ version: '1.0.0', documents: texts, schemas: texts, withoutSchema: texts, notes: texts },
    ...{ complete: false, checksIntegrity: true, errorsOnly: true },
    pathOf: (file: string) => file,
    read: () => texts,
  };
  return [...reports.html(problems, context)].join('');
}

beforeAll(() => {
  for (const [name, content] of Object.entries(files)) {
    const folder = join(pages, name);
    writeFiles(folder, content);
    writeFileSync(
      join(pages, `${name}.html`),
      imprimatur(folder, 'validate', '--format', 'html').stdout,
    );
  }
  writeFileSync(join(pages, 'hostile.html'), hostilePage());
});

const jar = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const hasChecker = existsSync(jar) && spawnSync('java', ['-version']).status === 0;
if (!hasChecker)
  console.warn('No Java, or no vnu-jar: the report is not checked by the Nu Html Checker.');

/** What this version of the checker has not heard of. */
const newerThanTheChecker =
  /content-visibility|contain-intrinsic-size|details-content|text-wrap|tab-size/;

describe.skipIf(!hasChecker)('the Nu Html Checker', () => {
  test('finds nothing to say', () => {
    const paths = [...Object.keys(files), 'hostile'].map((name) => join(pages, `${name}.html`));
    const { stdout } = spawnSync(
      'java',
      ['-Xss4m', '-jar', jar, '--stdout', '--format', 'json', ...paths],
      { encoding: 'utf8' },
    );
    const { messages } = JSON.parse(stdout) as {
      messages: { lastLine: number; message: string; extract?: string }[];
    };
    expect(
      messages
        .filter(({ message }) => !newerThanTheChecker.test(message))
        .map(({ lastLine, message, extract }) => `${lastLine} ${message} ${extract}`),
    ).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser?.close());

  const address = (name: keyof typeof files | 'hostile'): string =>
    pathToFileURL(join(pages, `${name}.html`)).href;

  async function open<T>(
    url: string,
    look: (page: Page) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const { complaints, requests } = listenTo(page);
    try {
      await page.goto(url);
      return await look(page);
    } finally {
      expect(complaints).toEqual([]);
      expect(requests.every((each) => each.startsWith('file:'))).toBe(true);
      await context.close();
    }
  }

  /** The headings of the faults that are to be seen. */
  const seen = (page: Page): Promise<string[]> =>
    page.locator('.fault:not([hidden]) > h3:visible').allTextContents();

  const shown = (page: Page): Promise<string> => page.locator('output').innerText();

  test.each([
    ['wide', 1440, 'light'],
    ['wide', 1440, 'dark'],
    ['narrow', 390, 'light'],
    ['narrow', 390, 'dark'],
  ] as const)(
    'is for everybody, and nothing sticks out: %s, %i, %s',
    async (_, width, colorScheme) => {
      for (const name of ['problems', 'nothing'] as const) {
        await open(
          address(name),
          async (page) => {
            await page.evaluate(() => {
              for (const each of document.querySelectorAll('details')) each.open = true;
            });
            const sticksOut = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            expect(sticksOut).toBe(0);
          },
          { viewport: { width, height: 900 }, colorScheme },
        );
      }
    },
  );

  test('axe-core has nothing to say', async () => {
    for (const name of ['problems', 'nothing'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        // The policy of the page would not let axe-core in.
        await open(
          address(name),
          async (page) => {
            await page.evaluate(() => {
              for (const each of document.querySelectorAll('details')) each.open = true;
            });
            expect(await accessibilityViolations(page)).toEqual([]);
          },
          { bypassCSP: true, colorScheme },
        );
      }
    }
  });

  test('what stands in the sources is shown, and never followed', async () => {
    await open(address('hostile'), async (page) => {
      expect(await page.locator('img, main script').count()).toBe(0);
      expect(await page.locator('.fault').first().innerText()).toContain(
        '</code></pre><script>alert(1)</script>',
      );
    });
  });

  test('without JavaScript everything is there, and no form that does nothing', async () => {
    await open(
      address('problems'),
      async (page) => {
        expect(await page.locator('form:visible').count()).toBe(0);
        expect(await page.locator('.copy').count()).toBe(0);
        expect((await seen(page)).length).toBeGreaterThan(10);
        await page.locator('.kind > summary').first().click();
        expect(await page.locator('.kind li').first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  test('filters by severity, and keeps it in the address', async () => {
    await open(address('problems'), async (page) => {
      const all = await seen(page);
      await page.getByRole('checkbox', { name: 'Errors' }).uncheck();
      await page.waitForURL(/#severity=/);
      const some = await seen(page);
      expect(some.length).toBeLessThan(all.length);
      expect(some.every((text) => !text.startsWith('error'))).toBe(true);
      expect(new URL(page.url()).hash).toBe('#severity=warning,info');
      expect(await shown(page)).toMatch(/^\d+ of \d+ shown$/);
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.waitForURL((url) => url.hash === '');
      expect(await seen(page)).toEqual(all);
      expect(await shown(page)).toBe('');
    });
  });

  test('filters by rule, file and words together, from a link', async () => {
    const link = `${address('problems')}#rule=relaxng/unknown-element&file=many&words=PLACENAME%20anju`;
    await open(link, async (page) => {
      expect(await page.locator('[name=rule]').inputValue()).toBe('relaxng/unknown-element');
      expect(await page.locator('[name=file]').inputValue()).toBe('many');
      expect(await shown(page)).toMatch(/^1 of \d+ shown$/);
      const lines = await page.locator('.places li:visible').allTextContents();
      expect(lines).toEqual([expect.stringMatching(/^tei\/many\.xml:\d+:\d+ .*placename.*Anju/)]);
    });
  });

  test('opens a list where what is looked for is in it, and closes it again', async () => {
    await open(address('problems'), async (page) => {
      await page.locator('[name=words]').fill('gone-13');
      await page.waitForURL(/#words=gone-13/);
      expect(await page.locator('.more[open]').count()).toBeGreaterThan(0);
      await page.locator('[name=words]').fill('');
      await page.waitForURL((url) => url.hash === '');
      await expect.poll(() => page.locator('.more[open]').count()).toBe(0);
    });
  });

  test('a link to a fault leads to it, and leaves the filters alone', async () => {
    await open(`${address('problems')}#integrity/dangling-pointer.2`, async (page) => {
      expect(await page.locator(':target > h3').isVisible()).toBe(true);
      expect(await shown(page)).toBe('');
    });
  });

  test('a link to what is filtered out shows it', async () => {
    await open(`${address('problems')}#severity=warning`, async (page) => {
      const link = page.getByRole('link', { name: 'xml/not-closed', exact: true });
      await link.click();
      await expect.poll(() => page.locator(':target').isVisible()).toBe(true);
      expect(await page.locator(':target').innerText()).toContain('xml/not-closed');
      expect(await shown(page)).toBe('');
    });
  });

  test('a place is copied as file:line:column', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await open(
      address('problems'),
      async (page) => {
        await page
          .getByRole('button', { name: /^Copy tei\/many\.xml/ })
          .first()
          .click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
          /^tei\/many\.xml:\d+:\d+$/,
        );
      },
      { permissions },
    );
  });

  test('on paper the help of each rule is to be seen, and no form', async () => {
    await open(address('problems'), async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('form:visible').count()).toBe(0);
      const heights = await page
        .locator('.explained > div')
        .evaluateAll((helps) => helps.map((each) => each.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThan(20);
    });
  });
});
