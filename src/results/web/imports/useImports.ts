import { useFollowed } from '#src/jobs/web/follow.ts';
import { isMoving, statusOf } from './status.ts';

/** The list of files, asked for again and again while the server is at work on some of them. */
export function useImports() {
  return useFollowed('GET /api/imports', undefined, ({ imports }) => imports.some((row) => isMoving(statusOf(row))));
}
