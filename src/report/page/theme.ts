/** The browser's choice, until the user makes one. */
export function theming(): void {
  const root = document.documentElement;
  document.querySelector('#theme')?.addEventListener('click', () => {
    const dark =
      root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset['theme'] = dark === 'dark' ? 'light' : 'dark';
  });
}
