import { TaskProfile } from '#src/platform/ui/charts/TaskProfile.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { offTasks, type Detail } from './facts.ts';
import { findingText, listed } from './finding-text.ts';
import { Passage } from './Passage.tsx';
import { unitName } from './unit.ts';

/** More ids than this do not fit a title. */
const TITLED = 6;

/** Observed and expected results task by task. */
export function TasksPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(findingText);
  const { language } = useLanguage();
  const off = offTasks(detail.profile);
  const better = listed(off.better, language, TITLED);
  const worse = listed(off.worse, language, TITLED);
  const title =
    better && worse
      ? t.tasksBoth(better, worse)
      : better
        ? t.tasksBetter(better)
        : worse
          ? t.tasksWorse(worse)
          : t.tasksUsual;
  const described = new Map(detail.tasks.map((task) => [task.id, task]));
  return (
    <Passage title={t.tasks}>
      <TaskProfile
        title={title}
        note={t.tasksNote}
        unit={unitName(detail)}
        participants={detail.participants}
        tasks={detail.profile.flatMap((row) => {
          const task = described.get(row.id);
          return task ? [{ ...row, max: task.max, response: task.response }] : [];
        })}
      />
    </Passage>
  );
}
