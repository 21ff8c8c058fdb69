// SPDX-License-Identifier: MIT
// Tests of the pages in a browser.
//   npm install && FEARLESS_SITE=…/build/dev/site npm test
// FEARLESS_CHROMIUM names another browser; FEARLESS_KEPT names a file that keeps which pages passed, for the next run.
// FEARLESS_SOURCE is the root of the source tree; without it, three folders above this file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const site = resolve(process.env.FEARLESS_SITE ?? fileURLToPath(new URL('../../../build/dev/site', import.meta.url)));
const pages = readdirSync(site).filter((file) => file.endsWith('.html')).sort();
const others = ['index', 'claims', 'errors', 'found', 'glossary', 'matrix', 'mutants', 'ownership', 'retired', 'scenarios', 'scheduling', 'speed', 'strategies', 'weak-memory', 'worth'].map((name) => `${name}.html`);
const chapters = pages.filter((file) => !others.includes(file) && !file.startsWith('certificate-'));
const address = (page) => pathToFileURL(resolve(site, page)).href;

const browser = await chromium.launch({
  executablePath: process.env.FEARLESS_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
    '--disable-background-networking', '--disable-component-update'],
});
after(() => browser.close());

/** Opens a page in a new context, passes it to `body`, and checks that the console has no errors or warnings. */
const visit = async (page, options, body) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const tab = await context.newPage();
    const complaints = [];
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    tab.on('requestfailed', (request) => complaints.push(`can't load ${request.url()}`));
    await tab.goto(address(page));
    await body(tab);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
};

const unfold = (tab) => tab.locator('details').evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));

// A page passes until it, a file that it loads, these tests, axe or the browser changes. Each run measures other times and has another commit,
// so a number in the text counts as any other number, and a time in `datetime` as any other time. Numbers elsewhere in tags, such as classes,
// addresses and the points of a plot, count as they are.

const digest = (...texts) => texts.reduce((hash, text) => hash.update(`${text.length}\n`).update(text), createHash('sha256')).digest('hex');
const loaded = readdirSync(site).filter((file) => /\.(css|js)$/.test(file)).sort().map((file) => readFileSync(resolve(site, file), 'utf8'));
const basis = digest(readFileSync(fileURLToPath(import.meta.url), 'utf8'), readFileSync(axe, 'utf8'), browser.version(), ...loaded);
const key_of = (page) => digest(basis, page, readFileSync(resolve(site, page), 'utf8')
  .replace(/ datetime="[^"]*"/g, '')
  .replace(/>[^<]*/g, (text) => text.replace(/\b[0-9a-f]{7,40}\b|[0-9]+/g, '0')));

const kept_file = process.env.FEARLESS_KEPT;
const kept = kept_file && existsSync(kept_file) ? JSON.parse(readFileSync(kept_file, 'utf8')) : {};
const passed = {};
after(() => kept_file && writeFileSync(kept_file, JSON.stringify(passed)));

test('there are pages', () => {
  for (const page of others) assert.ok(pages.includes(page), page);
  assert.ok(chapters.length > 0, 'no chapters');
});

const opens = async (tab) => {
  assert.match(await tab.title(), /\S/);
  assert.equal(await tab.locator('h1').count(), 1);
  assert.equal(await tab.locator('html').getAttribute('lang'), 'en');
};

const has_unique_ids = async (tab) => {
  const ids = await tab.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
};

