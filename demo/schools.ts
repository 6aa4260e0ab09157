/** The schools of the demo region as a table: what they are called and how large they are. All of them are invented. */
import { quoted } from '#src/platform/quotes.ts';

/** Decides how many parallel classes a grade has and how many pupils a class. */
export type SchoolSize = 'large' | 'town' | 'settlement' | 'village';

export interface SizeRange {
  /** Parallel classes of one grade: from, to. */
  readonly parallels: readonly [number, number];
  /** Pupils on the list of a class: from, to. */
  readonly pupils: readonly [number, number];
}

export const SIZES: Readonly<Record<SchoolSize, SizeRange>> = {
  large: { parallels: [9, 12], pupils: [24, 28] },
  town: { parallels: [4, 6], pupils: [19, 28] },
  settlement: { parallels: [2, 3], pupils: [14, 22] },
  village: { parallels: [1, 1], pupils: [4, 12] },
};

export interface SchoolRow {
  readonly size: SchoolSize;
  readonly name: string;
  readonly shortName: string;
  /** Lyceum or gymnasium: an honest reason for strong results. */
  readonly specialised?: true;
}

export interface MunicipalityRow {
  readonly name: string;
  readonly shortName: string;
  /** In the order of their numbers: the first school of the first municipality is edu990101. */
  readonly schools: readonly SchoolRow[];
}

function school(size: SchoolSize, name: string, form = 'МБОУ'): SchoolRow {
  return { size, name: `${form} ${quoted(name)}`, shortName: name };
}

function special(name: string): SchoolRow {
  return { ...school('large', name), specialised: true };
}

function village(name: string, form = 'МКОУ'): SchoolRow {
  return school('village', name, form);
}

/** «СОШ № 3 г. Заозёрска» with the sizes of a row of numbered schools. */
function numbered(from: number, town: string, sizes: readonly SchoolSize[]): SchoolRow[] {
  return sizes.map((size, index) => school(size, `СОШ № ${from + index} ${town}`));
}

export const MUNICIPALITIES: readonly MunicipalityRow[] = [
  {
    name: 'городской округ Заозёрск',
    shortName: 'Заозёрск',
    schools: [
      special('Лицей № 1 г. Заозёрска'),
      special('Гимназия № 2 г. Заозёрска'),
      ...numbered(3, 'г. Заозёрска', ['town', 'town', 'large', 'town']),
      school('large', 'Образовательный центр № 7 «Маяк»'),
      ...numbered(8, 'г. Заозёрска', [
        'town',
        'town',
        'large',
        'town',
        'town',
        'large',
        'town',
        'town',
        'town',
        'large',
      ]),
      school('town', 'СОШ № 18 «Пристань» г. Заозёрска'),
    ],
  },
  {
    name: 'городской округ Белый Ключ',
    shortName: 'Белый Ключ',
    schools: [
      special('Гимназия № 1 г. Белый Ключ'),
      ...numbered(2, 'г. Белый Ключ', ['large', 'town', 'town', 'town', 'town', 'town', 'town', 'town']),
      school('settlement', 'СОШ посёлка Родниковая Роща'),
    ],
  },
  {
    name: 'Журавлинский муниципальный округ',
    shortName: 'Журавлинский округ',
    schools: [
      school('large', 'Журавлинская СОШ № 1'),
      school('town', 'Журавлинская СОШ № 2 «Перелёт»'),
      school('town', 'Журавлинская СОШ № 3'),
      school('town', 'Камышинская Заводь: средняя школа'),
      school('town', 'Большеручьёвская СОШ'),
      school('settlement', 'СОШ посёлка Тихая Пристань'),
      village('Лебяжьеплёсская ООШ'),
      village('Снегирёвская ООШ'),
      village('Ягодноярская СОШ'),
    ],
  },
  {
    name: 'Лукоморский муниципальный округ',
    shortName: 'Лукоморский округ',
    schools: [
      school('town', 'Лукоморская СОШ № 1'),
      school('town', 'Лукоморская СОШ № 2'),
      school('town', 'Лукоморская СОШ № 3'),
      school('town', 'Дубравинская СОШ'),
      school('settlement', 'СОШ посёлка Золотая Цепь'),
      village('Неведомодорожская ООШ'),
      village('Туесковская ООШ'),
      village('Брусниченская СОШ'),
      village('Медоволожская ООШ'),
    ],
  },
  {
    name: 'Светлоборский муниципальный округ',
    shortName: 'Светлоборский округ',
    schools: [
      school('town', 'Светлоборская СОШ № 1'),
      school('town', 'Светлоборская СОШ № 2'),
      school('town', 'Сосновоборовая СОШ'),
      school('settlement', 'СОШ посёлка Солнечная Опушка'),
      village('Смородинская СОШ'),
      village('Тихоёлкинская ООШ'),
      village('Ивушкинская ООШ'),
      village('Ключестановская ООШ'),
    ],
  },
  {
    name: 'Дальнеозёрский муниципальный округ',
    shortName: 'Дальнеозёрский округ',
    schools: [
      school('town', 'Дальнеозёрская СОШ'),
      village('Заимская ООШ'),
      village('Сорочинская Горка: основная школа'),
      village('Подгоркинская ООШ'),
      village('Маякинская СОШ'),
      village('Северопричальская ООШ'),
    ],
  },
];
