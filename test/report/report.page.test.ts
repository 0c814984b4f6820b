import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, MINIMAL, PROJECT } from '../cli/command';
import { inBrowser, picture } from './browser';

const GUEST = [
  '--qemu-version',
  '10.0',
  '--host',
  'examples/scsi-lun/host.json',
  'examples/scsi-lun/guest.xml',
];

jest.setTimeout(180_000);

inBrowser('explain --html', (open) => {
  test('pointing at a line lights up its arguments and the reason', async () => {
    const { page, problems } = await open(GUEST);
    await page.hover('#L23 code');
    await page.waitForSelector('.g[data-g="sda"].on');
    expect(await page.locator('.g.on').count()).toBe(1);
    expect(await page.locator('.why.on').innerText()).toContain('scsi-block: a disk or CD/DVD drive');
    expect(problems).toEqual([]);
  });

  test('pointing at an argument lights up its lines', async () => {
    const { page } = await open(GUEST);
    await page.hover('.g[data-g="sda"] h3');
    const lines = await page.locator('.l.on').evaluateAll((all) => all.map(({ id }) => id));
    expect(lines).toEqual(['L21', 'L22', 'L23', 'L24', 'L25', 'L26']);
  });

  test('pointing at a property lights up its attribute, and the other way round', async () => {
    const { page } = await open(GUEST);
    await page.hover('.g[data-g="sda"] .arg i:text-is("lun=5")');
    expect(await page.locator('.l .at').allInnerTexts()).toEqual(["'5'"]);
    await page.hover('#L22 b:has-text("report")');
    expect(await page.locator('.g .at').allInnerTexts()).toEqual(['werror=report', 'rerror=report']);
  });

  test('a click keeps what was pointed at, Escape lets it go', async () => {
    const { page } = await open(GUEST);
    await page.click('#L20 code');
    await page.hover('#L15 code');
    expect(await page.locator('.g.on').getAttribute('data-g')).toBe('scsi0');
    await page.keyboard.press('Escape');
    expect(await page.locator('.on').count()).toBe(0);
  });

  test('the keyboard alone: j and k go through the arguments, and each says what it is', async () => {
    const { page } = await open(GUEST);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.locator('.why.on h3').innerText()).toBe('machine');
    await page.keyboard.press('k');
    const button = page.locator('.g.on button');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator(`#${await button.getAttribute('aria-describedby')}`).innerText()).toContain(
      'line 2',
    );
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('on paper every reason is there', async () => {
    const { page } = await open(GUEST);
    const groups = await page.locator('#command .g').count();
    expect(await page.locator('.why').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.why').count()).toBe(groups);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.why:visible').count()).toBe(groups);
  });

  test('searching marks all places and goes from one to the next', async () => {
    const { page } = await open(GUEST);
    await page.keyboard.press('/');
    await page.keyboard.type('wwn-0x5000c500a1b2c3d4');
    expect(await page.locator('#found').innerText()).toBe('1 of 2');
    expect(await page.locator('.hit').count()).toBe(2);
    await page.keyboard.press('Enter');
    expect(await page.locator('#found').innerText()).toBe('2 of 2');
    await page.fill('#search', 'no such thing');
    expect(await page.locator('#found').innerText()).toBe('nothing found');
  });

  test('copying gives the command as the shell takes it', async () => {
    const { page } = await open(GUEST);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('#copy');
    await page.waitForSelector('#copy:text-is("Copied")');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(command(GUEST).stdout);
  });

  test('the machine is drawn, with channel, id and LUN', async () => {
    const { page } = await open(GUEST);
    const drawing = await page.locator('.drawing svg').innerHTML();
    expect(drawing).toContain('virtio-scsi-pci');
    expect(drawing).toContain('0:0:2:5');
  });

  test.each(['light', 'dark'] as const)(
    '%s, as the system wants it, until the button is pressed',
    async (colorScheme) => {
      const { page } = await open(GUEST, { colorScheme });
      const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const before = await back();
      await page.click('#L25 code');
      expect(await picture(page, `explain-${colorScheme}`)).toBeGreaterThan(50_000);
      await page.click('#theme');
      expect(await back()).not.toBe(before);
      expect(before === 'rgb(18, 21, 27)').toBe(colorScheme === 'dark');
    },
  );

  test('it needs no network, and says so to the browser', async () => {
    const { text, problems } = await open(GUEST);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/(src|href)="(?!#)/);
    expect(problems).toEqual([]);
  });

  test('what is wrong with a guest stands at its line, and there is no command', async () => {
    const broken = MINIMAL.replace("machine='pc'", "machine='nonesuch'");
    const { page } = await open(['--qemu-version', '10.0', '-'], { input: broken });
    expect(await page.locator('#L4 + .said.error').innerText()).toContain('machine-unknown');
    expect(await page.locator('#command').innerText()).toContain('was refused');
    expect(await page.locator('.remarks a.line').first().getAttribute('href')).toBe('#L4');
  });

  test('markup in a value stays text', async () => {
    const kernel = '<kernel>/&lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;</kernel>';
    const evil = MINIMAL.replace('</os>', `${kernel}</os>`);
    const { page, problems } = await open(['--qemu-version', '10.0', '-'], { input: evil });
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('#command').innerText()).toContain('<img src=x onerror=alert(1)>');
    await page.hover('.g[data-g="boot"]');
    expect(await page.locator('.why.on').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('ten thousand lines of XML can be read: the page answers at once', async () => {
    const disk = (n: number) => `    <disk type='file'>
      <source file='/images/${n}.qcow2'/>
      <target dev='sd${letters(n)}' bus='scsi'/>
      <address type='drive' controller='0' target='${n % 200}' unit='${Math.floor(n / 200)}'/>
    </disk>\n`;
    const disks = Array.from({ length: 2000 }, (_, n) => disk(n)).join('');
    const large = MINIMAL.replace(
      '</domain>',
      `  <devices>\n    <controller type='scsi' model='virtio-scsi'/>\n${disks}  </devices>\n</domain>`,
    );
    expect(large.split('\n').length).toBeGreaterThan(10_000);
    const { page, text } = await open(['--qemu-version', '10.0', '-'], { input: large });
    expect(text.length).toBeLessThan(5_500_000);
    await page.locator('#L9999').scrollIntoViewIfNeeded();
    const took = await page.evaluate(async () => {
      const start = performance.now();
      document.querySelector('#L9999')?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      return performance.now() - start;
    });
    expect(await page.locator('.g.on').count()).toBe(1);
    expect(took).toBeLessThan(500);
  });

  test('a window of one column keeps the reason in sight, and still under the pointer', async () => {
    const { page } = await open(GUEST, { viewport: { width: 900, height: 700 } });
    const group = page.locator('.g[data-g="sda"]');
    await group.scrollIntoViewIfNeeded();
    await group.hover();
    await page.waitForSelector('.why.on');
    const before = await group.boundingBox();
    await page.waitForTimeout(300);
    expect(await group.boundingBox()).toEqual(before);
    expect(await page.locator('.g.on').getAttribute('data-g')).toBe('sda');
    const why = await page.locator('#why').boundingBox();
    expect(why!.y + why!.height).toBeLessThanOrEqual(700);
    expect(before!.y).toBeLessThan(why!.y);
  });

  test('a narrow window has one column, and nothing beside it', async () => {
    const { page } = await open(GUEST, { viewport: { width: 420, height: 800 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(420);
  });
});

/** sda ... sdz, sdaa, ... */
function letters(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}

test('the picture in the documentation is one of this page', () => {
  expect(readFileSync(join(PROJECT, 'docs/explain.png')).subarray(1, 4).toString()).toBe('PNG');
});
