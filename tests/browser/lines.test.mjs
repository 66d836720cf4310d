// Work line by line and cell by cell, and the scratchpad: by keyboard, by touch, and as a screen reader is told of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';

const story = stage();
const QUESTION = '#/q/fr.add-unlike.lines@2/3';

const rows = (page) => page.locator('figure.lines tr').evaluateAll((all) => all.map((row) => row.lastElementChild.textContent.trim()));
const said = (page) => page.locator('#feedback').textContent();

/** Types a line and presses Enter. */
async function line(trellis, text) {
  await trellis.page.locator('#answer').fill(text);
  await trellis.page.keyboard.press('Enter');
  await trellis.settled();
}

/** The two fractions of the question, as numbers. */
async function fractions(page) {
  const spoken = await page.locator('#ask mfrac').evaluateAll((all) => all.map((each) => [...each.children].map((part) => Number(part.textContent))));
  const [[a, b], [c, d]] = spoken;
  return { a, b, c, d };
}

describe('work line by line', () => {
  test('each line is told, a wrong one is struck out, and the work ends in a verdict', story({}, async ({ visit }) => {
    const trellis = await visit(QUESTION);
    const page = trellis.page;
    await page.locator('figure.lines .board').waitFor();
    const { a, b, c, d } = await fractions(page);
    await line(trellis, `${a * d}/${b * d} + ${c * b}/${b * d}`);
    assert.deepEqual(await rows(page), ['', '✓ right']);
    assert.match(await said(page), /Line 1 is right/);
    assert.equal(await page.locator('#answer').inputValue(), '', 'the field waits for the next line');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
    await line(trellis, `${a + c}/${b + d}`);
    assert.deepEqual(await rows(page), ['', '✓ right', '✗ does not follow']);
    await page.getByRole('button', { name: 'Undo the last line' }).click();
    assert.deepEqual(await rows(page), ['', '✓ right']);
    await page.locator('#answer').fill('four parts');
    await page.getByRole('button', { name: 'Keep this line as a note' }).click();
    assert.deepEqual(await rows(page), ['', '✓ right', '✎ note']);
    const gcd = (m, n) => (n ? gcd(n, m % n) : m);
    const [num, den] = [a * d + c * b, b * d];
    await line(trellis, `${num / gcd(num, den)}/${den / gcd(num, den)}`);
    assert.ok(await page.locator('.feedback.is-right').count(), await said(page));
  }));

  test('the scratchpad is drawn on and typed on, and gone with the question', story({}, async ({ visit }) => {
    const trellis = await visit(QUESTION);
    const page = trellis.page;
    await page.locator('[data-test="scratch-toggle"]').click();
    const sheet = page.locator('[data-test="scratch-sheet"]');
    await sheet.scrollIntoViewIfNeeded();
    const box = await sheet.boundingBox();
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 60);
    await page.mouse.up();
    assert.equal(await sheet.locator('polyline').count(), 1);
    await page.locator('[data-test="scratch-notes"]').fill('3 + 4');
    await page.locator('[data-test="scratch-undo"]').click();
    assert.equal(await sheet.locator('polyline').count(), 0);
    await page.reload();
    await page.locator('[data-test="scratch-toggle"]').click();
    assert.equal(await page.locator('[data-test="scratch-notes"]').inputValue(), '', 'nothing was stored');
  }));
});

const COLUMNS = '#/q/sub.fluent-1000.columns@3/1';
const NAMES = {
  en: ['ones column', 'tens column', 'hundreds column'],
  es: ['columna de las unidades', 'columna de las decenas', 'columna de las centenas'],
};

