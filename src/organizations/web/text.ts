import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const municipalities = { one: 'муниципалитет', few: 'муниципалитета', many: 'муниципалитетов' };
const schools = { one: 'школа', few: 'школы', many: 'школ' };
const classes = { one: 'класс', few: 'класса', many: 'классов' };
const people = { one: 'сотрудник', few: 'сотрудника', many: 'сотрудников' };

/** Quotation marks inside quotation marks: «МБОУ „Школа № 2“». */
function inner(name: string): string {
  return name.replaceAll('«', '„').replaceAll('»', '“');
}

/** Words of the organisation tree and of the page of one organisation. */
export const text = defineText({
  ru: {
    kinds: { region: 'регион', municipality: 'муниципалитет', school: 'школа' },
    treeTitle: (root: string, m: number, s: number) =>
      s === 0
        ? `${root}: школ ещё нет`
        : `${root}: ${[m ? count(m, 'ru', municipalities) : '', count(s, 'ru', schools)].filter(Boolean).join(' и ')}`,
    treeOwn: (root: string) => `Вы работаете в организации «${root}»`,
    caption: 'Организации',
    name: 'Организация',
    code: 'Код',
    inside: 'Школ или классов',
    insideOf: {
      region: (n: number) => count(n, 'ru', municipalities),
      municipality: (n: number) => count(n, 'ru', schools),
      school: (n: number) => count(n, 'ru', classes),
    },
    state: 'Состояние',
    works: 'действует',
    closed: (on: string) => `закрыта ${on}`,
    find: 'Часть названия или код',
    show: 'Показаны',
    open: 'действующие',
    all: 'действующие и закрытые',
    district: 'муниципалитет',
    allDistricts: 'все',
    nothing: 'Такой организации нет. Проверьте написание.',
    onlyRegionTitle: 'В регионе пока нет муниципалитетов',
    onlyRegion:
      'Добавьте их на странице региона или загрузите протоколы: незнакомые школы и муниципалитеты система предложит добавить сама.',
    openRegion: 'Открыть страницу региона',

    schoolTitle: (name: string, n: number, p: number) =>
      `${name}: ${count(n, 'ru', classes)}, ${count(p, 'ru', people)}`,
    municipalityTitle: (name: string, n: number) =>
      n === 0 ? `${name}: школ ещё нет` : `${name}: ${count(n, 'ru', schools)}`,
    regionTitle: (name: string, n: number) =>
      n === 0 ? `${name}: муниципалитетов ещё нет` : `${name}: ${count(n, 'ru', municipalities)}`,
    codeOf: (code: string) => `код ${code}`,
    specialised: 'с углублённым изучением предметов',
    closedTitle: (on: string) => `Организация закрыта ${on}`,
    successor: 'Её продолжает',
    closedHint: 'Результаты прежних лет остались под её именем. Изменить её уже нельзя.',
    signs: 'Признаки по школе',
    toTree: 'Организации',

    children: { region: 'Муниципалитеты', municipality: 'Школы', school: '' },
    addChild: { region: 'Добавить муниципалитет', municipality: 'Добавить школу', school: '' },
    noChildren: { region: 'Муниципалитетов пока нет.', municipality: 'Школ пока нет.', school: '' },
    fullName: 'Полное название',
    fullNameHint: 'Как в уставе',
    shortName: 'Короткое название',
    shortNameHint: 'Так организация будет названа в таблицах, например «Школа № 12»',
    codeLabel: 'Код',
    codeHint: 'Логин ФИС ОКО, по нему школа узнаётся в протоколах',
    specialisedLabel: 'Лицей, гимназия или школа с углублённым изучением',
    openedOn: 'Дата открытия',
    add: 'Добавить',

    classes: 'Классы',
    schoolYear: 'Учебный год',
    parallel: 'Параллель',
    classNames: 'Классы',
    noClasses: 'Классов в этом году пока нет. Они появятся сами, когда вы загрузите протоколы, или добавьте их здесь.',
    addClass: 'Добавить класс',
    grade: 'Параллель',
    letter: 'Буква или номер',
    letterHint: 'Например А, Б или 1',
    startYear: 'Учебный год начинается в',

    staff: 'Сотрудники и должности',
    person: 'Имя',
    post: 'Должность',
    from: 'С',
    to: 'По',
    current: 'работает',
    noStaff: 'Сотрудники ещё не внесены.',
    addStaff: 'Внести сотрудника',
    personHint: 'Фамилия, имя, отчество',
    postHint: 'Как в приказе',
    fromDate: 'В должности с',
    action: 'Действие',
    changeStaff: 'Изменить',
    changeStaffOf: (name: string) => `Изменить: ${name}`,
    editStaffTitle: (name: string) => `${name}: изменить или завершить`,
    toDate: 'В должности по',
    toDateHint: 'Заполните, если человек оставил должность. ДД.ММ.ГГГГ',

    history: 'История',
    noHistory: 'Переименований и присоединений не было.',
    events: {
      opened: (name: string) => `открыта под названием «${inner(name)}»`,
      renamed: (from: string, to: string) =>
        from === to ? 'сменила короткое название' : `переименована: «${inner(from)}» стала называться «${inner(to)}»`,
      mergedInto: (name: string) => `присоединена к организации «${inner(name)}»`,
      mergedFrom: (name: string) => `присоединила организацию «${inner(name)}»`,
      closed: 'закрыта',
      moved: 'передана в другой муниципалитет',
    },
    rename: 'Переименовать',
    renameHint: 'Прежнее название останется в истории и в прежних документах.',
    on: 'С какого дня',
    merge: 'Присоединить к другой школе',
    mergeHint: 'Школа закроется с этого дня, её результаты останутся под её именем. Вернуть присоединение нельзя.',
    into: 'К какой школе',
    chooseSchool: 'Выберите школу',
    mergeNow: 'Присоединить',
    noOther: 'В этом муниципалитете нет другой действующей школы.',
    save: 'Сохранить',
    cancel: 'Не сохранять',
    offline: 'Нет связи с сервером. Черновик сохранён, повторите.',
    changedMeanwhile:
      'Пока вы работали, сведения изменил кто-то другой. Показаны новые; проверьте своё и сохраните ещё раз.',
    errors: {
      name: 'Напишите полное название, не короче двух знаков',
      shortName: 'Напишите короткое название',
      on: 'Напишите дату так: 01.09.2026',
      into: 'Выберите школу',
      grade: 'Параллель — число от 1 до 11',
      letter: 'Напишите букву или номер класса',
      startYear: 'Напишите год четырьмя цифрами, например 2026',
      fullName: 'Напишите имя, не короче двух знаков',
      post: 'Напишите должность',
      fromDate: 'Напишите дату так: 01.09.2026',
    },
  },
  en: {
    kinds: { region: 'region', municipality: 'municipality', school: 'school' },
    treeTitle: (root, m, s) =>
      s === 0
        ? `${root}: no schools yet`
        : `${root}: ${[m ? count(m, 'en', { one: 'municipality', other: 'municipalities' }) : '', count(s, 'en', { one: 'school', other: 'schools' })].filter(Boolean).join(' and ')}`,
    treeOwn: (root) => `You work at “${root}”`,
    caption: 'Organisations',
    name: 'Organisation',
    code: 'Code',
    inside: 'Schools or classes',
    insideOf: {
      region: (n) => count(n, 'en', { one: 'municipality', other: 'municipalities' }),
      municipality: (n) => count(n, 'en', { one: 'school', other: 'schools' }),
      school: (n) => count(n, 'en', { one: 'class', other: 'classes' }),
    },
    state: 'State',
    works: 'open',
    closed: (on) => `closed on ${on}`,
    find: 'A part of the name or the code',
    show: 'Showing',
    open: 'open ones',
    all: 'open and closed ones',
    district: 'municipality',
    allDistricts: 'all',
    nothing: 'There is no such organisation. Check the spelling.',
    onlyRegionTitle: 'The region has no municipalities yet',
    onlyRegion:
      'Add them on the page of the region or upload protocols: the system will offer to add schools and municipalities it does not know.',
    openRegion: 'Open the page of the region',

    schoolTitle: (name, n, p) =>
      `${name}: ${count(n, 'en', { one: 'class', other: 'classes' })}, ${count(p, 'en', { one: 'person', other: 'people' })} on the staff`,
    municipalityTitle: (name, n) =>
      n === 0 ? `${name}: no schools yet` : `${name}: ${count(n, 'en', { one: 'school', other: 'schools' })}`,
    regionTitle: (name, n) =>
      n === 0
        ? `${name}: no municipalities yet`
        : `${name}: ${count(n, 'en', { one: 'municipality', other: 'municipalities' })}`,
    codeOf: (code) => `code ${code}`,
    specialised: 'with advanced study of subjects',
    closedTitle: (on) => `The organisation closed on ${on}`,
    successor: 'It continues as',
    closedHint: 'Results of former years stay under its name. It can no longer be changed.',
    signs: 'Signs of the school',
    toTree: 'Organisations',

    children: { region: 'Municipalities', municipality: 'Schools', school: '' },
    addChild: { region: 'Add a municipality', municipality: 'Add a school', school: '' },
    noChildren: { region: 'There are no municipalities yet.', municipality: 'There are no schools yet.', school: '' },
    fullName: 'Full name',
    fullNameHint: 'As in the charter',
    shortName: 'Short name',
    shortNameHint: 'The name used in tables, for example “School 12”',
    codeLabel: 'Code',
    codeHint: 'FIS OKO login; protocols name the school by it',
    specialisedLabel: 'Lyceum, gymnasium or school with advanced study',
    openedOn: 'Opened on',
    add: 'Add',

    classes: 'Classes',
    schoolYear: 'School year',
    parallel: 'Grade',
    classNames: 'Classes',
    noClasses: 'There are no classes this year yet. They appear when you upload protocols, or add them here.',
    addClass: 'Add a class',
    grade: 'Grade',
    letter: 'Letter or number',
    letterHint: 'For example А, Б or 1',
    startYear: 'The school year begins in',

    staff: 'Staff and posts',
    person: 'Name',
    post: 'Post',
    from: 'From',
    to: 'To',
    current: 'in post',
    noStaff: 'No staff has been entered yet.',
    addStaff: 'Enter a person',
    personHint: 'Full name',
    postHint: 'As in the order',
    fromDate: 'In post from',
    action: 'Action',
    changeStaff: 'Change',
    changeStaffOf: (name) => `Change: ${name}`,
    editStaffTitle: (name) => `${name}: change or end`,
    toDate: 'In post until',
    toDateHint: 'Fill in when the person has left the post. DD.MM.YYYY',

    history: 'History',
    noHistory: 'No renames or mergers.',
    events: {
      opened: (name) => `opened as “${name}”`,
      renamed: (from, to) => (from === to ? 'short name changed' : `renamed: “${from}” became “${to}”`),
      mergedInto: (name) => `merged into “${name}”`,
      mergedFrom: (name) => `took over “${name}”`,
      closed: 'closed',
      moved: 'moved to another municipality',
    },
    rename: 'Rename',
    renameHint: 'The former name stays in the history and in former documents.',
    on: 'From which day',
    merge: 'Merge into another school',
    mergeHint: 'The school closes on that day; its results stay under its name. A merger cannot be undone.',
    into: 'Into which school',
    chooseSchool: 'Choose a school',
    mergeNow: 'Merge',
    noOther: 'There is no other open school in this municipality.',
    save: 'Save',
    cancel: 'Do not save',
    offline: 'The server cannot be reached. The draft is kept; try again.',
    changedMeanwhile:
      'Someone else changed this while you were working. You see the new state; check yours and save again.',
    errors: {
      name: 'Write the full name, at least two characters',
      shortName: 'Write the short name',
      on: 'Write the date like this: 01.09.2026',
      into: 'Choose a school',
      grade: 'The grade is a number from 1 to 11',
      letter: 'Write the letter or number of the class',
      startYear: 'Write the year with four digits, for example 2026',
      fullName: 'Write the name, at least two characters',
      post: 'Write the post',
      fromDate: 'Write the date like this: 01.09.2026',
    },
  },
});
