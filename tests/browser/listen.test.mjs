// A question is read aloud by a voice of the device or a clip of the pack, and by nothing else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';
import { words } from './words.mjs';

const story = stage();

/** Runs in the page: a browser with these voices, which says everything at once and writes it down. */
function voices(all, late = false) {
  const spoken = [];
  const target = new EventTarget();
  let known = !late;
  let queue = null;
  const synthesis = Object.assign(target, {
    getVoices: () => (known ? all : []),
    speak(utterance) {
      spoken.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice?.name });
      queue = setTimeout(() => utterance.dispatchEvent(new Event('end')), 400);
    },
    cancel() {
      spoken.push('cancel');
      clearTimeout(queue);
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  window.spoken = spoken;
  window.bringVoices = () => {
    known = true;
    target.dispatchEvent(new Event('voiceschanged'));
  };
}

const with_ = (all, late) => `(${voices})(${JSON.stringify(all)}, ${late ?? false})`;
const FAR = { name: 'far', lang: 'en-US', localService: false, default: true };
const NEAR = { name: 'near', lang: 'en-US', localService: true, default: false };
const CERCA = { name: 'cerca', lang: 'es-MX', localService: true, default: false };
const QUESTION = '#/q/fr.simplify.bare@1/1';
const spoken = (trellis) => trellis.page.evaluate(() => window.spoken);

describe('reading aloud', () => {
  test('offers nothing without a voice of this device, and waits for voices that come late', story({}, async ({ visit }) => {
    const none = await visit(QUESTION, { before: with_([FAR]) });
    await none.question();
    await none.page.waitForTimeout(1800);
    assert.equal(await none.all('listen').count(), 0);
    await none.page.close();
    const late = await visit(QUESTION, { before: with_([NEAR], true) });
    await late.question();
    await late.page.waitForSelector('.listen', { state: 'attached' });
    assert.equal(await late.all('listen').count(), 0);
    await late.page.evaluate(() => window.bringVoices());
    await late.at('listen').waitFor();
    await late.page.close();
  }));

  test('plays the clip of a pack from its own host, and speaks at once where nobody is expected to read', story({}, async ({ visit, site, watch }) => {
    const CLIP = 'ask-0123456789abcdef.wav';
    site.lie(/packs\/(?!map)/, (body) => {
      const unit = JSON.parse(body);
      for (const item of unit.item ?? []) {
        if (item.id !== 'fr.simplify.bare') continue;
        item.audio = { ask: CLIP };
        if ('skill' in item) item.listen = true;
      }
      return JSON.stringify(unit);
    });
    // The release has no clip, so asking for it is noticed; that it is asked for is what this is about.
    watch.allow(new RegExp(CLIP));
    watch.allow(/404/);
    const trellis = await visit(QUESTION, { before: with_([NEAR]) });
    await trellis.question();
    await trellis.page.waitForFunction(() => window.spoken.length > 0);
    assert.ok(site.asked.some(({ url }) => url === `/packs/${CLIP}`), 'the clip is asked for beside the pack');
    const [first] = await spoken(trellis);
    assert.equal(first.voice, 'near', 'a clip that cannot be played is read instead');
  }));
});
