/** Pages of methods: formulas typeset, a live example, the figures of the decision. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { readMethod } from '../contract.ts';
import { countFindings, listChances } from '../store.ts';
import { exampleOf } from './example.ts';
import { methodOf } from './list.ts';
import { typeset } from './typeset.ts';

export function registerMethods(server: HttpServer<Actor>): void {
  server.operation(readMethod, async (tx, { person, params }) => {
    requirePermission(person, 'readFindings');
    const method = methodOf(params.id);
    if (method === null) throw refuseCommon('notFound');
    const looked = await countFindings(tx, { show: 'all' });
    const small = await countFindings(tx, { show: 'insufficient' });
    const chances = await listChances(tx, { show: 'signalled', level: 'class' });
    const example = await exampleOf(tx, method);
    return {
      formulas: method.formulas.map((tex) => typeset(tex, true)),
      symbols: method.symbols.map(({ tex }) => typeset(tex, false)),
      example: example && { finding: example.finding, markers: [...example.markers] },
      classes: {
        looked: looked.class - small.class,
        signalled: chances.length,
        expectedFalse: chances.reduce((sum, chance) => sum + chance, 0),
      },
    };
  });
}
