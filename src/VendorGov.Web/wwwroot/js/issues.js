// The list's bulk bar, and issues of the same waybill while a new one is typed.
(() => {
  'use strict';
  const bar = document.querySelector('[data-bulk]');
  if (bar) {
    const card = document.getElementById('issues');
    const show = () => {
      const count = document.querySelectorAll('input[name=ids]:checked').length;
      bar.hidden = count === 0;
      bar.querySelector('[data-count]').textContent = bar.dataset.one.replace('{0}', count);
      // A refresh would lose the ticks.
      if (count) card.removeAttribute('data-refresh');
    };
    document.addEventListener('change', event => { if (event.target.name === 'ids') show(); });
    addEventListener('keydown', event => {
      if (event.key !== 'Escape' || bar.hidden) return;
      document.querySelectorAll('input[name=ids]:checked').forEach(box => { box.checked = false; });
      show();
    });
    addEventListener('pageshow', show);
    show();
  }

  document.querySelectorAll('[data-similar]').forEach(place => {
    const field = document.getElementById(place.dataset.of);
    let timer;
    let asked = '';
    const ask = async () => {
      const words = field.value.trim();
      if (words === asked) return;
      asked = words;
      if (words.length < 6) { place.replaceChildren(); return; }
      try {
        const answer = await fetch(`${place.dataset.similar}?waybills=${encodeURIComponent(words)}`);
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        place.replaceChildren(...page.body.childNodes);
      } catch { /* offline: only a suggestion */ }
    };
    field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 400); });
    if (field.value) ask();
  });
})();
