-- What sources report, and what became of it. Who and what a completion is about is looked up in views, always the same way:
-- when it comes, and again whenever a link, an employee, an item or a mapping appears.

create table known_course (
    employer_id uuid        not null references employer,
    issuer      text        not null,
    course_key  text        not null,
    title       text,
    id_number   text,
    short_name  text,
    item        text,
    ignored     boolean     not null default false,
    seen_at     timestamptz not null,
    changed_at  timestamptz not null,
    primary key (employer_id, issuer, course_key)
);
comment on table known_course is 'A course, or an activity of one, that an LMS told of. item: which item a person mapped it to; without one the ID number or the short name says it. ignored: a person left it out.';
create index known_course_changed on known_course (employer_id, changed_at);
call protect_by_employer('known_course');

create table completion (
    employer_id  uuid        not null references employer,
    source       text        not null,
    external_id  text        not null,
    issuer       text        not null,
    subject      text,
    employee_no  text,
    mailbox      text,
    course_key   text        not null,
    achieved_at  timestamptz not null,
    achieved_on  date        not null,
    score        numeric,
    seen_at      timestamptz not null,
    state        text        not null default 'WAITING',
    employee_id  uuid,
    item         text,
    recorded_at  timestamptz,
    withdrawn_at timestamptz,
    withdrawal   text,
    primary key (employer_id, source, external_id),
    constraint completion_state_is_known check (state in ('WAITING', 'RECORDED', 'IGNORED')),
    constraint completion_recorded_says_of_whom_and_what
        check (state <> 'RECORDED' or (employee_id is not null and item is not null and recorded_at is not null)),
    constraint completion_withdrawal_is_known check (withdrawal in ('OPEN', 'REVOKED', 'KEPT')),
    constraint completion_withdrawal_has_a_time check ((withdrawal is null) = (withdrawn_at is null)),
    constraint completion_score_is_0_to_100 check (score between 0 and 100)
);
comment on table completion is 'A completion as its source reported it: when it was achieved, when it was seen, what it became in the ledger (same source and external_id). WAITING: in quarantine, its person or course not being known. withdrawal: the source says that it does not hold any more; OPEN until HR decides. Holds no name.';
create index completion_waiting on completion (employer_id, issuer, course_key) where state = 'WAITING';
create index completion_withdrawn on completion (employer_id, withdrawn_at) where withdrawal = 'OPEN';
create index completion_of_course on completion (employer_id, issuer, course_key, subject);
call protect_by_employer('completion');
revoke delete on completion from ${app_role};

create table intake_hold (
    employer_id uuid        not null references employer,
    source      text        not null,
    held_at     timestamptz not null,
    withdrawn   int         not null,
    moved       int         not null,
    standing    int         not null,
    accepted_at timestamptz,
    primary key (employer_id, source)
);
comment on table intake_hold is 'A source whose reading would have withdrawn or moved so many completions at once that an administrator is asked first. accepted_at: the next reading may.';
call protect_by_employer('intake_hold');

create table intake_decision (
    employer_id uuid        not null references employer,
    decision_id uuid        not null,
    kind        text        not null,
    about       jsonb       not null,
    count       int         not null,
    reason      text,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    primary key (employer_id, decision_id),
    constraint intake_decision_kind_is_known
        check (kind in ('MAP', 'IGNORE', 'WAIT_AGAIN', 'REVOKE', 'KEEP', 'ACCEPT_READING'))
);
comment on table intake_decision is 'Append-only: what a person decided about courses, completions in quarantine and withdrawn ones, about how many, and why.';
call protect_append_only('intake_decision');

create table intake_watch (
    employer_id uuid primary key references employer,
    looked_at   text not null default ''
);
comment on table intake_watch is 'The employers that completions came for, and the state of what they are matched by when those that wait were last tried. Read before any employer is known; holds no person.';
grant select, insert, update, delete on intake_watch to ${app_role};

-- Accounts that only a completion told of have no registration.
alter table account_link alter column registration_id drop not null;

create view item_key with (security_invoker = true) as
select employer_id, kind, key, min(code) as item
  from (select employer_id, 'ID_NUMBER' as kind, course_id_number as key, code from item
        union all select employer_id, 'SHORT_NAME', course_short_name, code from item
        union all select employer_id, 'RESOURCE', lti_resource, code from item
        union all select employer_id, 'OURS', 'item:' || code, code from item) k
 where key is not null
 group by employer_id, kind, key
having count(*) = 1;
comment on view item_key is 'How LMSs know items, where it names just one.';
grant select on item_key to ${app_role};

create view course_item with (security_invoker = true) as
select k.employer_id, k.issuer, k.course_key,
       case when k.ignored then null when k.item is not null then hand.code else coalesce(own.item, number.item, name.item, resource.item) end as item,
       case when k.ignored then 'IGNORED' when k.item is not null then 'HAND' when own.item is not null then 'OURS' when number.item is not null then 'ID_NUMBER'
            when name.item is not null then 'SHORT_NAME' when resource.item is not null then 'RESOURCE' else 'NONE' end as how
  from known_course k
  left join item hand on hand.employer_id = k.employer_id and hand.code = k.item
  left join item_key own on own.employer_id = k.employer_id and own.kind = 'OURS' and own.key = k.course_key
  left join item_key number on number.employer_id = k.employer_id and number.kind = 'ID_NUMBER' and number.key = k.id_number
  left join item_key name on name.employer_id = k.employer_id and name.kind = 'SHORT_NAME' and name.key = k.short_name
  left join item_key resource on resource.employer_id = k.employer_id and resource.kind = 'RESOURCE' and resource.key = k.id_number;
comment on view course_item is 'Which item a course counts as, and how that is known: mapped by hand, a link of ours, by ID number, short name or resource.';
grant select on course_item to ${app_role};

create view completion_match with (security_invoker = true) as
select c.employer_id, c.source, c.external_id,
       case when l.status = 'CONFIRMED' then l.employee_id
            when l.status = 'REJECTED' or l.decided_at is not null then null
            else coalesce(n.employee_id,
                          (select min(m.employee_id::text)::uuid from employee m
                            where m.employer_id = c.employer_id and lower(m.email) = lower(c.mailbox)
                           having count(*) = 1)) end as employee_id,
       i.item
  from completion c
  left join account_link l on l.employer_id = c.employer_id and l.issuer = c.issuer and l.subject = c.subject
  left join employee n on n.employer_id = c.employer_id and n.employee_no = c.employee_no
  left join course_item i on i.employer_id = c.employer_id and i.issuer = c.issuer and i.course_key = c.course_key
 where c.state = 'WAITING';
comment on view completion_match is 'Whose a waiting completion is, and of which item; null where it is not known. What a person decided about the account comes first.';
grant select on completion_match to ${app_role};
