/** The last run that was committed, with its engine version and date: built into the site, so that it needs no connection. */
import run from '../../../../docs/validation.json' with { type: 'json' };
import type { ValidationReport } from '#src/objectivity/validation/report.ts';

export const lastRun = run as ValidationReport;
