// What every story stands on: one site and one browser for a file of stories, and for each story storage of its own.
import { after, before } from 'node:test';
import { openBrowser, openShared, SCREEN } from './browser.mjs';
import { Site } from './site.mjs';
import { standing, Trellis } from './trellis.mjs';
import { Watch } from './watch.mjs';

/**
 * Opens the stage for the stories of a file. Gives `story`, which wraps a story for `test`:
 * it is handed `{ context, site, watch, visit }` and nothing that happened on its pages may be an error.
 */
export function stage() {
  let site;
  let browser;
  before(async () => {
    site = await Site.open();
    browser = await openShared();
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });
  return (options, tell) => async (t) => {
    const context = await browser.newContext({ ...SCREEN, reducedMotion: 'reduce', ...options });
    await told(context, site, (stage) => tell(stage, t));
  };
}

/** A site for stories that end and open browsers of their own, with profiles on the disk. */
export function stageOnDisk() {
  let site;
  before(async () => { site = await Site.open(); });
  after(() => site?.stop());
  return (tell) => async (t) => {
    const opened = [];
    const contexts = [];
    const watches = [];
    const open = async (options) => {
      const { context, profile, close } = await openBrowser({ reducedMotion: 'reduce', ...options });
      opened.push(close);
      contexts.push(context);
      const watch = await Watch.over(context, site);
      watches.push(watch);
      return { context, profile, watch, close, visit: (route, how) => visit(context, site, route, how) };
    };
    try {
      await tell({ site, open }, t);
      watches.forEach((watch) => watch.checkRequests());
    } catch (error) {
      for (const context of contexts) await standing(context);
      throw error;
    } finally {
      for (const close of opened) await close().catch(() => {});
    }
  };
}

async function told(context, site, tell) {
  const watch = await Watch.over(context, site);
  try {
    await tell({ context, site, watch, visit: (route, how) => visit(context, site, route, how) });
    watch.check();
  } catch (error) {
    await standing(context);
    throw error;
  } finally {
    site.honest();
    await site.start();
    await context.close();
  }
}

/**
 * A new page at a route. `clock`: how many milliseconds its clock is ahead; `host`: another name of this machine;
 * `before`: a script that runs before those of the page; `wait: false`: not until it is ready.
 */
async function visit(context, site, route = '#/', { clock = 0, host, before: script, wait = true } = {}) {
  const page = await newWindow(context);
  if (clock) await page.addInitScript(shiftClock, clock);
  if (script) await page.addInitScript(script);
  const address = host ? site.address.replace('127.0.0.1', host) : site.address;
  const trellis = new Trellis(page, address);
  await trellis.open(route, wait);
  return trellis;
}

/** Every page gets a window of its own: a tab that lies behind another one runs slowly. */
async function newWindow(context) {
  const [first] = context.pages().filter((page) => !page.isClosed());
  if (!first) return context.newPage();
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    first.evaluate(() => { open('about:blank', '', 'popup,noopener,width=1366,height=768'); }),
  ]);
  return page;
}

/** Runs in the page. `clockShift` may be changed while the page lives. */
export function shiftClock(shift) {
  const Real = Date;
  globalThis.clockShift = shift;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + globalThis.clockShift);
      else super(...given);
    }

    static now() {
      return Real.now() + globalThis.clockShift;
    }
  };
}

export const DAY = 86_400_000;
