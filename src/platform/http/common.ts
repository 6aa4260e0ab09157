/** What contracts of many rooms have in common. Pure. */
import { z } from 'zod';

/** Path of one thing by its number: «/api/works/:id». */
export const idParams = z.object({ id: z.coerce.number().int() });

/** Media type of spreadsheets. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
