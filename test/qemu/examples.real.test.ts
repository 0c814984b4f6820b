/**
 * Every example on every QEMU found: the standalone command line starts, and what QEMU realized is what the plan says.
 * Host paths that this machine lacks are replaced in the arguments by stand-ins: images made here, and LUNs of a real
 * iSCSI target for what is passed through.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { convert, type WithArguments } from '../../src/convert';
import type { Emitted } from '../../src/emitter/emitted';
import type { HostFacts } from '../../src/host/facts';
import { compareRealized } from '../../src/launcher/realized';
import type { LaunchPlan } from '../../src/model/plan';
import type { PlannedDevice } from '../../src/model/plan/device';
import type { Qmp } from '../../src/qemu/probe/qmp';
import { PROJECT } from '../cli/command';
import { QemuRefused, startMachine, type Machine } from './machine';
import { describeEachQemu, installed, missing, type TestQemu } from './qemus';
import { startTarget, type Target } from './tgt';

const EXAMPLES = join(PROJECT, 'examples');
const NAMES = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'guest.xml')));

/** What this machine cannot have: QEMU must refuse the example for this very reason, and no other. */
const REFUSED: Readonly<Record<string, RegExp>> = existsSync('/dev/vhost-scsi')
  ? {}
  : { 'vhost-scsi': /vhost-scsi: open vhost char device failed|\/dev\/vhost-scsi/ };

/** Examples that a QEMU of today refuses: converted for, but not started on, the release that has what they need. */
const OF_OLD: Readonly<Record<string, string>> = {};

if (!installed('tgtd', ['--version']) || !installed('qemu-img'))
  missing('examples', 'tgtd and qemu-img (Debian: tgt, qemu-utils)');
else
  describeEachQemu('examples', (qemu) => {
    let target: Target;
    let folder: string;
    beforeAll(async () => {
      target = await startTarget();
    }, 20_000);
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'example-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    afterAll(() => target.stop());

    test.each(NAMES)(
      '%s',
      async (name) => {
        const qmp = join(folder, 'qmp');
        const conversion = convertExample(name, qemu, qmp);
        const plan = conversion.plan!;
        const { words: argv, stands } = standIns(conversion, name, target, folder);
        const sockets = helperSockets(conversion);
        expect(sockets).toEqual(expect.arrayContaining(plan.companions.map(({ socket }) => socket)));
        const helpers = startHelpers(plan, sockets, folder);
        try {
          for (const { socket } of plan.companions)
            if (socket !== undefined) await untilThere(inFolder(socket, folder));
          const refused = REFUSED[name];
          if (refused) await expect(startMachine([qemu.binary, ...argv], qmp)).rejects.toThrow(refused);
          else
            await compare(
              await startMachine([qemu.binary, ...argv], qmp),
              { plan, emitted: conversion.emitted! },
              stands,
            );
        } finally {
          for (const helper of helpers) helper.kill('SIGKILL');
        }
      },
      30_000,
    );
  });

/** Starts the helper behind each socket that a pr-manager object wants: the plan's companions, and the owner's own. */
function startHelpers(plan: LaunchPlan, sockets: readonly string[], folder: string): ChildProcess[] {
  return sockets.map((socket) => {
    const companion = plan.companions.find((one) => one.socket === socket);
    const [program = '', ...args] = (companion?.argv ?? ['qemu-pr-helper', '-k', socket]).map((word) =>
      inFolder(word, folder),
    );
    return spawn(program, args, { stdio: 'ignore' });
  });
}

function helperSockets({ argv }: WithArguments): string[] {
  return argv!.flatMap((word) => /^pr-manager-helper,.*path=([^,]+)/.exec(word)?.[1] ?? []);
}

async function untilThere(path: string): Promise<void> {
  for (let tries = 0; tries < 100 && !existsSync(path); tries++) await pause(50);
  expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
}

