import { count, formatNumber } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';
import { FILES } from './manifest.ts';

/** Words of the package and of `obektiv reproduce`. */

export const reproduceSummary = defineText({
  ru: 'пересчитать цифры признака по скачанному архиву',
  en: 'compute the figures of a sign again from its package',
});

export const packageText = defineText({
  ru: {
    fileName: (id: number) => `Расчёт признака ${id}.zip`,
    help: `obektiv reproduce АРХИВ [параметры]

Считает цифры признака заново по архиву, который скачан со страницы признака, и сравнивает с записанными.

  --json             ответ в JSON
  --lang ru|en       язык
  --help             эта справка

Код завершения: 0 цифры совпали, 1 сбой программы, 2 непонятная команда, 3 цифры не совпали или архив не тот, 4 файла нет.
Пример: obektiv reproduce package.zip`,
    computing: (papers: number) =>
      `Сравниваем ${count(papers, 'ru', { one: 'работу', few: 'работы', many: 'работ' })}…`,
    engine: (stored: string, own: string) =>
      stored === own
        ? `Версия расчёта ${own}, та же, что в архиве.`
        : `Версия расчёта ${own}, в архиве ${stored}: цифры могут отличаться.`,
    changed: 'После анализа работы загружали или отменяли: цифры относятся к прежним работам и могут отличаться.',
    same: (n: number) =>
      `Совпали до последнего знака: ${count(n, 'ru', { one: 'цифра', few: 'цифры', many: 'цифр' })}.`,
    sameOfUnit: (n: number) =>
      `Пересчитаны и совпали: ${count(n, 'ru', { one: 'цифра', few: 'цифры', many: 'цифр' })} (средние по заданиям, ожидаемое при таких суммах, работы у границ, отметки).`,
    differ: (n: number) => `Не совпали: ${count(n, 'ru', { one: 'цифра', few: 'цифры', many: 'цифр' })}.`,
    difference: (path: string, stored: string, computed: string) => `  ${path}: в архиве ${stored}, вышло ${computed}`,
    cannot:
      'Нельзя пересчитать без работ других школ: вероятности показателей, вероятность ложного сигнала и само решение — они зависят от разброса между честными классами.',
    notCompared: (n: number) =>
      `Ещё ${count(n, 'ru', { one: 'работа стоит', few: 'работы стоят', many: 'работ стоят' })} в группах меньше пяти или с пропущенными заданиями: ожидаемое по ним в архив не входит.`,
    unitGone: 'Единицы, о которой говорит архив, в его работах нет.',
    reference: (name: string) => `Эталон: ${name}.`,
    estimated: 'оценён по этому же проведению',
    frozenMissing: 'Замороженного эталона в архиве нет: без него цифры выйдут другими.',
    readme: (input: {
      unit: string;
      work: string;
      scope: 'region' | 'unit';
      papers: number;
      engine: string;
    }) => `# Расчёт признака

${input.unit}, ${input.work}. Версия расчёта ${input.engine}.

Та же команда даёт те же цифры:

    npx obektiv reproduce package.zip
${input.scope === 'region' ? `\nИли вся процедура целиком:\n\n    npx obektiv analyze ${FILES.papers} --spec ${FILES.spec}\n` : ''}
| файл | что в нём |
|---|---|
| ${FILES.manifest} | признак, цифры, параметры, эталон, версия |
| ${FILES.papers} | ${input.scope === 'region' ? 'работы всей процедуры' : 'работы этого класса или школы'} по кодам: ${formatNumber(input.papers, 'ru')} |
| ${FILES.spec} | описание работ |
| ${FILES.tables} | целочисленные таблицы региона: сколько участников с такой суммой получили каждый балл; группы меньше пяти убраны |
| ${FILES.units} | кто стоит за номерами муниципалитетов и школ |

${input.scope === 'unit' ? 'Работ других школ здесь нет. Поэтому пересчитывается то, что следует из своих работ и таблиц региона; вероятности и решение — нет.\n\n' : ''}Участники названы кодами. Признак — повод посмотреть и помочь, а не вывод о чьей-либо работе.
`,
  },
  en: {
    fileName: (id) => `Analysis of sign ${id}.zip`,
    help: `obektiv reproduce PACKAGE [options]

Computes the figures of a sign again from the package downloaded from its page, and compares them with the stored ones.

  --json             answer as JSON
  --lang ru|en       language
  --help             this help

Exit code: 0 figures agree, 1 a fault of the program, 2 command not understood, 3 figures differ or not such a package, 4 no such file.
Example: obektiv reproduce package.zip`,
    computing: (papers) => `Comparing ${count(papers, 'en', { one: 'paper', other: 'papers' })}…`,
    engine: (stored, own) =>
      stored === own
        ? `Engine version ${own}, the same as in the package.`
        : `Engine version ${own}, in the package ${stored}: figures may differ.`,
    changed:
      'After the analysis papers were imported or reverted: the figures are of the earlier papers and may differ.',
    same: (n) => `Equal to the last digit: ${count(n, 'en', { one: 'figure', other: 'figures' })}.`,
    sameOfUnit: (n) =>
      `Recomputed and equal: ${count(n, 'en', { one: 'figure', other: 'figures' })} (means of tasks, what such totals lead to expect, papers at boundaries, marks).`,
    differ: (n) => `Different: ${count(n, 'en', { one: 'figure', other: 'figures' })}.`,
    difference: (path, stored, computed) => `  ${path}: ${stored} in the package, ${computed} here`,
    cannot:
      'What cannot be recomputed without papers of other schools: probabilities of markers, the probability of a false signal and the decision itself, which depend on the spread between honest classes.',
    notCompared: (n) =>
      `${count(n, 'en', { one: 'more paper stands', other: 'more papers stand' })} in groups of fewer than five or with tasks missing: what is expected of them is not in the package.`,
    unitGone: 'The unit that the package speaks of is not among its papers.',
    reference: (name) => `Reference: ${name}.`,
    estimated: 'estimated from this administration',
    frozenMissing: 'The frozen reference is not in the package: without it the figures come out differently.',
    readme: (input) => `# Analysis of a sign

${input.unit}, ${input.work}. Engine version ${input.engine}.

This command gives the same figures:

    npx obektiv reproduce package.zip
${input.scope === 'region' ? `\nOr the whole procedure:\n\n    npx obektiv analyze ${FILES.papers} --spec ${FILES.spec}\n` : ''}
| file | contents |
|---|---|
| ${FILES.manifest} | the sign, its figures, parameters, reference, version |
| ${FILES.papers} | ${input.scope === 'region' ? 'papers of the whole procedure' : 'papers of this class or school'} by code: ${formatNumber(input.papers, 'en')} |
| ${FILES.spec} | description of the works |
| ${FILES.tables} | integer tables of the region: how many pupils of such a total got each score; groups under five are left out |
| ${FILES.units} | who stands behind the numbers of municipalities and schools |

${input.scope === 'unit' ? 'Papers of other schools are not here. What follows from the own papers and the region’s tables is recomputed; probabilities and the decision are not.\n\n' : ''}Participants are named by codes. A sign is a reason to look and to help, never a verdict.
`,
  },
});
