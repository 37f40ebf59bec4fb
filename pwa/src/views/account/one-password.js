import { useState } from 'preact/hooks';

import { useErrorFocus } from './error-focus.js';
import { reasonFor } from './reasons.js';

/**
 * A form that asks for the password alone: one try at a time, and the reason beside the field.
 * @param {(password: string) => Promise<unknown>} act - rejects with what the server said
 */
export function useOnePassword(act) {
  const [value, setValue] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useErrorFocus(error);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError('');
    try {
      await act(value);
    } catch (reason) {
      setError(reasonFor(reason));
    } finally {
      setBusy(false);
    }
  };
  const field = { label: 'Your password', value, onInput: setValue, autocomplete: 'current-password', error };
  return { form: { ref: form, class: 'account-form', onSubmit: submit, novalidate: true }, field, busy };
}
