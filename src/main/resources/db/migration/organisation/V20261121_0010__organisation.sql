create table employer (
    employer_id uuid primary key,
    code        text not null unique,
    name        text not null,
    time_zone   text not null default 'Europe/Oslo',
    constraint employer_code_is_a_key check (code ~ '^[a-z0-9][a-z0-9._-]*$')
);
comment on table employer is 'A municipality: the tenant. Read before any employer is known, so without row-level security; holds no person.';
grant select, insert, update on employer to ${app_role};

create table unit (
    employer_id uuid not null references employer,
    unit_code   text not null,
    parent_code text,
    name        text not null,
    kind        text,
    ended_on    date,
    primary key (employer_id, unit_code),
    constraint unit_parent_exists foreign key (employer_id, parent_code)
        references unit (employer_id, unit_code) deferrable initially deferred,
    constraint unit_is_not_its_own_parent check (parent_code <> unit_code)
);
comment on table unit is 'A unit of the organisation; the hierarchy is today''s (coverage.md section 5). ended_on: no longer current from that day.';
create index unit_parent on unit (employer_id, parent_code);
call protect_by_employer('unit');

create table employee (
    employer_id uuid not null references employer,
    employee_id uuid not null,
    employee_no text not null,
    given_name  text not null,
    family_name text not null,
    email       text,
    birth_year  smallint,
    username    text,
    primary key (employer_id, employee_id),
    constraint employee_no_is_unique unique (employer_id, employee_no)
);
comment on table employee is 'A person who works or has worked for the employer.';
create index employee_username on employee (employer_id, username);
create index employee_email on employee (employer_id, lower(email));
call protect_by_employer('employee');

create table employment (
    employer_id    uuid         not null,
    employment_no  text         not null,
    valid_from     date         not null,
    valid_until    date,
    employee_id    uuid         not null,
    unit_code      text         not null,
    position_code  text         not null,
    position_title text,
    leader_level   text,
    leads_unit     text,
    fte            numeric      not null default 100,
    primary key (employer_id, employment_no, valid_from),
    constraint employment_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint employment_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint employment_led_unit_exists foreign key (employer_id, leads_unit) references unit,
    constraint employment_ends_after_it_starts check (valid_until > valid_from),
    constraint employment_fte_is_a_percentage check (fte >= 0 and fte <= 1000)
);
comment on table employment is 'A period [valid_from, valid_until) of an employment: where, as what, how much of a full position (percent). leads_unit: the unit that it leads.';
create index employment_of_employee on employment (employer_id, employee_id);
create index employment_in_unit on employment (employer_id, unit_code);
create index employment_leading on employment (employer_id, leads_unit) where leads_unit is not null;
call protect_by_employer('employment');

create table employment_leave (
    employer_id   uuid not null references employer,
    employment_no text not null,
    valid_from    date not null,
    valid_until   date,
    kind          text,
    primary key (employer_id, employment_no, valid_from),
    constraint leave_ends_after_it_starts check (valid_until > valid_from)
);
comment on table employment_leave is 'A leave [valid_from, valid_until): on its dates the employment makes nobody subject (coverage.md section 5).';
call protect_by_employer('employment_leave');

create table role_holding (
    employer_id uuid not null,
    employee_id uuid not null,
    role        text not null,
    valid_from  date not null,
    valid_until date,
    primary key (employer_id, employee_id, role, valid_from),
    constraint role_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint role_ends_after_it_starts check (valid_until > valid_from)
);
comment on table role_holding is 'A role or elected function held [valid_from, valid_until): safety representative, fire warden …';
call protect_by_employer('role_holding');

create table access_grant (
    employer_id uuid        not null,
    grant_id    uuid        not null,
    employee_id uuid        not null,
    kind        text        not null,
    unit_code   text,
    valid_from  date        not null,
    valid_until date,
    granted_by  text        not null,
    granted_at  timestamptz not null,
    primary key (employer_id, grant_id),
    constraint grant_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint grant_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint grant_kind_is_known check (kind in ('HR', 'ADMINISTRATOR')),
    constraint grant_ends_after_it_starts check (valid_until > valid_from)
);
comment on table access_grant is 'A right given to an employee: HR (for the unit and below, or for all) or administrator. Leaders need none: they lead by their employment.';
create index access_grant_of_employee on access_grant (employer_id, employee_id);
call protect_by_employer('access_grant');

create table access_look (
    employer_id uuid        not null,
    look_id     uuid        not null,
    looked_at   timestamptz not null,
    viewer_id   uuid,
    viewer_kind text        not null,
    subject_id  uuid,
    page        text        not null,
    detail      text,
    primary key (employer_id, look_id)
);
comment on table access_look is 'Append-only: who (viewer_id) in which capacity looked at whose data (subject_id; null: a list), on which page.';
create index access_look_at_subject on access_look (employer_id, subject_id, looked_at);
call protect_append_only('access_look');
