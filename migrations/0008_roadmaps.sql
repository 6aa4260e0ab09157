-- Roadmaps: plans of measures, their carrying out, their way down to schools and back, what is told about them and printed of them.
-- A school sees its own rows; a municipality and a region those below. Nothing needs to be read upwards: what a district sends
-- is copied with its words into the school's own rows.

create function refuse_change() returns trigger language plpgsql
  as $$ begin raise exception 'rows of % are never rewritten', tg_table_name using errcode = 'insufficient_privilege'; end $$;

-- A file, a pasted table or a starter on its way to a plan: as received, as read, as mended.
create table plan_intake (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  account_id int references account,
  origin text not null check (origin in ('file', 'pasted', 'starter')),
  file_name text not null,
  byte_size int not null default 0,
  -- SHA-256 of the content as received.
  file_hash text,
  content bytea,
  -- The school year that a person named; null: the document is asked.
  asked_school_year int check (asked_school_year between 2000 and 2100),
  state text not null check (state in ('received', 'read', 'unreadable', 'saved', 'discarded')),
  -- roadmaps/reading/model.ts, Roadmap, as read; never changed afterwards.
  roadmap jsonb,
  -- The source as it is shown beside the reading (roadmaps/reading/source-view.ts).
  view jsonb,
  -- The plan as a person mends it: roadmaps/intake/model.ts.
  mended jsonb,
  refusal jsonb,
  job_id int references job,
  plan_id int,
  created_at timestamptz not null default now(),
  revision int not null default 1
);
create index plan_intake_organization on plan_intake (organization_id, id desc);

