/** Who may import whom: DESIGN's rooms as rules. A room not listed in its own `to` list is out of reach. */
const rooms = {
  domain: [],
  scrapers: ['domain'],
  net: ['domain'],
  db: ['domain'],
  ingest: ['domain', 'scrapers', 'net', 'db', 'jobs/(queue|definitions)'],
  'jobs/(queue|definitions)': ['domain', 'jobs/(queue|definitions)'],
  jobs: ['domain', 'scrapers', 'net', 'db', 'ingest', 'notify'],
  notify: ['domain', 'net'],
  api: ['domain', 'scrapers', 'db', 'jobs/(queue|definitions)'],
  web: ['domain', 'scrapers', 'db', 'jobs/(queue|definitions)', 'api/schemas'],
};
const all = '(domain|scrapers|net|db|ingest|jobs|notify|api|web|cli|bench|test)/|(config|log|start)\\.ts';

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'A cycle hides which file knows which.', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `room-${room.replace(/\W+/g, '-')}`,
      comment: `${room} may import only: ${[room, ...allowed].join(', ')}. See docs/architecture.md.`,
      severity: 'error',
      from: { path: `^${room}(/|\\.ts$)`, ...(room === 'jobs' ? { pathNot: '^jobs/(queue|definitions)' } : {}) },
      to: {
        path: `^(${all})`,
        pathNot: [room, ...allowed].map((name) => `^${name}(/|\\.ts$)`),
      },
    })),
    {
      name: 'pure-rooms-do-no-io',
      comment: 'domain and scrapers are functions from values to values.',
      severity: 'error',
      from: { path: '^(domain|scrapers)/' },
      to: { path: '^(node:)?(fs|net|http|https|tls|dns|child_process|worker_threads|timers)(/|$)', dependencyTypes: ['core'] },
    },
    {
      name: 'network-only-in-net',
      comment: 'net/ is the only door to the network (embedded PostgreSQL and the server listener excepted).',
      severity: 'error',
      from: { path: '^(ingest|jobs|api|web|notify)/' },
      to: { path: '^(node:)?(net|http|https|tls|dns)(/|$)', dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    moduleSystems: ['es6'],
  },
};
