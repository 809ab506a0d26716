-- Who is to be enrolled in which course of an LMS, and what came of it.

create table enrolment_request (
    employer_id  uuid        not null references employer,
    request_id   uuid        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    reason       text        not null,
    primary key (employer_id, request_id)
);
comment on table enrolment_request is 'Somebody asked that people be enrolled in courses of an LMS.';
create index enrolment_request_latest on enrolment_request (employer_id, requested_at desc);
call protect_by_employer('enrolment_request');
revoke delete on enrolment_request from ${app_role};

create table enrolment (
    employer_id uuid        not null,
    request_id  uuid        not null,
    employee_id uuid        not null,
    issuer      text        not null,
    course_key  text        not null,
    item        text        not null,
    state       text        not null default 'WAITING',
    why         text        not null default '',
    detail      text        not null default '',
    attempts    int         not null default 0,
    next_at     timestamptz not null,
    sent_at     timestamptz,
    changed_at  timestamptz not null,
    changed_by  text        not null default '',
    primary key (employer_id, request_id, employee_id, issuer, course_key),
    constraint enrolment_request_exists foreign key (employer_id, request_id) references enrolment_request,
    constraint enrolment_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint enrolment_course_is_known foreign key (employer_id, issuer, course_key) references known_course,
    constraint enrolment_state_is_known check (state in ('WAITING', 'DONE', 'ALREADY', 'FAILED', 'WITHDRAWN')),
    constraint enrolment_failure_says_why check (state <> 'FAILED' or why <> '')
);
comment on table enrolment is 'One person in one course. ALREADY: was enrolled before we asked. why: a code, of a failure or of what a waiting one waits for. next_at: not tried before this. sent_at: the LMS was asked and may have done it, whether or not its answer came; empty where it surely has not. changed_by: the person who withdrew it or had it tried again; empty: nobody.';
create index enrolment_waiting on enrolment (employer_id, next_at) where state = 'WAITING';
create index enrolment_failed on enrolment (employer_id, employee_id) where state = 'FAILED';
call protect_by_employer('enrolment');
revoke delete on enrolment from ${app_role};

create table enrolment_watch (
    employer_id uuid primary key references employer
);
comment on table enrolment_watch is 'The employers that have ever had somebody enrolled. Read before any employer is known; holds no person.';
grant select, insert, update, delete on enrolment_watch to ${app_role};
