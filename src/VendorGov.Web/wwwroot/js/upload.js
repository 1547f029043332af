// Uploads with a bar: bytes sent, then rows judged and stored. Without this script the form is sent as any other.
(() => {
  'use strict';
  const size = bytes => (bytes / 1048576).toFixed(bytes < 10485760 ? 1 : 0);
  const count = rows => rows.toLocaleString(document.documentElement.lang || undefined);

  document.addEventListener('submit', event => {
    const form = event.target;
    const box = form.querySelector('[data-progress]');
    if (!box || !window.FormData || event.defaultPrevented) return;
    event.preventDefault();
    send(form, box);
  });

  function send(form, box) {
    const bar = box.querySelector('progress');
    const say = box.querySelector('[data-said]');
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/x-ndjson');
    request.upload.addEventListener('progress', event => {
      if (!event.lengthComputable) return;
      bar.value = event.loaded / event.total;
      say.textContent = box.dataset.sending.replace('{0}', size(event.loaded)).replace('{1}', size(event.total));
    });
    request.upload.addEventListener('load', () => {
      bar.removeAttribute('value');
      say.textContent = box.dataset.checking;
    });
    request.addEventListener('progress', () => tell(box, bar, say, last(request)));
    request.addEventListener('load', () => show(form, box, last(request)));
    request.addEventListener('error', () => stop(form, box, box.dataset.broken));
    box.hidden = false;
    form.querySelector('[data-problems]').hidden = true;
    form.querySelectorAll('button').forEach(button => { button.disabled = true; });
    request.send(new FormData(form));
  }

  // The answer grows by a line for each state; the newest whole line counts.
  function last(request) {
    const lines = request.responseText.split('\n').slice(0, -1);
    try { return JSON.parse(lines[lines.length - 1]); } catch { return null; }
  }

  function tell(box, bar, say, state) {
    if (!state || !state.stage) return;
    say.textContent = box.dataset[state.stage.toLowerCase()].replace('{0}', count(state.rows)).replace('{1}', count(state.of || 0));
    if (state.of) { bar.value = state.rows / state.of; } else { bar.removeAttribute('value'); }
  }

  // A version that was kept has an address of its own; a refusal says what was wrong and leaves the form as it is.
  function show(form, box, answer) {
    if (answer && answer.location) { location.assign(answer.location); return; }
    if (!answer || !answer.problems) { location.reload(); return; }
    stop(form, box, '');
    box.hidden = true;
    const note = form.querySelector('[data-problems]');
    note.querySelector('ul').replaceChildren(...answer.problems.map(words => {
      const line = document.createElement('li');
      line.textContent = words;
      return line;
    }));
    note.hidden = false;
    note.focus();
  }

  function stop(form, box, words) {
    box.querySelector('[data-said]').textContent = words;
    box.querySelector('progress').value = 0;
    form.querySelectorAll('button').forEach(button => { button.disabled = false; });
  }
})();