function convertExample(name: string, { version }: TestQemu, qmp: string): WithArguments {
  const host = join(EXAMPLES, name, 'host.json');
  const conversion = convert(readFileSync(join(EXAMPLES, name, 'guest.xml'), 'utf8'), {
    ...(existsSync(host) ? { host: JSON.parse(readFileSync(host, 'utf8')) as HostFacts } : {}),
    qemuVersion: OF_OLD[name] ?? version,
    ...(name === 'virtio-lun' ? { virtioLun: 'scsi' } : {}),
    accel: 'tcg',
    paused: true,
    qmp,
  });
  expect(conversion.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return conversion;
}

/** The arguments with every host path that is not here replaced by one that is. */
function standIns(
  { argv, plan }: WithArguments,
  name: string,
  target: Target,
  folder: string,
): { words: string[]; stands: ReadonlyMap<string, string> } {
  let words = argv!.slice(1);
  const stands = new Map<string, string>();
  for (const { path, usedBy } of plan!.resources) {
    if (existsSync(path) || path.startsWith('/run/')) continue;
    const stand = passedThrough(plan!, usedBy) ? lun(name, target) : image(path, words, folder);
    stands.set(path, stand);
    words = words.map((word) => word.replaceAll(path, stand));
    // Only QEMU's host_device knows a pr-manager, and a stand-in is none; the object itself is started all the same.
    words = words.map((word) => (word.includes(stand) ? word.replace(/,file\.pr-manager=[^,]+/, '') : word));
  }
  words = words.map((word) =>
    inFolder(word, folder).replace(/file\.driver=iscsi,.*?(?=,(if|format)=)/, `file=${lun(name, target)}`),
  );
  return { words, stands };
}

/** Sockets and their like go below the test's own folder. */
function inFolder(word: string, folder: string): string {
  return word.replace(/(^|[=,])(\/run\/[\w./-]+)/g, (_whole, before: string, path: string) => {
    const moved = join(folder, path);
    mkdirSync(dirname(moved), { recursive: true });
    return `${before}${moved}`;
  });
}

function passedThrough(plan: LaunchPlan, id: string): boolean {
  return plan.devices.some(
    (device) => device.id === id && /^scsi-(block|generic)$/.test(driverOf(device) ?? ''),
  );
}

function driverOf(device: PlannedDevice): string | undefined {
  if (device.kind === 'disk') return device.frontend?.driver;
  return device.kind === 'hostdev' && 'driver' in device.passed ? device.passed.driver : undefined;
}

function lun(name: string, { iqn, port, disk, cdrom, tape }: Target): string {
  const number = name.includes('tape') ? tape : name.includes('cdrom') ? cdrom : disk;
  return `iscsi://127.0.0.1:${port}/${iqn}/${number}`;
}

/** An empty image of the format that the option wants. */
function image(path: string, words: readonly string[], folder: string): string {
  const option = words.find((word) => word.includes(path)) ?? '';
  const format = /format=qcow2|driver":"qcow2/.test(option) ? 'qcow2' : 'raw';
  const file = join(folder, path.replaceAll('/', '-'));
  execFileSync('qemu-img', ['create', '-q', '-f', format, file, '8M']);
  return file;
}

/** QEMU's own view against the plan: drivers, SCSI places, drives. */
async function compare(
  machine: Machine,
  { plan, emitted }: { plan: LaunchPlan; emitted: readonly Emitted[] },
  stands: ReadonlyMap<string, string>,
): Promise<void> {
  try {
    const ask = (command: string, args?: object) => machine.execute(command, args).catch(() => undefined);
    const compared = await compareRealized(plan, emitted, { greeting: {}, ask: ask as Qmp['ask'] });
    // Files have stand-ins, and the name of a QEMU is not what this is about.
    const differs = compared.filter(
      ({ what, state }) => state === 'differs' && !['file', 'filename'].includes(what),
    );
    expect(differs).toEqual([]);
    expect(compared.filter(({ state }) => state === 'equal').length).toBeGreaterThan(10);
    compareBlocks((await machine.execute('query-block')) as Block[], plan, stands);
    expect(await machine.execute('query-status')).toMatchObject({ running: false });
  } catch (problem) {
    if (problem instanceof QemuRefused) throw new Error(problem.message);
    throw problem;
  } finally {
    await machine.stop();
  }
}

/** What query-block says of a drive, as far as the plan does (QEMU qapi/block-core.json, BlockInfo). */
interface Block {
  readonly qdev?: string;
  readonly inserted?: {
    readonly file: string;
    readonly ro: boolean;
    readonly cache: { readonly direct: boolean; readonly 'no-flush': boolean };
  };
}

/** Files, read-only and cache of every drive. */
function compareBlocks(
  blocks: readonly Block[],
  plan: LaunchPlan,
  stands: ReadonlyMap<string, string>,
): void {
  for (const device of plan.devices) {
    if (device.kind !== 'disk' || device.backend?.image === undefined) continue;
    const { id } = device;
    const { image } = device.backend;
    const cache = device.backend.form === 'drive' ? device.backend.cache : undefined;
    const inserted = blocks.find(({ qdev = '' }) => qdev.split('/').includes(id))?.inserted;
    expect({
      id,
      ro: inserted?.ro,
      direct: inserted?.cache.direct,
      noFlush: inserted?.cache['no-flush'],
    }).toEqual({
      id,
      ro: image.readonly,
      direct: cache === 'none' || cache === 'directsync',
      noFlush: cache === 'unsafe',
    });
    const { source } = image;
    const path = 'path' in source ? source.path : undefined;
    if (path !== undefined) expect(lunOf(inserted!.file)).toBe(lunOf(stands.get(path) ?? path));
  }
}

/** QEMU says an iSCSI URL back by its parts; other files as they are. */
function lunOf(file: string): string {
  const parts = /"lun": "?(\d+)/.exec(file) ?? /^iscsi:.*\/(\d+)$/.exec(file);
  return parts === null ? file : `LUN ${parts[1]!}`;
}
