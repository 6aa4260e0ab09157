import { expect, test } from 'vitest';
import { ROLES } from '#src/access/model.ts';
import { canonicalClassName } from '#src/results/rules.ts';
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts';
import { demoRegion, workingSchools } from './region.ts';

const organizations = [
  demoRegion,
  ...demoRegion.municipalities,
  ...demoRegion.municipalities.flatMap((municipality) => municipality.schools),
];

test('the region has six municipalities and sixty working schools, each under a code of its own', () => {
  expect(demoRegion.municipalities).toHaveLength(6);
  expect(workingSchools).toHaveLength(60);
  expect(new Set(organizations.map((each) => each.code)).size).toBe(organizations.length);
});

test('the region says itself that it is invented', () => {
  expect(demoRegion.name).toContain('вымышленный');
});

test('one school was renamed and one joined to another, and both sides of the merger know it', () => {
  const history = organizations.flatMap((each) => ('history' in each ? each.history : []));
  expect(history.map((event) => event.kind).toSorted()).toEqual(['closed', 'merged', 'renamed']);
  const schools = demoRegion.municipalities.flatMap((municipality) => municipality.schools);
  const closed = schools.filter((school) => school.closedOn !== null);
  expect(closed).toHaveLength(1);
  const successor = schools.find((school) => school.code === closed[0]!.successorCode);
  expect(successor?.history[0]?.otherCode).toBe(closed[0]!.code);
  expect(closed[0]!.classes).toEqual([]);
});

test('every working school has classes in every grade that writes works, printed in their one spelling', () => {
  for (const school of workingSchools) {
    expect(new Set(school.classes.map((each) => each.grade))).toEqual(new Set([4, 5, 6, 7, 8]));
    for (const { grade, letter } of school.classes) {
      expect(canonicalClassName(`${grade}${letter}`, grade)).toBe(`${grade}${letter}`);
    }
  }
});

test('there is an account for every role, with a login of Latin letters that nobody else has', () => {
  expect(new Set(demoAccounts.map((account) => account.role))).toEqual(new Set(ROLES));
  expect(new Set(demoAccounts.map((account) => account.login)).size).toBe(demoAccounts.length);
  for (const account of demoAccounts) expect(account.login).toMatch(/^[a-z]+\d?$/u);
});

test('every account stands on an organisation of the region, and teachers have two classes that exist there', () => {
  for (const account of demoAccounts) {
    const organization = organizations.find((each) => each.code === account.organizationCode);
    expect(organization, account.login).toBeDefined();
    expect(account.classes === null, account.login).toBe(account.role !== 'teacher');
    if (account.classes === null || organization === undefined || !('classes' in organization)) continue;
    expect(account.classes).toHaveLength(2);
    for (const group of account.classes) expect(organization.classes).toContainEqual(group);
  }
});

test('people who are on the staff hold the post that their account names', () => {
  for (const account of demoAccounts.filter((each) => each.onStaff)) {
    const staff = organizations.find((each) => each.code === account.organizationCode)?.staff ?? [];
    const found = staff.filter((each) => each.fullName === account.displayName && each.post === account.post);
    expect(found, account.login).toHaveLength(1);
    expect(found[0]!.to, account.login).toBeNull();
  }
});

test('the password of the demo is long enough for the rules', () => {
  expect(DEMO_PASSWORD.length).toBeGreaterThanOrEqual(10);
});
