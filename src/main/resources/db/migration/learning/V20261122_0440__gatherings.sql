create table gathering (
    employer_id    uuid        not null references employer,
    gathering_id   uuid        not null,
    item           text        not null,
    place          text,
    online_address text,
    capacity       int,
    hours          numeric,
    sign_up_until  date,
    responsible    uuid,
    cancelled_at   timestamptz,
    cancelled_why  text,
    version        int         not null default 0,
    changed_at     timestamptz not null,
    changed_by     uuid,
    primary key (employer_id, gathering_id),
    constraint gathering_item_exists foreign key (employer_id, item) references item deferrable initially deferred,
    constraint gathering_responsible_exists foreign key (employer_id, responsible) references employee,
    constraint gathering_is_somewhere check (place is not null or online_address is not null),
    constraint gathering_online_address_is_https check (online_address like 'https://%'),
    constraint gathering_has_room_for_somebody check (capacity > 0),
    constraint gathering_hours_are_positive check (hours > 0),
    constraint gathering_is_cancelled_with_a_reason check ((cancelled_at is null) = (cancelled_why is null))
);
comment on table gathering is 'A gathering (samling): an item at dates and a place. hours: in place of the item''s nominal ones; sign_up_until: the last day for signing up; version: counts what people decide about it, for two who edit at once.';
create index gathering_of_item on gathering (employer_id, item);
call protect_by_employer('gathering');

create table gathering_day (
    employer_id  uuid        not null,
    gathering_id uuid        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    primary key (employer_id, gathering_id, starts_at),
    constraint gathering_day_belongs_to_a_gathering foreign key (employer_id, gathering_id) references gathering
        on delete cascade,
    constraint gathering_day_ends_after_it_starts check (ends_at > starts_at)
);
comment on table gathering_day is 'From when to when a gathering is held; several for one of several days.';
create index gathering_day_by_end on gathering_day (employer_id, ends_at);
call protect_by_employer('gathering_day');

create table sign_up (
    employer_id  uuid        not null,
    gathering_id uuid        not null,
    employee_id  uuid        not null,
    priority     text        not null,
    state        text        not null,
    turn         int         not null,
    signed_up_at timestamptz not null,
    results      int         not null default 0,
    primary key (employer_id, gathering_id, employee_id),
    constraint sign_up_is_for_a_gathering foreign key (employer_id, gathering_id) references gathering,
    constraint sign_up_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint sign_up_turn_is_taken_once unique (employer_id, gathering_id, turn),
    constraint sign_up_priority_is_known check (priority in ('REQUIRED', 'VOLUNTARY')),
    constraint sign_up_state_is_known check (state in ('SIGNED_UP', 'WAITING', 'WITHDRAWN', 'ATTENDED', 'ABSENT'))
);
comment on table sign_up is 'Who is signed up to a gathering, and how that stands. turn: the order in which people signed up; results: how many results in the ledger attendance has given (a revoked one is final, so a correction gives another).';
create index sign_up_of_employee on sign_up (employer_id, employee_id);
call protect_by_employer('sign_up');

create table sign_up_change (
    employer_id  uuid        not null references employer,
    change_id    bigint      not null generated always as identity,
    gathering_id uuid        not null,
    employee_id  uuid        not null,
    changed_at   timestamptz not null,
    changed_by   uuid,
    state        text        not null,
    priority     text        not null,
    cause        text        not null,
    reason       text,
    primary key (employer_id, change_id),
    constraint sign_up_change_cause_is_known
        check (cause in ('SIGN_UP', 'WITHDRAWAL', 'SEAT_FREED', 'GAVE_WAY', 'ATTENDANCE', 'CORRECTION')),
    constraint sign_up_correction_has_a_reason check (cause <> 'CORRECTION' or reason is not null)
);
comment on table sign_up_change is 'Append-only: each change of a sign-up, by whom (null: by itself, because of another''s) and why.';
create index sign_up_change_of_gathering on sign_up_change (employer_id, gathering_id, employee_id);
call protect_append_only('sign_up_change');
