// Command-line words in; what the interface costs in a browser out: ten clearances by keys, a throttled first visit, ten thousand rows scrolled.
//
//   npm run bench -- interface [--cases 10000] [--write]
//
// Times are of the browser's own clock, from one key to what it does; processor times are of its main thread. A task of more than 50 ms is
// a long one (W3C, Long Tasks). What a person reads and thinks between two keys is not in any of them.
import { parseArgs } from 'node:util';
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Vetting } from '@sekisho/server/flows/vet-application.ts';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { goTo, leftOut, openBrowser, openSignedIn } from '../../tests/support/browser.ts';
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
    await fillQueue(await served.vet(orderOf(0)), cases - 2, served);
    const made = { cases, secondsToMake: Math.round((performance.now() - begun) / 1000) };
    const figures = {
      ...made,
      clearances,
      firstVisit: await firstVisit(browser, served),
      scrolling: await scrolling(browser, served),
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
  await goTo(page, `/cases/${orderOfNamesake.id}`, '.hit');
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

async function scrolling(browser: Browser, served: ServedInterface): Promise<object> {
  const { page, context } = await openSignedIn(browser, served, people.officer);
  await page.locator('[data-case]').first().waitFor();
  await page.evaluate(`(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  })()`);
  const frame = await page.locator('.queue-frame').boundingBox();
  if (!frame) throw new Error('the queue has no frame');
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(session);
  const turns = await scrolledToEnd(page);
  const mainThreadMsPerTurn = Math.round((10_000 * ((await taskSeconds(session)) - before)) / turns) / 10;
  const tasks = (await page.evaluate<readonly number[]>('window.longTasks')).map(Math.round).toSorted((a, b) => b - a);
  const drawn = await page.locator('[data-case]').count();
  const rows = Number(await page.locator('[data-case]').last().getAttribute('aria-rowindex'));
  await context.close();
  return {
    rows,
    turns,
    rowsDrawnAtEnd: drawn,
    mainThreadMsPerTurn,
    longTasks: tasks.length,
    longestTaskMs: tasks[0] ?? 0,
  };
}

/** The end is where the wheel moves nothing any more for a while: rows that are still being loaded would go on. */
async function scrolledToEnd(page: Page): Promise<number> {
  const atEnd = `(({ scrollTop, clientHeight, scrollHeight }) => scrollHeight - 2 <= scrollTop + clientHeight)(document.querySelector('.queue-frame'))`;
  let still = 0;
  for (let turns = 1; ; turns++) {
    await page.mouse.wheel(0, WHEEL.pixels);
    await page.waitForTimeout(WHEEL.everyMs);
    still = (await page.evaluate<boolean>(atEnd)) ? still + 1 : 0;
    if (STILL_TURNS <= still) return turns - STILL_TURNS;
  }
}

const STILL_TURNS = 80;

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

const AT_ONCE = 500;

/** Cases like the one that was vetted, each sealed and stored as vetting does it; what vetting itself costs is measured by `serve`. */
async function fillQueue({ evidence, decision, case: known }: Vetting, count: number, served: ServedInterface) {
  const { store } = served.folder.parts;
  const { gatheredAt: at } = evidence;
  for (let first = 1; first <= count; first += AT_ONCE)
    await store.write(async (writer) => {
      for (let place = first; place < Math.min(first + AT_ONCE, count + 1); place++) {
        const application = orderOf(place) as Application;
        const { id } = application;
        const received = await writer.seal('application-received', id, { application, revision: 1 }, at);
        await writer.saveApplication({ id, revision: 1, receivedAt: at, entry: received.sequence });
        const sealed = { evidence: { ...evidence, application }, decision: { ...decision, applicationId: id } };
        const { sequence: entry } = await writer.seal('decision-made', `${id}/1`, sealed, at);
        const { outcome, decidedAt } = decision;
        await writer.saveDecision({ id: `${id}/1`, applicationId: id, revision: 1, outcome, decidedAt, entry });
        await writer.saveCase({ ...known, id });
        await writer.seal('case-opened', id, { ...known, id }, at);
      }
    });
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
