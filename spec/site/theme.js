// SPDX-License-Identifier: MIT
// Light or dark: the setting of the system, unless the reader chose another. Runs before the first paint to avoid a flash.
(() => {
  const choices = ['system', 'light', 'dark'];
  const names = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };

  // A browser may deny storage to pages opened from a file. The choice then applies to this page only.
  const remembered = () => {
    try { return localStorage.getItem('fearless-theme') ?? 'system'; } catch { return 'system'; }
  };
  const remember = (choice) => {
    try { localStorage.setItem('fearless-theme', choice); } catch { /* the choice applies to this page only */ }
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
