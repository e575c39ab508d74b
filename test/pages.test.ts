import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { archiveText, folded, hasArchiveText } from './pages/archive-text.js';
import { accessibilityViolations, hasChromium, listenTo, openBrowser } from './pages/browser.js';
import { linksOf, type PageLinks } from './pages/links.js';
import { publishSite, type Site } from './pages/site.js';
import { type SubPathServer, serveUnderSubPath } from './pages/sub-path-server.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const telegram = 'telegram-112096/index.html';

let site: Site;

beforeAll(async () => {
  site = await publishSite();
});

afterAll(() => site?.remove());

const jar = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const hasChecker = existsSync(jar) && spawnSync('java', ['-version']).status === 0;
if (!hasChecker) {
  console.warn('No Java, or no vnu-jar: the pages are not checked by the Nu Html Checker.');
}

/** What this version of the checker has not heard of: CSS Containment 3, and SVG 2's geometry as properties. */
const newerThanTheChecker = [
  "CSS: “container-type”: Property “container-type” doesn't exist.",
  'CSS: Unrecognized at-rule “@container”',
  "CSS: “r”: Property “r” doesn't exist.",
];

describe.skipIf(!hasChecker)('the Nu Html Checker', () => {
  it('finds nothing to say about any page, style sheet or picture', () => {
    const files = site.files.filter((file) => /\.(html|css|svg)$/.test(file));
    expect(files).toContain(telegram);
    const options = ['--stdout', '--format', 'json', '--also-check-css', '--also-check-svg'];
    const paths = files.map((file) => join(site.folder, file));
    const { stdout } = spawnSync('java', ['-Xss4m', '-jar', jar, ...options, ...paths], {
      encoding: 'utf8',
    });
    const { messages } = JSON.parse(stdout) as {
      messages: { url: string; lastLine: number; message: string; extract?: string }[];
    };
    const heard = messages
      .filter(({ message }) => !newerThanTheChecker.includes(message))
      .map(({ url, lastLine, message, extract }) => `${url}:${lastLine} ${message} ${extract}`);
    expect(heard).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('in a browser', () => {
  let browser: Browser;
  let server: SubPathServer;

  beforeAll(async () => {
    browser = await openBrowser();
    server = await serveUnderSubPath(site.folder);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The address of a file of the site, from its folder or from the server. */
  function address(file: string, from: 'file' | 'server' = 'file'): string {
    return from === 'file'
      ? pathToFileURL(join(site.folder, file)).href
      : server.address + file.replace(/index\.html$/, '');
  }

  /** Opens a page, hands it over, and closes it. */
  async function withPage<T>(
    url: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      // Nothing glides: where a link leads is where the page stands at once.
      reducedMotion: 'reduce',
      ...options,
    });
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return await use(page);
    } finally {
      await context.close();
    }
  }

  const pages = () => site.files.filter((file) => file.endsWith('.html'));

  describe('wherever the site lies', () => {
    for (const from of ['file', 'server'] as const) {
      it(`asks for nothing but its own files, and complains of nothing (${from})`, async () => {
        const context = await browser.newContext();
        for (const file of pages()) {
          const page = await context.newPage();
          const { requests, complaints } = listenTo(page);
          await page.goto(address(file, from), { waitUntil: 'networkidle' });
          const root = from === 'file' ? pathToFileURL(`${site.folder}/`).href : server.address;
          expect(requests.length).toBeGreaterThan(1);
          expect(
            requests.filter((url) => !url.startsWith(root) && !url.startsWith('data:')),
          ).toEqual([]);
          expect(complaints).toEqual([]);
          await page.close();
        }
        expect(server.missing).toEqual([]);
        await context.close();
      });
    }

    it('every link within the site leads to a file that is there, and to a place in it', async () => {
      const links = new Map<string, PageLinks>();
      for (const file of pages()) {
        links.set(file, await withPage(address(file), {}, linksOf));
      }
      const root = pathToFileURL(`${site.folder}/`).href;
      const broken: string[] = [];
      for (const [file, { references }] of links) {
        expect(references.length).toBeGreaterThan(1);
        for (const reference of references.filter((each) => each.startsWith('file:'))) {
          const [path, fragment] = reference.replace(root, '').split('#');
          const target = decodeURIComponent(path ?? '');
          const identifiers = links.get(target)?.identifiers;
          const found = target === '' ? false : site.files.includes(target);
          const placed =
            fragment === undefined || identifiers?.includes(decodeURIComponent(fragment));
          if (!found || !placed) broken.push(`${file}: ${reference}`);
        }
      }
      expect(broken).toEqual([]);
    });

    it('no two elements of a page have one identifier', async () => {
      for (const file of pages()) {
        const { identifiers } = await withPage(address(file), {}, linksOf);
        expect(identifiers.filter((each, at) => identifiers.indexOf(each) !== at)).toEqual([]);
      }
    });

    it('the linked data names places of the page', async () => {
      await withPage(address(telegram), {}, async (page) => {
        const { identifiers } = await linksOf(page);
        const data = await page.locator('script[type="application/ld+json"]').textContent();
        const named = [...(data ?? '').matchAll(/"@id":"#([^"]*)"/g)].map((match) => match[1]);
        expect(named.length).toBeGreaterThan(10);
        expect(named.filter((each) => !identifiers.includes(each ?? ''))).toEqual([]);
      });
    });
  });

  describe('without JavaScript', () => {
    const plain = { javaScriptEnabled: false };

    it.skipIf(!hasArchiveText)('the text reads as the archive has it, word by word', async () => {
      await withPage(address(telegram), plain, async (page) => {
        expect(await readingText(page)).toBe(archiveText());
      });
    });

    it('no control is shown that only JavaScript would serve', async () => {
      await withPage(address(telegram), plain, async (page) => {
        expect(await page.locator('button:visible, input:visible').count()).toBe(0);
      });
    });

    it('a name leads to its entry in the index, and the entry back to the passages', async () => {
      await withPage(address(telegram), plain, async (page) => {
        await page.locator('#point-3 a.name', { hasText: 'Jemulpo' }).first().click();
        const entry = page.locator(':target');
        expect(await entry.textContent()).toContain('濟物浦');
        await entry.locator('a', { hasText: 'point 8' }).first().click();
        expect(page.url()).toMatch(/#point-8$/);
      });
    });
  });

  describe('with JavaScript', () => {
    it.skipIf(!hasArchiveText)('the text still reads as the archive has it', async () => {
      await withPage(address(telegram), {}, async (page) => {
        expect(await readingText(page)).toBe(archiveText());
      });
    });

    it('the permalink of each point brings the point into view', async () => {
      await withPage(address(telegram), {}, async (page) => {
        for (let number = 1; number <= 9; number += 1) {
          await page.goto(`${address(telegram)}#point-${number}`);
          const point = page.locator(':target');
          expect(await point.getAttribute('id')).toBe(`point-${number}`);
          expect(folded((await point.textContent()) ?? '')).toMatch(new RegExp(`^${number}\\. `));
          expect(await isInView(page, point)).toBe(true);
          expect(await point.locator(`a.permalink[href="#point-${number}"]`).count()).toBe(1);
        }
      });
    });

    it('Tab reaches a name and shows its card; Escape closes it and stays at the name', async () => {
      await withPage(address(telegram), {}, async (page) => {
        await page.locator('#situation .permalink').focus();
        const card = page.getByRole('dialog');
        expect(await card.count()).toBe(0);
        for (let presses = 0; presses < 8 && (await card.count()) === 0; presses += 1) {
          await page.keyboard.press('Tab');
        }
        expect(await card.getAttribute('aria-label')).toBe('American troops');
        await page.keyboard.press('Escape');
        expect(await card.count()).toBe(0);
        expect(await focused(page)).toBe('American troops');
      });
    });

    it('Enter at a name moves into its card, and Escape back', async () => {
      await withPage(address(telegram), {}, async (page) => {
        const name = page.locator('#point-8 a.name', { hasText: /^Jinnampo$/ }).first();
        await name.focus();
        await page.keyboard.press('Enter');
        const card = page.getByRole('dialog', { name: 'Jinnampo' });
        expect(
          await card.evaluate((element: { matches(s: string): boolean }) =>
            element.matches(':focus-within'),
          ),
        ).toBe(true);
        for (const other of ['Nampo', '진남포', '鎭南浦', 'Chinnamp’o']) {
          expect(await card.textContent()).toContain(other);
        }
        await page.keyboard.press('Escape');
        expect(await card.count()).toBe(0);
        expect(await focused(page)).toBe('Jinnampo');
      });
    });

    it('a tap shows the card, and a tap beside it hides it', async () => {
      const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };
      await withPage(address(telegram), phone, async (page) => {
        await page.locator('#point-2 a.name', { hasText: 'puppet' }).tap();
        const card = page.getByRole('dialog', { name: 'South Korean troops' });
        expect(await card.textContent()).toContain('Wilson Center Digital Archive');
        expect(await isInView(page, card)).toBe(true);
        await page.locator('#point-1 .label').tap();
        expect(await card.count()).toBe(0);
      });
    });

    it('the arrow keys choose how places read, and lead back to the text as written', async () => {
      await withPage(address(telegram), {}, async (page) => {
        const written = await readingText(page);
        const jemulpo = page
          .locator('#point-3 a.name', { hasText: /^(Jemulpo|제물포|濟物浦)$/ })
          .first();
        await page.getByRole('radio', { name: 'As written' }).focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        expect(await page.getByRole('radio', { name: 'Hangul' }).isChecked()).toBe(true);
        expect(await jemulpo.textContent()).toBe('제물포');
        expect(await jemulpo.getAttribute('lang')).toBe('ko-Hang');
        await page.keyboard.press('ArrowRight');
        expect(await jemulpo.textContent()).toBe('濟物浦');
        // Seoul's name has no Chinese characters: it stays, and is said to stay.
        expect(await page.locator('#point-3').textContent()).toContain('Seoul');
        expect(await page.locator('.readings-legend').textContent()).toContain('Seoul');
        for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowLeft');
        expect(await page.getByRole('radio', { name: 'As written' }).isChecked()).toBe(true);
        expect(await readingText(page)).toBe(written);
      });
    });

    it('a place on the map leads to the text, and a name in the text shows its place on the map', async () => {
      await withPage(address(telegram), {}, async (page) => {
        const place = page.locator('#map a[data-place="wonju"]:visible').first();
        await place.focus();
        await page.keyboard.press('Enter');
        expect(await page.getByRole('dialog', { name: 'Wonju' }).count()).toBe(1);
        const name = page.locator('#point-3 a.name', { hasText: /^Wonju$/ }).first();
        expect(await isInView(page, name)).toBe(true);
        expect(
          await page.locator('#map .pointed[data-place~="wonju"]:visible').count(),
        ).toBeGreaterThan(0);
      });
    });

    it('the button copies the citation, with the address where the page was found', async () => {
      const permissions = ['clipboard-read', 'clipboard-write'];
      await withPage(address(telegram, 'server'), { permissions }, async (page) => {
        await page.locator('button[data-copy="#cite-telegram-to-peng-text"]').click();
        await page.getByText('Copied').waitFor();
        const copied = await page.evaluate('navigator.clipboard.readText()');
        expect(copied).toMatch(/^Mao Zedong to Peng Dehuai, telegram, 28 January 1951, 19:00, /);
        expect(copied).toContain(`2026. ${server.address}telegram-112096/#telegram-to-peng`);
      });
    });

    it('a page from a folder cites no address', async () => {
      await withPage(address(telegram), {}, async (page) => {
        expect(await page.locator('#cite-text').textContent()).not.toContain('file:');
        await page.locator('button[data-copy="#cite-text"]').click();
        await page.getByText('Copied').waitFor();
      });
    });
  });

  describe('as wide as a phone, a tablet, a screen', () => {
    const widths = [320, 768, 1440];

    it('nothing has to be scrolled sideways', async () => {
      for (const file of pages()) {
        await withPage(address(file), {}, async (page) => {
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            expect(await overflow(page), `${file} at ${width} px`).toBe(0);
          }
        });
      }
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`axe-core finds nothing wrong (${colorScheme})`, async () => {
        for (const file of pages()) {
          await withPage(address(file), { colorScheme }, async (page) => {
            for (const width of widths) {
              await page.setViewportSize({ width, height: 800 });
              expect(await accessibilityViolations(page), `${file} at ${width} px`).toEqual([]);
            }
          });
        }
      });

      it(`nor with Hangul chosen and a card open, and the card fits (${colorScheme})`, async () => {
        await withPage(address(telegram), { colorScheme }, async (page) => {
          await page.getByRole('radio', { name: 'Hangul' }).check();
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            await page.locator('#point-5 a.name', { hasText: '한강' }).first().click();
            const card = page.getByRole('dialog', { name: 'Han River' });
            await card.waitFor();
            expect(await isInView(page, card), `at ${width} px`).toBe(true);
            expect(await overflow(page), `at ${width} px`).toBe(0);
            expect(await accessibilityViolations(page), `at ${width} px`).toEqual([]);
          }
        });
      });
    }
  });

  /** By how many pixels the page is wider than its window. */
  function overflow(page: Page): Promise<number> {
    return page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
  }

  /** The text of what has the keyboard's focus. */
  function focused(page: Page): Promise<string> {
    return page.evaluate('document.activeElement.textContent');
  }

  /** Whether an element begins within the window, and does not stick out of its sides. */
  async function isInView(page: Page, element: Locator): Promise<boolean> {
    const box = await element.boundingBox();
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    if (box === null) return false;
    return box.y >= 0 && box.y < height && box.x >= 0 && box.x + box.width <= width;
  }

  async function readingText(page: Page): Promise<string> {
    return folded((await page.locator('.reading-text').allTextContents()).join(' '));
  }
});
