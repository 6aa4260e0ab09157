/** Papers for the benches: the demo's results over and over, each copy in schools of its own. */
import type { DemoSchool } from '#demo/region.ts';
import type { DemoClassResult } from '#demo/results.ts';

/** `copies` times the results; no code of a school occurs in two copies, so no participant is there twice. */
export function manyResults(results: readonly DemoClassResult[], copies: number): DemoClassResult[] {
  return Array.from({ length: copies }, (_, copy) => {
    const schools = new Map<DemoSchool, DemoSchool>();
    return results.map((result): DemoClassResult => {
      const school = schools.get(result.school) ?? renamed(result.school, copy);
      schools.set(result.school, school);
      return { ...result, school };
    });
  }).flat();
}

/** edu990101 of copy 2 is edu29990101. */
function renamed(school: DemoSchool, copy: number): DemoSchool {
  return { ...school, code: school.code.replace('edu', `edu${copy + 10}`) };
}

/** All papers as those of one school with as many classes as there are: the largest form a school can fill in. */
export function oneSchool(results: readonly DemoClassResult[], papers: number): DemoClassResult[] {
  const classes: DemoClassResult[] = [];
  let listed = 0;
  for (const result of results) {
    if (listed + result.papers.length > papers) break;
    const first = listed;
    classes.push({
      ...result,
      school: results[0]!.school,
      ordinal: classes.length + 1,
      papers: result.papers.map((paper, index) => ({
        ...paper,
        participant: `${result.grade}${String(first + index + 1).padStart(4, '0')}`,
      })),
    });
    listed += result.papers.length;
  }
  return classes;
}
