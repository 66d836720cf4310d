// Every page and state that people look at: for axe, for sizes of screen and for pictures. In this order, one after
// the other, from an empty profile.
import assert from 'node:assert/strict';
import { releaseMap } from './site.mjs';
import { NEVER_RIGHT } from './trellis.mjs';

/** The address of the plan that a scene of the class view made. */
let asked;

const items = () => releaseMap().map.skills.flatMap((skill) => skill.items ?? []);
const first = (fits) => {
  const { item, level } = items().find(fits) ?? assert.fail('the release has no such item');
  return `#/q/${item}@${level}/1`;
};

async function linked(trellis, route) {
  await trellis.go(route);
  await trellis.page.waitForSelector(`[data-item="${route.slice('#/q/'.length)}"]`);
}

const at = (route, page) => async (trellis) => {
  await trellis.go(route);
  await trellis.shows(page);
};

/** A linked question with something done to it. */
const question = (fits, act = async () => {}) => async (trellis) => {
  await linked(trellis, '#/q/' + other(fits));
  await linked(trellis, first(fits));
  await act(trellis);
  await trellis.settled();
};

const other = (fits) => first(fits).slice('#/q/'.length).replace(/\/1$/, '/2');
const typed = (entry) => entry.plain && !entry.options;
const chosen = (entry) => entry.plain && entry.options > 2;
const pictured = (entry) => entry.plain && !entry.options && entry.tags?.includes('picture');

function skillRoute() {
  const { id } = releaseMap().map.skills.find((skill) => skill.items?.length > 1 && skill.prerequisites?.length > 0);
  return `#/skill/${id}`;
}

/** A step of the longest lesson; a number beyond its end is its last. */
const lesson = (step) => async (trellis) => {
  const { map, lessons } = releaseMap();
  const longest = map.skills.filter((skill) => skill.lesson).sort((a, b) => lessons.get(b.id) - lessons.get(a.id))[0];
  await trellis.go(`#/lesson/${longest.id}/${step}`);
  await trellis.shows('lesson');
  await trellis.settled();
};

/** The form for a lock of one kind: PIN, pictures, words. */
function setting(place) {
  return async (trellis) => {
    await at('#/settings', 'settings')(trellis);
    if (await trellis.all('lock-beside').count() > 0) await trellis.all('lock-beside').last().click();
    await trellis.all('lock-way').nth(place).click();
    await trellis.at('secret').waitFor();
  };
}

