create table plan_version (
    employer_id uuid        not null references employer,
    version_id  uuid        not null,
    unit_code   text,
    number      int         not null,
    title       text        not null,
    content     jsonb       not null,
    made_by     uuid,
    made_on     date        not null,
    made_at     timestamptz not null,
    primary key (employer_id, version_id),
    constraint plan_version_has_one_number unique nulls not distinct (employer_id, unit_code, number),
    constraint plan_version_is_titled check (title <> '')
);
comment on table plan_version is 'Append-only: the plan of a unit, or of the whole municipality, as its tables stood when it was put before somebody: number counts within the unit. content: goals, needs with measures, and the measures'' lines, as texts.';
call protect_append_only('plan_version');

create table plan_decision (
    employer_id uuid        not null,
    decision_id uuid        not null,
    version_id  uuid        not null,
    body        text        not null,
    decided_on  date        not null,
    case_no     text        not null,
    outcome     text        not null,
    made_by     uuid,
    made_at     timestamptz not null,
    primary key (employer_id, decision_id),
    constraint plan_decision_version_exists foreign key (employer_id, version_id) references plan_version,
    constraint plan_decision_has_a_body check (body <> '')
);
comment on table plan_decision is 'Append-only: what a body (the leaders, the working environment committee, the council) decided about a version of a plan, and in which case.';
call protect_append_only('plan_decision');

create table plan_participation (
    employer_id      uuid        not null references employer,
    participation_id uuid        not null,
    unit_code        text,
    held_on          date        not null,
    forum            text        not null,
    unions           text        not null,
    subject          text        not null,
    outcome          text        not null,
    made_by          uuid,
    made_at          timestamptz not null,
    primary key (employer_id, participation_id),
    constraint plan_participation_has_a_forum check (forum <> ''),
    constraint plan_participation_says_who check (unions <> '')
);
comment on table plan_participation is 'Append-only: when the unions were informed of a plan, or discussed it, and what came of it.';
call protect_append_only('plan_participation');
