// Uploads with a bar: bytes sent, then the state of being checked. Without this script the form is sent as any other.
(() => {
  'use strict';
  const size = bytes => (bytes / 1048576).toFixed(bytes < 10485760 ? 1 : 0);

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
    request.upload.addEventListener('progress', event => {
      if (!event.lengthComputable) return;
      bar.value = event.loaded / event.total;
      say.textContent = box.dataset.sending.replace('{0}', size(event.loaded)).replace('{1}', size(event.total));
    });
    request.upload.addEventListener('load', () => {
      bar.removeAttribute('value');
      say.textContent = box.dataset.checking;
    });
    request.addEventListener('load', () => show(form, request));
    request.addEventListener('error', () => stop(form, box, box.dataset.broken));
    box.hidden = false;
    form.querySelectorAll('button').forEach(button => { button.disabled = true; });
    request.send(new FormData(form));
  }

  // A report that was kept has an address of its own; a refusal is the same page with the reason.
  function show(form, request) {
    if (request.responseURL && new URL(request.responseURL).pathname !== new URL(form.action).pathname) {
      location.assign(request.responseURL);
      return;
    }
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    const main = page.querySelector('main');
    if (!main) { location.reload(); return; }
    document.querySelector('main').replaceWith(main);
    (main.querySelector('[role=alert]') || main).focus();
  }

  function stop(form, box, words) {
    box.querySelector('[data-said]').textContent = words;
    box.querySelector('progress').value = 0;
    form.querySelectorAll('button').forEach(button => { button.disabled = false; });
  }
})();
