create table calendar_address (
    employer_id uuid        not null,
    employee_id uuid        not null,
    secret_hash bytea       not null,
    language    text        not null,
    made_at     timestamptz not null,
    primary key (employer_id, employee_id),
    constraint calendar_address_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint calendar_address_secret_is_unique unique (employer_id, secret_hash)
);
comment on table calendar_address is 'Where a calendar program may fetch an employee''s deadlines and gatherings: the SHA-256 of the secret in the address. The employee makes and revokes it; language: in which it was made, and the calendar is.';
call protect_by_employer('calendar_address');
