-- Who is who and who sees what. The application's role owns nothing and cannot bypass the policies below;
-- each transaction says who asks (src/platform/db/scope.ts), and an unset scope sees nothing.

create function scope_path() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('obektiv.scope', true), '') $$;

create function scope_account() returns int language sql stable parallel safe
  as $$ select nullif(current_setting('obektiv.account_id', true), '')::int $$;

create function scope_classes() returns int[] language sql stable parallel safe
  as $$ select nullif(current_setting('obektiv.class_ids', true), '')::int[] $$;

-- The system itself: sign-in before an account is known, and jobs that compute over a region.
create function scope_is_system() returns boolean language sql stable parallel safe
  as $$ select scope_path() = '.' and scope_account() is null $$;

-- «№ 3» before «№ 11»: the order in which people read names.
create collation natural_order (provider = icu, locale = 'ru-u-kn-true');

create table organization (
  id int generated always as identity primary key,
  parent_id int references organization,
  kind text not null check (kind in ('region', 'municipality', 'school')),
  -- Identifiers from the root down: «.1.4.17.». The one key of visibility.
  path text not null unique,
  code text,
  name text not null,
  short_name text not null,
  specialised boolean not null default false,
  closed_on date,
  successor_id int references organization,
  created_at timestamptz not null default now(),
  check ((kind = 'region') = (parent_id is null))
);
create index organization_path on organization (path text_pattern_ops);
create index organization_parent on organization (parent_id);
create unique index organization_code on organization (code) where code is not null;

-- A row is visible below the asker's organisation; organisations above it are visible by name.
create function sees_organization(row_path text) returns boolean language sql stable parallel safe
  as $$ select coalesce(starts_with(row_path, scope_path()) or starts_with(scope_path(), row_path), false) $$;

alter table organization enable row level security;
alter table organization force row level security;
create policy see on organization for select using (sees_organization(path));
create policy add on organization for insert with check (starts_with(path, scope_path()));
create policy change on organization for update using (starts_with(path, scope_path()));

-- Organisations whose rows the asker may read, and those above them whose common rows (works, scales) he may read.
create function visible_organizations() returns setof int language sql stable parallel safe
  as $$ select id from organization where starts_with(path, scope_path()) $$;
create function upper_organizations() returns setof int language sql stable parallel safe
  as $$ select id from organization where starts_with(path, scope_path()) or starts_with(scope_path(), path) $$;

create table organization_event (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  kind text not null check (kind in ('opened', 'renamed', 'merged', 'closed', 'moved')),
  happened_on date not null,
  old_name text,
  new_name text,
  other_id int references organization,
  account_id int,
  created_at timestamptz not null default now()
);
create index organization_event_of on organization_event (organization_id, happened_on);
alter table organization_event enable row level security;
alter table organization_event force row level security;
create policy see on organization_event for select using (organization_id in (select upper_organizations()));
create policy add on organization_event for insert with check (organization_id in (select visible_organizations()));

create table class_group (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  -- The year in which the school year begins: 2025 is 2025/26.
  school_year int not null check (school_year between 2000 and 2100),
  grade int not null check (grade between 1 and 11),
  letter text not null,
  unique (organization_id, school_year, grade, letter)
);
alter table class_group enable row level security;
alter table class_group force row level security;
create policy see on class_group for select using (
  organization_id in (select visible_organizations()) and ((select scope_classes()) is null or id = any((select scope_classes())::int[])));
create policy add on class_group for insert with check (organization_id in (select visible_organizations()));
create policy change on class_group for update using (organization_id in (select visible_organizations()));

create table account (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  login text not null,
  password_hash text not null,
  display_name text not null,
  language text not null default 'ru' check (language in ('ru', 'en')),
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  revision int not null default 1
);
create unique index account_login on account (lower(login));
alter table account enable row level security;
alter table account force row level security;
create policy see on account for select using (organization_id in (select visible_organizations()) or id = scope_account());
create policy add on account for insert with check (organization_id in (select visible_organizations()));
create policy change on account for update using (organization_id in (select visible_organizations()) or id = scope_account());

