import type { Output } from '#src/platform/ui/api.ts';
import type { Language } from '#src/platform/errors.ts';

export type Organization = Output<'GET /api/organizations'>['organizations'][number];

export interface TreeRow {
  readonly organization: Organization;
  /** 0 for the topmost. */
  readonly depth: number;
}

/** Organisations in the order of a tree, each level by name as people count: «Школа № 2» before «Школа № 10». */
export function treeRows(organizations: readonly Organization[], language: Language): TreeRow[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const known = new Set(organizations.map(({ id }) => id));
  const children = new Map<number | null, Organization[]>();
  for (const organization of organizations) {
    const parent = organization.parentId !== null && known.has(organization.parentId) ? organization.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), organization]);
  }
  const rows: TreeRow[] = [];
  const walk = (parent: number | null, depth: number): void => {
    const level = (children.get(parent) ?? []).sort((a, b) => collator.compare(a.shortName, b.shortName));
    for (const organization of level) {
      rows.push({ organization, depth });
      walk(organization.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

/** Rows that match by name or code, with everything above them so that one sees where they stand. */
export function matching(rows: readonly TreeRow[], search: string): TreeRow[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [...rows];
  const parents = new Map(rows.map(({ organization }) => [organization.id, organization.parentId]));
  const keep = new Set<number>();
  for (const { organization } of rows) {
    const words = `${organization.name} ${organization.shortName} ${organization.code ?? ''}`.toLowerCase();
    if (!words.includes(wanted)) continue;
    for (let id: number | null | undefined = organization.id; id !== null && id !== undefined; id = parents.get(id)) {
      keep.add(id);
    }
  }
  return rows.filter(({ organization }) => keep.has(organization.id));
}
