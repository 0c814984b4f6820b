import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { command } from '../cli/command';
import { missing } from '../skip';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** Runs the tests in a browser, or says that there is none, which is a failure where nothing may be skipped. */
export function inBrowser(name: string, tests: (open: Opener) => void): void {
  if (CHROMIUM === undefined) {
    missing(name, 'Chromium (Debian: chromium)');
    return;
  }
  describe(name, () => {
    let browser: Browser;
    let folder: string;
    const pages: Page[] = [];
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'report-'));
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    }, 60_000);
    afterEach(async () => {
      await Promise.all(pages.splice(0).map((page) => page.close()));
    });
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    });
    tests(async (args, { input, ...context } = {}) => {
      const file = join(folder, 'page.html');
      const { stderr } = command(['explain', '--html', file, ...args], input === undefined ? {} : { input });
      if (!existsSync(file)) throw new Error(stderr);
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...context });
      pages.push(page);
      const problems: string[] = [];
      page.on('pageerror', ({ message }) => problems.push(message));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on(
        'request',
        (request) => request.url().startsWith('file:') || problems.push(`asked for ${request.url()}`),
      );
      await page.goto(`file://${file}`, { timeout: 120_000 });
      const text = readFileSync(file, 'utf8');
      rmSync(file);
      return { page, problems, text };
    });
  });
}

/** Opens the page that `explain --html` writes for these arguments. */
export type Opener = (
  args: readonly string[],
  context?: { readonly input?: string } & Parameters<Browser['newPage']>[0],
) => Promise<{ readonly page: Page; readonly problems: readonly string[]; readonly text: string }>;

/** Keeps a picture where somebody wants to look at it: SCREENSHOTS=folder. */
export async function picture(page: Page, name: string): Promise<number> {
  const bytes = await page.screenshot();
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) writeFileSync(join(folder, `${name}.png`), bytes);
  return bytes.length;
}
