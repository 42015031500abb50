// Every screen in every language in, what does not fit, what cannot be read with a screen reader and what the content policy refuses out.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { operator } from '@sekisho/engine/model/person.ts';
import { importIncidents } from '@sekisho/server/flows/import-incidents.ts';
import { queueAges } from '@sekisho/server/flows/queue-ages.ts';
import { readPdf } from '@sekisho/sources/readers/pdf.ts';
import type { Browser, Page } from 'playwright-core';
import { goTo, leftOut, openBrowser, openSignedIn, settle } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { screenedTable } from '../support/screened-table.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';
import { importTenNotices, orderOfNamesake } from '../support/ten-notices.ts';

const languages = ['id', 'en', 'zh', 'ja', 'ar', 'fr'] as const;
const screens: Record<string, string> = {
  '/': '.queue-row[data-case]',
  '/cases/H-2016-0301': '.hit',
  '/cases/A-2016-0114': '.confirmation',
  '/apply': '.party-fields',
  '/screen': '.nothing',
  '/orders': '.letter',
  '/batches': '.batches tbody tr',
  '/alerts': '.nothing',
  '/sources': '.panel table',
  '/incidents': 'tbody tr',
  '/incidents/C-2016-07': '#orders',
  '/policies': '.policy-rule',
  '/policies/jp-only-edition?view=change': '.policy-editor',
  '/policies/jp-only-edition?view=versions': '.nothing',
  '/record': 'tbody tr',
  '/retention': 'tbody tr',
  '/people': 'tbody tr',
  '/webhooks': 'form',
  '/settings': 'tbody tr',
  '/account': '#second-factor button',
};

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
    const { id } = await screenedTable(served, people.administrator, 'customers.csv', table);
    screens[`/batches/${id}`] = '.batch-rows tbody tr';
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

  test('pictures are tables that everybody can read: ages of open cases, names found by script', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.analyst, { width: 720 });
    const row = page.locator('.bar-table tbody tr');
    await page.locator('.opened summary').click();
    await row.first().waitFor();
    const open = (await queueAges({ ...served.folder.parts, actor: operator('test') })).open;
    const counts = async () => (await row.locator('td').allTextContents()).map(Number);
    assert.deepEqual([(await counts()).reduce((sum, count) => sum + count, 0), await row.count()], [open, 6]);
    assert.deepEqual(await violations(page), []);
    await goTo(page, '/screen', '.opened');
    await page.locator('.opened summary').click();
    await page
      .getByRole('row', { name: /^Han and Latin/ })
      .first()
      .waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await page.evaluate(overflowing), []);
    assert.deepEqual(complaints, []);
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
    await settle(page);
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

  test('a change of a policy is checked, compared and tried on the past before anybody uses it', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/policies/jp-only-edition?view=change', '.policy-editor');
    const editor = page.locator('.policy-editor');
    const text = await eventually(async () => {
      const shown = await editor.inputValue();
      assert.match(shown, /requiredAnswers/);
      return shown;
    });
    await editor.fill(text.replace('requiredAnswers: [instructed-by', 'requiredAnswers: [who-knows, instructed-by'));
    await page.getByRole('button', { name: 'Check and compare' }).click();
    await page.getByText('The policy cannot be used').waitFor();
    await editor.fill(text.replace('requiredAnswers: [', 'requiredAnswers: [foreign-instruction, '));
    await page.getByRole('button', { name: 'Check and compare' }).click();
    await page.getByText('requiredAnswers/foreign-instruction').waitFor();
    await page.getByRole('button', { name: 'Try on the past' }).click();
    await page.getByText('2 of 2 decisions would have been another').waitFor();
    await eventually(async () => assert.equal(await page.getByText('always:gap-answer-missing').count(), 2));
    assert.deepEqual(await violations(page), []);
    assert.equal((await served.folder.parts.store.decisions('A-2016-0113')).length, 1, 'nothing is kept');

    await editor.fill(text.replace(/^version: \d+$/m, 'version: 90'));
    await page.getByRole('button', { name: 'Keep as a version' }).click();
    await page.getByText('Version 90 is kept and not in force').waitFor();
    await page.getByRole('button', { name: 'Versions' }).click();
    await page.getByText('You uploaded it: another person puts it in force.').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();

    const second = await openSignedIn(browser, served, people.administrator);
    await goTo(second.page, '/policies/jp-only-edition?view=versions', '.policy-version');
    await second.page.getByRole('button', { name: 'Put in force' }).click();
    await second.page.getByLabel('Reason').fill('Agreed in the meeting of compliance.');
    assert.deepEqual(await violations(second.page), []);
    await second.page.locator('.reason-form').getByRole('button', { name: 'Put in force' }).click();
    await second.page.locator('.policy-version .label', { hasText: 'In force' }).waitFor();
    await second.page.locator('.side-list-choices').getByText('version 90, uploaded').waitFor();
    assert.deepEqual(second.complaints, []);
    await second.context.close();
  });

  test('the tour is offered once, and walked to its end by keys', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.analyst);
    await page.getByRole('button', { name: 'Begin' }).click();
    const seen: (string | null)[] = [];
    for (let step = 1; step <= 8; step++) {
      await page.getByText(`Step ${step} of 8`).waitFor();
      seen.push(await page.locator('.tour h2').textContent());
      if (step === 2) assert.deepEqual(await violations(page), []);
      await page.keyboard.press('ArrowRight');
    }
    await page.locator('.tour').waitFor({ state: 'detached' });
    assert.equal(new Set(seen).size, 8);
    await page.waitForURL(/#\/screen$/); // an analyst may not read the record, and stays where the step before led
    await page.evaluate("window.location.hash = '#/'");
    await page.reload();
    await page.locator('.queue-row[data-case]').first().waitFor();
    assert.equal(await page.locator('.tour-offer').count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a case on paper is a sheet with its evidence, editions and proof, and nothing to click', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.analyst, { language: 'ja' });
    await goTo(page, '/cases/A-2016-0114', '.confirmation');
    const sheet = page.locator('.print-sheet');
    assert.ok(!(await sheet.isVisible()));
    await page.emulateMedia({ media: 'print' });
    await sheet.waitFor();
    const text = (await sheet.textContent()) ?? '';
    const [decision] = await served.folder.parts.store.decisions('A-2016-0114');
    const [entry] = await served.folder.parts.store.entries({ from: decision?.entry ?? 0, limit: 1 });
    assert.match(text, /取引審査票/);
    for (const part of ['株式会社日和見システム設計', 'OFAC SDN', entry?.hash ?? '?', decision?.id ?? '?'])
      assert.ok(text.includes(part), part);
    for (const hidden of ['.shell-nav', '.decide', 'button'])
      assert.equal(await page.locator(`${hidden}:visible`).count(), 0);
    const file = path.join(served.folder.path, '..', 'sheet.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    const pages = (await readPdf({ path: file, name: 'sheet.pdf' }, 'sheet')).map(({ texts }) =>
      texts
        .map((piece) => piece.text)
        .join('')
        .normalize('NFKC')
        .replace(/\s/g, ''),
    );
    const first = [
      '取引審査票',
      '株式会社日和見システム設計',
      '法人番号公表サイト',
      '会社の存在を確認できませんでした',
    ];
    for (const part of first) assert.ok(pages[0]?.includes(part), part);
    for (const part of [entry?.hash ?? '?', 'A-2016-0114/1', '作成', '承認'])
      assert.ok(pages.at(-1)?.includes(part), part);
    for (const [place, words] of pages.entries()) {
      assert.ok(words.includes('A-2016-0114'), 'every page says whose it is');
      assert.ok(words.includes(`${place + 1}/${pages.length}`), 'and which it is');
    }
    assert.deepEqual(complaints, []);
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

const table = 'name,born\nChen Guoqiang,1950\nAnna Keller,1990\n,1991\n';

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