create table plan (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  title text not null check (title <> ''),
  -- Year of its 1 September.
  school_year int not null check (school_year between 2000 and 2100),
  state text not null default 'draft' check (state in ('draft', 'approved', 'closed')),
  -- УТВЕРЖДАЮ: post and person as printed, number and day of the order.
  approval_post text,
  approval_person text,
  order_number text,
  approved_on date,
  -- What the plan says of its own period; null: the school year.
  starts_on date,
  ends_on date,
  preamble text not null default '',
  intake_id int references plan_intake,
  account_id int references account,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  removed_at timestamptz,
  revision int not null default 1,
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index plan_organization on plan (organization_id, school_year);
alter table plan_intake add foreign key (plan_id) references plan;

create table plan_section (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  plan_id int not null references plan,
  position int not null,
  title text not null default '',
  removed_at timestamptz,
  revision int not null default 1
);
create index plan_section_plan on plan_section (plan_id);

create table measure (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  plan_id int not null references plan,
  section_id int not null references plan_section,
  position int not null,
  -- As printed: a label and no key.
  number text,
  text text not null,
  -- The words of the plan, for ever.
  deadline text not null default '',
  -- Days that a person set in place of what the words give: [{from, to}].
  windows_set jsonb,
  -- A person has read what is ambiguous and agrees.
  deadline_confirmed boolean not null default false,
  -- «при необходимости»: nothing is due until somebody says that it is needed.
  condition_met boolean not null default false,
  result text not null default '',
  -- M01…M63 (roadmaps/kinds/text.ts).
  kind text check (kind ~ '^M\d\d$'),
  -- roadmaps/reading/model.ts, Target[].
  targets jsonb not null default '[]',
  -- What the reading of the file left doubtful: MeasureWarning[].
  warnings jsonb not null default '[]',
  state text not null default 'planned' check (state in ('planned', 'inProgress', 'done', 'notNeeded', 'withdrawn')),
  state_note text not null default '',
  -- The district's measure that this one carries out, and its words when they were last taken over:
  -- {number, text, deadline, result, revision}.
  origin_measure_id int references measure,
  origin jsonb,
  removed_at timestamptz,
  revision int not null default 1
);
create index measure_plan on measure (plan_id);
create index measure_organization on measure (organization_id);
create index measure_origin on measure (origin_measure_id) where origin_measure_id is not null;
create index measure_linked on measure (plan_id, origin_measure_id) include (state, organization_id) where origin_measure_id is not null and removed_at is null;

create table measure_party (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  measure_id int not null references measure,
  part text not null default 'responsible' check (part in ('responsible', 'coExecutor')),
  position int not null default 0,
  post text,
  person text,
  organisation text,
  -- The member of staff who answers, where the post is held by one.
  staff_post_id int references staff_post,
  check (coalesce(post, person, organisation) is not null)
);
create index measure_party_measure on measure_party (measure_id);
create index measure_party_staff on measure_party (staff_post_id) where staff_post_id is not null;

-- Somebody stands in for a member of staff by an order.
create table substitution (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  staff_post_id int not null references staff_post,
  substitute_id int not null references staff_post,
  from_date date not null,
  to_date date,
  order_number text not null,
  order_date date not null,
  account_id int references account,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check (staff_post_id <> substitute_id and (to_date is null or to_date >= from_date))
);
create index substitution_organization on substitution (organization_id);

-- One time that a measure is due: a quarterly measure has four, each with its evidence.
create table occurrence (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  plan_id int not null references plan,
  measure_id int not null references measure,
  -- «2026-11-01/2026-11-30», «/2026-11-30» or «once»: stays the same while the days stay.
  key text not null,
  opens_on date,
  due_on date,
  state text not null default 'open' check (state in ('open', 'submitted', 'accepted', 'returned', 'notNeeded', 'cancelled')),
  -- First handed in; what timeliness is counted by.
  submitted_at timestamptz,
  accepted_at timestamptz,
  note text not null default '',
  revision int not null default 1,
  unique (measure_id, key)
);
create index occurrence_plan on occurrence (plan_id);
create index occurrence_due on occurrence (organization_id, due_on);

-- Evidence is never overwritten: a new version is a new row.
create table evidence (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  account_id int references account,
  kind text not null check (kind in ('file', 'link', 'record', 'note')),
  title text not null check (title <> ''),
  note text not null default '',
  url text,
  -- A record of the system: import, finding, work, protocol, document…
  record_kind text,
  record_id int,
  file_name text,
  media_type text,
  byte_size int,
  file_hash text,
  version int not null default 1,
  previous_id int references evidence,
  created_at timestamptz not null default now(),
  check (kind <> 'link' or url is not null),
  check (kind <> 'file' or file_hash is not null),
  check (kind <> 'record' or (record_kind is not null and record_id is not null))
);
create index evidence_organization on evidence (organization_id, id desc);
create unique index evidence_previous on evidence (previous_id) where previous_id is not null;

create table evidence_file (
  evidence_id int primary key references evidence,
  organization_id int not null references organization,
  content bytea not null
);

-- One piece of evidence handed in for one occurrence; the same piece may serve several occurrences, measures and plans.
create table evidence_submission (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  evidence_id int not null references evidence,
  occurrence_id int not null references occurrence,
  state text not null default 'submitted' check (state in ('submitted', 'accepted', 'returned', 'superseded', 'withdrawn')),
  remark text not null default '',
  submitted_by int references account,
  submitted_at timestamptz not null default now(),
  reviewed_by int references account,
  reviewed_at timestamptz,
  revision int not null default 1
);
create index evidence_submission_occurrence on evidence_submission (occurrence_id);
create index evidence_submission_evidence on evidence_submission (evidence_id);

-- Everything that happened to a plan, with what was there before: history, undo and the merge screen read it.
create table plan_change (
  id bigint generated always as identity primary key,
  organization_id int not null references organization,
  plan_id int not null references plan,
  account_id int references account,
  happened_at timestamptz not null default now(),
  -- Changes of one gesture (a bulk edit, a pasted table) are undone together.
  batch uuid not null,
  action text not null,
  subject_kind text not null check (subject_kind in ('plan', 'section', 'measure', 'party', 'occurrence', 'submission')),
  subject_id int not null,
  -- The changed fields only; null before: it was added, null after: it was removed.
  before jsonb,
  after jsonb,
  -- The batch that this one takes back.
  undoes uuid
);
create index plan_change_plan on plan_change (plan_id, id desc);
create index plan_change_subject on plan_change (subject_kind, subject_id, id desc);
create trigger append_only before update or delete on plan_change for each row execute function refuse_change();

-- Who has read an approved plan: the list of acquaintance.
create table acquaintance (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  plan_id int not null references plan,
  staff_post_id int not null references staff_post,
  acquainted_on date not null,
  account_id int references account,
  created_at timestamptz not null default now(),
  unique (plan_id, staff_post_id)
);

-- The school's own year: terms, holidays, last day of lessons.
create table school_calendar (
  organization_id int not null references organization,
  school_year int not null check (school_year between 2000 and 2100),
  lessons_end date,
  -- [{kind, n, from, to}] and [{name, from, to}] (roadmaps/deadline/calendar.ts).
  terms jsonb not null default '[]',
  holidays jsonb not null default '[]',
  account_id int references account,
  changed_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (organization_id, school_year)
);

-- Schedules and plans that deadlines refer to, with their days: «график ВПР», «план ВШК», a publication that has happened.
create table calendar_event (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  school_year int not null check (school_year between 2000 and 2100),
  kind text not null check (kind in ('schedule', 'plan', 'event')),
  title text not null check (title <> ''),
  -- Names under which plans refer to it.
  names text[] not null default '{}',
  -- [{from, to, label}]
  windows jsonb not null default '[]',
  source text not null default '',
  account_id int references account,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  revision int not null default 1
);
create index calendar_event_organization on calendar_event (organization_id, school_year);

-- A district's plan sent to a school. The row is the school's: its municipality and region see it from above.
create table plan_sending (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  district_id int not null references organization,
  district_plan_id int not null references plan,
  school_plan_id int references plan,
  state text not null default 'sent' check (state in ('sent', 'taken', 'withdrawn')),
  sent_by int references account,
  sent_at timestamptz not null default now(),
  taken_at timestamptz,
  revision int not null default 1,
  unique (district_plan_id, organization_id)
);
create index plan_sending_organization on plan_sending (organization_id);

-- An addition, change or withdrawal that travels down: a proposal until the school answers.
create table cascade_proposal (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  sending_id int not null references plan_sending,
  kind text not null check (kind in ('add', 'change', 'withdraw')),
  district_measure_id int not null references measure,
  measure_id int references measure,
  -- {section, number, text, deadline, result, kind, targets, parties}
  before jsonb,
  after jsonb,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'superseded')),
  remark text not null default '',
  created_by int references account,
  created_at timestamptz not null default now(),
  answered_by int references account,
  answered_at timestamptz,
  revision int not null default 1
);
create index cascade_proposal_sending on cascade_proposal (sending_id);
create index cascade_proposal_organization on cascade_proposal (organization_id, state);

