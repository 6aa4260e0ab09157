/** The commands of `npx obektiv`: a table of contents. */
import packageJson from '../package.json' with { type: 'json' };
import { indicesSummary } from './indices/text.ts';
import { boundarySummary } from './objectivity/boundary/text.ts';
import { calibrateSummary } from './objectivity/calibration/cli-text.ts';
import { packSummary } from './objectivity/cli/region-text.ts';
import { analyzeSummary } from './objectivity/cli/text.ts';
import { tablesSummary } from './objectivity/clickhouse/text.ts';
import { validateSummary } from './objectivity/cli/validate-text.ts';
import { reproduceSummary } from './objectivity/package/text.ts';
import { spreadSummary } from './objectivity/spread/text.ts';
import { recheckSummary } from './objectivity/recheck/text.ts';
import { runCommandLine } from './platform/terminal/run.ts';
import { roadmapSummary } from './roadmaps/cli/text.ts';
import { deadlineSummary } from './roadmaps/deadline/text.ts';

process.exitCode = await runCommandLine(
  {
    version: packageJson.version,
    commands: [
      {
        name: 'analyze',
        summary: analyzeSummary,
        load: async () => (await import('./objectivity/cli.ts')).analyzeFiles,
      },
      {
        name: 'calibrate',
        summary: calibrateSummary,
        load: async () => (await import('./objectivity/calibration/cli.ts')).calibrateFiles,
      },
      {
        name: 'tables',
        summary: tablesSummary,
        load: async () => (await import('./objectivity/clickhouse/cli.ts')).tables,
      },
      {
        name: 'pack',
        summary: packSummary,
        load: async () => (await import('./objectivity/cli/pack.ts')).packFiles,
      },
      {
        name: 'spread',
        summary: spreadSummary,
        load: async () => (await import('./objectivity/spread/cli.ts')).spread,
      },
      {
        name: 'reproduce',
        summary: reproduceSummary,
        load: async () => (await import('./objectivity/package/cli.ts')).reproducePackage,
      },
      {
        name: 'boundary',
        summary: boundarySummary,
        load: async () => (await import('./objectivity/boundary/cli.ts')).boundaryFiles,
      },
      {
        name: 'validate',
        summary: validateSummary,
        load: async () => (await import('./objectivity/cli/validate.ts')).validateEngine,
      },
      {
        name: 'recheck',
        summary: recheckSummary,
        load: async () => (await import('./objectivity/recheck/cli.ts')).recheckFile,
      },
      {
        name: 'deadline',
        summary: deadlineSummary,
        load: async () => (await import('./roadmaps/deadline/cli.ts')).deadline,
      },
      {
        name: 'roadmap',
        summary: roadmapSummary,
        load: async () => (await import('./roadmaps/cli/cli.ts')).roadmap,
      },
      {
        name: 'indices',
        summary: indicesSummary,
        load: async () => (await import('./indices/cli.ts')).indicesFiles,
      },
    ],
  },
  process.argv.slice(2),
);
