create table reminder_setting (
    employer_id uuid        primary key references employer,
    is_on       boolean     not null,
    on_since    timestamptz,
    hour        smallint    not null,
    leaders_on  smallint    not null,
    days_ahead  int[]       not null,
    pause_days  int         not null,
    sender      text        not null,
    language    text        not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    constraint reminders_on_have_a_beginning check (not is_on or on_since is not null),
    constraint reminder_hour_is_of_the_day check (hour between 0 and 23),
    constraint reminder_day_of_leaders_is_of_the_week check (leaders_on between 1 and 7),
    constraint reminder_pause_is_positive check (pause_days between 1 and 365),
    constraint reminder_language_is_known check (language in ('nb', 'nn', 'en'))
);
comment on table reminder_setting is 'How the employer reminds; no row: not at all. leaders_on: day of the week, Monday is 1. days_ahead: days before a last day on which to remind. pause_days: between two reminders by leaders of one requirement. sender: the address that letters come from.';
call protect_by_employer('reminder_setting');

create table reminder_choice (
    employer_id   uuid    not null,
    employee_id   uuid    not null,
    by_email      boolean not null default true,
    language      text,
    language_seen text,
    primary key (employer_id, employee_id),
    constraint reminder_choice_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint reminder_choice_language_is_known check (language in ('nb', 'nn', 'en')),
    constraint reminder_choice_language_seen_is_known check (language_seen in ('nb', 'nn', 'en'))
);
comment on table reminder_choice is 'How an employee wants to be reminded. language: chosen; language_seen: in which they last saw the pages.';
call protect_by_employer('reminder_choice');

create table reminder_run (
    employer_id        uuid        not null references employer,
    run_id             uuid        not null,
    kind               text        not null,
    slot               date        not null,
    started_at         timestamptz not null,
    finished_at        timestamptz,
    after_number       text,
    after_requirement  text,
    people             int         not null default 0,
    primary key (employer_id, run_id),
    constraint reminder_run_is_one_per_day unique (employer_id, kind, slot),
    constraint reminder_run_kind_is_known check (kind in ('PEOPLE', 'LEADERS'))
);
comment on table reminder_run is 'One look for who is to be reminded. after_…: how far it has come; it goes on from there after a kill. people: those looked at.';
call protect_by_employer('reminder_run');

create table reminder_letter (
    employer_id     uuid        not null,
    letter_id       uuid        not null,
    employee_id     uuid        not null,
    kind            text        not null,
    run_id          uuid,
    state           text        not null,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int         not null default 0,
    claimed_at      timestamptz,
    closed_at       timestamptz,
    address         text,
    problem         text,
    reply           text,
    primary key (employer_id, letter_id),
    constraint reminder_letter_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint reminder_letter_run_exists foreign key (employer_id, run_id) references reminder_run,
    constraint reminder_letter_kind_is_known check (kind in ('PERSON', 'LEADER')),
    constraint reminder_letter_state_is_known
        check (state in ('WAITING', 'SENDING', 'SENT', 'ON_PAGE', 'DROPPED', 'FAILED', 'UNCERTAIN')),
    constraint reminder_letter_that_is_sent_is_claimed check (state <> 'SENDING' or claimed_at is not null)
);
comment on table reminder_letter is 'One e-mail to one employee. SENDING is committed before the mail server is called: whatever is found in it later may have arrived, becomes UNCERTAIN and is never sent again by itself. ON_PAGE: said in the tool only. DROPPED: nothing of it was true any more, or the employee had left.';
create index reminder_letter_due on reminder_letter (employer_id, next_attempt_at) where state in ('WAITING', 'SENDING');
create index reminder_letter_of_employee on reminder_letter (employer_id, employee_id, created_at);
create index reminder_letter_of_run on reminder_letter (employer_id, run_id);
create index reminder_letter_failed on reminder_letter (employer_id, created_at) where state in ('FAILED', 'UNCERTAIN');
call protect_by_employer('reminder_letter');

create table reminder_matter (
    employer_id uuid not null,
    employee_id uuid not null,
    kind        text not null,
    subject     text not null,
    on_date     date not null,
    step        int  not null,
    letter_id   uuid not null,
    said_by     uuid,
    primary key (employer_id, employee_id, kind, subject, on_date, step),
    constraint reminder_matter_letter_exists foreign key (employer_id, letter_id) references reminder_letter,
    constraint reminder_matter_kind_is_known
        check (kind in ('DEADLINE', 'EXPIRY', 'PASSED', 'NUDGE', 'ASSIGNED', 'TASK_DEADLINE', 'TASK_PASSED', 'WEEK'))
);
comment on table reminder_matter is 'The ledger of what was said to whom; its key is why nothing is said twice. subject: code of a requirement or unit, or key of a task. on_date: last day in time, or day on which it lapsed or was said. step: days ahead that were reached; 0 otherwise. said_by: the leader.';
create index reminder_matter_of_letter on reminder_matter (employer_id, letter_id);
call protect_by_employer('reminder_matter');
