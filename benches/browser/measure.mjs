// Measures the app and the floor page in one run, alternately: cold, practising, warm, and without a network.
// node measure.mjs '{"sites": {"floor": {"folder", "path"}, "trellis": {…}}, "runs": 5, "rounds": 6, "out": "file.json"}'
// Only ratios of figures from one run mean anything: times move with the machine.
import { chromium } from 'playwright-core';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../tests/browser/server.mjs';

const plan = JSON.parse(process.argv[2]);
const PATIENCE = 120_000;

// What the browser's own tools call Slow 4G.
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const CONDITIONS = [
  { name: '1x', cpu: 1, net: null, practise: true },
  { name: '4x', cpu: 4, net: null, practise: true },
  { name: 'slow4g', cpu: 4, net: SLOW_4G, practise: false },
];

const SWITCHES = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const quantile = (values, q) => {
  const known = values.filter((value) => value != null).sort((a, b) => a - b);
  return known.length ? known[Math.max(0, Math.ceil(q * known.length) - 1)] : null;
};
const median = (values) => quantile(values, 0.5);
const worst = (values) => quantile(values, 1);

/** A tab with the probe in it, its processor and network slowed, its traffic counted. */
async function openTab(context, { cpu, net }) {
  const page = await context.newPage();
  await page.addInitScript({ path: path.join(import.meta.dirname, 'probe.js') });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  const requests = new Map();
  cdp.on('Network.requestWillBeSent', ({ requestId, timestamp }) => requests.set(requestId, { timestamp, bytes: 0 }));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  if (net) await cdp.send('Network.emulateNetworkConditions', net);
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { page, requests };
}

/** Loads the page and gives the time at which its question could be used, and what that had cost. */
async function load({ page, requests }, address) {
  await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE });
  await page.waitForFunction(() => window.bench?.usable != null, null, { timeout: PATIENCE, polling: 100 });
  await sleep(1000);
  const { usable, longTasks, shift } = await page.evaluate(() => {
    const { usable, longTasks, shift } = window.bench;
    return { usable, longTasks, shift };
  });
  // A long task that began before the question was painted ends its wait.
  const free = longTasks.filter((task) => task.start <= usable).reduce((end, task) => Math.max(end, task.start + task.duration), usable);
  const all = [...requests.values()];
  const start = Math.min(...all.map((request) => request.timestamp));
  const first = all.filter((request) => (request.timestamp - start) * 1000 <= usable);
  const kb = (list) => list.reduce((sum, request) => sum + request.bytes, 0) / 1024;
  return { usable: free, shift, requests: first.length, wireKB: kb(first), allKB: kb(all), longTasks: longTasks.length };
}

/** Answers some questions; gives the times to feedback and to the next question, and the longest task meanwhile. */
async function practise({ page }, rounds) {
  const times = { check: [], next: [] };
  const act = async (kind) => {
    await page.evaluate((kind) => window.bench.arm(kind), kind);
    await page.click(`[data-test=${kind}]`, { timeout: PATIENCE });
    await page.waitForFunction(() => window.bench.act.painted != null, null, { timeout: PATIENCE, polling: 50 });
    times[kind].push(await page.evaluate(() => window.bench.act.painted - window.bench.act.start));
    await sleep(150);
  };
  const before = await page.evaluate(() => performance.now());
  for (let round = 0; round < rounds; round += 1) {
    if (await page.locator('[data-test=answer]').count()) await page.fill('[data-test=answer]', '7');
    else await page.locator('[data-test=choice]').first().click();
    await act('check');
    await act('next');
  }
  const { longTasks, shift } = await page.evaluate(() => ({ longTasks: window.bench.longTasks, shift: window.bench.shift }));
  const longest = Math.max(0, ...longTasks.filter((task) => task.start > before).map((task) => task.duration));
  return { ...times, longest, shift };
}

/** Private memory of the tab's process, WebAssembly included; Linux alone tells it. */
async function rendererMB(profile) {
  let most = 0;
  for (const id of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes('--type=renderer') || !command.includes(profile) || command.includes('--extension-process')) continue;
    const memory = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    const kb = [...memory.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)].reduce((sum, [, number]) => sum + Number(number), 0);
    most = Math.max(most, kb / 1024);
  }
  return most || null;
}

const offlineReady = (page) => page.evaluate(async () => {
  for (let tries = 0; tries < 100 && !navigator.serviceWorker?.controller; tries += 1) await new Promise((then) => setTimeout(then, 100));
  return Boolean(navigator.serviceWorker?.controller);
});

/** One browser with an empty profile: cold, practice, warm, offline. */
async function visit(site, condition) {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'trellis-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM, headless: false, args: SWITCHES, viewport: { width: 1366, height: 768 },
  });
  let server = await serve(site.folder);
  try {
    const address = server.address + site.path;
    await sleep(700);
    const tab = await openTab(context, condition);
    const result = { cold: await load(tab, address), memory: await rendererMB(profile) };
    if (condition.practise) result.practice = await practise(tab, plan.rounds);
    const offline = site.offline && await offlineReady(tab.page);
    await tab.page.close();
    if (!condition.practise) return result;
    result.warm = await loadOnce(context, condition, address);
    if (offline) {
      await server.stop();
      server = null;
      result.offline = await loadOnce(context, condition, address);
    }
    return result;
  } finally {
    await server?.stop();
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function loadOnce(context, condition, address) {
  const tab = await openTab(context, condition);
  const result = await load(tab, address);
  await tab.page.close();
  return result;
}

function summary(visits) {
  const of = (read) => visits.map((visit) => read(visit));
  const practice = visits.map((visit) => visit.practice).filter(Boolean);
  const acts = (kind) => practice.flatMap((one) => one[kind]);
  return {
    runs: visits.length,
    usable: median(of((v) => v.cold.usable)), usableBest: quantile(of((v) => v.cold.usable), 0), usableWorst: worst(of((v) => v.cold.usable)),
    requests: worst(of((v) => v.cold.requests)), wireKB: worst(of((v) => v.cold.wireKB)), allKB: median(of((v) => v.cold.allKB)),
    memoryMB: median(of((v) => v.memory)),
    warm: median(of((v) => v.warm?.usable)), offline: median(of((v) => v.offline?.usable)),
    check: { p50: median(acts('check')), p95: quantile(acts('check'), 0.95) },
    next: { p50: median(acts('next')), p95: quantile(acts('next'), 0.95) },
    longestTask: practice.length ? median(practice.map((one) => one.longest)) : null,
    shift: worst(practice.map((one) => one.shift)),
  };
}

// Other work on the machine shows in every time; the result says how much there was.
const machine = { cores: os.availableParallelism(), before: os.loadavg()[0] };
const visits = {};
for (let run = 0; run < plan.runs; run += 1) {
  for (const condition of CONDITIONS) {
    // Whoever goes first meets a machine in another state: take turns.
    const names = Object.keys(plan.sites);
    for (const name of run % 2 ? names.reverse() : names) {
      const result = await visit(plan.sites[name], condition);
      ((visits[condition.name] ??= {})[name] ??= []).push(result);
      console.log(`  run ${run + 1} of ${plan.runs}, ${condition.name}, ${name}: usable after ${Math.round(result.cold.usable)} ms`);
    }
  }
}
const figures = Object.fromEntries(Object.entries(visits).map(([condition, sites]) => [
  condition, Object.fromEntries(Object.entries(sites).map(([name, list]) => [name, summary(list)])),
]));
await writeFile(plan.out, `${JSON.stringify({ machine, figures, visits }, null, 1)}\n`);
