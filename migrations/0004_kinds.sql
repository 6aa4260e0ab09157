-- Other kinds of results: state exams, control works of a region, marks of terms, published lists; the pupil's own key.

alter table procedure
  add column kind text not null default 'vpr' check (kind in ('vpr', 'oge', 'ege', 'dkr', 'own')),
  -- Run in the presence of outside observers: its results may serve as a reference.
  add column observed boolean not null default false;
-- Policies hold for the owner too: what follows is done by the system.
select set_config('obektiv.scope', '.', true);
-- The name says it where a procedure was stored before kinds were asked for.
update procedure set kind = case
  when name ~* '(^|[^[:alpha:]])(огэ|oge)([^[:alpha:]]|$)' then 'oge'
  when name ~* '(^|[^[:alpha:]])(егэ|ege)([^[:alpha:]]|$)' then 'ege'
  when name ~* '(^|[^[:alpha:]])(дкр|dkr)([^[:alpha:]]|$)' then 'dkr'
  else kind end;

alter table paper
  -- EGE only.
  add column test_score smallint check (test_score between 0 and 100),
  -- The school's own key of a pupil, the same over works and years; never a name.
  add column pupil text check (pupil <> '');
create index paper_pupil on paper (organization_id, pupil) where pupil is not null and superseded_by is null;

alter table import_part
  add column kind text not null default 'papers'
    check (kind in ('papers', 'termMarks', 'termSummaries', 'officialList', 'pupilKeys')),
  -- What a person said of a table that is no papers: school year, term, class, procedure, name of the list.
  add column answers jsonb not null default '{}';

create table subject_code (
  id int generated always as identity primary key,
  -- null: shipped with the product, the same for everyone.
  organization_id int references organization,
  system text not null check (system <> ''),
  code text not null check (code <> ''),
  subject text not null check (subject <> ''),
  note text not null default '',
  account_id int references account,
  created_at timestamptz not null default now(),
  unique nulls not distinct (organization_id, system, code)
);
alter table subject_code enable row level security;
alter table subject_code force row level security;
create policy see on subject_code for select using (organization_id is null or organization_id in (select upper_organizations()));
create policy add on subject_code for insert with check (
  organization_id in (select visible_organizations()) or (organization_id is null and scope_is_system()));
create policy change on subject_code for update using (organization_id in (select visible_organizations()));
create policy remove on subject_code for delete using (organization_id in (select visible_organizations()));

-- Which pupil a participant of one procedure is, in the school's own keys.
create table pupil_key (
  id bigint generated always as identity primary key,
  organization_id int not null references organization,
  procedure_id int not null references procedure,
  import_id int not null references import,
  superseded_by int references import,
  participant text not null,
  pupil text not null check (pupil <> '')
);
create unique index pupil_key_key on pupil_key (procedure_id, organization_id, participant) where superseded_by is null;
create index pupil_key_import on pupil_key (import_id);
create index pupil_key_superseded on pupil_key (superseded_by) where superseded_by is not null;
alter table pupil_key enable row level security;
alter table pupil_key force row level security;
create policy see on pupil_key for select using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy add on pupil_key for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on pupil_key for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy remove on pupil_key for delete using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

create table term_mark (
  id bigint generated always as identity primary key,
  organization_id int not null references organization,
  class_group_id int not null references class_group,
  import_id int not null references import,
  superseded_by int references import,
  pupil text not null check (pupil <> ''),
  subject text not null,
  -- Year of the 1 September that the school year begins with.
  school_year int not null check (school_year between 2000 and 2100),
  term text not null check (term in ('q1', 'q2', 'q3', 'q4', 't1', 't2', 't3', 'h1', 'h2', 'year', 'final')),
  mark smallint not null check (mark between 2 and 5)
);
create unique index term_mark_key on term_mark (organization_id, pupil, subject, school_year, term) where superseded_by is null;
create index term_mark_import on term_mark (import_id);
create index term_mark_superseded on term_mark (superseded_by) where superseded_by is not null;
alter table term_mark enable row level security;
alter table term_mark force row level security;
create policy see on term_mark for select using (
  organization_id in (select visible_organizations()) and ((select scope_classes()) is null or class_group_id = any((select scope_classes())::int[])));
create policy add on term_mark for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on term_mark for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy remove on term_mark for delete using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

-- Marks of a class in a period as counts, where the school gives no pupils.
create table term_mark_summary (
  id bigint generated always as identity primary key,
  organization_id int not null references organization,
  class_group_id int not null references class_group,
  import_id int not null references import,
  superseded_by int references import,
  subject text not null,
  school_year int not null check (school_year between 2000 and 2100),
  term text not null check (term in ('q1', 'q2', 'q3', 'q4', 't1', 't2', 't3', 'h1', 'h2', 'year', 'final')),
  pupils int check (pupils >= 0),
  count2 int not null check (count2 >= 0),
  count3 int not null check (count3 >= 0),
  count4 int not null check (count4 >= 0),
  count5 int not null check (count5 >= 0)
);
create unique index term_mark_summary_key on term_mark_summary (class_group_id, subject, school_year, term) where superseded_by is null;
create index term_mark_summary_import on term_mark_summary (import_id);
create index term_mark_summary_superseded on term_mark_summary (superseded_by) where superseded_by is not null;
alter table term_mark_summary enable row level security;
alter table term_mark_summary force row level security;
create policy see on term_mark_summary for select using (
  organization_id in (select visible_organizations()) and ((select scope_classes()) is null or class_group_id = any((select scope_classes())::int[])));
