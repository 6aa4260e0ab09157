/** The commands of `npx obektiv`: a table of contents. */
import packageJson from '../package.json' with { type: 'json' };
import { boundarySummary } from './objectivity/boundary/text.ts';
import { analyzeSummary } from './objectivity/cli/text.ts';
import { spreadSummary } from './objectivity/spread/text.ts';
import { runCommandLine } from './platform/terminal/run.ts';

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
        name: 'spread',
        summary: spreadSummary,
        load: async () => (await import('./objectivity/spread/cli.ts')).spread,
      },
      {
        name: 'boundary',
        summary: boundarySummary,
        load: async () => (await import('./objectivity/boundary/cli.ts')).boundaryFiles,
      },
    ],
  },
  process.argv.slice(2),
);
