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
  test('says the question with its maths in words, by a voice of this device, until it is stopped', story({}, async ({ visit }) => {
    const trellis = await visit(QUESTION, { before: with_([FAR, NEAR, CERCA]) });
    await trellis.question();
    const button = trellis.at('listen');
    assert.equal((await button.innerText()).trim(), words('listen'));
    assert.deepEqual(await spoken(trellis), [], 'nothing is said unasked');
    await button.focus();
    await trellis.page.keyboard.press('Enter');
    await trellis.settled();
    const [first] = await spoken(trellis);
    assert.equal(first.voice, 'near', 'a voice that sends words away is never used');
    assert.equal(first.lang, 'en');
    assert.match(first.text, /[a-z]+ ([a-z-]+ths|halves|thirds)\b/, 'a fraction is said in words');
    assert.doesNotMatch(first.text, /[\d/`]/, 'and nothing of it as signs');
    assert.equal((await button.innerText()).trim(), words('listen-stop'));
    await button.click();
    await trellis.settled();
    assert.equal((await spoken(trellis)).at(-1), 'cancel');
    assert.equal((await button.innerText()).trim(), words('listen'));
  }));

  test('goes on to a hint that stands there, and follows the language of the question', story({}, async ({ visit }) => {
    const trellis = await visit(QUESTION, { before: with_([FAR, NEAR, CERCA]) });
    await trellis.question();
    await trellis.at('hint').click();
    await trellis.at('listen').click();
    await trellis.page.waitForFunction((label) => document.querySelector('[data-test="listen"]').innerText.trim() === label, words('listen'));
    await trellis.page.waitForFunction(() => window.spoken.filter(({ text }) => text).length >= 2);
    const said = (await spoken(trellis)).filter(({ text }) => text);
    const hint = await trellis.page.locator('.hint').first().innerText();
    assert.ok(said.length >= 2, JSON.stringify(said));
    assert.ok(hint.includes(said.at(-1).text.split(/[\d`]/)[0].slice(0, 12)), `${hint} / ${said.at(-1).text}`);
    await trellis.at('language').click();
    await trellis.settled();
    await trellis.page.waitForSelector('html[lang="es"]');
    const button = trellis.at('listen');
    await button.waitFor();
    assert.equal((await button.innerText()).trim(), words('listen', 'es'));
    await button.click();
    await trellis.settled();
    const last = (await spoken(trellis)).at(-1);
    assert.deepEqual([last.voice, last.lang], ['cerca', 'es']);
    await trellis.go('#/settings');
    assert.equal((await spoken(trellis)).at(-1), 'cancel', 'leaving the question ends it');
  }));

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