-- What a school tells of a month; figures are taken from its records, nothing is retyped.
create table month_report (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  plan_id int not null references plan,
  -- First day of the month.
  month date not null check (extract(day from month) = 1),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
  due_on date not null,
  figures jsonb not null default '{}',
  note text not null default '',
  remark text not null default '',
  submitted_by int references account,
  submitted_at timestamptz,
  answered_by int references account,
  answered_at timestamptz,
  revision int not null default 1,
  unique (plan_id, month)
);
create index month_report_month on month_report (organization_id, month);

-- The monthly analytic report: assembled from facts, edited, approved, locked.
create table analytic_report (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  plan_id int not null references plan,
  month date not null check (extract(day from month) = 1),
  state text not null default 'draft' check (state in ('draft', 'approved', 'locked')),
  due_on date not null,
  title text not null,
  -- Sections of text with references to facts, and the facts as counted: roadmaps/reports/model.ts.
  body jsonb not null,
  facts jsonb not null,
  facts_at timestamptz not null default now(),
  account_id int references account,
  created_at timestamptz not null default now(),
  approved_by int references account,
  approved_at timestamptz,
  locked_at timestamptz,
  revision int not null default 1,
  unique (plan_id, month)
);
create index analytic_report_organization on analytic_report (organization_id, month desc);
create trigger locked before update on analytic_report for each row when (old.state = 'locked') execute function refuse_change();