export const SCENES = [
  { name: 'welcome', go: at('#/', 'welcome') },
  { name: 'grade', go: async (trellis) => { await trellis.at('start').click(); await trellis.shows('grade'); } },
  { name: 'first-question', go: async (trellis) => { await trellis.all('grade').nth(4).click(); await trellis.question(); } },
  { name: 'about-you', go: async (trellis) => {
    for (let number = 0; number < 3; number += 1) {
      await trellis.muddleThrough();
      if (number < 2) await trellis.next();
    }
    await trellis.at('about-you').waitFor();
  } },
  { name: 'practice', go: async (trellis) => { await trellis.at('mode').click(); await trellis.question(); } },
  { name: 'typed', go: question(typed, (trellis) => trellis.at('answer').fill('1 3/4')) },
  { name: 'hint', go: question(typed, async (trellis) => {
    while (await trellis.at('hint').isEnabled()) {
      await trellis.at('hint').click();
      await trellis.settled();
    }
  }) },
  { name: 'advice', go: question(typed, (trellis) => trellis.answer('3/')) },
  { name: 'first-miss', go: question(typed, (trellis) => trellis.answer(NEVER_RIGHT[0])) },
  { name: 'worked', go: question(typed, async (trellis) => { await trellis.guess(); await trellis.guess(); }) },
  { name: 'worked-done', go: question(typed, (trellis) => trellis.muddleThrough()) },
  { name: 'keypad', go: question(typed, (trellis) => trellis.at('keypad-toggle').click()) },
  { name: 'choices', go: question(chosen, (trellis) => trellis.all('choice').nth(1).click()) },
  { name: 'choice-checked', go: question(chosen, (trellis) => trellis.answer(1)) },
  { name: 'figure', go: question(pictured) },
  { name: 'right', go: async (trellis) => {
    const route = first(chosen);
    for (let place = 0; place < 5; place += 1) {
      await linked(trellis, route.replace(/\/1$/, '/2'));
      await linked(trellis, route);
      if (await trellis.answer(place) === 'right') return;
    }
    assert.fail('one of the choices is right');
  } },
  { name: 'stopped', go: async (trellis) => {
    await trellis.go('#/practice');
    await trellis.question();
    await trellis.at('stop').click();
    await trellis.shows('done');
  } },
  { name: 'home', go: at('#/', 'home') },
  { name: 'progress', go: async (trellis) => {
    await at('#/progress', 'progress')(trellis);
    const receipt = trellis.page.locator('.receipt summary').first();
    if (await receipt.count() > 0) await receipt.click();
  } },
  { name: 'map', go: at('#/map', 'map') },
  { name: 'skill', go: at(skillRoute(), 'skill') },
  { name: 'skill-goal', go: async (trellis) => { await trellis.all('goal-when').nth(1).click(); await trellis.settled(); } },
  { name: 'home-goal', go: at('#/', 'home') },
  { name: 'private', go: async (trellis) => { await trellis.at('private').click(); await trellis.question(); } },
  { name: 'trial', go: async (trellis) => {
    await at(skillRoute(), 'skill')(trellis);
    await trellis.at('prove').click();
    await trellis.question();
  } },
  { name: 'trial-over', go: async (trellis) => {
    while (await trellis.all('question').count() > 0) {
      await trellis.muddleThrough();
      await trellis.at('next').click();
      await trellis.page.waitForSelector('[data-test="skill-page"], [data-test="check"]');
    }
  } },
  { name: 'example', go: async (trellis) => {
    await trellis.at('practise').click();
    await trellis.missUntilHelp();
    assert.equal(await trellis.all('aside').count(), 1, 'after misses one is worked out');
  } },
  { name: 'lesson-idea', go: lesson(1) },
  { name: 'lesson-worked', go: async (trellis) => {
    await lesson(2)(trellis);
    while (await trellis.all('lesson-more').count()) {
      await trellis.at('lesson-more').click();
      await trellis.settled();
    }
    if (await trellis.all('why').count()) await trellis.at('why').click();
    await trellis.settled();
  } },
  { name: 'lesson-faded', go: lesson(3) },
  { name: 'lesson-try', go: lesson(99) },
  { name: 'settings', go: at('#/settings', 'settings') },
  { name: 'erase-asked', go: async (trellis) => { await trellis.at('erase').click(); await trellis.at('erase-confirm').waitFor(); } },
  { name: 'import-refused', go: async (trellis) => {
    await trellis.choose('not a progress file');
    await trellis.at('result').waitFor();
  } },
  { name: 'carry', go: at('#/carry', 'carry') },
  { name: 'learners', go: at('#/learners', 'learners') },
  { name: 'hand-in', go: async (trellis) => {
    await trellis.go('#/hand-in');
    await trellis.at('ticket').waitFor();
  } },
  { name: 'report', go: at('#/report', 'room') },
  { name: 'join', go: async (trellis) => { await trellis.go('#/join/7KQM2X/7'); await trellis.at('join-yes').waitFor(); } },
  { name: 'join-number', go: async (trellis) => { await trellis.go('#/join/7KQM2X'); await trellis.at('number-choice').waitFor(); } },
  { name: 'class', go: async (trellis) => { await trellis.go('#/class'); await trellis.at('start').waitFor(); } },
  { name: 'class-sample', go: async (trellis) => { await trellis.at('sample').click(); await trellis.at('visit').waitFor(); } },
  { name: 'class-asked', go: async (trellis) => {
    const skill = releaseMap().map.skills.find((one) => one.items?.length > 0 && one.standards?.length > 0 && one.grade === 4);
    await trellis.at('scope').fill(skill.standards[0]);
    await trellis.at('unit').locator('form button[type="submit"]').click();
    await trellis.at('plan-until').fill('2099-12-04');
    await trellis.at('plan-minutes').selectOption({ index: 2 });
    await trellis.at('comment').fill('Ana, take your time.');
    await trellis.at('comment').blur();
    await trellis.at('correct-student').selectOption({ index: 1 });
    await trellis.at('correct-skill').selectOption({ index: 1 });
    await trellis.at('correct-way').first().click();
    await trellis.at('own-address').waitFor();
    asked = (await trellis.at('plan-address').innerText()).replace(/^.*#/, '#');
  } },
  { name: 'plan', go: async (trellis) => {
    await trellis.go(asked);
    await trellis.at('plan-comment').waitFor();
  } },
  { name: 'plan-taken', go: async (trellis) => {
    await trellis.at('unit-yes').click();
    await trellis.at('unit-back').waitFor();
  } },
  { name: 'home-asked', go: at('#/', 'home') },
  { name: 'project', go: async (trellis) => {
    await trellis.go(first(pictured).replace('#/q/', '#/project/'));
    await trellis.at('project-question').waitFor();
  } },
  { name: 'project-shown', go: async (trellis) => {
    await trellis.go(first((entry) => entry.item === 'fr.add-like.add').replace('#/q/', '#/project/'));
    await trellis.page.waitForSelector('[data-item^="fr.add-like.add@"]');
    await trellis.at('project-answer').click();
    await trellis.at('project-shown').waitFor();
  } },
  { name: 'lock-pin', go: setting(0) },
  { name: 'lock-words', go: setting(2) },
  { name: 'lock-pictures', go: async (trellis) => {
    await setting(1)(trellis);
    await trellis.at('picture').click();
    await trellis.settled();
  } },
  { name: 'lock-sheet', go: async (trellis) => {
    for (const place of [1, 2, 3]) await trellis.all('picture').nth(place).click();
    await trellis.at('secret-submit').click();
    await trellis.at('sheet').waitFor();
  } },
  { name: 'unlock', go: async (trellis) => {
    await trellis.reload();
    await trellis.at('unlock').waitFor();
  } },
  { name: 'unlocked', go: async (trellis) => {
    for (const place of [0, 1, 2, 3]) await trellis.all('picture').nth(place).click();
    await trellis.at('secret-submit').click();
    await trellis.shows('home');
  } },
  { name: 'privacy', go: async (trellis) => {
    await at('#/privacy', 'privacy')(trellis);
    await trellis.at('proof-verdict').waitFor();
  } },
  { name: 'wipe-asked', go: async (trellis) => { await trellis.at('wipe-ask').click(); await trellis.at('wipe-confirm').waitFor(); } },
  { name: 'gallery', go: at('#/gallery', 'gallery') },
  { name: 'unknown-page', go: at('#/no/such/page', 'trouble') },
  { name: 'unknown-question', go: at('#/q/no.such.item@1/1', 'trouble') },
];
