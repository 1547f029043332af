// Scoring by keyboard: digits score, the place moves on by itself, remarks carry the time, everything is kept.
(() => {
  'use strict';
  const form = document.getElementById('qa');
  if (!form) return;
  const rows = [...form.querySelectorAll('.qr')];
  const player = document.getElementById('player');
  const value = { Meets: 1, Minor: .75, Major: .25, Fails: 0 };
  const pass = Number(form.dataset.pass);
  const $ = id => document.getElementById(id);
  let place = -1;

  const chosen = row => row.querySelector('input[type=radio]:checked')?.value;
  const isGap = level => level === 'Minor' || level === 'Major' || level === 'Fails';
  const clock = seconds => `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  const said = () => document.querySelector('.tr.now')?.dataset.at;
  const stamp = () => player ? clock(player.currentTime) : said() ? clock(Number(said())) : '00:00';

  const select = (index, focus = true) => {
    rows[place]?.classList.remove('cur');
    place = Math.max(0, Math.min(rows.length - 1, index));
    rows[place].classList.add('cur');
    if (focus) rows[place].focus({ preventScroll: true });
    rows[place].scrollIntoView({ block: 'nearest' });
  };

  const reckon = () => {
    let sum = 0, weight = 0, done = 0, open = 0;
    rows.forEach(row => {
      const level = chosen(row), points = Number(row.dataset.weight);
      row.querySelectorAll('.lvl label').forEach(label => label.classList.toggle('on', !!label.querySelector('input')?.checked));
      row.querySelector('.qn').hidden = !isGap(level);
      if (!level) { open += points; return; }
      done++;
      if (level in value) { sum += points * value[level]; weight += points; }
    });
    const fatal = [...form.querySelectorAll('[data-fatal]')].filter(box => {
      box.closest('div').querySelector('input:not([type=checkbox])').hidden = !box.checked;
      return box.checked;
    }).length > 0;
    const score = fatal ? 0 : weight ? 100 * sum / weight : null;
    const best = fatal ? 0 : weight + open ? 100 * (sum + open) / (weight + open) : null;
    $('total').textContent = score === null ? '–' : score.toFixed(1);
    $('done').textContent = done;
    $('best').textContent = best === null ? '' : form.dataset.best.replace('{n}', best.toFixed(1));
    $('bar').setAttribute('width', score ?? 0);
    $('pot').setAttribute('width', best ?? 0);
    const verdict = $('verdict'), good = score !== null && score >= pass;
    verdict.textContent = score === null ? '–' : good ? form.dataset.passing : form.dataset.failing;
    verdict.className = `st ${score === null ? 'st-mute' : good ? 'st-met' : 'st-missed'}`;
    const left = rows.length - done;
    $('submit').querySelector('span').textContent = left ? form.dataset.left.replace('{n}', left) : form.dataset.send;
  };

  const remark = row => {
    const note = row.querySelector('.qn input');
    if (row.querySelector('.qn').hidden) return;
    if (!note.value.trim()) note.value = `${stamp()} `;
    note.focus();
    note.setSelectionRange(note.value.length, note.value.length);
  };

  const score = key => {
    const row = rows[Math.max(place, 0)];
    const radio = row.querySelector(`input[data-key="${key}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.dispatchEvent(new Event('input', { bubbles: true }));
    reckon();
    if (isGap(radio.value)) remark(row); else select(rows.indexOf(row) + 1);
  };

  let dirty = false, saving = false;
  const save = async () => {
    if (!dirty || saving) return;
    dirty = false;
    saving = true;
    try {
      const answer = await fetch(form.dataset.save, { method: 'POST', body: new FormData(form), redirect: 'error' });
      const said = await answer.json();
      $('saved').textContent = answer.ok ? said.saved : said.error;
    } catch {
      dirty = true;
      $('saved').textContent = form.dataset.offline;
    } finally { saving = false; }
  };
  form.addEventListener('input', () => { dirty = true; reckon(); });
  form.addEventListener('change', reckon);
  setInterval(save, 3000);
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
  form.addEventListener('submit', () => { dirty = false; });

  // A press that took the focus would fold the row above away, and the click would land elsewhere; the click itself moves the place.
  form.addEventListener('mousedown', event => { if (event.target.closest('.lvl label')) event.preventDefault(); });
  form.addEventListener('focusin', event => {
    const row = event.target.closest('.qr');
    if (row && rows[place] !== row) select(rows.indexOf(row), false);
  });

  const seek = seconds => { if (player) player.currentTime = Math.max(0, player.currentTime + seconds); };
  document.querySelectorAll('[data-seek]').forEach(button => button.addEventListener('click', () => seek(Number(button.dataset.seek))));
  document.querySelectorAll('[data-rate]').forEach(button => button.addEventListener('click', () => {
    player.playbackRate = Number(button.dataset.rate);
    button.parentElement.querySelectorAll('button').forEach(other => other.classList.toggle('on', other === button));
  }));
  document.querySelector('[data-remark]')?.addEventListener('click', () => remark(rows[Math.max(place, 0)]));
  const lines = [...document.querySelectorAll('#transcript .tr')];
  const follow = second => {
    const now = lines.filter(line => Number(line.dataset.at) <= second).pop();
    lines.forEach(line => line.classList.toggle('now', line === now));
  };
  player?.addEventListener('timeupdate', () => { $('at').textContent = clock(player.currentTime); follow(player.currentTime); });
  lines.forEach(line => line.addEventListener('click', () => {
    const at = Number(line.dataset.at);
    if (player) player.currentTime = at;
    follow(at);
  }));

  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      if (!event.target.closest('form')) { event.preventDefault(); form.requestSubmit($('submit')); }
      return;
    }
    if (event.key === 'Escape' && event.target.closest('#qa') && event.target.matches('input,select,textarea')) {
      event.preventDefault();
      const row = event.target.closest('.qr');
      if (row) select(rows.indexOf(row) + 1); else select(Math.max(place, 0));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input:not([type=radio]):not([type=checkbox]),select,textarea') || document.querySelector('dialog[open]')) return;
    const act = {
      1: () => score('1'), 2: () => score('2'), 3: () => score('3'), 4: () => score('4'), 0: () => score('0'),
      j: () => select(place + 1), k: () => select(place - 1), ArrowDown: () => select(place + 1), ArrowUp: () => select(place - 1),
      ' ': () => { if (event.target.matches('[data-fatal],button,summary')) return false; if (player) player.paused ? player.play() : player.pause(); },
      ArrowLeft: () => seek(-5), ArrowRight: () => seek(5), t: () => remark(rows[Math.max(place, 0)]),
      f: () => form.querySelector('[data-fatal]').focus(), l: () => { const next = document.querySelector('[data-next]'); if (next) { save(); next.click(); } }
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    if (act() !== false) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);

  form.classList.add('live');
  reckon();
  select(Math.max(0, rows.findIndex(row => !chosen(row))));
})();
