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
  roadmapFileEmpty: {
    status: 422,
    ru: 'Файл {path} пуст. Сохраните в него план или укажите другой файл.',
    en: 'The file {path} is empty. Save the plan to it or name another file.',
  },
  roadmapOutMissing: {
    status: 400,
    ru: 'Куда записать план? Пример: obektiv roadmap print план.docx --format pdf --out план.pdf',
    en: 'Where is the plan to be written? Example: obektiv roadmap print plan.docx --format pdf --out plan.pdf',
  },
  roadmapNothingToPrint: {
    status: 422,
    ru: 'В файле не найдено мероприятий, печатать нечего. Что прочитано: obektiv roadmap read ФАЙЛ',
    en: 'No measures were found in the file, there is nothing to print. What was read: obektiv roadmap read FILE',
  },
} as const satisfies RefusalList;

export const refuseRoadmapCommand = refusals(roadmapCommandRefusals);
