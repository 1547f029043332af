// Files that go ahead of their form: chosen, dropped or pasted. Each is sent by itself, so that one that breaks takes nothing along.
(() => {
  'use strict';
  const zones = [...document.querySelectorAll('[data-files]')];
  const live = document.getElementById('live');
  const icons = document.querySelector('.ic use')?.getAttribute('href')?.split('#')[0] || '';

  zones.forEach(zone => {
    const form = zone.closest('form');
    const list = zone.querySelector('.files');
    const token = form.querySelector('[name=__RequestVerificationToken]').value;
    let running = 0;

    const finish = (row, kept) => {
      row.classList.remove('bad');
      row.querySelector('use').setAttribute('href', `${icons}#i-${kept.icon}`);
      row.querySelector('small').textContent = `${kept.size} · SHA-256 ${kept.sha256.slice(0, 12)}`;
      row.querySelector('progress').hidden = true;
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = 'files';
      field.value = kept.id;
      row.append(field);
      if (live) live.textContent = `${kept.name}: ${zone.dataset.added}`;
      form.dispatchEvent(new CustomEvent('files', { bubbles: true }));
    };

    const fail = (row, sentence, again) => {
      row.classList.add('bad');
      row.querySelector('small').textContent = sentence;
      row.querySelector('progress').hidden = true;
      row.querySelector('[data-again]').hidden = !again;
      if (live) live.textContent = sentence;
    };

    const send = (file, row) => {
      const bar = row.querySelector('progress');
      bar.hidden = false;
      bar.value = 0;
      row.classList.remove('bad');
      row.querySelector('[data-again]').hidden = true;
      const request = new XMLHttpRequest();
      row.request = request;
      running++;
      request.open('POST', zone.dataset.files);
      request.responseType = 'json';
      request.setRequestHeader('RequestVerificationToken', token);
      request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = 100 * event.loaded / event.total; });
      request.addEventListener('load', () => {
        if (request.status === 200) finish(row, request.response);
        else fail(row, request.response?.error || zone.dataset.broken, request.status >= 500);
      });
      request.addEventListener('error', () => fail(row, zone.dataset.broken, true));
      request.addEventListener('loadend', () => { running--; });
      request.send(file);
    };

    const add = files => [...files].forEach(file => {
      const row = zone.querySelector('template').content.cloneNode(true).firstElementChild;
      row.querySelector('use').setAttribute('href', `${icons}#i-file-upload`);
      row.querySelector('b').textContent = file.name;
      row.querySelector('[data-again]').addEventListener('click', () => send(file, row));
      list.append(row);
      if (file.size > zone.dataset.most) fail(row, zone.dataset.tooBig, false); else send(file, row);
    });

    zone.querySelectorAll('[data-drop-file]').forEach(button => { button.hidden = false; });
    zone.addEventListener('click', event => {
      const button = event.target.closest('[data-drop-file]');
      if (!button) return;
      const row = button.closest('li');
      const id = row.querySelector('[name=files]')?.value;
      row.request?.abort();
      row.remove();
      if (id) fetch(`${zone.dataset.remove}&id=${id}`, { method: 'POST', headers: { RequestVerificationToken: token } });
      form.dispatchEvent(new CustomEvent('files', { bubbles: true }));
    });

    const input = zone.querySelector('input[type=file]');
    input.addEventListener('change', () => { add(input.files); input.value = ''; });
    ['dragenter', 'dragover'].forEach(kind => form.addEventListener(kind, event => {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      zone.classList.add('over');
    }));
    ['dragleave', 'drop'].forEach(kind => form.addEventListener(kind, event => {
      if (kind === 'dragleave' && form.contains(event.relatedTarget)) return;
      zone.classList.remove('over');
    }));
    form.addEventListener('drop', event => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      add(event.dataTransfer.files);
    });
    // A pasted screenshot has no name of its own but the moment.
    form.addEventListener('paste', event => {
      const pasted = [...event.clipboardData.files];
      if (!pasted.length) return;
      event.preventDefault();
      const now = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14);
      add(pasted.map((file, i) => /^image\.\w+$/.test(file.name)
        ? new File([file], `screenshot-${now}${i || ''}.${file.name.split('.').pop()}`, { type: file.type }) : file));
    });
    form.addEventListener('submit', event => {
      if (!running) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (live) live.textContent = zone.dataset.wait;
      zone.classList.add('busy');
    }, true);
  });
})();
