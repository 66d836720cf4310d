// `config.json`: what a host sets by hand is what a learner meets, from the next page on and without a network too.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';
import { SPECIAL as HOSTILE } from './hostile-bodies.mjs';
import { releaseMap } from './site.mjs';
import { words } from './words.mjs';

const story = stage();

/** From now on the site has this file. */
const host = (site, config) => {
  site.honest();
  site.lie(/^config\.json$/, () => (typeof config === 'string' ? config : JSON.stringify(config)));
};
/** Runs in the page: marks the moment in which it can be used. */
function noteWhenReady() {
  const look = () => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    watcher.disconnect();
    performance.mark('stood');
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
}
const name = (trellis) => trellis.page.locator('.wordmark').innerText();
const named = (trellis, wanted) => trellis.page.waitForFunction((it) => document.querySelector('.wordmark')?.innerText.trim() === it, wanted);
const kept = (trellis) => trellis.page.evaluate(() => localStorage.getItem('trellis.host'));

describe('a host', () => {
  test('who set nothing costs no byte before the page stands, and nothing is kept of it', story({}, async ({ visit }) => {
    const trellis = await visit('#/', { before: `(${noteWhenReady})()` });
    await trellis.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/config.json')));
    const { stood, asked, parts } = await trellis.page.evaluate(() => {
      const files = performance.getEntriesByType('resource');
      const asked = files.find(({ name }) => name.endsWith('/config.json')).startTime;
      const [{ startTime: stood }] = performance.getEntriesByName('stood');
      return { stood, asked, parts: files.filter(({ name }) => /split_host/.test(name)).length };
    });
    assert.ok(asked > stood, `asked for at ${asked} ms, the page stood at ${stood} ms`);
    assert.equal(parts, 0, 'and what reads it is not fetched at all');
    await trellis.begin();
    assert.equal(await name(trellis), 'Trellis');
    assert.equal(await kept(trellis), null);
  }));

  test('who set a name and a language is met with both, also on the next visit and without a network', story({ locale: 'en-US' }, async ({ visit, site, watch }) => {
    host(site, { name: 'Escuela Lincoln', language: 'es' });
    const trellis = await visit();
    await named(trellis, 'Escuela Lincoln');
    assert.equal(await trellis.page.getAttribute('html', 'lang'), 'es');
    await trellis.page.waitForFunction((start) => document.querySelector('[data-test="start"]').innerText === start, words('welcome-start', 'es'));
    await trellis.reload();
    assert.equal(await name(trellis), 'Escuela Lincoln', 'from the first page on');
    assert.equal(await trellis.page.getAttribute('html', 'lang'), 'es');
    await trellis.begin();
    await trellis.saved();
    await trellis.page.waitForFunction(() => navigator.serviceWorker.controller);
    watch.allow(/ERR_CONNECTION_REFUSED|Failed to fetch|Failed to update a ServiceWorker/);
    await site.stop();
    await trellis.reload();
    await trellis.muddleThrough();
    assert.equal(await name(trellis), 'Escuela Lincoln');
    await trellis.page.waitForTimeout(1_000);
    assert.equal(await name(trellis), 'Escuela Lincoln', 'what cannot be asked for is not taken for empty');
  }));

  test('does not take a language from somebody who chose one', story({ locale: 'en-US' }, async ({ visit, site }) => {
    const trellis = await visit();
    await trellis.at('language').click();
    await trellis.at('language').click();
    host(site, { name: 'Lincoln', language: 'es' });
    await trellis.reload();
    await named(trellis, 'Lincoln');
    assert.equal(await trellis.page.getAttribute('html', 'lang'), 'en');
  }));

  test('who leaves a unit out has nothing of it asked, listed or lain ready', story({}, async ({ visit, site }) => {
    host(site, { packs: ['fr-4'] });
    const trellis = await visit();
    await trellis.page.waitForFunction(() => localStorage.getItem('trellis.host'));
    await trellis.reload();
    await trellis.begin();
    const { map } = releaseMap();
    const own = new Set(map.skills.filter(({ unit }) => unit === 'fr-4').map(({ id }) => id));
    for (let number = 0; number < 6; number += 1) {
      const { item } = await trellis.question();
      const skill = map.skills.find(({ items }) => items.some((entry) => entry.item === item));
      assert.ok(own.has(skill.id), `${skill.id} is offered`);
      await trellis.muddleThrough();
      await trellis.next();
    }
    await trellis.go('#/progress');
    await trellis.shows('progress');
    const text = await trellis.page.locator('main').innerText();
    const nameOf = (id) => map.skills.find((skill) => skill.id === id).name.en;
    assert.ok(text.includes(nameOf('fr.add-like')));
    for (const id of ['mul.facts-all', 'fr.add-unlike', 'div.facts']) assert.ok(!text.includes(nameOf(id)), id);
  }));

  test('who switches features off finds none of their buttons, and says so where their pages were', story({}, async ({ visit, site }) => {
    host(site, { features: { class: false, paper: false, listen: false, camera: false, pictures: false } });
    const trellis = await visit();
    await trellis.page.waitForFunction(() => document.querySelector('[data-test="start"]') && !document.querySelector('[data-test="class"]'));
    await trellis.begin();
    await trellis.muddleThrough();
    assert.equal(await trellis.all('listen').count(), 0);
    await trellis.saved();
    await trellis.go('#/carry');
    await trellis.shows('carry');
    await trellis.at('import').waitFor({ state: 'attached' });
    assert.equal(await trellis.all('show').count(), 0);
    assert.equal(await trellis.all('watch').count() + await trellis.all('watched').count(), 0);
    for (const route of ['#/class', '#/hand-in', '#/paper']) {
      await trellis.go(route);
      await trellis.shows('trouble');
      assert.ok((await trellis.text()).includes(words('host-off-title')), route);
    }
    await trellis.go('#/');
    await trellis.shows('home');
    assert.equal(await trellis.all('school').count(), 2, 'the report and the week stay');
  }));

  test('whose file is damaged is told where and why, while everything works as without it', story({}, async ({ visit, site }) => {
    host(site, '{"name": "Lincoln", "features": {"lisen": false}}');
    const trellis = await visit();
    const notice = trellis.page.locator('.notices .notice');
    await notice.waitFor();
    const said = await notice.innerText();
    for (const part of [words('host-fault'), 'config.json', 'features/lisen']) assert.ok(said.includes(part), said);
    assert.equal(await name(trellis), 'Trellis');
    await trellis.begin();
    assert.equal(await notice.count(), 0, 'a learner at work is not told');
    await trellis.muddleThrough();
    host(site, { name: 'Lincoln' });
    await trellis.reload();
    await named(trellis, 'Lincoln');
    await trellis.go('#/settings');
    await trellis.shows('settings');
    assert.equal(await notice.count(), 0, 'put right');
    host(site, '{}');
    await trellis.reload();
    await named(trellis, 'Trellis');
    assert.equal(await kept(trellis), null, 'and nothing is kept of what is set no longer');
  }));

  test('cannot make a text of it run, load or lead anywhere', story({}, async ({ visit, site }) => {
    const trellis = await visit();
    await trellis.page.addInitScript(() => { window.hostile = () => { window.ran = true; }; });
    // Short enough for a name, or refused: either way a text and nothing else.
    for (const body of HOSTILE.filter((text) => text.length <= 40).slice(0, 6)) {
      host(site, { name: body });
      await trellis.reload();
      await trellis.page.waitForFunction((it) => localStorage.getItem('trellis.host') === it, JSON.stringify({ name: body }));
      await trellis.settled();
      assert.equal(await trellis.page.evaluate(() => window.ran), undefined, body);
    }
  }));
});
