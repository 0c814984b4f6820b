/** Host paths, ports and nets of a command line replaced by what the test makes: they are the host's, not the guest's. */
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOfKeys } from './keys';
import { isPc, kernel, memorySize, needsHost, object, processor } from './machine';
import { file, fresh, type Room } from './room';
import { chardev, netdev, spice, vnc } from './sockets';
import { blockdevs, drive } from './storage';

export function standIns(argv: readonly string[], room: Room): string[] {
  const passed = new Set(
    argv
      .filter((word) => /^scsi-(block|generic),/.test(word))
      .map((word) => /,drive=([^,]+)/.exec(word)?.[1]),
  );
  const cpu = processor(argv);
  const options: Readonly<Record<string, (word: string) => string>> = {
    '-drive': (word) => drive(word, passed, room),
    '-blockdev': blockdevs(argv, room),
    '-netdev': netdev,
    // Only vhost-user takes more than this.
    '-device': (word) => paths(word.replace(/tx_queue_size=\d+/, 'tx_queue_size=256'), room),
    '-chardev': (word) => chardev(word, room),
    '-vnc': (word) => vnc(word, room),
    '-spice': (word) =>
      spice(
        word.replace(/(x509-dir=)[^,]*/, (_, key: string) => key + folderOfKeys(room)),
        room,
      ),
    '-object': (word) => object(word, room, (text) => paths(text, room)),
    '-m': memorySize(argv),
    '-kernel': () => kernel(room),
    '-initrd': () => file('initrd', 4096, room),
    '-fsdev': (word) => fsdev(word, room),
    '-cpu': cpu,
    // A descriptor of the daemon is whatever file has its number here, which QEMU takes up to 10.2 only.
    '-incoming': () => 'defer',
  };
  const words = argv.flatMap((word, index) => {
    const option = argv[index - 1] ?? '';
    if (needsHost(word, argv[index + 1] ?? '') || needsHost(option, word)) return [];
    return [(options[option] ?? ((text: string) => paths(text, room)))(word)];
  });
  return argv.includes('-cpu') || !isPc(argv) ? words : [...words, '-cpu', cpu('qemu64')];
}

/** Paths that are not here, in any other word. */
function paths(word: string, room: Room): string {
  return word.replace(/(^|[=,:"])(\/[\w.+@/-]+)/g, (whole, before: string, path: string) =>
    existsSync(path) && !path.startsWith('/dev/hugepages') && !path.startsWith('/dev/shm')
      ? whole
      : before + (/mem-path/.test(word) && before === '=' ? memory(room) : other(path, room)),
  );
}

function memory(room: Room): string {
  mkdirSync(join(room.folder, 'memory'), { recursive: true });
  return fresh('memory/', room);
}

function other(path: string, room: Room): string {
  if (path.startsWith(room.folder)) return path;
  const moved = join(room.folder, path);
  mkdirSync(dirname(moved), { recursive: true });
  if (!/\.sock|socket/.test(path) && !existsSync(moved)) {
    writeFileSync(moved, '');
    truncateSync(moved, 4096);
  }
  return moved;
}

function fsdev(word: string, room: Room): string {
  const path = fresh('shared', room);
  mkdirSync(path);
  return word.replace(/path=(?:[^,]|,,)+/, `path=${path}`);
}
