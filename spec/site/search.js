// SPDX-License-Identifier: MIT
// Finds claims by id and text. The index is a script, search-index.js, so that pages opened from a file can load it.
(() => {
  const claims = window.fearless_claims ?? [];
  const most = 12;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  };

  // The claims that contain every word; matches in the id come first.
  const search = (words) => {
    const ranked = [];
    for (const claim of claims) {
      const id = claim.id.toLowerCase();
      const text = claim.text.toLowerCase();
      if (!words.every((word) => id.includes(word) || text.includes(word))) continue;
      ranked.push({ claim, in_id: words.filter((word) => id.includes(word)).length });
    }
    return ranked.sort((one, other) => other.in_id - one.in_id).map(({ claim }) => claim);
  };

  const marked = (text, words) => {
    const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    return text.split(new RegExp(`(${pattern})`, 'i')).map((part, at) => (at % 2 ? element('mark', {}, part) : part));
  };

  const input = element('input', { type: 'search', id: 'search', placeholder: 'Find a claim', autocomplete: 'off' });
  const said = element('span', { class: 'visually-hidden', role: 'status' });
  const form = element('form', { class: 'search', role: 'search' },
    element('label', { for: 'search', class: 'visually-hidden' }, 'Find a claim by its id or text'), input, said);
  const found = element('ul', { class: 'found', 'aria-label': 'Claims found' });

  const close = () => {
    found.remove();
    said.textContent = '';
  };

  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return close();
    const hits = search(words);
    said.textContent = `${hits.length} found`;
    const items = hits.slice(0, most).map(({ id, text, page }) => {
      const link = element('a', { href: `${page}#${id}` }, element('code', {}, ...marked(id, words)), ...marked(text, words));
      return element('li', {}, link);
    });
    if (hits.length === 0) items.push(element('li', {}, element('p', {}, 'No claim contains these words.')));
    if (hits.length > most) items.push(element('li', {}, element('p', {}, `and ${hits.length - most} more`)));
    found.replaceChildren(...items);
    form.append(found);
    found.scrollTop = 0;
  };

  const step = (by) => {
    const stops = [input, ...found.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    stops[Math.max(0, Math.min(stops.length - 1, at + by))].focus();
  };

  input.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    found.querySelector('a')?.click();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      input.value = '';
      input.focus();
      close();
    }
  });
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  found.addEventListener('click', close);
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input')) return;
    event.preventDefault();
    input.focus();
  });

  document.querySelector('.tools').prepend(form);
})();