const leaves_the_contents_uncovered = async (tab) => {
  await tab.setViewportSize({ width: 1400, height: 900 });
  const over = await tab.evaluate(() => {
    const left = document.querySelector('#contents').getBoundingClientRect().left;
    return [...document.querySelectorAll('main *')]
      .filter((element) => !element.parentElement.closest('.wide, pre, div.sourceCode'))
      .filter((element) => element.getBoundingClientRect().right > left)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  assert.deepEqual(over, []);
};

const prints_all_text = async (tab) => {
  await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const all = tab.locator('details > :not(summary), main pre, .claim > p');
  const hidden = await all.evaluateAll((elements) => elements
    .filter((element) => !element.checkVisibility() || element.getBoundingClientRect().height === 0)
    .map((element) => element.outerHTML.slice(0, 120)));
  assert.deepEqual(hidden, []);
  const ground = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(ground, 'rgb(255, 255, 255)', 'the background is not white');
  await tab.emulateMedia({ media: 'screen', colorScheme: 'light' });
};

const fits_a_phone = async (tab) => {
  await tab.setViewportSize({ width: 360, height: 740 });
  await unfold(tab);
  const wider = await tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
  });
  assert.deepEqual(wider, []);
};

/** Where each element is: if a change of colours moves nothing, only the rules on colours can answer differently. */
const places = (tab) => tab.evaluate(() => [...document.querySelectorAll('*')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return `${element.checkVisibility()} ${x} ${y} ${width} ${height}`;
}).join('\n'));

const violations = (tab, options) => tab.evaluate(async (asked) => {
  const found = await globalThis.axe.run(document, { resultTypes: ['violations'], preload: false, ...asked });
  return {
    violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' ')}`),
    color_rules: [found.violations, found.passes, found.incomplete, found.inapplicable].flat()
      .filter(({ tags }) => tags.includes('cat.color')).map(({ id }) => id),
  };
}, options);

const is_accessible_in_light_and_dark = async (tab) => {
  await tab.setViewportSize({ width: 1280, height: 900 });
  await unfold(tab);
  await tab.addScriptTag({ path: axe });
  const in_light = await violations(tab, {});
  assert.deepEqual(in_light.violations, [], 'light');
  assert.ok(in_light.color_rules.includes('color-contrast'), in_light.color_rules.join());
  const before = await places(tab);
  await tab.emulateMedia({ colorScheme: 'dark' });
  assert.ok(await places(tab) === before, 'the dark colours move elements');
  const in_dark = await violations(tab, { runOnly: { type: 'rule', values: in_light.color_rules } });
  assert.deepEqual(in_dark.violations, [], 'dark');
};

const works_without_scripts = async (tab) => {
  assert.equal(await tab.locator('button, input').count(), 0, 'a control without a function');
  assert.ok(await tab.locator('h1').isVisible());
  const hidden = await tab.locator('.claim').evaluateAll((claims) => claims
    .filter((claim) => ['p', '.chip'].some((part) => {
      const first = claim.querySelector(part);
      return !first?.checkVisibility({ visibilityProperty: true }) || first.getBoundingClientRect().height === 0;
    }))
    .map(({ id }) => id));
  assert.deepEqual(hidden, []);
  const fold = tab.locator('details > summary').first();
  if (await fold.count()) {
    await fold.click();
    assert.ok(await tab.locator('details').first().locator('> :not(summary)').first().isVisible());
  }
};

// Each page is opened once for all tests that need its scripts.
describe('every page', { concurrency: availableParallelism() }, () => {
  for (const page of pages) {
    const key = key_of(page);
    if (kept[page] === key) {
      test(`${page} has not changed since it passed`, () => { passed[page] = key; });
      continue;
    }
    test(page, async (of_page) => {
      let failures = 0;
      const part = (name, body) => of_page.test(name, async () => {
        try {
          await body();
        } catch (failure) {
          failures += 1;
          throw failure;
        }
      });
      await visit(page, {}, async (tab) => {
        await part('opens', () => opens(tab));
        await part('has unique ids', () => has_unique_ids(tab));
        await part('leaves the contents uncovered on a wide screen', () => leaves_the_contents_uncovered(tab));
        await part('prints all text', () => prints_all_text(tab));
        await part('fits a phone', () => fits_a_phone(tab));
        await part('is accessible in light and dark', () => is_accessible_in_light_and_dark(tab));
      });
      await part('works without scripts', () => visit(page, { javaScriptEnabled: false }, works_without_scripts));
      if (failures === 0) passed[page] = key;
    });
  }
});

test('every link has a target, and every term is defined in the glossary', () => visit('index.html', {}, async (tab) => {
  const ids = new Map();
  const links = [];
  for (const page of pages) {
    const found = await tab.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      return {
        ids: [...parsed.querySelectorAll('[id]')].map(({ id }) => id),
        links: [...parsed.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
      };
    }, readFileSync(resolve(site, page), 'utf8'));
    ids.set(page, new Set(found.ids));
    for (const href of found.links) links.push({ page, href });
    const terms = found.ids.filter((id) => id.startsWith('term.'));
    if (page === 'glossary.html') assert.ok(terms.length > 0 && terms.length <= 40, `${terms.length} terms`);
    else assert.deepEqual(terms, [], `terms that are defined in ${page}`);
  }
  const dead = links.filter(({ page, href }) => {
    if (/^https?:/.test(href)) return false;
    const [file, anchor] = href.split('#');
    if (/\.json$/.test(file)) return !existsSync(resolve(site, file));
    const target = ids.get(file || page);
    return !target || (anchor && !target.has(decodeURIComponent(anchor)));
  });
  assert.deepEqual(dead, []);
  assert.ok(links.some(({ href }) => href.startsWith('glossary.html#term.')), 'no link to a term');
}));

test('a link to a claim highlights it', () => visit(chapters.at(-1), {}, async (tab) => {
  const id = await tab.locator('.claim').first().getAttribute('id');
  const ground = () => tab.locator('.claim p').first().evaluate((element) => getComputedStyle(element).backgroundColor);
  const before_it = await ground();
  await tab.goto(`${address(chapters.at(-1))}#${id}`);
  assert.notEqual(await ground(), before_it);
}));

