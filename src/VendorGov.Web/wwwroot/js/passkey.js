// Passkeys: asks the portal for a question, lets the device answer, and sends the answer by the page's own form.
(() => {
  'use strict';
  const supported = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';
  const acts = {
    create: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    get: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  };

  document.querySelectorAll('form[data-passkey]').forEach(form => {
    const button = form.querySelector('button');
    const alert = form.querySelector('[role=alert]');
    const unsupported = form.querySelector('[data-unsupported]');
    if (supported) form.hidden = false;
    else {
      button.disabled = true;
      if (unsupported) unsupported.hidden = false;
    }

    const say = sentence => {
      alert.textContent = sentence;
      alert.hidden = false;
      button.disabled = false;
    };

    const run = async () => {
      const answer = await fetch(form.dataset.ask, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
      if (answer.status === 422) return say((await answer.json()).error);
      if (!answer.ok) return say(form.dataset.failed);
      const credential = await acts[form.dataset.passkey](await answer.json());
      form.elements.credential.value = JSON.stringify(credential);
      // The password was for the question alone.
      if (form.elements.password) form.elements.password.value = '';
      return form.submit();
    };

    form.addEventListener('submit', event => {
      event.preventDefault();
      event.stopPropagation();
      if (!supported) return;
      alert.hidden = true;
      button.disabled = true;
      // The person closed the device's question, or the device has no key for this portal.
      run().catch(() => say(form.dataset.failed));
    });
  });
})();
