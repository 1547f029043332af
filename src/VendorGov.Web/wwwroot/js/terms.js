// Tells the sum of the weights while they are typed. The server checks it again.
(() => {
  'use strict';
  const output = document.querySelector('[data-weight-sum]');
  const table = document.querySelector('[data-weights]');
  if (!output || !table) return;
  const tidy = number => Math.round(number * 10000) / 10000;
  const fill = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const tell = () => {
    let sum = 0;
    table.querySelectorAll('tbody tr').forEach(row => {
      const counts = row.querySelector('[data-included]')?.checked;
      row.classList.toggle('off', !counts);
      const weight = Number.parseFloat((row.querySelector('[data-weight]')?.value || '').trim());
      if (counts && Number.isFinite(weight)) sum += weight;
    });
    sum = tidy(sum);
    const right = sum === 100;
    const rest = fill(output.dataset[sum < 100 ? 'more' : 'less'], tidy(Math.abs(100 - sum)));
    output.textContent = right ? output.dataset.right : fill(output.dataset.wrong, sum, rest);
    output.classList.toggle('late', !right);
    output.classList.toggle('t2', right);
  };
  table.addEventListener('input', tell);
  addEventListener('pageshow', tell);
  tell();
})();
