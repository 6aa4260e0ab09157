/**
 * The accounts of the demo: one for every role, and in three schools all of them. One password opens them all; it is
 * printed on the screen when the demo starts, so it protects nothing and must never be used elsewhere.
 */
import type { Role } from '#src/access/model.ts';
import { type DemoClass, demoRegion, type DemoStaff, SCHOOL_POSTS, randomOf, workingSchools } from './region.ts';
import { inventPerson } from './people.ts';

export const DEMO_PASSWORD = 'zaozersk-2026';

export interface DemoAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly post: string;
  /** Code of the organisation the role is granted on: region, municipality or school. */
  readonly organizationCode: string;
  /** A teacher's own classes; null for every other role. */
  readonly classes: readonly DemoClass[] | null;
  /** The person is on the organisation's staff (region.ts) under this very name and post; otherwise the loader adds him. */
  readonly onStaff: boolean;
}

/**
 * Schools with accounts for every role: a town school with signs in some classes, a school of the municipality where
 * signs are many, and a village school whose classes are too small for any conclusion.
 */
const SCHOOLS_WITH_ACCOUNTS: readonly { readonly code: string; readonly classes: readonly DemoClass[] }[] = [
  {
    code: 'edu990103',
    classes: [
      { grade: 6, letter: 'А' },
      { grade: 6, letter: 'Б' },
    ],
  },
  {
    code: 'edu990401',
    classes: [
      { grade: 4, letter: 'А' },
      { grade: 8, letter: 'А' },
    ],
  },
  {
    code: 'edu990505',
    classes: [
      { grade: 4, letter: 'А' },
      { grade: 6, letter: 'А' },
    ],
  },
];

function ofStaff(login: string, role: Role, organizationCode: string, person: DemoStaff): DemoAccount {
  const { fullName, post } = person;
  return { login, displayName: fullName, role, post, organizationCode, classes: null, onStaff: true };
}

/** «coordinator», «coordinator2», …: the first one is short because it is typed most. */
function numbered(login: string, index: number): string {
  return index === 0 ? login : `${login}${index + 1}`;
}

function schoolAccounts(code: string, classes: readonly DemoClass[], index: number): DemoAccount[] {
  const school = workingSchools.find((candidate) => candidate.code === code)!;
  const holder = (post: string): DemoStaff => school.staff.find((each) => each.post === post && each.to === null)!;
  const random = randomOf(code, 4);
  return [
    ofStaff(numbered('head', index), 'schoolHead', code, holder(SCHOOL_POSTS.head)),
    ofStaff(numbered('deputy', index), 'deputyHead', code, holder(SCHOOL_POSTS.deputy)),
    ofStaff(numbered('school', index), 'schoolCoordinator', code, holder(SCHOOL_POSTS.coordinator)),
    {
      login: numbered('association', index),
      displayName: inventPerson(random),
      role: 'associationHead',
      post: 'руководитель методического объединения учителей математики',
      organizationCode: code,
      classes: null,
      onStaff: false,
    },
    {
      login: numbered('teacher', index),
      displayName: inventPerson(random),
      role: 'teacher',
      post: 'учитель математики',
      organizationCode: code,
      classes,
      onStaff: false,
    },
  ];
}

/** Every role of the product at least once; logins are unique. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    login: 'admin',
    displayName: inventPerson(randomOf(demoRegion.code, 4)),
    role: 'administrator',
    post: 'администратор системы',
    organizationCode: demoRegion.code,
    classes: null,
    onStaff: false,
  },
  ofStaff('analyst', 'regionalAnalyst', demoRegion.code, demoRegion.staff[1]!),
  ...demoRegion.municipalities.map((municipality, index) =>
    ofStaff(numbered('coordinator', index), 'municipalCoordinator', municipality.code, municipality.staff[1]!),
  ),
  ...SCHOOLS_WITH_ACCOUNTS.flatMap(({ code, classes }, index) => schoolAccounts(code, classes, index)),
];
