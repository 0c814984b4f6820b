/** The recipes of docs/pipelines.md that reach other machines, by ssh. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needing, PIPELINE, recipes, Workplace } from './pipeline';
import { Machines } from './ssh-machines';

const SSH = ['ssh', '/usr/sbin/sshd'];

let place: Workplace;
let machines: Machines | undefined;
beforeEach(() => (place = new Workplace()));
afterEach(async () => {
  await machines?.stop();
  machines = undefined;
  place.remove();
});

/** Guests that any host can start, with KVM or without. */
function withoutKvm(): void {
  for (const name of readdirSync(place.path('guests'))) {
    const file = join(place.path('guests'), name);
    const text = readFileSync(file, 'utf8').replace("type='kvm'", "type='qemu'");
    writeFileSync(file, text.replace(/ *<cpu mode='host-passthrough'\/>\n/, ''));
  }
}

const commandsOf = (name: string) => place.commands(name).filter((file) => file.endsWith('.args'));

needing(
  [...SSH, 'parallel', 'rsync'],
  'GNU parallel over ssh: guests go there, commands come back',
  async () => {
    machines = await Machines.start(place, ['hv1', 'hv2']);
    const { status, stderr } = place.shell(recipes('Across machines')[0], { HOSTS: '1/hv1,1/hv2' });
    expect(stderr).toContain('broken.xml: refused: 1 error');
    expect({ status, commands: place.commands() }).toEqual({
      status: 1,
      commands: ['web1.args', 'web2.args'],
    });
    const there = [machines.ran('hv1'), machines.ran('hv2')];
    expect(there.map((starts) => starts.length > 0)).toEqual([true, true]);
    expect(there.flat().sort()).toEqual(
      ['broken', 'web1', 'web2'].map((name) => `--host none --out-dir commands guests/${name}.xml`),
    );
    // --cleanup: of the guests and commands nothing stays there.
    expect(['hv1', 'hv2'].map((name) => existsSync(machines?.path(`${name}/guests`) ?? ''))).toEqual([
      false,
      false,
    ]);
  },
);

needing(SSH, 'a machine captured by ssh, and guests converted here for it', async () => {
  machines = await Machines.start(place, ['hv1']);
  withoutKvm();
  const [, recipe] = recipes('Across machines');
  expect(place.shell(recipe)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/2 converted, 1 refused \(guests\/broken\.xml\)/) as unknown,
  });
  expect(machines.ran('hv1')).toEqual(['host --output json']);
  expect(JSON.parse(readFileSync(place.path('hv1.json'), 'utf8'))).toMatchObject({ schema: 1 });
  expect(commandsOf('commands')).toEqual(['web1.args', 'web2.args']);
});

needing(
  [...SSH, 'ansible-playbook'],
  'Ansible over ssh: each hypervisor is captured, and guests are converted for it',
  async () => {
    machines = await Machines.start(place, ['hv1', 'hv2']);
    withoutKvm();
    cpSync(join(PIPELINE, 'hypervisors.yml'), place.path('hypervisors.yml'));
    const { status, stdout } = place.shell(recipes('Ansible')[1], {
      PWD: place.folder,
      LC_ALL: 'C.UTF-8',
      ANSIBLE_NOCOLOR: '1',
      // A connection that is kept would outlive the test.
      ANSIBLE_SSH_ARGS: '-o ControlMaster=no',
      ANSIBLE_PYTHON_INTERPRETER: 'auto_silent',
    });
    expect(stdout).toContain('2 converted, 1 refused');
    expect({ status, failed: stdout.match(/(unreachable|failed)=[1-9]/g) }).toEqual({
      status: 0,
      failed: null,
    });
    for (const name of ['hv1', 'hv2']) {
      expect(machines.ran(name)).toEqual(['host --output json']);
      expect(commandsOf(`commands/${name}`)).toEqual(['web1.args', 'web2.args']);
    }
  },
);
