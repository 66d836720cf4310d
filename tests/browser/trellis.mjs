// Trellis as a learner uses it, through the hooks of README.md.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

/** Numbers that no question has for an answer. */
export const NEVER_RIGHT = ['9973', '9967'];
const PATIENCE = 30_000;

export class Trellis {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    page.setDefaultTimeout(PATIENCE);
  }

  /** Every element with this hook. */
  all(hook) {
    return this.page.locator(`[data-test="${hook}"]`);
  }

  /** The first element with this hook. */
  at(hook) {
    return this.all(hook).first();
  }

  async open(route = '#/', wait = true) {
    await this.page.goto(this.address + route);
    if (wait) await this.ready();
  }

  async ready() {
    await this.page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
    await this.still();
  }

  /** Reloads, like a learner who closed the lid. */
  async reload() {
    await this.page.reload();
    await this.ready();
  }

  /** Goes to another page of the app, without loading it anew. */
  async go(route) {
    await this.page.evaluate((to) => { location.hash = to; }, route);
    await this.settled();
  }

  /** Waits until everything that was said has been drawn. */
  async settled() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** A page scrolls to where one goes on a moment after it is drawn; a press while it moves meets nothing. */
  async still() {
    await this.page.evaluate(() => new Promise((done) => setTimeout(done, 120)));
    await this.settled();
  }

  /** What is said of an open answer is scrolled to as well. */
  async scrolled() {
    if (['again', 'advice'].includes(await this.verdict())) await this.still();
  }

  async shows(name) {
    await this.page.waitForSelector(`main[data-page="${name}"]`);
  }

  /** From the welcome page to the first question: two taps. */
  async begin(grade = 4) {
    await this.at('start').click();
    await this.all('grade').nth(grade).click();
    await this.at('question').waitFor();
  }

  /** Until everything that was done is on the disk. */
  async saved() {
    await this.page.waitForSelector('[data-test="saved"].is-saved');
  }

  /** What stands on the desk: `{ id, item, level, seed, typed, text }`. */
  async question() {
    await this.pastHelp();
    const found = await this.page.evaluate(() => {
      const question = document.querySelector('[data-test="question"]');
      const text = (selector) => question.querySelector(selector)?.innerText.trim() ?? '';
      return { id: question.dataset.item, typed: !!question.querySelector('[data-test="answer"]'), text: text('.asked') };
    });
    const [, item, level, seed] = /^(.+)@(\d+)\/(\d+)$/.exec(found.id) ?? assert.fail(`data-item is ${found.id}`);
    return { ...found, item, level: Number(level), seed: Number(seed) };
  }

  /** To the question on the desk, past a worked example or a card that stands before it. */
  async pastHelp() {
    const either = this.page.locator('[data-test="question"], [data-test="aside-go"], [data-test="again"]').first();
    await either.waitFor();
    // Help between two questions, or the end of today's plan; one may follow the other.
    for (let turn = 0; turn < 3 && await this.all('question').count() === 0; turn += 1) {
      await this.page.locator('[data-test="aside-go"], [data-test="again"]').first().click();
      await this.settled();
      await either.waitFor();
    }
  }

  /** Writes or chooses, and checks. `what` is text for a field, a place for choices. Gives the verdict. */
  async answer(what) {
    await this.scrolled();
    if (typeof what === 'number') {
      await this.all('choice').nth(what).click();
      await this.chooseInEach(what);
    } else await this.at('answer').fill(what);
    await this.at('check').click();
    await this.settled();
    return this.verdict();
  }

  /** A question with several groups wants a choice in each before it can be checked. */
  async chooseInEach(place) {
    for (const group of await this.at('question').locator('fieldset:has([data-test="choice"])').all()) {
      if (await group.locator(':checked').count() === 0) await group.locator('[data-test="choice"]').nth(place).click();
    }
  }

  /** `right`, `again`, `show`, `advice`, or `none` while nothing was said. */
  async verdict() {
    const tone = await this.at('feedback').getAttribute('class');
    return /is-(right|again|show|advice)/.exec(tone ?? '')?.[1] ?? 'none';
  }

  /** Answers as somebody would who does not know. */
  async guess() {
    const { typed } = await this.question();
    const tries = await this.verdict() === 'again' ? 1 : 0;
    return this.answer(typed ? NEVER_RIGHT[tries] : tries);
  }

  /** Goes through the question at hand to its end, knowing nothing. */
  async muddleThrough() {
    if (await this.guess() === 'again') await this.guess();
    await this.lastStep(NEVER_RIGHT[0]);
    return this.verdict();
  }

  /** Fills the box of the worked solution, where there is one. */
  async lastStep(text) {
    if (await this.all('last-step').count() === 0) return;
    await this.at('last-step').fill(text);
    await this.at('last-check').click();
    await this.settled();
  }

  /** Answers rightly, once `answers` has found out how. */
  async answerRight(answers) {
    const { id } = await this.question();
    const verdict = await this.answer(await answers.to(id));
    assert.equal(verdict, 'right', `what was right on the linked question ${id} is right in practice`);
  }

  /** To the next question, or to the next step of this one, which keeps its item. */
  async next() {
    await this.scrolled();
    const { id } = await this.question();
    await this.at('next').click();
    await this.page.waitForFunction((old) => {
      const question = document.querySelector('[data-test="question"]');
      const fresh = question && (question.dataset.item !== old || !question.querySelector('[data-test="feedback"][class*="is-"]'));
      return question ? fresh : document.querySelector('[data-test="aside-go"], [data-test="again"]');
    }, id);
    await this.pastHelp();
  }

  /** Misses until help stands between two questions. */
  async missUntilHelp() {
    for (let turn = 0; turn < 40 && await this.all('aside').count() === 0; turn += 1) {
      await this.page.waitForSelector('[data-test="check"]');
      await this.muddleThrough();
      await this.at('next').click();
      await this.page.waitForSelector('[data-test="aside"], [data-test="check"]');
    }
  }

  /** Goes on until the question is typed (or, if `typed` is false, chosen). */
  async find(typed = true) {
    for (let turn = 0; turn < 40; turn += 1) {
      if ((await this.question()).typed === typed) return;
      await this.muddleThrough();
      await this.next();
    }
    assert.fail(`no question with ${typed ? 'a typed answer' : 'choices'} in forty`);
  }

  /** The check code of the open record. */
  async state() {
    await this.go('#/settings');
    await this.shows('settings');
    await this.page.waitForFunction(() => document.querySelector('[data-test="state"]').textContent !== '');
    return (await this.at('state').innerText()).trim();
  }

  /** What home recommends. */
  async recommendation() {
    await this.go('#/');
    await this.shows('home');
    return this.page.locator('main').innerText();
  }

  /** Saves a progress file: its bytes, and where the browser put it. */
  async export() {
    await this.go('#/settings');
    await this.shows('settings');
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.at('export').click()]);
    const file = await download.path();
    return { file, name: download.suggestedFilename(), bytes: await readFile(file) };
  }

  /** Chooses a file, on whatever page offers that. */
  async choose(bytes, name = 'mine.trellis') {
    await this.at('import').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }

  /** Presses the button that says this. */
  async press(label) {
    await this.page.getByRole('button', { name: label, exact: true }).first().click();
    await this.settled();
  }

  async text() {
    return this.page.locator('body').innerText();
  }
}