create table role_grant (
  id int generated always as identity primary key,
  account_id int not null references account,
  organization_id int not null references organization,
  role text not null check (role in ('administrator', 'regionalAnalyst', 'municipalCoordinator', 'schoolHead', 'deputyHead',
    'schoolCoordinator', 'associationHead', 'teacher')),
  post text not null default '',
  -- A teacher's own classes; null for every other role.
  class_group_ids int[],
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  check ((role = 'teacher') = (class_group_ids is not null))
);
create index role_grant_account on role_grant (account_id);
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy see on role_grant for select using (organization_id in (select visible_organizations()) or account_id = scope_account());
create policy add on role_grant for insert with check (organization_id in (select visible_organizations()));
create policy change on role_grant for update using (organization_id in (select visible_organizations()));

create table staff_post (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  full_name text not null,
  post text not null,
  account_id int references account,
  from_date date not null,
  to_date date,
  revision int not null default 1,
  check (to_date is null or to_date >= from_date)
);
create index staff_post_organization on staff_post (organization_id);
alter table staff_post enable row level security;
alter table staff_post force row level security;
create policy see on staff_post for select using (organization_id in (select visible_organizations()));
create policy add on staff_post for insert with check (organization_id in (select visible_organizations()));
create policy change on staff_post for update using (organization_id in (select visible_organizations()));

create table session (
  -- SHA-256 of the cookie's token: a stolen table opens no session.
  token_hash bytea primary key,
  account_id int not null references account,
  role_grant_id int not null references role_grant,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  rotated_at timestamptz not null default now(),
  -- The token before the last rotation stays good for a minute: requests under way keep their answer.
  previous_hash bytea,
  expires_at timestamptz not null
);
create index session_previous on session (previous_hash);
create index session_account on session (account_id);
alter table session enable row level security;
alter table session force row level security;
create policy own on session using (scope_is_system() or account_id = scope_account());

create table audit_entry (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null default now(),
  account_id int references account,
  organization_id int not null references organization,
  -- 'change' alters something, 'read' opens pupil-level results, 'access' is about signing in.
  kind text not null check (kind in ('change', 'read', 'access')),
  action text not null,
  subject_kind text not null,
  subject_id text,
  details jsonb not null default '{}'
);
create index audit_entry_organization on audit_entry (organization_id, id desc);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy see on audit_entry for select using (organization_id in (select visible_organizations()));
create policy add on audit_entry for insert with check (
  organization_id in (select upper_organizations()) and account_id is not distinct from scope_account() or scope_is_system());

-- Append-only for everyone, the owner included.
create function refuse_rewriting() returns trigger language plpgsql
  as $$ begin raise exception 'the audit journal is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger append_only before update or delete on audit_entry for each row execute function refuse_rewriting();
create trigger append_only_all before truncate on audit_entry for each statement execute function refuse_rewriting();

create table job (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  account_id int references account,
  kind text not null,
  subject_id int,
  input jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done int not null default 0,
  total int,
  stage text not null default '',
  failure jsonb,
  attempts int not null default 0,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index job_organization on job (organization_id, id desc);
alter table job enable row level security;
alter table job force row level security;
create policy see on job for select using (organization_id in (select visible_organizations()));
create policy add on job for insert with check (organization_id in (select visible_organizations()));
create policy change on job for update using (organization_id in (select visible_organizations()));

grant select, insert, update on organization, class_group, account, role_grant, staff_post, job to obektiv_app;
grant select, insert on organization_event, audit_entry to obektiv_app;
grant select, insert, update, delete on session to obektiv_app;
-- An organisation's path contains its own number, so the number is drawn first.
grant usage on sequence organization_id_seq to obektiv_app;
