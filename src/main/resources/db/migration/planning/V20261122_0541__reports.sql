create table planning_report_number (
    employer_id uuid not null references employer,
    year        int  not null,
    number      int  not null,
    primary key (employer_id, year)
);
comment on table planning_report_number is 'The last number that a report of the year got.';
call protect_by_employer('planning_report_number');
revoke delete on planning_report_number from ${app_role};

create table planning_report (
    employer_id   uuid        not null references employer,
    year          int         not null,
    number        int         not null,
    period        text        not null,
    unit_code     text,
    facts_version bigint      not null,
    made_by       uuid,
    made_at       timestamptz not null,
    figures       jsonb       not null,
    primary key (employer_id, year, number),
    constraint report_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint report_period_is_a_month_tertial_or_year check (period ~ '^(M\d{4}-\d{1,2}|T\d{4}-[123]|Y\d{4})$')
);
comment on table planning_report is 'Append-only: what a report said when it was made, with names and definitions. period: M2026-10, T2026-2, Y2025. facts_version: of facts_version, at which figures were read.';
call protect_append_only('planning_report');
