create table moodle_connection (
    employer_id     uuid        not null references employer,
    connection_id   uuid        not null,
    address         text        not null,
    token           bytea       not null,
    registration_id uuid        references lti_registration on delete set null,
    report_name     text        not null,
    way             text,
    report_id       bigint,
    account_id      bigint,
    checked_at      timestamptz,
    check_asked     boolean     not null default true,
    changes_asked   boolean     not null default false,
    full_asked      boolean     not null default true,
    since           timestamptz,
    full_at         timestamptz,
    failures        int         not null default 0,
    retry_at        timestamptz,
    problem         text,
    problem_detail  text,
    created_at      timestamptz not null,
    primary key (employer_id, connection_id),
    constraint moodle_connection_is_one_per_address unique (employer_id, address),
    constraint moodle_connection_way_is_known check (way in ('REPORT', 'PEOPLE'))
);
comment on table moodle_connection is 'A Moodle that completions are read from. token is encrypted with a key from outside the database. since: what was completed before this has been read (with overlap); retry_at: not called before this, after failures.';
call protect_by_employer('moodle_connection');

create table moodle_finding (
    employer_id   uuid not null,
    connection_id uuid not null,
    position      int  not null,
    code          text not null,
    detail        text not null,
    blocks        text,
    primary key (employer_id, connection_id, position),
    constraint moodle_finding_connection_exists foreign key (employer_id, connection_id) references moodle_connection on delete cascade
);
comment on table moodle_finding is 'What the latest check of a connection found. blocks: the way of reading that it closes.';
call protect_by_employer('moodle_finding');

create table moodle_run (
    employer_id   uuid        not null,
    run_id        uuid        not null,
    connection_id uuid        not null,
    kind          text        not null,
    way           text        not null,
    started_at    timestamptz not null,
    finished_at   timestamptz,
    since         timestamptz,
    cursor        text        not null default '',
    done          bigint      not null default 0,
    total         bigint      not null default 0,
    calls         bigint      not null default 0,
    completed     bigint      not null default 0,
    recorded      bigint      not null default 0,
    waiting       bigint      not null default 0,
    refused       bigint      not null default 0,
    without       bigint      not null default 0,
    withdrawn     bigint      not null default 0,
    problem       text,
    primary key (employer_id, run_id),
    constraint moodle_run_connection_exists foreign key (employer_id, connection_id) references moodle_connection on delete cascade,
    constraint moodle_run_kind_is_known check (kind in ('CHANGES', 'FULL')),
    constraint moodle_run_way_is_known check (way in ('REPORT', 'PEOPLE'))
);
comment on table moodle_run is 'A reading. cursor: how far it is (a page, or an employee number), so that it goes on after a kill; without: rows without an employee number.';
create unique index moodle_run_is_open_once on moodle_run (employer_id, connection_id) where finished_at is null;
create index moodle_run_of_connection on moodle_run (employer_id, connection_id, started_at desc);
call protect_by_employer('moodle_run');

create table moodle_completion (
    employer_id   uuid        not null,
    connection_id uuid        not null,
    person        text        not null,
    course_key    text        not null,
    at            timestamptz not null,
    run_id        uuid        not null,
    primary key (employer_id, connection_id, person, course_key),
    constraint moodle_completion_connection_exists foreign key (employer_id, connection_id) references moodle_connection on delete cascade
);
comment on table moodle_completion is 'What was handed over already: a memory, so that each completion is handed over once. Deleting it costs a full reading, and changes nothing in the ledger. run_id: the run that saw it last.';
call protect_by_employer('moodle_completion');

create table moodle_course (
    employer_id   uuid        not null,
    connection_id uuid        not null,
    moodle_id     bigint      not null,
    generation    int         not null default 1,
    id_number     text        not null default '',
    short_name    text        not null,
    title         text        not null,
    completion    boolean,
    criteria      boolean,
    visible       boolean,
    seen_at       timestamptz not null,
    primary key (employer_id, connection_id, moodle_id),
    constraint moodle_course_connection_exists foreign key (employer_id, connection_id) references moodle_connection on delete cascade
);
comment on table moodle_course is 'The courses of a Moodle. generation: how many courses have had the id; a course that has another short name and another ID number at once is another one. completion, criteria: null where not known.';
create index moodle_course_by_short_name on moodle_course (employer_id, connection_id, short_name);
call protect_by_employer('moodle_course');
