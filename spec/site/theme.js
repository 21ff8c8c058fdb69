// SPDX-License-Identifier: MIT
// Light or dark: as the system has it, unless the reader chose. Runs before the page is drawn, so that nothing flashes.
(() => {
  const choices = ['system', 'light', 'dark'];
  const names = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };

  // A browser may forbid storage to pages opened from a file; the choice then lasts for the page.
  const remembered = () => {
    try { return localStorage.getItem('fearless-theme') ?? 'system'; } catch { return 'system'; }
  };
  const remember = (choice) => {
    try { localStorage.setItem('fearless-theme', choice); } catch { /* see above */ }
  };

  let chosen = choices.includes(remembered()) ? remembered() : 'system';
  const apply = () => {
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
  };
  apply();

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'theme';
    button.textContent = names[chosen];
    button.addEventListener('click', () => {
      chosen = choices[(choices.indexOf(chosen) + 1) % choices.length];
      button.textContent = names[chosen];
      remember(chosen);
      apply();
    });
    document.querySelector('.tools').append(button);
  });
})();