create policy add on term_mark_summary for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on term_mark_summary for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy remove on term_mark_summary for delete using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

-- Published lists of schools with signs of biased results: imported as published, kept apart from our own findings.
create table official_list (
  id int generated always as identity primary key,
  -- The region that the list is about.
  organization_id int not null references organization,
  import_id int not null references import,
  year int not null check (year between 2000 and 2100),
  name text not null,
  source text not null,
  unique (import_id, year, name)
);
alter table official_list enable row level security;
alter table official_list force row level security;
create policy see on official_list for select using (organization_id in (select upper_organizations()));
create policy add on official_list for insert with check (organization_id in (select upper_organizations()));
create policy remove on official_list for delete using (
  organization_id in (select upper_organizations()) and import_id in (select id from import));

create table official_list_entry (
  id bigint generated always as identity primary key,
  list_id int not null references official_list,
  -- The school.
  organization_id int not null references organization,
  import_id int not null references import,
  superseded_by int references import,
  year int not null,
  name text not null,
  -- '' and 0 where the list names the school only.
  subject text not null default '',
  grade int not null default 0 check (grade between 0 and 11),
  note text not null default ''
);
create unique index official_list_entry_key on official_list_entry (organization_id, year, name, subject, grade) where superseded_by is null;
create index official_list_entry_import on official_list_entry (import_id);
create index official_list_entry_list on official_list_entry (list_id);
create index official_list_entry_superseded on official_list_entry (superseded_by) where superseded_by is not null;
alter table official_list_entry enable row level security;
alter table official_list_entry force row level security;
create policy see on official_list_entry for select using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy add on official_list_entry for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on official_list_entry for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy remove on official_list_entry for delete using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

grant select, insert, update, delete on subject_code, pupil_key, term_mark, term_mark_summary, official_list_entry to obektiv_app;
grant select, insert, delete on official_list to obektiv_app;

-- Code systems that official files use; they disagree, so a file's codes are read by the system that is chosen.
insert into subject_code (organization_id, system, code, subject, note) values
  (null, 'ris', '01', 'Русский язык', ''),
  (null, 'ris', '02', 'Математика', ''),
  (null, 'ris', '03', 'Физика', ''),
  (null, 'ris', '04', 'Химия', ''),
  (null, 'ris', '05', 'Информатика', ''),
  (null, 'ris', '06', 'Биология', ''),
  (null, 'ris', '07', 'История', ''),
  (null, 'ris', '08', 'География', ''),
  (null, 'ris', '09', 'Английский язык', ''),
  (null, 'ris', '10', 'Немецкий язык', ''),
  (null, 'ris', '11', 'Французский язык', ''),
  (null, 'ris', '12', 'Обществознание', ''),
  (null, 'ris', '13', 'Испанский язык', ''),
  (null, 'ris', '18', 'Литература', ''),
  (null, 'ris', '22', 'Математика (базовый уровень)', ''),
  (null, 'protocol', '01', 'Русский язык', ''),
  (null, 'protocol', '02', 'Математика', ''),
  (null, 'protocol', '03', 'Физика', ''),
  (null, 'protocol', '04', 'Химия', ''),
  (null, 'protocol', '05', 'Информатика', ''),
  (null, 'protocol', '06', 'Биология', ''),
  (null, 'protocol', '07', 'История', ''),
  (null, 'protocol', '08', 'География', ''),
  (null, 'protocol', '09', 'Обществознание', ''),
  (null, 'protocol', '10', 'Литература', ''),
  (null, 'protocol', '11', 'Английский язык', ''),
  (null, 'protocol', '12', 'Немецкий язык', ''),
  (null, 'protocol', '13', 'Французский язык', ''),
  (null, 'protocol', '14', 'Испанский язык', ''),
  (null, 'protocol', '18', 'Родной язык', ''),
  (null, 'protocol', '51', 'Русский язык', 'ГВЭ'),
  (null, 'protocol', '52', 'Математика', 'ГВЭ'),
  (null, 'vpr', 'РУ', 'Русский язык', ''),
  (null, 'vpr', 'МА', 'Математика', ''),
  (null, 'vpr', 'ОМ', 'Окружающий мир', ''),
  (null, 'vpr', 'ЛЧ', 'Литературное чтение', ''),
  (null, 'vpr', 'ИЯ', 'Иностранный язык', ''),
  (null, 'vpr', 'АЯ', 'Английский язык', ''),
  (null, 'vpr', 'ИС', 'История', ''),
  (null, 'vpr', 'ОБ', 'Обществознание', ''),
  (null, 'vpr', 'ГГ', 'География', ''),
  (null, 'vpr', 'БИ', 'Биология', ''),
  (null, 'vpr', 'ФИ', 'Физика', ''),
  (null, 'vpr', 'ХИ', 'Химия', ''),
  (null, 'vpr', 'ИНФ', 'Информатика', ''),
  (null, 'vpr', 'ЛИ', 'Литература', '');
select set_config('obektiv.scope', '', true);
