import { TaskProfile } from '#src/platform/ui/charts/TaskProfile.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { namedTasks, profileShares, type Detail } from './facts.ts';
import { findingText, listed } from './finding-text.ts';
import { Passage } from './Passage.tsx';
import { unitName } from './unit.ts';

/** More ids than this do not fit a title. */
const TITLED = 6;

/** Observed and expected results task by task. */
export function TasksPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(findingText);
  const { language } = useLanguage();
  // Only what carries the sign is named: some tasks lie off the expected in every honest class.
  const named = new Set(detail.mechanisms.includes('help') ? namedTasks(detail) : []);
  const inOrder = detail.tasks.map((task) => task.id).filter((id) => named.has(id));
  const title = inOrder.length ? t.tasksBetter(listed(inOrder, language, TITLED), inOrder.length) : t.tasksPlain;
  return (
    <Passage title={t.tasks}>
      <TaskProfile
        title={title}
        note={t.tasksNote}
        unit={unitName(detail)}
        participants={detail.participants}
        tasks={profileShares(detail)}
      />
    </Passage>
  );
}
