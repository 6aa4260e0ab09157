/**
 * Whole plans in the layouts that offices use, each in a folder of its own: `input` and what a careful reader finds in it. All
 * organisations and people are invented.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixtureFile } from './fixture-file.ts';
import type { Party } from './model.ts';
import { readPlanFile } from './plan-file.ts';
import { keysByPlace } from './source-view.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

interface Expected {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly schoolYear: string;
  readonly approval?: unknown;
  readonly sections: readonly { readonly title: string | null; readonly measures: readonly unknown[] }[];
  readonly problems: readonly string[];
}

function inWords({ post, person, organisation }: Party): string {
  return [[post, organisation].filter((part) => part !== null).join(' '), person].filter(Boolean).join(' / ');
}

const CASES = readdirSync(FIXTURES);

test.each(CASES)('the plan «%s» is read as a careful reader reads it', async (name) => {
  const folder = new URL(`${name}/`, FIXTURES);
  const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;
  const { bytes, name: fileName } = fixtureFile(folder);
  const { roadmap, view } = await readPlanFile(bytes, fileName, { presentYear: 2026 });
  const { title, organisation, schoolYear, approval, sections, problems } = roadmap!;
  expect({
    title,
    organisation,
    schoolYear,
    ...(expected.approval === undefined ? {} : { approval }),
    sections: sections.map(({ title: of, measures }) => ({
      title: of,
      measures: measures.map(({ number, text, deadline, responsible, result }) => ({
        number,
        text,
        deadline: deadline.verbatim,
        type: deadline.type,
        responsible: responsible.map(inWords).join('; '),
        result,
      })),
    })),
    problems: [...new Set(problems.map(({ code }) => code))].toSorted(),
  }).toEqual({ ...expected, problems: expected.problems.toSorted() });
  const keys = keysByPlace(view!);
  const places = sections.flatMap(({ measures }) => measures.map(({ place }) => place));
  expect(places.filter((place) => !keys.has(place))).toEqual([]);
});

test('there are plans of every layout', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(12);
});
