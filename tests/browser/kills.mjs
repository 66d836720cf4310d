// Killing the browser while somebody answers, and looking at what is left. For the suite and for `cargo xtask chaos`.
import { open as openFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { forget, newProfile, openBrowser } from './browser.mjs';
import { answers } from './progress-file.mjs';
import { Site } from './site.mjs';
import { standing, Trellis } from './trellis.mjs';

export const BACKENDS = {
  LevelDB: [],
  SQLite: ['--enable-features=IdbSqliteBackingStore'],
};

/**
 * Kills a browser `trials` times, each time at another moment of somebody answering in it, and opens it again.
 * An answer counts as acknowledged once the page said "saved" after it. Gives `{ trials, acknowledged, lost, healed }`.
 */
export async function killAgainAndAgain(trials, switches, say = () => {}) {
  const site = await Site.open();
  const profile = await newProfile();
  const seen = { trials, acknowledged: 0, lost: [], healed: 0 };
  const promised = new Set();
  try {
    for (let trial = 1; trial <= trials; trial += 1) {
      await oneKill(site, profile, switches, promised, seen, trial);
      say(`kill ${trial} of ${trials}: ${promised.size} acknowledged, ${seen.lost.length} lost, healed in ${seen.healed}`);
    }
    await look(site, profile, switches, promised, seen);
  } finally {
    await site.stop();
    await forget(profile);
  }
  return { ...seen, acknowledged: promised.size };
}

async function oneKill(site, profile, switches, promised, seen, trial) {
  const { context, trellis } = await sitDown(site, profile, switches);
  try {
    await count(trellis, promised, seen);
    await trellis.go('#/practice');
    // Every other kill comes right after a "saved", the rest at any moment.
    if (trial % 2 === 1) {
      await answerOn(trellis, promised, 2 + (trial % 3)).catch(async (error) => {
        await standing(context);
        throw error;
      });
    } else {
      answerOn(trellis, promised, 1000).catch(() => {});
      await after(300 + Math.random() * 1500);
    }
  } finally {
    await kill(profile);
    await context.close().catch(() => {});
  }
}

async function look(site, profile, switches, promised, seen) {
  const { context, trellis } = await sitDown(site, profile, switches);
  try {
    await count(trellis, promised, seen);
  } finally {
    await context.close();
  }
}

async function sitDown(site, profile, switches) {
  const { context } = await openBrowser({ profile, switches, reducedMotion: 'reduce' });
  const trellis = new Trellis(context.pages()[0] ?? await context.newPage(), site.address);
  await trellis.open();
  if (await trellis.all('start').count() > 0) await trellis.begin();
  return { context, trellis };
}

/** Compares what the page has with what was promised before. */
async function count(trellis, promised, seen) {
  if (promised.size === 0) return;
  const healed = /put back/.test(await trellis.text());
  seen.healed += Number(healed);
  // The question and the number of the try name an answer.
  const kept = new Set(answers((await trellis.export()).bytes).map((answer) => answer.split(' ')[0]));
  for (const answer of promised) {
    if (kept.has(answer)) continue;
    seen.lost.push(answer);
    promised.delete(answer);
  }
}

/** Answers at speed; what the page says is saved goes into `promised`. */
async function answerOn(trellis, promised, attempts) {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // A question that was finished before the kill is still there; which of the two it is shows once it is drawn.
    await trellis.pastHelp();
    await trellis.page.locator('[data-test="check"], [data-test="next"]').first().waitFor();
    if (await trellis.all('check').count() === 0) await trellis.next();
    const { id } = await trellis.question();
    const second = await trellis.verdict() === 'again';
    const verdict = await trellis.guess();
    await trellis.saved();
    promised.add(`${id}#${second ? 2 : 1}`);
    if (verdict !== 'again') await trellis.next();
  }
}

/**
 * Closes a browser `trials` times after some answers, tears the head of its database's log, and opens it again. Gives
 * `{ trials, acknowledged, lost, healed }`. Where nothing could be torn the trial counts as lost.
 */
export async function tearAgainAndAgain(trials, say = () => {}) {
  const site = await Site.open();
  const profile = await newProfile();
  const seen = { trials, acknowledged: 0, lost: [], healed: 0 };
  const promised = new Set();
  try {
    for (let trial = 1; trial <= trials; trial += 1) {
      const { context, trellis } = await sitDown(site, profile, BACKENDS.LevelDB);
      await count(trellis, promised, seen);
      await trellis.go('#/practice');
      await answerOn(trellis, promised, 2);
      await after(300);
      await context.close();
      const torn = await tear(profile, trial % 2 === 0 ? Buffer.alloc(4096) : Buffer.alloc(7, 0xff));
      if (torn === 0) seen.lost.push(`nothing to tear in trial ${trial}`);
      say(`tear ${trial} of ${trials}: ${promised.size} acknowledged, ${seen.lost.length} gone, healed in ${seen.healed}`);
    }
    await look(site, profile, BACKENDS.LevelDB, promised, seen);
  } finally {
    await site.stop();
    await forget(profile);
  }
  return { ...seen, acknowledged: promised.size };
}

/** Overwrites the head of every log of the page's database in a closed profile; how many there were. */
export async function tear(profile, bytes) {
  const folder = path.join(profile, 'Default', 'IndexedDB');
  const names = await readdir(folder, { recursive: true });
  const logs = names.filter((name) => name.endsWith('.log'));
  for (const name of logs) {
    const file = await openFile(path.join(folder, name), 'r+');
    await file.write(bytes, 0, bytes.length, 0);
    await file.close();
  }
  return logs.length;
}

/** Two tabs of one browser answer at the same time, so many attempts each. */
export async function answerInTwoTabs(attempts) {
  const site = await Site.open();
  const { context, close } = await openBrowser({ reducedMotion: 'reduce' });
  const promised = new Set();
  const seen = { trials: 0, acknowledged: 0, lost: [], healed: 0 };
  try {
    const one = new Trellis(context.pages()[0], site.address);
    await one.open();
    await one.begin();
    await one.saved();
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      one.page.evaluate(() => { open('about:blank', '', 'popup,noopener,width=1366,height=768'); }),
    ]);
    const two = new Trellis(page, site.address);
    await two.open('#/practice');
    await Promise.all([one, two].map((tab) => answerOn(tab, promised, attempts)));
    seen.trials = promised.size;
    await one.reload();
    await count(one, promised, seen);
  } finally {
    await close();
    await site.stop();
  }
  return { ...seen, acknowledged: promised.size };
}

/** Ends the browser of a profile, and all of its processes, as a power cut would. */
export async function kill(profile) {
  for (const entry of await readdir('/proc')) {
    const command = /^\d+$/.test(entry) ? await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '') : '';
    const words = command.split('\0');
    const main = words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='));
    if (main) end(-Number(entry));
  }
}

function end(group) {
  try {
    process.kill(group, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
