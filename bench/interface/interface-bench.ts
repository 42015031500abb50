// Command-line words in; what the interface costs in a browser out: ten clearances by keys, a throttled first visit, ten thousand rows scrolled.
//
//   npm run bench -- interface [--cases 10000] [--write]
//
// Times are of the browser's own clock, from one key to what it does; processor times are of its main thread. A task of more than 50 ms is
// a long one (W3C, Long Tasks). What a person reads and thinks between two keys is not in any of them.
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { leftOut, openBrowser, openSignedIn } from '../../tests/support/browser.ts';
import { people, serveInterface, type ServedInterface } from '../../tests/support/served-interface.ts';
import { importTenNotices, orderOfNamesake } from '../../tests/support/ten-notices.ts';
import { writeFigures } from '../write-figures.ts';

const THROTTLED = 4;
/** A turn of the wheel, and how long until the next: a page and a half a second, as somebody who looks for something scrolls. */
const WHEEL = { pixels: 1200, everyMs: 60 } as const;

export async function interfaceBench(): Promise<object> {
  if (leftOut !== false) throw new Error(leftOut);
  const { cases, writes } = readOptions(process.argv.slice(3));
  const served = await serveInterface();
  const browser = await openBrowser();
  try {
    await importTenNotices(served.folder);
    await served.vet(orderOfNamesake);
    const clearances = await tenClearances(browser, served);
    const begun = performance.now();
    for (let place = 1; place < cases; place++) await served.vet(orderOf(place));
    const made = { cases, secondsToMake: Math.round((performance.now() - begun) / 1000) };
    const figures = {
      ...made,
      clearances,
      firstVisit: await firstVisit(browser, served),
      scrolling: await scrolling(browser, served, cases),
    };
    if (writes) writeFigures('interface', figures);
    return figures;
  } finally {
    await browser.close();
    await served.dispose();
  }
}

/** Each of ten hits: what is protected is seen, false positive, the ground that is suggested, sent; until the next hit stands there. */
async function tenClearances(browser: Browser, served: ServedInterface): Promise<object> {
  const { page, context } = await openSignedIn(browser, served, people.analyst);
  await page.evaluate(`location.hash = '#/cases/${orderOfNamesake.id}'`);
  await page.locator('.hit').first().waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const before = await taskSeconds(session);
  const times: number[] = [];
  for (let cleared = 0; cleared < 10; cleared++) {
    const start = performance.now();
    for (const key of ['v', 'f']) await page.keyboard.press(key);
    await page.locator('.dispose').waitFor();
    for (const key of ['1', 'Enter']) await page.keyboard.press(key);
    await page.locator('.dispose').waitFor({ state: 'detached' });
    times.push(performance.now() - start);
  }
  const mainThreadMs = Math.round((1000 * ((await taskSeconds(session)) - before)) / 10);
  await page.locator('.outbox-card').waitFor({ state: 'detached', timeout: 300_000 });
  await context.close();
  times.sort((a, b) => a - b);
  return {
    cleared: times.length,
    medianMs: Math.round(times[5] ?? 0),
    mostMs: Math.round(times[9] ?? 0),
    mainThreadMsEach: mainThreadMs,
  };
}

/** With a processor a quarter as fast and nothing kept from before: until a row of the queue stands there and a key moves the mark. */
async function firstVisit(browser: Browser, served: ServedInterface): Promise<object> {
  const { page, context } = await openSignedIn(browser, served, people.analyst);
  await page.locator('[data-case]').first().waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED });
  await page.reload({ waitUntil: 'commit' });
  await page.locator('.shell-nav a').first().waitFor();
  const frameMs = Math.round(await page.evaluate<number>('performance.now()'));
  await page.locator('[data-case]').nth(2).waitFor();
  await page.keyboard.press('j');
  await page.locator('.queue-row.current[aria-rowindex="2"]').waitFor();
  const usableMs = Math.round(await page.evaluate<number>('performance.now()'));
  await context.close();
  return { throttledBy: THROTTLED, navigationMs: frameMs, rowsAndKeysMs: usableMs };
}

async function scrolling(browser: Browser, served: ServedInterface, cases: number): Promise<object> {
  const { page, context } = await openSignedIn(browser, served, people.officer);
  await page.locator('[data-case]').first().waitFor();
  await page.evaluate(`(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  })()`);
  const frame = await page.locator('.queue-frame').boundingBox();
  if (!frame) throw new Error('the queue has no frame');
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  const turns = await scrolledToEnd(page, cases);
  const tasks = (await page.evaluate<readonly number[]>('window.longTasks')).map(Math.round).toSorted((a, b) => b - a);
  const drawn = await page.locator('[data-case]').count();
  await context.close();
  return { rows: cases, turns, rowsDrawnAtEnd: drawn, longTasks: tasks.length, longestTaskMs: tasks[0] ?? 0 };
}

async function scrolledToEnd(page: Page, cases: number): Promise<number> {
  const last = `document.querySelector('[aria-rowindex="${String(cases)}"][data-case]') !== null`;
  for (let turns = 1; ; turns++) {
    await page.mouse.wheel(0, WHEEL.pixels);
    await page.waitForTimeout(WHEEL.everyMs);
    if (turns % 10 === 0 && (await page.evaluate<boolean>(last))) return turns;
    if (10 * cases < turns) throw new Error('the end of the queue is not reached');
  }
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Nobody can be asked back, so that a person has to look. */
function orderOf(place: number): object {
  const { emails: _, ...buyer } = orderOfNamesake.parties[0] ?? {};
  const names = [{ text: `森下 直樹 ${String(place)}` }];
  return { ...orderOfNamesake, id: `H-${String(100_000 + place)}`, parties: [{ ...buyer, names }] };
}

function readOptions(words: readonly string[]): { readonly cases: number; readonly writes: boolean } {
  const { values } = parseArgs({
    args: [...words],
    options: { cases: { type: 'string', default: '10000' }, write: { type: 'boolean', default: false } },
  });
  const cases = Number(values.cases);
  if (!Number.isSafeInteger(cases) || cases < 10) throw new Error('--cases is a whole number from 10');
  return { cases, writes: values.write };
}
