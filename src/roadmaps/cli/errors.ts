/** Why `obektiv roadmap` does not start. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const roadmapCommandRefusals = {
  roadmapAction: {
    status: 400,
    ru: 'Что сделать с планом? Пример: obektiv roadmap read план.docx --json',
    en: 'What is to be done with the plan? Example: obektiv roadmap read plan.docx --json',
  },
  roadmapOneFile: {
    status: 400,
    ru: 'Нужен один файл, а указано {found}. Пример: obektiv roadmap read план.docx --json',
    en: 'One file is needed, {found} given. Example: obektiv roadmap read plan.docx --json',
  },
} as const satisfies RefusalList;

export const refuseRoadmapCommand = refusals(roadmapCommandRefusals);
