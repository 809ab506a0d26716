create table platform (
    registration_id      uuid   primary key references lti_registration on delete cascade,
    employer_id          uuid   not null references employer,
    account_link         text[] not null default '{}',
    trust_administrators boolean not null default false,
    constraint platform_account_link_is_known check (account_link <@ array['idnumber', 'username', 'email'])
);
comment on table platform is 'Which employer a registration belongs to, how its launches find their employee, and whether its administrators are trusted. Read before any employer is known.';
create index platform_of_employer on platform (employer_id);
grant select, insert, update, delete on platform to ${app_role};

create table account_link (
    employer_id     uuid        not null references employer,
    link_id         uuid        not null,
    registration_id uuid        not null,
    issuer          text        not null,
    subject         text        not null,
    employee_id     uuid,
    suggested_id    uuid,
    status          text        not null,
    hint_idnumber   text,
    hint_username   text,
    hint_email      text,
    hint_name       text,
    first_seen_at   timestamptz not null,
    last_seen_at    timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    primary key (employer_id, link_id),
    constraint account_link_is_one_per_account unique (employer_id, issuer, subject),
    constraint account_link_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint account_link_status_is_known check (status in ('WAITING', 'CONFIRMED', 'REJECTED')),
    constraint account_link_confirmed_has_employee check (status <> 'CONFIRMED' or employee_id is not null)
);
comment on table account_link is 'An LMS account (issuer, subject) and the employee it belongs to. WAITING: queued for the administrator, with the hints the launch gave.';
create index account_link_of_employee on account_link (employer_id, employee_id);
call protect_by_employer('account_link');
