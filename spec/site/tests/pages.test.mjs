// SPDX-License-Identifier: MIT
// Tests of the pages in a browser.
//   npm install && FEARLESS_SITE=…/build/dev/site npm test        (FEARLESS_CHROMIUM: another browser)
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const site = resolve(process.env.FEARLESS_SITE ?? fileURLToPath(new URL('../../../build/dev/site', import.meta.url)));
const pages = readdirSync(site).filter((file) => file.endsWith('.html')).sort();
const others = ['index', 'claims', 'errors', 'glossary', 'matrix', 'mutants', 'ownership', 'retired', 'scheduling', 'strategies'].map((name) => `${name}.html`);
const chapters = pages.filter((file) => !others.includes(file) && !file.startsWith('certificate-'));
const address = (page) => pathToFileURL(resolve(site, page)).href;

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.FEARLESS_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update'],
  });
});
after(() => browser?.close());

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

test('there are pages', () => {
  for (const page of others) assert.ok(pages.includes(page), page);
  assert.ok(chapters.length > 0, 'no chapters');
});

describe('every page opens without errors in the console', () => {
  for (const page of pages) {
    test(page, () => visit(page, {}, async (tab) => {
      assert.match(await tab.title(), /\S/);
      assert.equal(await tab.locator('h1').count(), 1);
      assert.equal(await tab.locator('html').getAttribute('lang'), 'en');
    }));
  }
});

describe('every page is accessible, in light and dark', () => {
  for (const page of pages) {
    test(page, () => visit(page, {}, async (tab) => {
      await unfold(tab);
      await tab.addScriptTag({ path: axe });
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        const options = { resultTypes: ['violations'], preload: false };
        const { violations } = await tab.evaluate((asked) => globalThis.axe.run(document, asked), options);
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' ')}`);
        assert.deepEqual(found, [], colorScheme);
      }
    }));
  }
});

describe('every page fits a phone', () => {
  for (const page of pages) {
    test(page, () => visit(page, { viewport: { width: 360, height: 740 } }, async (tab) => {
      await unfold(tab);
      const wider = await tab.evaluate(() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return [...document.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
      });
      assert.deepEqual(wider, []);
    }));
  }
});

describe('on a wide screen no element covers the contents', () => {
  for (const page of pages) {
    test(page, () => visit(page, { viewport: { width: 1400, height: 900 } }, async (tab) => {
      const over = await tab.evaluate(() => {
        const left = document.querySelector('#contents').getBoundingClientRect().left;
        return [...document.querySelectorAll('main *')]
          .filter((element) => !element.parentElement.closest('.wide, pre, div.sourceCode'))
          .filter((element) => element.getBoundingClientRect().right > left)
          .map((element) => element.outerHTML.slice(0, 120));
      });
      assert.deepEqual(over, []);
    }));
  }
});

test('every link has a target, every id is unique, and every term is defined in the glossary', async () => {
  const ids = new Map();
  const links = [];
  for (const page of pages) {
    await visit(page, {}, async (tab) => {
      const found = await tab.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
      }));
      const twice = found.ids.filter((id, at) => found.ids.indexOf(id) !== at);
      assert.deepEqual(twice, [], `duplicate ids in ${page}`);
      ids.set(page, new Set(found.ids));
      for (const href of found.links) links.push({ page, href });
      const terms = found.ids.filter((id) => id.startsWith('term.'));
      if (page === 'glossary.html') assert.ok(terms.length > 0 && terms.length <= 40, `${terms.length} terms`);
      else assert.deepEqual(terms, [], `terms that are defined in ${page}`);
    });
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
});

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
  for (const strategy of ['random', 'pct-2', 'pct-3', 'noise', 'none']) {
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

describe('without scripts', () => {
  for (const page of pages) {
    test(page, () => visit(page, { javaScriptEnabled: false }, async (tab) => {
      assert.equal(await tab.locator('button, input').count(), 0, 'a control without a function');
      assert.ok(await tab.locator('h1').isVisible());
      for (const claim of await tab.locator('.claim').all()) {
        assert.ok(await claim.locator('p').first().isVisible());
        assert.ok(await claim.locator('.chip').first().isVisible());
      }
      const fold = tab.locator('details > summary').first();
      if (await fold.count()) {
        await fold.click();
        assert.ok(await tab.locator('details').first().locator('> :not(summary)').first().isVisible());
      }
    }));
  }
});

describe('a printed page shows all text', () => {
  for (const page of pages) {
    test(page, () => visit(page, { colorScheme: 'dark' }, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      const all = tab.locator('details > :not(summary), main pre, .claim > p');
      const hidden = await all.evaluateAll((elements) => elements
        .filter((element) => !element.checkVisibility() || element.getBoundingClientRect().height === 0)
        .map((element) => element.outerHTML.slice(0, 120)));
      assert.deepEqual(hidden, []);
      const ground = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(ground, 'rgb(255, 255, 255)', 'the background is not white');
    }));
  }
});
