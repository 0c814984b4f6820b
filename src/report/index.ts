import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Explanation } from '../explainer/explanation';
import { commandHtml } from './command';
import { markupText as html } from '../model/markup-text';
import { hideSecrets } from '../model/secret-words';
import { groupOfLine, placesOf, rangesOf } from './lines';
import { reasonsData } from './reasons';
import { remarksHtml } from './remarks';
import { xmlHtml } from './xml';

export interface Report {
  /** Of the guest. */
  readonly name: string;
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  /** Absent: the guest was refused, and the page shows why. */
  readonly explanation: Explanation | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** A drawing of the buses: an <svg> element. */
  readonly drawing: string;
  /** The whole command as a shell takes it. */
  readonly command: string;
  /** What the page is made of, besides: see page/. */
  readonly style: string;
  readonly script: string;
}

const REFUSED = '<p class="hint">The guest was refused: see its diagnostics.</p>';

/** One page that holds all it needs: the XML and the command line side by side, and between them the reasons. */
export function reportPage(report: Report): string {
  const { name, file, text, explanation, diagnostics, drawing, command, style, script } = report;
  const groups = groupOfLine(explanation === undefined ? [] : rangesOf(explanation, text));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${html(name)}: the QEMU command line and why</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${html(name)} <small>${html(file)}</small></h1>
<form role="search"><label for="search" class="unseen">Search</label><input id="search" type="search" placeholder="Search ( / )" autocomplete="off" spellcheck="false"> <output id="found" aria-live="polite"></output></form>
<button type="button" id="copy">Copy command</button>
<button type="button" id="theme" aria-label="Light or dark">◐</button>
</header>
<main>
<section class="pane" id="xml" aria-label="Domain XML" tabindex="0">${xmlHtml(hideSecrets(text), { groups, places: placesOf(explanation), diagnostics })}</section>
<section class="pane" id="why" aria-label="Reasons" aria-live="polite" tabindex="0"><p class="hint">Point at a line or an argument. <kbd>j</kbd> <kbd>k</kbd> go through the arguments, <kbd>Enter</kbd> or a click keeps one, <kbd>Esc</kbd> lets it go.</p><noscript><p>Reasons need scripts; 'domxml2qemu explain' prints them.</p></noscript></section>
<section class="pane" id="command" aria-label="QEMU command line" tabindex="0">${explanation === undefined ? REFUSED : commandHtml(explanation)}</section>
</main>
${drawing === '' ? '' : `<section class="drawing" aria-labelledby="drawing-title"><h2 id="drawing-title">Buses and devices</h2>${drawing}</section>`}
${remarksHtml(diagnostics)}
<script type="text/plain" id="whole">${html(command)}</script>
${explanation === undefined ? '' : `<script type="application/json" id="reasons">${reasonsData(explanation)}</script>\n`}<script>${script}</script>
</body>
</html>
`;
}
