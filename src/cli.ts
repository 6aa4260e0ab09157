/** The commands of `npx obektiv`: a table of contents. */
import packageJson from '../package.json' with { type: 'json' };
import { analyzeSummary } from './objectivity/cli/text.ts';
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
    ],
  },
  process.argv.slice(2),
);
