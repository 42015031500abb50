// A table of ten thousand customers in, screened from the interface: columns corrected, progress seen, results looked through and saved.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Worker } from '@sekisho/server/jobs/run-jobs.ts';
import { leftOut, openBrowser, openSignedIn } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { workFor } from '../support/screened-table.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';
import { importTenNotices } from '../support/ten-notices.ts';

const ROWS = 10_000;

describe('a table of ten thousand', { skip: leftOut }, () => {
  let served: ServedInterface;
  let browser: Browser;
  let worker: Worker;
  before(async () => {
    served = await serveInterface();
    await importTenNotices(served.folder);
    worker = workFor(served);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await worker.stop();
    await served.dispose();
  });

  test('is dropped, corrected, screened and looked through; others do not see it', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.analyst);
    await page.getByRole('link', { name: 'Screen a table' }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table()),
    });
    const column = page.getByLabel('What who is it holds');
    await column.waitFor();
    assert.equal(await column.inputValue(), '', 'a column that says nothing is not guessed');
    const start = page.getByRole('button', { name: 'Screen all rows' });
    assert.ok(await start.isDisabled(), 'without a name there is nothing to screen');
    await column.selectOption({ label: 'Name' });
    await start.click();
    await page.locator('.batch-progress').waitFor();
    await page.getByText('9 of 10,000 rows with a hit').waitFor({ timeout: 120_000 });
    const rows = page.locator('.batch-rows tbody tr');
    const countIs = (count: number) => eventually(async () => assert.equal(await rows.count(), count));
    await countIs(9);
    await page.getByRole('button', { name: /^Refused rows 1$/ }).click();
    await page.getByText('it has no name').waitFor();
    await page.getByRole('button', { name: /^Without a hit 9,990$/ }).click();
    await page.getByText('Sato Hanako 17', { exact: true }).waitFor();
    await countIs(100);
    await page.getByRole('button', { name: 'Show more' }).click();
    await countIs(200);

    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'All results, CSV' }).click();
    const saved = await saving;
    assert.equal(saved.suggestedFilename(), 'customers.results.csv');
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\n');
    assert.equal(lines.length, ROWS); // the head, and every row but the one that was refused
    assert.equal(lines.filter((line) => line.includes(',true,')).length, 9);
    assert.deepEqual(complaints, []);
    await context.close();

    const other = await openSignedIn(browser, served, people.officer);
    await other.page.getByRole('link', { name: 'Screen a table' }).click();
    await other.page.getByText('No file yet').waitFor();
    await other.context.close();
  });
});

/** One of a thousand bears the name of the notices; one row says nothing. */
function table(): string {
  const rows = Array.from({ length: ROWS }, (_, place) => {
    const name = place === 500 ? '' : place % 1000 === 999 && place < 9500 ? 'Chen Guoqiang' : `Sato Hanako ${place}`;
    return `${place + 1},${name}`;
  });
  return `no,who is it\n${rows.join('\n')}\n`;
}
