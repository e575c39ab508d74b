import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** In this order they are asked for a character; xslt/print/edition.typ names the same. */
export const fontFamilies = ['EB Garamond', 'Noto Sans Korean'] as const;

/** EB Garamond for Latin letters, Noto Sans Korean for Hangul and Chinese characters. */
export function fontFiles(): string[] {
  const latin = dirname(resolve('@expo-google-fonts/eb-garamond/package.json'));
  const eastAsian = join(dirname(resolve('@embedpdf/fonts-kr')), '..', 'fonts');
  return [
    join(latin, '400Regular', 'EBGaramond_400Regular.ttf'),
    join(latin, '400Regular_Italic', 'EBGaramond_400Regular_Italic.ttf'),
    join(latin, '600SemiBold', 'EBGaramond_600SemiBold.ttf'),
    join(eastAsian, 'NotoSansKR-DemiLight.otf'),
  ];
}

/** The fonts of the print edition: these and no others, so that every machine sets the same page. */
export function loadFonts(): Promise<Buffer[]> {
  return Promise.all(fontFiles().map((file) => readFile(file)));
}
