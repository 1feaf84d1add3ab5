/** Starts the form; what it checks by is loaded with it and on this page alone. */
export function startForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-record-form]');
  if (!form) return;
  import('./record-form.ts')
    .then(({ openForm }) => openForm(form))
    .catch((error: unknown) => {
      // The example and the steps below the form need nothing of it.
      form.before('The form could not be loaded; please use the examples below, or try again later.');
      console.error(error);
    });
}
