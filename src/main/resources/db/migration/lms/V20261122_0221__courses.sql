create table lms_course (
    employer_id      uuid        not null references employer,
    course_id        uuid        not null,
    registration_id  uuid        not null references lti_registration on delete cascade,
    deployment_id    text        not null,
    context_id       text        not null,
    title            text,
    memberships_url  text,
    line_items_url   text,
    scopes           text[]      not null default '{}',
    seen_at          timestamptz not null,
    roster_due_at    timestamptz,
    roster_forced    boolean     not null default false,
    roster_read_at   timestamptz,
    roster_outcome   text,
    roster_members   int,
    primary key (employer_id, course_id),
    constraint lms_course_is_one_per_context unique (employer_id, registration_id, deployment_id, context_id)
);
comment on table lms_course is 'A course (LTI context) of an LMS that we were launched from, and the addresses of its services as the latest launch said. roster_due_at: when its roster is to be read.';
create index lms_course_roster_due on lms_course (employer_id, roster_due_at) where roster_due_at is not null;
call protect_by_employer('lms_course');

create table course_member (
    employer_id  uuid    not null,
    course_id    uuid    not null,
    subject      text    not null,
    member_from  date    not null,
    member_until date,
    learner      boolean not null,
    primary key (employer_id, course_id, subject, member_from),
    constraint course_member_course_exists foreign key (employer_id, course_id) references lms_course on delete cascade,
    constraint course_member_ends_after_it_starts check (member_until >= member_from)
);
comment on table course_member is 'Which account follows a course, [member_from, member_until). Ended only by a complete reading of the roster; says nothing about what was achieved.';
create unique index course_member_is_open_once on course_member (employer_id, course_id, subject) where member_until is null;
call protect_by_employer('course_member');

create table lms_link (
    employer_id      uuid        not null references employer,
    link_id          uuid        not null,
    course_id        uuid,
    registration_id  uuid        not null references lti_registration on delete cascade,
    deployment_id    text        not null,
    resource_link_id text        not null,
    title            text,
    content          text        not null,
    report           boolean     not null,
    line_item_url    text,
    scopes           text[]      not null default '{}',
    seen_at          timestamptz not null,
    problem          text,
    column_due_at    timestamptz,
    results_due_at   timestamptz,
    results_read_at  timestamptz,
    results_outcome  text,
    primary key (employer_id, link_id),
    constraint lms_link_is_one_per_resource_link unique (employer_id, registration_id, deployment_id, resource_link_id),
    constraint lms_link_course_exists foreign key (employer_id, course_id) references lms_course on delete cascade
);
comment on table lms_link is 'A link of an LMS that shows something with progress, known from its first launch. problem: why no scores go to it any more, until it is launched again.';
create index lms_link_of_course on lms_link (employer_id, course_id);
call protect_by_employer('lms_link');

create table score_outbox (
    employer_id   uuid        not null,
    link_id       uuid        not null,
    subject       text        not null,
    employee_id   uuid        not null,
    stale         boolean     not null default true,
    wanted        numeric,
    sent          numeric,
    stamped       numeric,
    stamped_at    timestamptz,
    state         text        not null default 'IDLE',
    attempts      int         not null default 0,
    due_at        timestamptz not null,
    problem       text,
    primary key (employer_id, link_id, subject),
    constraint score_outbox_link_exists foreign key (employer_id, link_id) references lms_link on delete cascade,
    constraint score_outbox_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint score_outbox_state_is_known check (state in ('IDLE', 'WAITING', 'STOPPED')),
    constraint score_outbox_waits_for_something check (state <> 'WAITING' or wanted is not null)
);
comment on table score_outbox is 'One row for each person and link: the score that the LMS is to have (wanted), the one it has (sent), and the one under way with its time (stamped, stamped_at). Only the latest matters, so there is never a later one before an earlier one. stale: wanted is to be computed anew.';
create index score_outbox_stale on score_outbox (employer_id) where stale;
create index score_outbox_due on score_outbox (employer_id, due_at) where state = 'WAITING';
create index score_outbox_of_employee on score_outbox (employer_id, employee_id);
call protect_by_employer('score_outbox');

create table service_watch (
    employer_id   uuid        primary key references employer,
    due_at        timestamptz not null,
    facts_version bigint      not null default -1,
    on_date       date
);
comment on table service_watch is 'The employers that have something to do with their LMS''s services, and when next. Read before any employer is known; holds no person. facts_version, on_date: what scores were last computed of.';
create index service_watch_due on service_watch (due_at);
grant select, insert, update, delete on service_watch to ${app_role};
