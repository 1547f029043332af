// An issue before somebody's eyes: the read receipt, and ready-made words.
(() => {
  'use strict';
  const seen = document.getElementById('seen');
  if (seen) setTimeout(() => { if (!document.hidden) fetch(seen.action, { method: 'POST', body: new FormData(seen) }); }, 1500);
  document.querySelectorAll('[data-insert]').forEach(select => select.addEventListener('change', () => {
    const field = document.getElementById(select.dataset.insert);
    if (select.value) field.value = (field.value ? field.value.trimEnd() + '\n' : '') + select.value;
    select.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }));
  document.querySelectorAll('[data-close]').forEach(button => button.addEventListener('click', () => button.closest('dialog').close()));
})();
