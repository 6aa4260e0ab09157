/** Names of the documents and of the tags that forms may use. The names are Russian: clerks type them in Word. */
import type { TemplateTag } from '#src/documents/templates/model.ts';

export const TEMPLATE_NAMES = {
  plan: { ru: 'План мероприятий', en: 'Plan of measures' },
  order: { ru: 'Приказ об утверждении плана', en: 'Order that approves the plan' },
  acquaintance: { ru: 'Лист ознакомления', en: 'List of acquaintance' },
  monthReport: { ru: 'Аналитический отчёт за месяц', en: 'Monthly analytic report' },
} as const;

/** Every kind of document that a plan issues, with a form or without one. */
export const DOCUMENT_NAMES = {
  ...TEMPLATE_NAMES,
  planState: { ru: 'План с отметками о выполнении', en: 'Plan with its state' },
  planRemarks: { ru: 'План с замечаниями', en: 'Plan with remarks' },
} as const;

function tag(name: string, ru: string, en: string, inside?: readonly TemplateTag[]): TemplateTag {
  return { name, meaning: { ru, en }, ...(inside === undefined ? {} : { inside }) };
}

const ORGANISATION = tag('организация', 'название организации', 'name of the organisation');
const DAY = tag('дата', 'день печати, 22.11.2026', 'day of printing, 22.11.2026');
const APPROVER: readonly TemplateTag[] = [
  tag('утвердил_должность', 'должность утвердившего', 'post of the approver'),
  tag('утвердил_имя', 'инициалы и фамилия утвердившего', 'initials and surname of the approver'),
];
const APPROVAL: readonly TemplateTag[] = [
  ...APPROVER,
  tag('приказ_номер', 'номер приказа без «№»', 'number of the order without “№”'),
  tag('приказ_дата', 'дата приказа, 31.08.2026', 'date of the order, 31.08.2026'),
];
const AUTHOR: readonly TemplateTag[] = [
  tag('составил_должность', 'должность составившего', 'post of the author'),
  tag('составил_имя', 'инициалы и фамилия составившего', 'initials and surname of the author'),
];
const MEASURES = tag('мероприятия', 'список мероприятий', 'list of the measures', [
  tag('номер', 'номер мероприятия', 'number of the measure'),
  tag('мероприятие', 'текст мероприятия', 'text of the measure'),
  tag('срок', 'срок словами плана', 'deadline in the words of the plan'),
  tag('ответственные', 'ответственные, каждый с новой строки', 'responsible parties, each on a line'),
  tag('результат', 'ожидаемый результат', 'expected result'),
  tag('состояние', 'отметка о выполнении', 'how far it is carried out'),
]);
const TITLE = tag('название', 'название плана', 'title of the plan');
const PLAN_ITSELF: readonly TemplateTag[] = [
  TITLE,
  tag('учебный_год', 'учебный год, 2026/2027', 'school year, 2026/2027'),
  tag('вступление', 'текст перед таблицей', 'text before the table'),
  tag('разделы', 'список разделов', 'list of the sections', [
    tag('раздел', 'название раздела', 'title of the section'),
    MEASURES,
  ]),
  MEASURES,
];

export const PLAN_TAGS: readonly TemplateTag[] = [ORGANISATION, ...PLAN_ITSELF, ...APPROVAL, ...AUTHOR, DAY];

export const ORDER_TAGS: readonly TemplateTag[] = [
  ORGANISATION,
  tag('место', 'место составления', 'place'),
  ...APPROVAL,
  tag('заголовок', 'заголовок к тексту: «Об утверждении …»', 'heading to the text'),
  tag('преамбула', 'текст перед «ПРИКАЗЫВАЮ»', 'text before the directive part'),
  tag('пункты', 'список пунктов приказа', 'points of the order', [
    tag('пункт_номер', 'номер пункта с точкой', 'number of the point'),
    tag('пункт', 'текст пункта', 'text of the point'),
  ]),
  tag('подписал_должность', 'должность подписавшего', 'post of the signer'),
  tag('подписал_имя', 'инициалы и фамилия подписавшего', 'initials and surname of the signer'),
  ...PLAN_ITSELF,
  ...AUTHOR,
  DAY,
];

export const ACQUAINTANCE_TAGS: readonly TemplateTag[] = [
  ORGANISATION,
  tag('предмет', 'с чем знакомятся: «с приказом от … № …»', 'what they acquaint themselves with'),
  tag('люди', 'список людей', 'list of people', [
    tag('номер', 'номер по порядку', 'number'),
    tag('имя', 'фамилия, имя, отчество', 'name'),
    tag('должность', 'должность', 'post'),
    tag('дата_ознакомления', 'дата, если известна', 'date where it is known'),
  ]),
  DAY,
];

export const REPORT_TAGS: readonly TemplateTag[] = [
  ORGANISATION,
  tag('название', 'название отчёта', 'title of the report'),
  tag('период', 'за какой месяц: «за ноябрь 2026 года»', 'which month'),
  tag('данные_на', 'день, на который посчитано, 22.11.2026', 'day by which it was counted, 22.11.2026'),
  ...APPROVER,
  tag('дата_утверждения', 'день утверждения отчёта, 30.11.2026', 'day of its approval, 30.11.2026'),
  tag('разделы', 'список разделов', 'list of the sections', [
    tag('раздел', 'заголовок раздела', 'heading of the section'),
    tag('абзацы', 'список абзацев раздела', 'paragraphs of the section', [
      tag('абзац', 'текст абзаца', 'text of the paragraph'),
    ]),
  ]),
  tag('таблицы', 'список таблиц', 'list of the tables', [
    tag('таблица', 'название таблицы', 'title of the table'),
    tag('строки', 'список строк таблицы', 'rows of the table', [
      tag('строка', 'название строки: школа', 'name of the row: the school'),
      tag('показатели', 'показатели строки через точку с запятой', 'figures of the row, parted by semicolons'),
    ]),
  ]),
  ...AUTHOR,
  DAY,
];

/** Where the tags stand in the forms to begin with. */
export const BLANK = {
  organisation: '{организация}',
  title: '{название}',
  approval: ['{утвердил_должность}', '________________ {утвердил_имя}', 'приказ от {приказ_дата} № {приказ_номер}'],
  measure: ['{#мероприятия}{номер}', '{мероприятие}', '{срок}', '{ответственные}', '{результат}{/мероприятия}'],
  author: '{составил_должность}',
  authorName: '{составил_имя}',
  about: '{заголовок}',
  preamble: '{преамбула}',
  points: ['{#пункты}', '{пункт_номер} {пункт}', '{/пункты}'],
  orderDate: '{приказ_дата}',
  orderNumber: '{приказ_номер}',
  signer: '{подписал_должность}',
  signerName: '{подписал_имя}',
  subject: '{предмет}',
  period: '{период}',
  countedOn: 'по данным на {данные_на}',
  reportApproval: ['{утвердил_должность}', '________________ {утвердил_имя}', '{дата_утверждения}'],
  sections: {
    open: '{#разделы}',
    title: '{раздел}',
    paragraphs: ['{#абзацы}', '{абзац}', '{/абзацы}'],
    close: '{/разделы}',
  },
  tables: {
    open: '{#таблицы}',
    title: '{таблица}',
    row: ['{#строки}{строка}', '{показатели}{/строки}'],
    close: '{/таблицы}',
  },
  person: ['{#люди}{номер}', '{имя}', '{должность}', '{дата_ознакомления}', '{/люди}'],
} as const;
