// Nothing in; pictures of the main screens in docs/images/ out, taken of the real server on invented people and companies.
//
//   node run.mjs scripts/screenshots.ts
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../tests/house/source-file.ts';
import { goTo, leftOut, openBrowser, openSignedIn, settle } from '../tests/support/browser.ts';
import { people, serveInterface } from '../tests/support/served-interface.ts';
import { importTenNotices, orderOfNamesake } from '../tests/support/ten-notices.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly language: string;
  readonly dark?: boolean;
  /** What stands there when the screen is whole. */
  readonly sign: string;
  readonly before?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'queue', path: '/', language: 'en', sign: '[data-case]' },
  { name: 'case', path: '/cases/A-2016-0114', language: 'en', sign: '.confirmation' },
  {
    name: 'hit',
    path: '/cases/H-2016-0301',
    language: 'ja',
    sign: '.hit',
    before: async ({ keyboard }) => {
      for (const key of ['v', 'f', '1']) await keyboard.press(key);
    },
  },
  {
    name: 'chain',
    path: '/cases/A-2016-0114',
    language: 'fr',
    sign: '#chain',
    before: async (page) => {
      await page.locator('#chain label').last().click();
      await page.locator('#chain canvas').first().waitFor();
      await page.locator('#chain').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'screening',
    path: '/screen',
    language: 'id',
    dark: true,
    sign: '.screening',
    before: async (page) => {
      await page.locator('.screening input').first().fill('Chen Kuo-chiang');
      await page.locator('.score summary').first().click();
    },
  },
  { name: 'queue-arabic', path: '/', language: 'ar', sign: '[data-case]' },
];

if (leftOut !== false) {
  console.error(`No pictures: ${leftOut}.`);
  process.exit(69);
}
const served = await serveInterface();
const browser = await openBrowser();
try {
  await importTenNotices(served.folder);
  for (const order of ['2016-11-honest.yml', '2016-11-fictitious-company.yml', orderOfNamesake])
    await served.vet(order);
  const folder = path.join(root, 'docs/images');
  await mkdir(folder, { recursive: true });
  for (const { name, path: place, language, dark = false, sign, before } of pictures) {
    const { page, context } = await openSignedIn(browser, served, people.analyst, {
      language,
      dark,
      width: 1280,
      height: 800,
    });
    await goTo(page, place, sign);
    await before?.(page);
    await settle(page);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    await context.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await browser.close();
  await served.dispose();
}
