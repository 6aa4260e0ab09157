/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { listScales } from '#src/results/store.ts';
import * as contract from './contract.ts';
import { readCalibration } from './region-calibration.ts';
import { calibrationSheet } from './spreadsheet.ts';

export function registerCalibration(server: HttpServer<Actor>): void {
  server.operation(contract.readCalibration, async (tx, { person, params }) => {
    const { work, tasks, variants } = await readCalibration(tx, person, params.id);
    const scales = work.scaleId === null ? [] : await listScales(tx, { id: work.scaleId });
    return {
      work: {
        id: work.id,
        procedure: work.procedure,
        subject: work.subject,
        grade: work.grade,
        advanced: work.level === 'advanced',
      },
      tasks: tasks.map(({ id, max }, index) => ({ id, max, response: work.tasks[index]!.response })),
      thresholds: scales[0]?.thresholds ?? null,
      variants: [...variants],
    };
  });

  server.operation(contract.downloadCalibration, async (tx, { person, params }) => {
    const shown = await readCalibration(tx, person, params.id);
    const content = await writeTableXlsx(calibrationSheet(shown, person.displayName, person.language));
    return { content, name: person.language === 'ru' ? 'Трудность заданий.xlsx' : 'Difficulty of tasks.xlsx' };
  });
}
