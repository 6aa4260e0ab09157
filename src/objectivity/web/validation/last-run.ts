/** The last run that was committed, with its engine version and date: built into the site, so that it needs no connection. */
import run from '../../../../docs/validation.json' with { type: 'json' };
import type { ValidationReport } from '#src/objectivity/validation/report.ts';

// The compiler reads the figures of the day into a type of their own; last-run.test.ts holds them to the shape.
export const lastRun = run as unknown as ValidationReport;
