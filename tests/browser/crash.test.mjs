// Answers survive a browser that is killed, and a database that is damaged.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forget, newProfile } from './browser.mjs';
import { stageOnDisk } from './harness.mjs';
import { BACKENDS, killAgainAndAgain, tear } from './kills.mjs';
import { answers } from './progress-file.mjs';

const KILLS = Number(process.env.KILLS ?? 10);
const storyOnDisk = stageOnDisk();

describe('a browser that is killed', () => {
  for (const [backend, switches] of Object.entries(BACKENDS)) {
    const trials = backend === 'LevelDB' ? Math.ceil(KILLS / 2) : Math.floor(KILLS / 2);
    test(`${backend}: no acknowledged answer is lost in ${trials} kills`, async (t) => {
      const seen = await killAgainAndAgain(trials, switches);
      t.diagnostic(`kills, ${backend}: ${seen.trials} trials, ${seen.lost.length} lost (${seen.acknowledged} acknowledged)`);
      assert.deepEqual(seen.lost, []);
      assert.ok(seen.acknowledged >= trials, 'answers were acknowledged');
    });
  }
});

describe('a torn database', () => {
  for (const damage of [{ what: 'a torn log header', bytes: Buffer.alloc(7, 0xff) }, { what: 'a log of zeros', bytes: Buffer.alloc(4096) }]) {
    test(`${damage.what}: everything comes back from the journal, and the learner is told`, storyOnDisk(async ({ open }, t) => {
      const profile = await newProfile();
      const before = await open({ profile });
      const trellis = await before.visit();
      await trellis.begin();
      for (let number = 0; number < 3; number += 1) {
        await trellis.muddleThrough();
        await trellis.next();
      }
      await trellis.saved();
      const state = await trellis.state();
      const given = answers((await trellis.export()).bytes);
      await trellis.page.waitForTimeout(300);
      await before.context.close();
      assert.ok(await tear(profile, damage.bytes) > 0, 'there is a log to damage');

      const after = await open({ profile });
      const again = await after.visit();
      await again.shows('home');
      const told = await again.text();
      assert.equal(await again.state(), state);
      assert.deepEqual(answers((await again.export()).bytes), given);
      await again.go('#/practice');
      await again.muddleThrough();
      await again.saved();
      await again.reload();
      assert.equal(answers((await again.export()).bytes).length > given.length, true);
      assert.match(told, /Your record was mended/);
      after.watch.check();
      t.diagnostic(`${damage.what}: 1 trials, 0 lost`);
      await after.context.close();
      await forget(profile);
    }));
  }
});