-- What a measure answers to: a finding, an index, a class; or the words why nothing can be measured.
create table measure_aim (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  measure_id int not null references measure,
  kind text not null check (kind in ('finding', 'index', 'class', 'none')),
  -- What is meant: roadmaps/effect/model.ts.
  subject jsonb not null default '{}',
  -- Its figures when the aim was set.
  baseline jsonb not null default '{}',
  reason text not null default '',
  account_id int references account,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index measure_aim_measure on measure_aim (measure_id);
create index measure_aim_subject on measure_aim using gin (subject jsonb_path_ops) where removed_at is null;

-- Notices within the system, one account each; the key keeps the same thing from being told twice.
create table notice (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  account_id int not null references account,
  kind text not null,
  key text not null,
  facts jsonb not null default '{}',
  href text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  unique (account_id, key)
);
create index notice_account on notice (account_id, id desc);

-- Where a person wants to be told.
create table notice_setting (
  account_id int primary key references account,
  organization_id int not null references organization,
  email text,
  weekly_digest boolean not null default true,
  at_once boolean not null default false,
  max_chat text,
  revision int not null default 1
);

-- What was sent outside, by which channel; a key is sent once.
create table delivery (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  account_id int not null references account,
  channel text not null check (channel in ('mail', 'max')),
  kind text not null check (kind in ('digest', 'notice')),
  key text not null,
  -- {subject, text, html}
  message jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  failure text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  unique (account_id, channel, key)
);
create index delivery_waiting on delivery (id) where state = 'waiting';

-- An organisation's own DOCX templates.
create table document_template (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  kind text not null,
  file_name text not null,
  content bytea not null,
  byte_size int not null,
  file_hash text not null,
  account_id int references account,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create unique index document_template_current on document_template (organization_id, kind) where removed_at is null;

-- Documents as they left the system.
create table issued_document (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  kind text not null,
  title text not null,
  format text not null check (format in ('docx', 'pdf', 'xlsx')),
  file_name text not null,
  content bytea not null,
  byte_size int not null,
  file_hash text not null,
  plan_id int references plan,
  report_id int references analytic_report,
  account_id int references account,
  created_at timestamptz not null default now()
);
create index issued_document_organization on issued_document (organization_id, id desc);
create trigger append_only before update or delete on issued_document for each row execute function refuse_change();
create trigger append_only before update or delete on evidence for each row execute function refuse_change();
create trigger append_only before update or delete on evidence_file for each row execute function refuse_change();

do $$
declare name text;
begin
  foreach name in array array['plan_intake', 'plan', 'plan_section', 'measure', 'measure_party', 'substitution', 'occurrence', 'evidence',
    'evidence_file', 'evidence_submission', 'plan_change', 'acquaintance', 'school_calendar', 'calendar_event', 'plan_sending',
    'cascade_proposal', 'month_report', 'analytic_report', 'measure_aim', 'notice', 'notice_setting', 'delivery', 'document_template',
    'issued_document']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Days of the year and templates come down from the region and the municipality; notices are a person's own; the rest goes up only.
    execute format('create policy see on %I for select using (%s)', name, case
      when name in ('school_calendar', 'calendar_event', 'document_template') then 'organization_id in (select upper_organizations())'
      when name in ('notice', 'notice_setting', 'delivery') then
        'scope_is_system() or (account_id = scope_account() and organization_id in (select upper_organizations()))'
      else 'organization_id in (select visible_organizations())' end);
    execute format('create policy add on %I for insert with check (organization_id in (select visible_organizations()))', name);
    execute format('create policy change on %I for update using (%s)', name, case
      when name in ('notice', 'notice_setting', 'delivery') then
        'scope_is_system() or (account_id = scope_account() and organization_id in (select upper_organizations()))'
      else 'organization_id in (select visible_organizations())' end);
  end loop;
end $$;

create policy remove on measure_party for delete using (organization_id in (select visible_organizations()));
create policy remove on acquaintance for delete using (organization_id in (select visible_organizations()));

grant select, insert, update on plan_intake, plan, plan_section, measure, measure_party, substitution, occurrence, evidence_submission,
  acquaintance, school_calendar, calendar_event, plan_sending, cascade_proposal, month_report, analytic_report, measure_aim, notice,
  notice_setting, delivery, document_template to obektiv_app;
grant select, insert on evidence, evidence_file, plan_change, issued_document to obektiv_app;
grant delete on measure_party, acquaintance to obektiv_app;
