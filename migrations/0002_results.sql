-- Works, scales, imports and papers. Participants are codes; names never reach these tables.

create table procedure (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  name text not null,
  year int not null check (year between 2000 and 2100),
  unique (organization_id, name)
);
alter table procedure enable row level security;
alter table procedure force row level security;
create policy see on procedure for select using (organization_id in (select upper_organizations()));
create policy add on procedure for insert with check (organization_id in (select upper_organizations()));
create policy change on procedure for update using (organization_id in (select visible_organizations()));

create table scale (
  id int generated always as identity primary key,
  -- null: shipped with the product from an official description, the same for everyone.
  organization_id int references organization,
  year int not null check (year between 2000 and 2100),
  grade int not null check (grade between 1 and 11),
  subject text not null,
  level text not null check (level in ('base', 'advanced')),
  version int not null default 1,
  max_score int not null check (max_score between 1 and 400),
  threshold3 int not null,
  threshold4 int not null,
  threshold5 int not null,
  source text not null,
  note text not null default '',
  account_id int references account,
  created_at timestamptz not null default now(),
  unique nulls not distinct (organization_id, year, grade, subject, level, version),
  check (0 < threshold3 and threshold3 < threshold4 and threshold4 < threshold5 and threshold5 <= max_score)
);
alter table scale enable row level security;
alter table scale force row level security;
create policy see on scale for select using (organization_id is null or organization_id in (select upper_organizations()));
create policy add on scale for insert with check (
  organization_id in (select visible_organizations()) or (organization_id is null and scope_is_system()));

create table work (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  procedure_id int not null references procedure,
  subject text not null,
  grade int not null check (grade between 1 and 11),
  level text not null default 'base' check (level in ('base', 'advanced')),
  held_on date,
  -- [{id, max, response, level?}] in the order of the protocol.
  tasks jsonb not null,
  scale_id int references scale,
  -- Papers were committed or reverted; an analysis older than this is out of date.
  papers_changed_at timestamptz,
  revision int not null default 1,
  unique (procedure_id, subject, grade, level)
);
alter table work enable row level security;
alter table work force row level security;
create policy see on work for select using (organization_id in (select upper_organizations()));
create policy add on work for insert with check (organization_id in (select upper_organizations()));
create policy change on work for update using (organization_id in (select upper_organizations()));

create table import (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  account_id int references account,
  file_name text not null,
  byte_size int not null,
  -- SHA-256 of the file as received.
  file_hash text not null,
  state text not null check (state in ('received', 'read', 'unreadable', 'committing', 'committed', 'reverted', 'discarded')),
  reader text,
  mapping jsonb,
  -- First rows of a table of unknown shape (readers/registry.ts, TablePreview).
  preview jsonb,
  -- The same bytes were committed before by this import.
  same_as_id int references import,
  job_id int references job,
  -- Problems of the file as a whole, and counts for the list: {papers, errors, warnings, works}.
  problems jsonb not null default '[]',
  summary jsonb not null default '{}',
  created_at timestamptz not null default now(),
  committed_at timestamptz,
  reverted_at timestamptz,
  revision int not null default 1
);
create index import_organization on import (organization_id, id desc);
create index import_hash on import (organization_id, file_hash);
alter table import enable row level security;
alter table import force row level security;
create policy see on import for select using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy add on import for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on import for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

create table import_file (
  import_id int primary key references import,
  organization_id int not null references organization,
  content bytea not null,
  -- Columns with names or documents were in the file: what is kept is the file without them.
  dropped_columns text[] not null default '{}'
);
alter table import_file enable row level security;
alter table import_file force row level security;
create policy see on import_file for select using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy add on import_file for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

-- What a reader made of one work in the file, with the answers a person gave to its questions.
create table import_part (
  id int generated always as identity primary key,
  import_id int not null references import,
  organization_id int not null references organization,
  position int not null,
  -- What the reader said of the work (results/model.ts, ReadFile without its papers), and drafts of the papers.
  file jsonb not null,
  drafts jsonb not null,
  work_id int references work,
  school_id int references organization,
  -- A work that a person described here and that is made when the import is committed.
  described jsonb,
  -- Schools that the file names and the tree lacks are added when the import is committed.
  add_schools boolean not null default false,
  -- Rows with errors are left out knowingly, the rest is stored.
  skip_flawed boolean not null default false,
  summary jsonb not null default '{}',
  unique (import_id, position)
);
alter table import_part enable row level security;
alter table import_part force row level security;
create policy see on import_part for select using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy add on import_part for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on import_part for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy remove on import_part for delete using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

create table paper (
  id bigint generated always as identity primary key,
  organization_id int not null references organization,
  work_id int not null references work,
  class_group_id int not null references class_group,
  import_id int not null references import,
  -- A later import brought the same paper again: the newer one counts, this one comes back when that is reverted.
  superseded_by int references import,
  participant text not null,
  variant text,
  status text not null check (status in ('present', 'absent')),
  -- One small integer per task of the work: a score, or -1 not attempted, -2 topic not taught, -3 no value.
  scores smallint[] not null,
  total smallint,
  mark smallint check (mark between 2 and 5),
  journal_mark smallint check (journal_mark between 2 and 5)
);
create unique index paper_key on paper (work_id, class_group_id, participant) where superseded_by is null;
create index paper_import on paper (import_id);
create index paper_organization on paper (organization_id, work_id);
create index paper_superseded on paper (superseded_by) where superseded_by is not null;
alter table paper enable row level security;
alter table paper force row level security;
create policy see on paper for select using (
  organization_id in (select visible_organizations()) and ((select scope_classes()) is null or class_group_id = any((select scope_classes())::int[])));
create policy add on paper for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on paper for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy remove on paper for delete using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

create table column_mapping (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  name text not null,
  -- Header line the mapping was made for, so that the same table is recognised next time.
  signature text not null,
  mapping jsonb not null,
  account_id int references account,
  created_at timestamptz not null default now(),
  unique (organization_id, name)
);
alter table column_mapping enable row level security;
alter table column_mapping force row level security;
create policy see on column_mapping for select using (organization_id in (select upper_organizations()));
create policy add on column_mapping for insert with check (organization_id in (select visible_organizations()));
create policy change on column_mapping for update using (organization_id in (select visible_organizations()));

grant select, insert, update on procedure, work, import, column_mapping to obektiv_app;
grant select, insert on scale, import_file to obektiv_app;
grant select, insert, update, delete on import_part, paper to obektiv_app;
