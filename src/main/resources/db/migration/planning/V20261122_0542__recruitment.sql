create table recruitment_plan (
    employer_id uuid        not null references employer,
    plan_id     uuid        not null,
    unit_code   text,
    version     int         not null,
    changed_by  uuid,
    changed_at  timestamptz not null,
    primary key (employer_id, plan_id),
    constraint recruitment_plan_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint recruitment_plan_is_one_for_each unique nulls not distinct (employer_id, unit_code)
);
comment on table recruitment_plan is 'What a unit (null: the employer) needs to recruit and assumes to lose; version is counted up by each change of anything in it.';
call protect_by_employer('recruitment_plan');

create table recruitment_need (
    employer_id   uuid not null,
    plan_id       uuid not null,
    position_code text not null,
    year          int  not null,
    need          int  not null,
    primary key (employer_id, plan_id, position_code, year),
    constraint recruitment_need_plan_exists foreign key (employer_id, plan_id) references recruitment_plan,
    constraint recruitment_need_is_of_people check (need between 1 and 9999)
);
comment on table recruitment_need is 'So many people are to be recruited to the position in the year; none has no row.';
call protect_by_employer('recruitment_need');

create table recruitment_turnover (
    employer_id   uuid         not null,
    plan_id       uuid         not null,
    position_code text         not null,
    percent       numeric(4,1) not null,
    primary key (employer_id, plan_id, position_code),
    constraint recruitment_turnover_plan_exists foreign key (employer_id, plan_id) references recruitment_plan,
    constraint recruitment_turnover_is_a_percentage check (percent between 0 and 100)
);
comment on table recruitment_turnover is 'So many per cent of those who would stay are assumed to leave in a year; position_code '''': in every other position.';
call protect_by_employer('recruitment_turnover');

create table recruitment_assumption (
    employer_id    uuid     not null references employer,
    retirement_age smallint,
    version        int      not null,
    primary key (employer_id),
    constraint recruitment_retirement_age_is_an_age check (retirement_age between 50 and 80)
);
comment on table recruitment_assumption is 'The age at which people are assumed to retire; null: nobody does.';
call protect_by_employer('recruitment_assumption');