/** The digits of both numbers, from the ones. */
async function digits(page) {
  const rows = await page.locator('figure.columns tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  const [top, bottom] = rows.filter((row) => row.some((text) => /^\d$/.test(text))).map((row) => row.filter((text) => /^\d$/.test(text)).map(Number).reverse());
  return { top, bottom };
}

/** Where the focus is: which box, by its name. */
const box = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label'));

describe('work cell by cell', () => {
  for (const locale of ['en', 'es']) {
    test(`a wrong digit is marked in its cell and named with its column (${locale})`, story({ locale }, async ({ visit }) => {
      const trellis = await visit(COLUMNS);
      const page = trellis.page;
      await page.locator('figure.columns .board').waitFor();
      const { top, bottom } = await digits(page);
      const right = [...String(Number([...top].reverse().join('')) - Number([...bottom].reverse().join('')))].reverse().map(Number);
      // The smaller digit from the larger, in every column.
      const mine = top.map((digit, k) => Math.abs(digit - bottom[k]));
      const first = mine.findIndex((digit, k) => digit !== (right[k] ?? 0));
      await page.locator(`[data-cell="${top.length - 1}"]`).focus();
      for (const [k, digit] of mine.entries()) {
        assert.match(await box(page), new RegExp(NAMES[locale][k]));
        await page.keyboard.press(String(digit));
        await trellis.settled();
      }
      assert.equal(await page.locator('[aria-invalid]').count(), 0, 'nothing is judged before it is checked');
      assert.equal(await page.locator('#answer').inputValue(), [...mine].reverse().join(''));
      await page.keyboard.press('Enter');
      await trellis.settled();
      assert.equal(await trellis.verdict(), 'again');
      const verdict = await page.locator('#feedback [role="status"]').textContent();
      const place = locale === 'en' ? `Look at the ${NAMES.en[first]} first: does the ${mine[first]} belong there?` : `Mira primero la ${NAMES.es[first]}: ¿va ahí el ${mine[first]}?`;
      assert.ok(verdict.includes(place), verdict);
      const marked = page.locator('[aria-invalid="true"]');
      assert.equal(await marked.count(), 1, 'what comes after it is not wrong again');
      assert.match(await marked.getAttribute('aria-label'), new RegExp(NAMES[locale][first]));
      assert.equal(await marked.getAttribute('aria-describedby'), 'feedback');
      assert.match(await box(page), new RegExp(NAMES[locale][first]), 'and writing goes on there');
      const sign = await marked.evaluate((input) => getComputedStyle(input.parentElement, '::after').content);
      assert.match(sign, /✗/, 'not by colour alone');
      // The hint goes to that cell; marks of one's own are kept beside the result.
      await trellis.at('hint').click();
      for (let turn = 0; turn < 8 && await trellis.at('hint').isEnabled(); turn += 1) await trellis.at('hint').click();
      assert.match(await page.locator('.hint').last().textContent(), new RegExp(`(In the|En la) ${NAMES[locale][first]}`));
      await page.locator(`[data-cell="${top.length}"]`).fill('9');
      await marked.fill(String(right[first]));
      await trellis.settled();
      assert.equal(await marked.count(), 0, 'what was changed is not marked any more');
      for (const [k, digit] of right.entries()) await page.locator(`[data-cell="${top.length - 1 - k}"]`).fill(String(digit));
      for (let k = right.length; k < top.length; k += 1) await page.locator(`[data-cell="${top.length - 1 - k}"]`).fill('');
      await trellis.settled();
      assert.equal(await page.locator('#answer').inputValue(), [...right].reverse().join(''), 'the field holds the result alone');
      await page.keyboard.press('Enter');
      await trellis.settled();
      assert.equal(await trellis.verdict(), 'right');
    }));
  }

  test('a sum that is right as far as it goes is no miss: the rest is asked for', story({}, async ({ visit }) => {
    const trellis = await visit(COLUMNS);
    const page = trellis.page;
    await page.locator('figure.columns .board').waitFor();
    const { top, bottom } = await digits(page);
    await page.locator(`[data-cell="${top.length - 1}"]`).fill(String((top[0] - bottom[0] + 10) % 10));
    await trellis.settled();
    await trellis.at('check').click();
    await trellis.settled();
    assert.equal(await trellis.verdict(), 'advice');
    assert.equal(await page.locator('[aria-invalid]').count(), 0);
  }));

  test('looks the same before and after the styles of the later pages have come', story({ colorScheme: 'dark' }, async ({ visit }) => {
    const trellis = await visit(COLUMNS);
    const page = trellis.page;
    await page.locator('figure.columns .board').waitFor();
    await page.waitForFunction(() => [...document.styleSheets].some((sheet) => /\/later-/.test(sheet.href ?? '')));
    const look = (worn) => page.evaluate(([find, on]) => {
      const sheet = [...document.styleSheets].find(({ href }) => new RegExp(find).test(href ?? ''));
      sheet.disabled = !on;
      const { backgroundColor, color, inlineSize, padding } = getComputedStyle(document.querySelector('figure.columns table'));
      return { backgroundColor, color, inlineSize, padding };
    }, ['/later-', worn]);
    assert.deepEqual(await look(true), await look(false));
  }));

  test('a half-done division keeps the place of each digit, and a gap in it is no answer', story({}, async ({ visit }) => {
    const trellis = await visit('#/q/div.1digit-exact.columns@1/1');
    const page = trellis.page;
    await page.locator('figure.columns .board').waitFor();
    await page.locator('[data-cell="0"]').fill('1');
    const working = page.locator('figure.columns .working input').first();
    await working.fill('7');
    await trellis.settled();
    assert.match(await page.locator('#answer').inputValue(), /^1_*$/, 'the place of a digit is kept');
    await trellis.at('check').click();
    await trellis.settled();
    assert.equal(await trellis.verdict(), 'advice', 'a gap is no answer');
    assert.equal(await working.inputValue(), '7');
  }));
});

const SLOWER = 4;
/** A frame of a screen that draws sixty times in a second. */
const FRAME = 16;
/** `MEASURE=1` is for a figure: many checks, three times each. In every run each kind of work is judged, and nothing depends on a clock. */
const MEASURE = process.env.MEASURE === '1';
/** Worked solutions of each kind of work, spread over all there are; papers of written arithmetic. */
const [EACH, PAPERS] = MEASURE ? [7, 24] : [1, 1];
/** Each check is made so often, and the quickest counts: a judgement takes as long every time, what other programs take does not. */
const TIMES = MEASURE ? 3 : 1;
const NOTE = 'A note, which is never judged';
/** A skill of the course that has lines; in the story its unit holds nothing but what is measured. */
const HOST = 'fr.add-unlike';

/** A table of `tests/steps`: under each heading its rows, which are parts with this between them. */
function table(name, between) {
  const text = readFileSync(path.join(import.meta.dirname, '../steps', name), 'utf8');
  const sections = new Map();
  let heading = '';
  for (const row of text.split('\n').filter(Boolean)) {
    if (row.startsWith('# ')) heading = row.slice(2);
    else sections.set(heading, [...sections.get(heading) ?? [], row.split(between)]);
  }
  return sections;
}

const spread = (all, most) => all.filter((_, k) => Math.floor((k * most) / all.length) !== Math.floor(((k - 1) * most) / all.length));

/** What an item of a pack says of such work: `3 ft 4 in` is a list of numbers and units, two equations are two lines. */
function answerOf(start, options) {
  const option = (name) => options.split(' ').map((each) => each.split('=')).find(([key]) => key === name);
  const [, unit] = option('unit') ?? [];
  const [, whole] = option('whole') ?? [];
  const until = ['lowest', 'factored', 'expanded'].find(option);
  const amount = () => `[${start.split(' ').map((part, k) => (k % 2 ? `'${part}'` : part)).join(', ')}]`;
  const lines = start.split(' & ').map((line) => `\`${line}\``);
  return { lines: unit ? amount() : lines.length > 1 ? lines : lines[0], unit, whole, until, hidden: option('hidden') ? true : undefined };
}

/** Worked solutions and papers as items of their own, and what is written for each of them. */
function measured() {
  const work = [];
  for (const [heading, rows] of table('corpus.txt', ' | ')) {
    for (const [start, options, ...parts] of spread(rows.filter((row) => row.length > 2), EACH)) {
      work.push({ kind: heading, answer: answerOf(start, options), writes: parts.map((part) => part.split(' => ')[0]) });
    }
  }
  const papers = [...table('columns.txt', ' => ').values()].flat();
  for (const [sum, response] of spread(papers, PAPERS)) {
    work.push({ kind: 'Written arithmetic, cell by cell', answer: { columns: `\`${sum}\`` }, writes: [response] });
  }
  return work.map((each, k) => ({ id: `${HOST}.measured-${k}`, ...each }));
}

/** From now on the site has these items where it had the lines of the course. */
function serveOnly(site, work) {
  const item = ({ id, answer }) => ({ id, skill: HOST, level: 1, tags: ['symbols', 'procedure'], ask: 'Go on.', answer, hints: ['What comes next?'], solution: ['It is done.'] });
  site.lie(/^packs\/fr-5-lines-\w+\.json$/, (body) => JSON.stringify({ ...JSON.parse(body), item: work.map(item) }));
  site.lie(/^packs\/map-\w+\.json$/, (body) => {
    const map = JSON.parse(body);
    const skill = map.skills.find(({ id }) => id === HOST);
    skill.items = work.map(({ id }) => ({ item: id, level: [1], tags: ['symbols', 'procedure'], unit: 'fr-5-lines' }));
    return JSON.stringify(map);
  });
}

/**
 * Tells of every check how long it took: `judged`, from where the message is taken up until the page is put into words, that is
 * judging, keeping and wording; `drawn`, from the key to the drawn verdict before the next paint. The program asks for the time when
 * it takes a message up, and its scheduler asks before and after every piece of work; so nothing is measured inside the program.
 */
function clock() {
  const { now } = Date;
  let asked = [];
  Date.now = () => {
    asked.push(performance.now());
    return now();
  };
  addEventListener('submit', () => { asked = [performance.now()]; }, true);
  globalThis.took = () => {
    const [began, , taken, done] = asked;
    return { judged: done - taken, drawn: asked.at(-1) - began };
  };
}

const share = (all, part) => [...all].sort((one, other) => one - other)[Math.ceil(all.length * part) - 1];
const told = (all) => [0.5, 0.95, 1].map((part) => share(all, part).toFixed(1).padStart(6)).join(' ');

describe('checking a line', () => {
  test('tells how long it takes on a machine four times slower, for every kind of work', story({}, async ({ context, site, visit }) => {
    const work = measured();
    serveOnly(site, work);
    const trellis = await visit(`#/q/${work[0].id}@1/1`, { before: clock });
    const page = trellis.page;
    await page.locator('figure .board').waitFor();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const checks = new Map();
    for (const { id, kind, writes } of work) {
      for (let seed = 1; seed <= TIMES; seed += 1) {
        await trellis.go(`#/q/${id}@1/${seed}`);
        await page.waitForSelector(`[data-item="${id}@1/${seed}"]`);
        for (const [k, text] of (kind.startsWith('Written') ? writes : ['# so far', ...writes]).entries()) {
          if (!await page.locator('#answer').isEnabled()) break;
          await line(trellis, text);
          const key = `${text.startsWith('#') ? NOTE : kind}|${id}|${k}`;
          checks.set(key, [...checks.get(key) ?? [], await page.evaluate(() => globalThis.took())]);
        }
      }
    }
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const quickest = (took, what) => Math.min(...took.map((each) => each[what]).filter(Number.isFinite));
    const kinds = new Map();
    for (const [key, took] of checks) {
      const [kind] = key.split('|');
      kinds.set(kind, [...kinds.get(kind) ?? [], { judged: quickest(took, 'judged'), drawn: quickest(took, 'drawn') }]);
    }
    const rows = [...kinds];
    const judged = rows.filter(([kind]) => kind !== NOTE).flatMap(([, took]) => took);
    rows.push(['All that is judged', judged]);
    console.log(`ms at ${SLOWER}x CPU${' '.repeat(34)}checks   judged: median, p95, most   drawn: median, p95, most`);
    for (const [kind, took] of rows) {
      console.log(`${kind.padEnd(46)} ${String(took.length).padStart(5)}   ${told(took.map((each) => each.judged))}         ${told(took.map((each) => each.drawn))}`);
    }
    assert.equal(rows.length, 15, 'every kind of work');
    if (!MEASURE) return;
    assert.ok(judged.length >= 200, `${judged.length} checks`);
    // The slowest few are those that other programs held up; on a quiet machine the 95th in a hundred is the figure to look at.
    const slow = rows.filter(([, took]) => share(took.map((each) => each.judged), 0.5) >= FRAME);
    assert.deepEqual(slow.map(([kind]) => kind), [], 'judged in less than a frame');
  }));
});