/** Finds right answers on same-question pages, which touch nobody's record, and remembers them. */
export class Answers {
  #trellis;
  #known = new Map();

  constructor(trellis) {
    this.#trellis = trellis;
  }

  async to(id) {
    if (!this.#known.has(id)) this.#known.set(id, await this.#find(id));
    return this.#known.get(id);
  }

  async #find(id) {
    await this.#fresh(id);
    const { typed } = await this.#trellis.question();
    const candidates = typed ? await this.#written(id) : await this.#offered();
    for (const candidate of candidates) {
      await this.#fresh(id);
      if (await this.#trellis.answer(candidate) === 'right') return candidate;
    }
    return assert.fail(`none of ${JSON.stringify(candidates)} answers ${id}`);
  }

  /** The same question again, as if for the first time. */
  async #fresh(id) {
    const [, head, seed] = /^(.*\/)(\d+)$/.exec(id);
    for (const address of [`${head}${Number(seed) + 1}`, id]) {
      await this.#trellis.go(`#/q/${address}`);
      await this.#trellis.page.waitForSelector(`[data-item="${address}"]`);
    }
  }

  async #offered() {
    return [...Array(await this.#trellis.all('choice').count()).keys()];
  }

  /** Every number in the worked solution, the last first; then the parts of its fractions. */
  async #written(id) {
    // Where any number of a kind is right, one that is wrong elsewhere may be right.
    if (await this.#trellis.muddleThrough() === 'right') return NEVER_RIGHT;
    const lines = await this.#trellis.page.locator('.steps li').evaluateAll(readMaths);
    const numbers = lines.flatMap((line) => line.match(/-?\d+ \d+\/\d+|-?\d+\/\d+|-?\d+(\.\d+)?/g) ?? []);
    assert.ok(numbers.length > 0, `the worked solution of ${id} has numbers: ${lines.join(' | ')}`);
    numbers.reverse();
    return [...new Set([...numbers, ...numbers.flatMap((number) => number.split(/[ /]/))])];
  }
}

/** Runs in the page: running text with its drawn maths as one would type it. */
function readMaths(elements) {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (node.classList?.contains('visually-hidden')) return ' ';
    const parts = [...node.childNodes].map(read);
    if (node.localName === 'mfrac') return ` ${parts[0].trim()}/${parts[1].trim()} `;
    return parts.join('');
  };
  const typed = (text) => text.replaceAll('\u2212', '-').replace(/[\s\u2062\u2064]+/g, ' ').replace(/ \/ /g, '/');
  return elements.map((element) => typed(read(element)));
}

/** Says of a story that fails how each of its pages stood, since nobody will see them again. */
export async function standing(context) {
  for (const page of context.pages()) {
    const late = new Promise((resolve) => { setTimeout(resolve, 3_000, 'it does not answer'); });
    const seen = page.evaluate(async () => {
      const worker = await navigator.serviceWorker?.getRegistration();
      const states = ['installing', 'waiting', 'active'].filter((state) => worker?.[state]).map((state) => `${state}: ${worker[state].state}`);
      const focus = document.activeElement;
      return [
        `document ${document.readyState}, ready ${document.documentElement.dataset.ready}, ${document.visibilityState}`,
        `service worker ${states.join(', ') || 'none'}, controlled ${Boolean(navigator.serviceWorker?.controller)}`,
        `question ${document.querySelector('[data-test="question"]')?.dataset.item}`,
        `focus on ${focus?.tagName} ${focus?.id} "${focus?.textContent.slice(0, 40)}", scrolled to ${scrollY}`,
        document.body.innerText.replace(/\s+/g, ' ').slice(0, 900),
      ].join('\n  ');
    }).catch((error) => error.message);
    console.log(`a page when its story failed: ${page.url()}\n  ${await Promise.race([seen, late])}`);
  }
}
