import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openPackage, reproduce } from '#src/objectivity/package/reproduce.ts';
import { signIn, visit } from './fixtures.ts';
import { findingPage } from './pages/finding.ts';
import { findingsPage } from './pages/findings.ts';

test('a regional analyst’s package gives the same figures to the last digit', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const list = findingsPage(page);
    await list.open();
    await list.openFirstUnit();
    const finding = findingPage(page);
    await finding.ready();
    const file = await finding.downloadPackage();
    const opened = await openPackage(await file.path());
    expect(opened.manifest.scope).toBe('region');
    expect(opened.manifest.figures.signalled).toBe(true);
    const result = reproduce(opened)!;
    expect(result.differences).toEqual([]);
    expect(result.same).toBeGreaterThan(50);
  }));

test('a school’s package holds its own papers alone, and recomputes what they and the region’s tables allow', () =>
  visit(async ({ page }) => {
    await signIn(page, 'head');
    const list = findingsPage(page);
    await list.open('?show=all');
    await list.openUnit(/^6Б, Математика/u);
    const finding = findingPage(page);
    await finding.ready();
    const journal = async () => {
      const answer = await page.request.get('/api/audit?kind=read');
      const { entries } = (await answer.json()) as { entries: { action: string }[] };
      return entries.filter(({ action }) => action === 'finding.package').length;
    };
    const before = await journal();
    const file = await finding.downloadPackage();
    expect(await journal()).toBe(before + 1);
    const opened = await openPackage(await file.path());
    expect(opened.manifest.scope).toBe('unit');
    expect(opened.administrations.map(({ schools, classes }) => [schools.length, classes.length])).toEqual([[1, 1]]);
    const result = reproduce(opened)!;
    expect(result.differences).toEqual([]);
    expect(result.same).toBeGreaterThan(20);
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
  }));
