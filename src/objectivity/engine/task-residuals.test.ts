import { expect, test } from 'vitest';
import { NO_VALUE, NOT_ATTEMPTED, NOT_TAUGHT } from '#src/results/model.ts';
import { AdministrationBuilder } from './builder.ts';
import { arrangePapers, type Papers } from './papers.ts';
import { Random } from './random.ts';
import { ownShareWeights, scoreGroups } from './score-groups.ts';
import { conditionalCovariance, taskResiduals } from './task-residuals.ts';

/** Two variants, a topic that some classes were not taught, tasks worth up to 30 points when asked for. */
function papersOf(seed: number, highest: number): Papers {
  const random = new Random(seed);
  const tasks = Array.from({ length: 11 }, (_, task) => ({
    id: String(task + 1),
    max: task === 4 ? highest : 1 + (task % 3),
    response: 'short' as const,
  }));
  const builder = new AdministrationBuilder({ procedure: 'П', subject: 'М', grade: 5, tasks, thresholds: null });
  for (let group = 0; group < 24; group += 1) {
    // Classes come in an order that is not the order of schools.
    const at = builder.classIndex(`О${group % 2}`, `Ш${group % 7}`, `5-${group}`, null);
    for (let pupil = 0; pupil < 10 + random.integer(0, 15); pupil += 1) {
      const scores = Int8Array.from(tasks, ({ max }, task) => {
        if (task === 2 && group % 5 === 0) return NOT_TAUGHT;
        if (random.chance(0.03)) return NOT_ATTEMPTED;
        return group === 3 && pupil === 0 && task === 7 ? NO_VALUE : random.integer(0, max);
      });
      builder.addTo(at, { participant: '', variant: String(pupil % 2), journalMark: null, scores });
    }
  }
  return arrangePapers(builder.build());
}

test.each([3, 30])(
  'score groups and residuals are those of plain sums over papers, tasks up to %i points',
  (highest) => {
    const papers = papersOf(highest, highest);
    const { taskCount, points } = papers;
    const groups = scoreGroups(papers);
    const means = new Float64Array(groups.groupCount * taskCount);
    for (let paper = 0; paper < papers.size; paper += 1) {
      const group = groups.groupOf[paper]!;
      expect(group).toBe(
        papers.forms[paper]! < 0 ? -1 : papers.forms[paper]! * (papers.maximum + 1) + papers.totals[paper]!,
      );
      if (group < 0) continue;
      for (let task = 0; task < taskCount; task += 1) {
        means[group * taskCount + task]! += points[paper * taskCount + task]! / groups.sizes[group]!;
      }
    }
    means.forEach((mean, at) => expect(groups.means[at]).toBeCloseTo(mean, 10));
    for (const level of ['class', 'school', 'municipality'] as const) {
      const units = papers.units[level];
      const found = taskResiduals(papers, groups, units);
      const weights = ownShareWeights(groups.groupOf, groups.sizes, units);
      units.forEach(({ start, end }, unit) => {
        const plain = { sums: new Float64Array(taskCount), residuals: new Float64Array(taskCount) };
        const variances = new Float64Array(taskCount);
        let members = 0;
        for (let paper = start; paper < end; paper += 1) {
          const group = groups.groupOf[paper]!;
          if (group < 0) continue;
          members += 1;
          for (let task = 0; task < taskCount; task += 1) {
            const score = points[paper * taskCount + task]!;
            plain.sums[task]! += score;
            plain.residuals[task]! += score - groups.means[group * taskCount + task]!;
            variances[task]! += weights[paper]! * groups.variances[group * taskCount + task]!;
          }
        }
        expect(found.participants[unit]).toBe(members);
        for (let task = 0; task < taskCount; task += 1) {
          const at = unit * taskCount + task;
          expect(found.sums[at]).toBe(plain.sums[task]);
          expect(found.residuals[at]).toBeCloseTo(plain.residuals[task]!, 9);
          expect(found.variances[at]).toBeCloseTo(variances[task]!, 4);
        }
      });
    }
  },
);

test('the conditional covariance is that of residuals about the means of their groups', () => {
  const papers = papersOf(1, 3);
  const { taskCount, points } = papers;
  const groups = scoreGroups(papers);
  const plain = new Float64Array(taskCount * taskCount);
  let used = 0;
  groups.groupOf.forEach((group, paper) => {
    if (group < 0 || groups.sizes[group]! < 2) return;
    used += 1;
    const n = groups.sizes[group]!;
    for (let cell = 0; cell < plain.length; cell += 1) {
      const [a, b] = [Math.floor(cell / taskCount), cell % taskCount].map(
        (task) => points[paper * taskCount + task]! - groups.means[group * taskCount + task]!,
      );
      plain[cell]! += (a! * b! * n) / (n - 1);
    }
  });
  conditionalCovariance(papers, groups).forEach((value, cell) => expect(value).toBeCloseTo(plain[cell]! / used, 10));
});
