// Single keys for work that is done all day: [data-key] names the key that presses a button or picks a choice.
(() => {
  'use strict';
  const inField = element => element.closest('input:not([type=radio]),select,textarea,[contenteditable]');
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || document.querySelector('dialog[open]')) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!target) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (target.type === 'radio') { target.checked = true; target.focus(); } else target.click();
  }, true);
})();
