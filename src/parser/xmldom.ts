import type { DOMParserOptions, Document } from '@xmldom/xmldom';
import type { Diagnostic, Report } from '../diagnostics/diagnostic';
import { xmlSyntax } from '../diagnostics/catalog';
import { hideSecrets } from '../model/secret-words';
import { pointAt } from './position';
import { bareAmpersand, syntaxFault } from './syntax';
import type { XmlNode } from './tree';
import { TreeBuilder, type Locator, type TreeDocument } from './tree-builder';
import { xmldom } from './xmldom-package';

/** xmldom's options and what its published types leave out of them. */
interface Options extends DOMParserOptions {
  readonly domHandler: typeof TreeBuilder;
}

/**
 * A text within the limits, read by xmldom. Undefined after reporting what it finds wrong, of which it quotes the text: what
 * is said is said of one without secrets.
 */
export function parseWithXmldom(text: string, report: Report): XmlNode | undefined {
  const shown = hideSecrets(text);
  if (shown === text) return parseAs(text, report);
  const [problems, seen]: [Diagnostic[], Diagnostic[]] = [[], []];
  const root = parseAs(text, (problem) => problems.push(problem));
  if (problems.length > 0) parseAs(shown, (problem) => seen.push(problem));
  const own = problems.slice(0, 1).map(({ at }) => xmlSyntax(at, IN_SECRET));
  for (const problem of seen.length > 0 ? seen : own) report(problem);
  return root;
}

const IN_SECRET = "a password or cookie holds '<' or '&', which are written '&lt;' and '&amp;'";

function parseAs(text: string, report: Report): XmlNode | undefined {
  const wrong = (message: string, at?: Locator) =>
    report(
      syntaxFault(text) ?? xmlSyntax(pointAt(at?.lineNumber ?? 1, at?.columnNumber ?? 1), shortened(message)),
    );
  const onError = (_level: string, message: string, { locator }: { readonly locator: Locator }) =>
    wrong(message, locator);
  const { DOMParser, ParseError } = xmldom();
  const options: Options = { domHandler: TreeBuilder, onError, normalizeLineEndings };
  try {
    const document: unknown = new DOMParser(options).parseFromString(text, 'text/xml');
    const bare = bareAmpersand(text);
    if (bare === undefined) return (document as TreeDocument).documentElement;
    report(bare);
    return undefined;
  } catch (problem) {
    // What the builder found wrong it has said.
    if (!(problem instanceof ParseError)) wrong((problem as Error).message);
    return undefined;
  }
}

/** A text that could be read, as a DOM: what the xpath package works on. */
export function parseDom(text: string): Document {
  const { DOMParser } = xmldom();
  return new DOMParser({ onError: () => {}, normalizeLineEndings }).parseFromString(text, 'text/xml');
}

/** XML 1.0 2.11; xmldom's own also takes the line ends that XML 1.1 added, which are characters like others here. */
function normalizeLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** As much of a message as is read; xmldom quotes the whole of a file that is none of XML. */
const READ = 120;

function shortened(message: string): string {
  return message.length > READ ? `${message.slice(0, READ)}…` : message;
}
