// Keyboard, dialogs, drafts and clock refresh. Every page works without it.
(() => {
  'use strict';
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const body = document.body;
  const live = $('#live');
  const say = text => { if (live && text) live.textContent = text; };
  const inField = element => element.closest('input,select,textarea,[contenteditable]');

  // Errors first: the summary gets the focus.
  $('[data-focus]')?.focus();

  // A table that scrolls in itself can be reached with the keyboard.
  const reach = () => $$('.tw').forEach(table => {
    if (table.scrollWidth > table.clientWidth || table.scrollHeight > table.clientHeight) table.tabIndex = 0; else table.removeAttribute('tabindex');
  });
  reach();
  addEventListener('resize', reach);

  // Dialogs
  $$('[data-open]').forEach(button => button.addEventListener('click', () => $('#' + button.dataset.open)?.showModal()));
  $$('dialog').forEach(dialog => dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); }));
  document.addEventListener('click', event => {
    $$('details.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
  });

  // data-confirm="what happens" on a submit button: asks first; the dialog's button carries the verb of the button.
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-confirm]');
    const dialog = $('#confirm');
    if (!button || !dialog || button.dataset.sure) return;
    event.preventDefault();
    $('#confirm-text').textContent = button.dataset.confirm;
    $('[data-yes]', dialog).textContent = button.dataset.verb || button.textContent.trim();
    dialog.returnValue = '';
    dialog.addEventListener('close', () => {
      if (dialog.returnValue !== 'yes') return;
      button.dataset.sure = '1';
      button.form ? button.form.requestSubmit(button) : button.click();
      delete button.dataset.sure;
    }, { once: true });
    dialog.showModal();
  });

  // A form is sent once.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method === 'dialog') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = '1';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  addEventListener('pageshow', () => $$('form[data-sent]').forEach(form => delete form.dataset.sent));

  // <select data-submit>: filters apply at once; their form has a button for those without script.
  $$('[data-submit]').forEach(field => field.addEventListener('change', () => field.form.requestSubmit()));

  // Drafts: <form data-draft="name">. Kept on this device per user, cleared when the form is sent.
  const draftKey = form => `vg:${body.dataset.user || ''}:${form.dataset.draft}`;
  const draftFields = form => $$('input,select,textarea', form)
    .filter(f => f.name && !['hidden', 'password', 'file', 'submit'].includes(f.type));
  const saveDraft = form => {
    const values = {};
    draftFields(form).forEach(f => {
      if (f.type === 'checkbox' || f.type === 'radio') { if (f.checked) (values[f.name] ||= []).push(f.value); }
      else if (f.value) values[f.name] = [f.value];
    });
    try { localStorage.setItem(draftKey(form), JSON.stringify(values)); } catch { /* storage is full or off */ }
  };
  $$('form[data-draft]').forEach(form => {
    let dirty = false;
    let stored = null;
    try { stored = JSON.parse(localStorage.getItem(draftKey(form))); } catch { /* unreadable draft */ }
    if (stored && !$('[data-focus]')) {
      draftFields(form).forEach(f => {
        const values = stored[f.name];
        if (!values) return;
        if (f.type === 'checkbox' || f.type === 'radio') f.checked = values.includes(f.value); else f.value = values[0];
      });
      if (Object.keys(stored).length) say(live?.dataset.restored);
    }
    form.addEventListener('input', () => { dirty = true; });
    setInterval(() => { if (dirty) { dirty = false; saveDraft(form); say(live?.dataset[navigator.onLine ? 'kept' : 'offline']); } }, 10000);
    addEventListener('pagehide', () => { if (dirty) saveDraft(form); });
    form.addEventListener('submit', () => { dirty = false; localStorage.removeItem(draftKey(form)); });
  });

  // Clocks: [data-refresh] names a fragment that is fetched again each minute while nothing is being typed.
  const refresh = async () => {
    const parts = $$('[data-refresh][id]');
    if (!parts.length || document.hidden || inField(document.activeElement || body)) return;
    try {
      const answer = await fetch(location.href, { headers: { 'X-Refresh': '1' }, redirect: 'error' });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      parts.forEach(part => {
        const fresh = page.getElementById(part.id);
        if (!fresh || fresh.innerHTML === part.innerHTML) return;
        const before = $$('.st-late,.late', part).length;
        part.replaceChildren(...fresh.childNodes);
        if ($$('.st-late,.late', part).length > before) say(part.dataset.refresh);
      });
    } catch { /* offline: the next minute tries again */ }
  };
  setInterval(refresh, 60000);

  // Keyboard
  let pending = '';
  let row = -1;
  const rows = () => $$('[data-rows] tbody tr, [data-rows] > li');
  const move = step => {
    const all = rows();
    if (!all.length) return;
    all[row]?.classList.remove('sel');
    row = Math.max(0, Math.min(all.length - 1, row + step));
    all[row].classList.add('sel');
    all[row].scrollIntoView({ block: 'nearest' });
  };
  const go = { h: '/', i: '/Issues', r: '/Rankings' };
  addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.target.closest?.('form')?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || $('dialog[open]')) return;
    const key = event.key.toLowerCase();
    if (pending === 'g') {
      pending = '';
      if (go[key] && (key === 'h' || $(`a[href^="${go[key]}"]`))) location.href = go[key];
      return;
    }
    const act = {
      '/': () => $('#top-search')?.focus(),
      n: () => { if (body.dataset.new) location.href = body.dataset.new; },
      g: () => { pending = 'g'; setTimeout(() => { pending = ''; }, 1500); },
      j: () => move(1),
      k: () => move(-1),
      x: () => $('input[type=checkbox]', rows()[row] || body)?.click(),
      '?': () => $('#shortcuts')?.showModal(),
      enter: () => { if (event.target === body && rows()[row]) $('a', rows()[row])?.click(); }
    }[key];
    if (act) { if (key !== 'enter') event.preventDefault(); act(); }
  });
})();
