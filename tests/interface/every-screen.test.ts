// Every screen in every language in, what does not fit, what cannot be read with a screen reader and what the content policy refuses out.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { importIncidents } from '@sekisho/server/flows/import-incidents.ts';
import type { Browser, Page } from 'playwright-core';
import { leftOut, openBrowser, openSignedIn } from '../support/browser.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';
import { importTenNotices, orderOfNamesake } from '../support/ten-notices.ts';

const languages = ['id', 'en', 'zh', 'ja', 'ar', 'fr'] as const;
const screens = {
  '/': '.queue-row[data-case]',
  '/cases/H-2016-0301': '.hit',
  '/cases/A-2016-0114': '.confirmation',
  '/apply': '.party-fields',
  '/screen': '.nothing',
  '/alerts': '.nothing',
  '/sources': '.panel table',
  '/incidents': 'tbody tr',
  '/incidents/C-2016-07': '#orders',
  '/policies': '.policy-text',
  '/record': 'tbody tr',
  '/people': 'tbody tr',
} as const;

describe('every screen', { skip: leftOut }, () => {
  let served: ServedInterface;
  let browser: Browser;
  before(async () => {
    served = await serveInterface();
    await importTenNotices(served.folder);
    await served.vet('2016-11-honest.yml');
    await served.vet('2016-11-fictitious-company.yml');
    await served.vet(orderOfNamesake);
    await importIncidents({ file: await incidentFile(served.folder.path), by: 'test' }, served.folder.parts);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await served.dispose();
  });

  for (const language of languages)
    test(`fits in ${language}, wide and at 200 % of a laptop's width`, async () => {
      const { page, context, complaints } = await openSignedIn(browser, served, people.administrator, { language });
      const found: string[] = [];
      for (const [path, sign] of Object.entries(screens)) {
        await goTo(page, path, sign);
        for (const width of [1440, 720]) {
          await page.setViewportSize({ width, height: 900 });
          found.push(
            ...(await page.evaluate<readonly string[]>(overflowing)).map((what) => `${path} at ${width}: ${what}`),
          );
        }
        await page.setViewportSize({ width: 1440, height: 900 });
      }
      assert.deepEqual(found, []);
      assert.deepEqual(complaints, []);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await context.close();
    });

  test('is mirrored in Arabic: the screens are named on the right, and numbers still read from the left', async () => {
    const { page, context } = await openSignedIn(browser, served, people.analyst, { language: 'ar' });
    await goTo(page, '/cases/A-2016-0114', '.confirmation');
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    const [navigation, side] = [
      await page.locator('.shell-nav').boundingBox(),
      await page.locator('.case-side').boundingBox(),
    ];
    assert.ok(navigation && side && side.x < 400 && 1000 < navigation.x);
    assert.equal(await page.locator('.code').first().getAttribute('dir'), 'ltr');
    await context.close();
  });

  for (const at of [{ language: 'en' }, { language: 'ar' }, { language: 'ja', dark: true }])
    test(`is open to everybody (${at.language}${at.dark === true ? ', dark' : ''})`, async () => {
      const { page, context } = await openSignedIn(browser, served, people.administrator, at);
      const found = new Map<string, string[]>();
      for (const [path, sign] of Object.entries(screens)) {
        await goTo(page, path, sign);
        for (const what of await violations(page)) found.set(what, [...(found.get(what) ?? []), path]);
      }
      assert.deepEqual([...found], []);
      await context.close();
    });

  test('what opens over a screen is open to everybody', async () => {
    const { page, context } = await openSignedIn(browser, served, people.analyst);
    await goTo(page, '/cases/H-2016-0301', '.hit');
    await page.keyboard.press('f');
    await page.locator('.dispose').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.locator('.score summary').first().click();
    await page.locator('#chain label').last().click();
    await page.locator('#chain canvas').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette-choice').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.locator('.key-list').waitFor();
    assert.deepEqual(await violations(page), []);
    await context.close();
  });

  test('the entrance is open to everybody', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}/#/welcome?token=none`);
    await page.locator('form').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.close();
  });
});

async function incidentFile(dataFolder: string): Promise<string> {
  const claim = { name: 'Ichiro Kaku', status: 'SUSPECTED', authority: 'Example Police', reportedBy: 'Example Daily' };
  const incident = {
    id: 'C-2016-07',
    kind: 'intrusion-set',
    title: 'Invented campaign against research institutes',
    source: { publisher: 'Example Daily', url: 'https://news.example/1', publishedOn: '2016-11-12' },
    markings: ['TLP:GREEN'],
    indicators: [
      { type: 'ip', value: '198.51.100.0/28', from: '2016-06', to: '2016-11' },
      { type: 'name', value: 'Ichiro Kaku', schema: 'Person' },
    ],
    claims: [claim],
  };
  const file = path.join(dataFolder, '..', 'incident.json');
  await writeFile(file, JSON.stringify({ incidents: [incident] }));
  return file;
}

async function goTo(page: Page, path: string, sign: string): Promise<void> {
  await page.evaluate(`window.location.hash = '#${path}'`);
  await page.locator(sign).first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What sticks out of the page or is cut off in its own box; what scrolls or ends in dots on purpose is left out. In the page. */
const overflowing = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = clientWidth < scrollWidth ? ['the page is ' + scrollWidth + ' wide'] : [];
  for (const element of document.querySelectorAll('button, .label, th, label, h1, h2, h3, a, summary')) {
    const { overflow, textOverflow } = getComputedStyle(element);
    const isMeant = textOverflow === 'ellipsis' && overflow === 'hidden' && !element.matches('.label, .label *');
    if (!isMeant && 0 < element.clientWidth && element.clientWidth + 1 < element.scrollWidth)
      found.push(element.tagName + ' "' + element.innerText.slice(0, 40) + '" ' + element.scrollWidth + ' in ' + element.clientWidth);
  }
  return found;
})()`;

/** By axe, WCAG 2.2 A and AA. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const asked = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })";
  const found = await page.evaluate<axe.AxeResults>(asked);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
