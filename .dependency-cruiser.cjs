/** The direction of ARCHITECTURE.md as rules. Rooms stand in order: a room may use only the rooms above it. */
const ROOMS = ['platform', 'access', 'organizations', 'jobs', 'documents', 'notifications', 'results', 'indices', 'objectivity', 'roadmaps', 'today'];
const TEST = '\\.(test|e2e)\\.tsx?$|(^|/)test-[a-z]+\\.ts$';
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'stats-is-pure',
      severity: 'error',
      from: { path: '^stats/src', pathNot: TEST },
      to: { pathNot: '^stats/src|node_modules/@stdlib' },
    },
    {
      name: 'engine-knows-no-database',
      severity: 'error',
      from: { path: '^src/objectivity/(markers|engine|official|validation)/', pathNot: TEST },
      to: { path: '/(store|actions|routes|jobs|db)(/|\\.ts$)|^src/platform/(db|http|jobs)/' },
    },
    {
      name: 'web-sees-pure-files-only',
      severity: 'error',
      from: { path: '^src/(web\\.tsx$|text\\.ts$|[^/]+/web/|platform/ui/)', pathNot: TEST },
      to: { path: '^src/.*(store|actions|routes|jobs|sessions|audit)\\.ts$|^src/platform/(db|http/server|jobs|tables|files)' },
    },
    {
      name: 'server-sees-no-web',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(web\\.tsx$|[^/]+/web/|platform/ui/)|${TEST}` },
      to: { path: '^src/(web\\.tsx$|[^/]+/web/)|^src/platform/ui/.*\\.tsx$' },
    },
    { name: 'store-is-below-actions', severity: 'error', from: { path: '/store\\.ts$' }, to: { path: '/(actions|routes|jobs)\\.ts$' } },
    { name: 'actions-are-below-routes', severity: 'error', from: { path: '/actions\\.ts$' }, to: { path: '/routes\\.ts$' } },
    {
      name: 'source-sees-no-test',
      severity: 'error',
      from: { path: '^(src|stats|demo|bench)/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'source-sees-no-demo',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/main\\.ts$|${TEST}` },
      to: { path: '^demo/' },
    },
    ...ROOMS.flatMap((room, index) => {
      const later = ROOMS.slice(index + 1);
      if (later.length === 0) return [];
      return [
        {
          name: `${room}-uses-rooms-above-it`,
          severity: 'error',
          // Screens of one room may link to pages of another; the rule is for what computes and stores.
          from: { path: `^src/${room}/`, pathNot: `/web/|${TEST}` },
          to: { path: `^src/(${later.join('|')})/`, dependencyTypesNot: ['type-only'] },
        },
      ];
    }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'] },
  },
};
