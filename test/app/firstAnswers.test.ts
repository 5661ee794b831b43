// The page of a window brings along what its first screen asks, as the screen would be answered, and no copy of it is kept.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { officeFileName } from '../../main/ground/office/desk.ts';
import { type FirstAnswers, firstAnswersId } from '../../shared/firstAnswers.ts';
import { openingHeader } from '../../shared/shown.ts';
import { openProgram, temporaryFolder, testDay } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

async function page(address: string): Promise<{ html: string; headers: Headers; first: FirstAnswers }> {
  const answer = await program.fetch(address);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  const [, json = ''] =
    new RegExp(`<script type="application/json" id="${firstAnswersId}">([^<]*)</script></body>`).exec(html) ?? [];
  return { html, headers: answer.headers, first: JSON.parse(json) as FirstAnswers };
}

const asked = ({ answers }: FirstAnswers): string[] => answers.map(({ path: name }) => name);

test('the home screen’s page brings its figures, another’s what the frame asks', async () => {
  await program.caller.welcome.openDemo();
  const home = await page('/');
  expect(home.headers.get('cache-control')).toBe('no-store');
  expect(home.first.opening).toBe(home.headers.get(openingHeader));
  expect(home.first.answers).toContainEqual({
    path: 'roster.figures',
    input: { asOf: testDay },
    data: JSON.parse(JSON.stringify(await program.caller.roster.figures({ asOf: testDay }))) as unknown,
  });
  expect(asked(home.first)).toEqual(expect.arrayContaining(['settings.read', 'people.me', 'roster.gaps', 'today.actions']));
  const others = asked((await page('/workers?open=1')).first);
  expect(others).toContain('people.me');
  expect(others).not.toContain('roster.gaps');
});

test('it brings no number of a person, and no text of the office ends its element', async () => {
  await program.caller.welcome.openDemo();
  const settings = await program.caller.settings.read();
  await program.caller.settings.saveOffice({ ...settings.office, unit: '</script><script>alert(1)</script>' });
  const { html, first } = await page('/');
  expect(html).not.toContain('<script>alert');
  expect(first.answers.find(({ path: name }) => name === 'settings.read')?.data).toMatchObject({
    office: { unit: '</script><script>alert(1)</script>' },
  });
  const numbers = program
    .office()
    .db.prepare<[], string>(
      `SELECT id_number FROM worker WHERE id_number <> '' UNION SELECT mobile FROM worker WHERE mobile <> ''`,
    )
    .pluck()
    .all();
  expect(numbers.length).toBeGreaterThan(200);
  expect(numbers.filter((number) => html.includes(number))).toEqual([]);
});

test('of a damaged office it brings what the recovery screen must know', async () => {
  program.close();
  const damaged = temporaryFolder();
  writeFileSync(path.join(damaged.folder, officeFileName), Buffer.alloc(8192, 'not a database '));
  program = openProgram({ folder: damaged.folder });
  const { first } = await page('/');
  expect(asked(first)).toEqual(['backups.state', 'today.day']);
  damaged.remove();
});