test('a stress case shows its searches, with a link to the explanation of each column', () => visit('messages.html', {}, async (tab) => {
  await unfold(tab);
  const table = tab.locator('[id="channels.recv.drains"] .searched').first();
  for (const strategy of ['random', 'pct-2', 'pct-3', 'weak-1', 'weak-2', 'pct-2-weak-1', 'noise', 'none']) {
    assert.ok(await table.getByRole('rowheader', { name: strategy, exact: true }).first().isVisible(), strategy);
  }
  for (const link of await table.locator('thead a').all()) {
    const [page, anchor] = (await link.getAttribute('href')).split('#');
    assert.equal(page, 'scheduling.html');
    assert.match(anchor, /^scheduling\./);
  }
  const used = await table.locator('tbody tr:not(.group) th').allTextContents();
  await table.locator('thead a').first().click();
  await tab.waitForURL(/scheduling\.html#scheduling\.strategies$/);
  const explained = await tab.locator('table').first().locator('tbody td:first-child').allTextContents();
  assert.deepEqual(used.filter((strategy) => !explained.includes(strategy)), [], 'strategies without an explanation');
}));

test('demonstrations of the detector stand in a group of their own', () => visit('claims.html', {}, async (tab) => {
  const groups = await tab.locator('tbody').evaluateAll((all) => all.map((group) => ({
    title: group.querySelector('.group').textContent,
    ids: [...group.querySelectorAll('tr[id]')].map(({ id }) => id),
  })));
  const last = groups.at(-1);
  assert.equal(last.title, 'Demonstrations of the detector');
  assert.ok(last.ids.includes('threads.hazard.race'), last.ids.join());
  assert.ok(groups.slice(0, -1).every(({ ids }) => !ids.some((id) => last.ids.includes(id))));
}));

test('each compiler error has a rejected and an accepted program', () => visit('errors.html', {}, async (tab) => {
  const codes = await tab.locator('h2').count();
  assert.ok(codes > 0, 'no codes');
  assert.equal(await tab.locator('main div.sourceCode').count(), 2 * codes);
}));

test('the table of types gives a reason exactly where C++ and Rust differ', () => visit('markers.html', {}, async (tab) => {
  const rows = await tab.locator('.types tr:has(td)').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.ok(rows.length >= 60, `${rows.length} types`);
  for (const [type, send, sync, , rust_send, rust_sync, reason] of rows) {
    assert.match(send + sync + rust_send + rust_sync, /^((yes|no)){4}$/, type);
    assert.equal(reason !== '', send !== rust_send || sync !== rust_sync, type);
  }
}));

test('the implementations are ordered by failures, fewest first', () => visit('matrix.html', {}, async (tab) => {
  const table = tab.locator('table.matrix');
  const names = await table.locator('thead a').allTextContents();
  assert.ok(names.includes('reference'), names.join());
  const rows = await table.locator('tbody tr[id]:not(.group)').evaluateAll((all) => all.map((row) => ({
    id: row.id,
    demonstrates: row.parentElement.querySelector('.group').textContent === 'Demonstrations of the detector',
    verdicts: [...row.querySelectorAll('td a.chip')].map((chip) => ({ failed: chip.classList.contains('fail'), href: chip.getAttribute('href') })),
  })));
  assert.ok(rows.length > 0, 'no claims');
  const failed = names.map(() => 0);
  for (const { id, demonstrates, verdicts } of rows) {
    assert.deepEqual(verdicts.map(({ href }) => href), names.map((name) => `certificate-${name}.html#${id}`));
    if (!demonstrates) verdicts.forEach((verdict, at) => { failed[at] += verdict.failed ? 1 : 0; });
  }
  assert.deepEqual(failed, failed.toSorted((one, other) => one - other));
}));

// The certificate of an implementation that does not exist, made as `fearless site` makes it.

const lua_text = (value) => {
  if (Array.isArray(value)) return `{${value.map(lua_text).join(',')}}`;
  if (typeof value === 'string') return `"${value.replace(/["\\\0-\x1f]/g, (each) => `\\${String(each.charCodeAt(0)).padStart(3, '0')}`)}"`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value).map(([field, item]) => `[${lua_text(field)}]=${lua_text(item)}`).join(',')}}`;
};

const source = process.env.FEARLESS_SOURCE ?? fileURLToPath(new URL('../../..', import.meta.url));

/** Visits the certificate of an implementation with this row for the claim `made.claim`. */
const visit_certificate_of = async (row, body) => {
  const folder = mkdtempSync(resolve(tmpdir(), 'fearless-pages-'));
  try {
    const parts = {
      chapters: [{ slug: 'made', title: 'Made' }],
      implementations: ['made'],
      'implementation made': { name: 'made', release: '1', language: 'cpp', verdict: 'not conforming', levels: {} },
      order: ['made.claim'],
      'claim made.claim': { profile: 'channels', demonstration: false },
      'verdicts made.claim': { made: { verdict: row.verdict, stale: false } },
      'rows made made.claim': [row],
      'anchor made.claim': 'certificate-made.html#made.claim',
    };
    let [texts, index] = ['', ''];
    for (const [name, part] of Object.entries(parts)) {
      const text = lua_text(part);
      index += `[${lua_text(name)}]={${Buffer.byteLength(texts) + 1},${Buffer.byteLength(text)}},`;
      texts += `${text}\n`;
    }
    writeFileSync(resolve(folder, 'parts'), texts);
    writeFileSync(resolve(folder, 'index.lua'), `return {${index}}`);
    const page = execFileSync('pandoc', ['--from=markdown', '--to=html5', '--standalone', '--template=spec/site/template.html',
      '--lua-filter=spec/site/weave.lua', '--metadata=page:certificate-made', 'spec/site/pages/certificate.md'],
    { cwd: source, env: { ...process.env, FEARLESS_EVIDENCE: folder } });
    for (const file of readdirSync(site).filter((each) => /\.(css|js)$/.test(each))) copyFileSync(resolve(site, file), resolve(folder, file));
    writeFileSync(resolve(folder, 'certificate-made.html'), page);
    await visit(resolve(folder, 'certificate-made.html'), {}, body);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const explained_row = (explanation) => ({
  case: 'made.claim.stress', build: 'instrumented', verdict: 'DEADLOCK', milliseconds: 5, details: ['deadlock'], reproduce: '', explanation,
});

const of_bell = (line, code, marks) => ({ file: 'made/sleeping_channel.hpp', line, code, ...(marks && { marks }) });
const lost_wakeup = {
  plan: { memory: true, seed: 17, departures: [['switches', 0, 1, 1], ['reads', 1, 2, 1]] },
  executions: 143,
  milliseconds: 812,
  complete: true,
  threads: ['the case', 'started by thread 1'],
  steps: [
    { thread: 1, kind: 'call', text: 'recv(receiver 1)' },
    { thread: 1, kind: 'operation', text: 'sleeping = 1 (relaxed)', ...of_bell(118, 'sleeping_.store(true, std::memory_order_relaxed);') },
    {
      thread: 2, kind: 'operation', text: 'sleeping is 0 (seq_cst)', ...of_bell(101, 'if (sleeping_.load()) bell_.ring();', ['switch', 'older value']),
      note: 'the newest is 1, stored by thread 1 at sleeping_channel.hpp:118',
    },
    { thread: 2, kind: 'result', text: 'send: true' },
    { thread: 1, kind: 'wait', text: 'waits for bell', ...of_bell(120, 'bell_.wait();') },
  ],
  end: ['thread 1 waits for bell in recv(receiver 1), since sleeping_channel.hpp:120'],
  expected: ['1 then 2'],
};

describe('a failure that is explained', () => {
  test('has a diagram, and a list that says the same', () => visit_certificate_of(explained_row(lost_wakeup), async (tab) => {
    const picture = tab.getByRole('img', { name: 'Why made.claim.stress (instrumented) fails' });
    assert.ok(await picture.isVisible());
    assert.match(await picture.locator('> desc').textContent(), /5 steps of 2 threads.*step 3, thread 2: sleeping is 0 \(seq_cst\) \(switch, older value\)/);
    const drawn = (await picture.locator('text').allTextContents()).join(' ');
    assert.equal(await picture.locator('.glyph').count(), 5);
    assert.equal(await picture.locator('.glyph.marked').count(), 1);
    assert.equal(await picture.locator('.turn.switch').count(), 1);
    const items = await tab.locator('.explanation ol li').allTextContents();
    assert.equal(items.length, lost_wakeup.steps.length);
    for (const [at, { thread, text, line, code, marks, note }] of lost_wakeup.steps.entries()) {
      assert.ok(drawn.includes(text), text);
      for (const word of [`thread ${thread}`, text, line ?? '', code ?? '', marks?.join(', ') ?? '', note ?? '']) {
        assert.ok(items[at].includes(word), `${word}: ${items[at]}`);
      }
    }
    const said = await tab.locator('.explanation').textContent();
    for (const words of ['1 switch and 1 older value', '143 executions', '1 then 2', ...lost_wakeup.threads, ...lost_wakeup.end]) {
      assert.ok(said.includes(words), words);
    }
    assert.equal(await tab.locator('main script').count(), 0);
    await has_unique_ids(tab);
    await leaves_the_contents_uncovered(tab);
    await prints_all_text(tab);
    await fits_a_phone(tab);
    await is_accessible_in_light_and_dark(tab);
  }));

  test('shows what a library says as text, however long it is', async () => {
    const hostile = '</title></svg><script>alert(1)</script><img src=x onerror=alert(1)>" onload="alert(1)'.repeat(9);
    const step = { text: hostile, file: hostile, line: 1, code: hostile, note: hostile };
    const kinds = ['call', 'operation', 'wait', 'result'];
    const explanation = {
      plan: { memory: false, seed: 1, departures: [[hostile]] },
      executions: 0,
      milliseconds: 0,
      complete: false,
      threads: [hostile, '語'.repeat(300)],
      steps: [...kinds.map((kind, at) => ({ thread: at + 1, kind, ...step, marks: ['switch'] })), { thread: 99, kind: 'operation', text: '語'.repeat(300) }],
      end: [hostile],
      expected: [hostile],
    };
    await visit_certificate_of(explained_row(explanation), async (tab) => {
      assert.equal(await tab.locator('main :is(script, img, [onload], [onerror])').count(), 0);
      assert.equal(await tab.locator('svg .glyph').count(), 5);
      const [picture, ...texts] = await tab.locator('svg, svg text').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
      assert.ok(texts.every((right) => right <= picture + 1), `${texts} is beyond ${picture}`);
      await has_unique_ids(tab);
      await fits_a_phone(tab);
      await is_accessible_in_light_and_dark(tab);
    });
  });

  test('leaves steps out of the diagram, but not out of the list', async () => {
    const steps = Array.from({ length: 100 }, (_, at) => ({ thread: 1 + at % 2, kind: 'operation', text: `count = ${at}` }));
    steps[20] = { thread: 2, kind: 'call', text: 'send(sender)' };
    steps[50].marks = ['time-out'];
    await visit_certificate_of(explained_row({ ...lost_wakeup, steps }), async (tab) => {
      const drawn = await tab.locator('svg :is(.number, .gap)').allTextContents();
      assert.deepEqual(drawn, ['… 20 steps', '21', '… 27 steps', '49', '50', '51', '52', '53', '… 37 steps',
        ...Array.from({ length: 10 }, (_, at) => `${91 + at}`)]);
      assert.equal(await tab.locator('.explanation ol li').count(), 100);
    });
  });

  test('has a list alone if it has very many threads', async () => {
    const steps = Array.from({ length: 30 }, (_, at) => ({ thread: 1 + at, kind: 'call', text: 'lock(mutex)' }));
    await visit_certificate_of(explained_row({ ...lost_wakeup, steps }), async (tab) => {
      assert.equal(await tab.locator('svg').count(), 0);
      assert.ok(await tab.locator('.explanation ol li').last().isVisible());
    });
  });
});

describe('search', () => {
  test('finds a claim by its id and opens it', () => visit('index.html', {}, async (tab) => {
    await tab.keyboard.press('/');
    await tab.keyboard.type('threads.order');
    await tab.locator('.found a').first().click();
    await tab.waitForURL(/threads\.html#threads\.order$/);
    assert.ok(await tab.locator('[id="threads.order"]').isVisible());
  }));

  test('finds a claim by its words with the keyboard alone', () => visit('index.html', {}, async (tab) => {
    const sentence = await tab.evaluate(() => window.fearless_claims[0].text);
    await tab.getByRole('searchbox').fill(sentence.split(' ').slice(0, 4).join(' '));
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/#/);
  }));

  test('says that no claim was found', () => visit('index.html', {}, async (tab) => {
    await tab.getByRole('searchbox').fill('zebra');
    assert.match(await tab.locator('.found').innerText(), /No claim/);
    await tab.keyboard.press('Escape');
    assert.equal(await tab.locator('.found').count(), 0);
  }));
});

test('the chosen theme is remembered', () => visit('index.html', { colorScheme: 'light' }, async (tab) => {
  const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  const button = tab.getByRole('button', { name: 'Theme: system' });
  await button.click();
  await tab.getByRole('button', { name: 'Theme: light' }).click();
  const dark = await ground();
  assert.notEqual(dark, light);
  await tab.reload();
  assert.equal(await ground(), dark);
}));
