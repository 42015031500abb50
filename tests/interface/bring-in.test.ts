// Files chosen in a browser in: editions in use, documents of a case, incidents, or why a file was refused, out.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { operator } from '@sekisho/engine/model/person.ts';
import { runJobs, type Worker } from '@sekisho/server/jobs/run-jobs.ts';
import type { Browser } from 'playwright-core';
import { goTo, leftOut, openBrowser, openSignedIn, settle } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';
import { orderOfNamesake } from '../support/ten-notices.ts';

describe('what is brought in', { skip: leftOut }, () => {
  let served: ServedInterface;
  let browser: Browser;
  let worker: Worker;
  before(async () => {
    served = await serveInterface();
    const { parts, path: dataFolder } = served.folder;
    const places = { keysFolder: path.join(dataFolder, '..', 'keys'), dataFolder, witnesses: [] };
    worker = runJobs({ ...parts, actor: operator('sekisho') }, { places, delivery: { allowsPrivate: false } });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await worker.stop();
    await served.dispose();
  });

  test('a list: refused with file and reason, then taken; its history and what changed are there', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/sources', '.import-form');
    const form = page.locator('.import-form');
    await form.getByLabel('Source').selectOption('un-sc');
    const files = form.locator('input[type="file"]');
    const name = 'consolidated-2016-11-12.xml';
    const known = await readFile(served.folder.file('lists/consolidated.xml'), 'utf8');
    await files.setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(known.slice(0, 2000)) });
    await eventually(async () => assert.equal(await form.getByLabel('Published').inputValue(), '2016-11-12'));
    await form.getByRole('button', { name: 'Import' }).click();
    const job = (text: string) => page.locator('.import-job', { hasText: text });
    await job('Everything is as it was').getByText('consolidated-2016-11-12.xml').first().waitFor();

    const changed = known
      .replace('dateGenerated="2016-11-10', 'dateGenerated="2016-11-12')
      .replace('SAMPLO', 'SAMPLON');
    await files.setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(changed) });
    await form.getByLabel('Reason to take it').fill('an invented sample');
    await form.getByRole('button', { name: 'Import' }).focus();
    await page.keyboard.press('Enter');
    await job('0 added, 1 changed, 0 removed').locator('.label-teal').waitFor();

    await page.getByRole('button', { name: 'UN Security Council' }).click();
    const editions = page.locator('#editions');
    await editions.locator('.edition-history svg').waitFor();
    await editions.locator('.value-gone', { hasText: 'SAMPLO IBN' }).first().waitFor();
    await editions.locator('.value-come', { hasText: 'SAMPLON IBN' }).first().waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a company is looked up by its number, and who else is at an address', async () => {
    const { page, context } = await openSignedIn(browser, served, people.analyst);
    await goTo(page, '/sources', '#look-up');
    const panel = page.locator('#look-up');
    await panel.getByLabel('What is sought').fill('桜');
    await page.keyboard.press('Enter');
    await panel.locator('.look-up-answer').first().waitFor();
    await panel.getByLabel('By').selectOption('phone');
    await panel.getByLabel('What is sought').fill('nonsense');
    await page.keyboard.press('Enter');
    await panel.getByText('cannot be read').first().waitFor();
    assert.equal(await page.locator('.import-form').count(), 0); // an analyst imports nothing
    await context.close();
  });

  test('an officer looks back on the past, and sees what came of it', async () => {
    const { page, context } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/alerts', 'h1');
    await page.getByRole('button', { name: 'Look back now' }).click();
    await page.locator('.look-back-runs [role="status"]', { hasText: 'no alert' }).waitFor();
    await context.close();
  });

  test('a document is put with a case by keys alone, then its translation, which says that the original rules', async () => {
    await served.vet('2016-11-fictitious-company.yml');
    const { page, context, complaints } = await openSignedIn(browser, served, people.analyst);
    const choosing = page.waitForEvent('filechooser'); // asked for well before the key: the browser has to be told first
    await goTo(page, '/cases/A-2016-0114', '#documents');
    const panel = page.locator('#documents');
    await panel.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const file = panel.locator('input[type="file"]');
    await panel.locator('input[type="file"]:focus').waitFor();
    await page.keyboard.press('Space');
    await (
      await choosing
    ).setFiles({
      name: 'laporan.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Laporan yang dikarang.'),
    });
    await panel.getByLabel('What it is').selectOption('news-report');
    await panel.getByLabel('Its language').fill('id');
    await page.keyboard.press('Enter');
    await panel.locator('.document', { hasText: 'laporan.txt' }).waitFor();
    await settle(page); // the form is made empty once what was sent is there
    await file.setInputFiles({
      name: 'report.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('An invented report.'),
    });
    await panel.getByLabel('Its language').fill('en');
    await panel.getByLabel('Translation of').selectOption({ label: 'laporan.txt' });
    await panel.getByRole('button', { name: 'Add', exact: true }).click();
    await panel.getByText('the original (laporan.txt) rules').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('link', { name: 'Save laporan.txt' }).click(),
    ]);
    assert.equal(await readFile(await saved.path(), 'utf8'), 'Laporan yang dikarang.');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('an incident is refused with its line, then taken; the order it shares a domain with is there, claims after a reason', async () => {
    await served.vet({ ...orderOfNamesake, id: 'H-7', parties: [{ ...buyer, emails: ['orders@kaku.example'] }] });
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/incidents', '#take-in');
    const file = page.locator('#take-in input[type="file"]');
    const take = async (name: string, text: string) => {
      await file.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: 'Import' }).click();
    };
    await take('campaign.csv', 'id,title,publisher,type,value\nC-7,Invented,Example CERT,ip,somewhere\n');
    await page.locator('#take-in .notice', { hasText: /campaign\.csv.*line 2/ }).waitFor();
    await page.getByText('Everything is as it was').waitFor();
    await take('campaign.json', JSON.stringify({ incidents: [incident] }));
    await page.getByText('1 new, 0 changed, 0 as they were').waitFor();
    const { emails: _, ...namesake } = { ...buyer, names: [{ text: 'Ichiro Kaku' }] };
    await served.vet({ ...orderOfNamesake, id: 'H-8', parties: [namesake] });
    await page.getByRole('link', { name: 'Invented campaign' }).click();
    await page.locator('#orders').getByRole('link', { name: 'H-7' }).first().waitFor();
    const byName = page.locator('#orders h3', { hasText: 'By name alone: possible' });
    await byName.locator('+ ul').getByRole('link', { name: 'H-8' }).waitFor();
    assert.doesNotMatch((await page.locator('#claims').textContent()) ?? '', /reported as/);
    await page.getByLabel('What it is seen for').fill('work on a case');
    await page.keyboard.press('Enter');
    await page.locator('#claims').getByText('reported as under investigation by Example Daily').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

const [buyer] = orderOfNamesake.parties;
const incident = {
  id: 'C-2016-07',
  title: 'Invented campaign',
  source: { publisher: 'Example Daily' },
  indicators: [
    { type: 'domain', value: 'kaku.example' },
    { type: 'name', value: 'Ichiro Kaku', schema: 'Person' },
  ],
  claims: [{ name: 'Ichiro Kaku', status: 'SUSPECTED', authority: 'Example Police', reportedBy: 'Example Daily' }],
};
