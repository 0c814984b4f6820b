import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { HostStep } from '../model/decision';
import { endingText, exitOf } from './ending';
import { LaunchFailure } from './failure';
import { Tail } from './tail';

/**
 * Does one host step, in a shell since its commands are lines of one; gives back the environment that it leaves, for what
 * it exports.
 */
export async function doHostStep(
  { what, commands, prefix }: HostStep,
  env: NodeJS.ProcessEnv,
  interrupted: Promise<never>,
): Promise<NodeJS.ProcessEnv> {
  // A prefix is what QEMU is started by; its commands show it for a person.
  if (prefix !== undefined) return env;
  // What a step leaves running must not hold the pipe.
  const lines = `{\n${commands.join('\n')}\n} 3>&-\nenv -0 >&3`;
  const shell = spawn('/bin/sh', ['-eu', '-c', lines], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env,
  });
  const said = new Tail();
  for (const stream of [shell.stdout, shell.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.add(text));
  const left = textOf(shell.stdio[3] as Readable);
  try {
    const ending = await Promise.race([exitOf(shell), interrupted]);
    if (ending.code !== 0)
      throw new LaunchFailure(
        `a host step failed with ${endingText(ending)}: ${what}${said.quoted()}`,
        `its commands are ${commands.join('; ')}`,
      );
  } finally {
    shell.kill('SIGTERM');
  }
  return readEnvironment(await left);
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
  return text;
}

function readEnvironment(text: string): NodeJS.ProcessEnv {
  const pairs = text.split('\0').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}
