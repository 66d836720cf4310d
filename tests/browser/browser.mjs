// Chromium with an empty profile, held to this machine.
import { chromium } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A name that leads to this machine and that browsers do not trust as they trust `localhost`. */
export const INSECURE_HOST = 'trellis.test';

const SWITCHES = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
];

const place = (switches) => ({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: false,
  args: [...SWITCHES, ...switches],
});

export const SCREEN = { viewport: { width: 1366, height: 768 }, acceptDownloads: true };

/** One browser for many contexts, each with storage of its own that lives as long as the context. */
export function openShared(switches = []) {
  return chromium.launch(place(switches));
}

/** Opens a browser on a profile on the disk; `close` also forgets a profile that was not given. */
export async function openBrowser({ profile: given, switches = [], ...options } = {}) {
  const profile = given ?? await newProfile();
  const context = await chromium.launchPersistentContext(profile, { ...place(switches), ...SCREEN, ...options });
  const close = async () => {
    await context.close();
    if (!given) await forget(profile);
  };
  return { context, profile, close };
}

export function newProfile() {
  return mkdtemp(path.join(os.tmpdir(), 'trellis-'));
}

export function forget(profile) {
  return rm(profile, { recursive: true, force: true, maxRetries: 3 });
}
