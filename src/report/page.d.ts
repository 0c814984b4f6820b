/** The browser's side of a report as text, bundled by build.mjs. */
declare module 'page:script' {
  const text: string;
  export default text;
}
declare module 'page:style' {
  const text: string;
  export default text;
}
