create table strategic_goal (
    employer_id uuid not null references employer,
    goal_id     uuid not null,
    number      int  not null,
    name        text not null,
    from_year   int  not null,
    to_year     int  not null,
    retired     boolean not null default false,
    version     int  not null default 1,
    primary key (employer_id, goal_id),
    constraint strategic_goal_has_one_number_in_its_period unique (employer_id, from_year, number),
    constraint strategic_goal_number_is_positive check (number between 1 and 99),
    constraint strategic_goal_is_named check (name <> ''),
    constraint strategic_goal_ends_after_it_begins check (to_year >= from_year)
);
comment on table strategic_goal is 'What the municipality wants to reach from the first year to the last: measures support it. retired: offered to no new measure, still shown with the old ones.';
call protect_by_employer('strategic_goal');
revoke delete on strategic_goal from ${app_role};

create table plan_need (
    employer_id uuid   not null references employer,
    need_id     uuid   not null,
    unit_code   text,
    need        text   not null,
    strategies  text[] not null,
    closed      text,
    version     int    not null default 1,
    primary key (employer_id, need_id),
    constraint plan_need_says_what check (need <> ''),
    constraint plan_need_strategies_are_known check (strategies <@ array['RECRUITMENT', 'FURTHER_EDUCATION',
        'CONTINUING_EDUCATION', 'INTERNAL_COURSES', 'EXTERNAL_COURSES', 'INTERNAL_ARENAS', 'NETWORKS', 'COOPERATION'])
);
comment on table plan_need is 'What a unit needs (the whole municipality without one), and by which strategies it is to be met. closed: why it is no longer a need.';
call protect_by_employer('plan_need');
revoke delete on plan_need from ${app_role};

create table measure (
    employer_id     uuid        not null references employer,
    measure_id      uuid        not null,
    unit_code       text,
    employee_id     uuid,
    common          boolean     not null,
    goal            text        not null,
    measure         text        not null,
    target_group    text        not null,
    extent          text        not null,
    time_frame      text        not null,
    responsible     text        not null,
    cost            text        not null,
    valid_from      date        not null,
    valid_until     date        not null,
    goal_id         uuid,
    need_id         uuid,
    requirements    text[]      not null,
    quantity        int,
    state           text        not null default 'PLANNED',
    state_reason    text        not null default '',
    evaluated_from  date,
    version         int         not null default 1,
    made_by         uuid,
    made_at         timestamptz not null,
    primary key (employer_id, measure_id),
    constraint measure_says_what check (measure <> ''),
    constraint measure_ends_after_it_begins check (valid_until > valid_from),
    constraint measure_for_one_is_not_common check (employee_id is null or not common),
    constraint measure_for_one_names_the_unit check (employee_id is null or unit_code is not null),
    constraint measure_quantity_is_positive check (quantity between 1 and 10000),
    constraint measure_state_is_known check (state in ('PLANNED', 'RUNNING', 'DONE', 'CANCELLED')),
    constraint measure_cancelled_says_why check (state <> 'CANCELLED' or state_reason <> ''),
    constraint measure_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint measure_goal_exists foreign key (employer_id, goal_id) references strategic_goal,
    constraint measure_need_exists foreign key (employer_id, need_id) references plan_need
);
comment on table measure is 'A line of an action plan: of a unit, of the whole municipality (no unit_code), or of one employee. goal to cost: the plan''s seven columns as they are written there. common: plans below have it too. requirements: the gaps that it closes, by the requirements'' codes. quantity: how many times it is to be held. evaluated_from: from then on participants are asked what they think of it.';
create index measure_of_employee on measure (employer_id, employee_id) where employee_id is not null;
call protect_by_employer('measure');
revoke delete on measure from ${app_role};

create table measure_cost (
    employer_id uuid           not null,
    measure_id  uuid           not null,
    year        int            not null,
    planned     numeric(12, 2) not null,
    actual      numeric(12, 2),
    primary key (employer_id, measure_id, year),
    constraint measure_cost_measure_exists foreign key (employer_id, measure_id) references measure,
    constraint measure_cost_is_not_negative check (planned >= 0 and actual >= 0)
);
comment on table measure_cost is 'What a measure is to cost and has cost in a year, in kroner.';
call protect_by_employer('measure_cost');

create table measure_change (
    employer_id uuid        not null,
    change_id   uuid        not null,
    measure_id  uuid        not null,
    version     int         not null,
    act         text        not null,
    reason      text        not null,
    done_by     uuid,
    done_at     timestamptz not null,
    primary key (employer_id, change_id),
    constraint measure_change_measure_exists foreign key (employer_id, measure_id) references measure,
    constraint measure_change_is_one_per_version unique (employer_id, measure_id, version),
    constraint measure_change_act_is_known
        check (act in ('MADE', 'CHANGED', 'EVALUATED', 'PLANNED', 'RUNNING', 'DONE', 'CANCELLED'))
);
comment on table measure_change is 'Append-only: what became of a measure, by whom and when. PLANNED to CANCELLED: the state that it got.';
call protect_append_only('measure_change');

create table measure_occasion (
    employer_id   uuid        not null,
    occasion_id   uuid        not null,
    measure_id    uuid        not null,
    held_on       date        not null,
    note          text        not null,
    withdrawn     text,
    registered_by uuid,
    registered_at timestamptz not null,
    primary key (employer_id, occasion_id),
    constraint measure_occasion_measure_exists foreign key (employer_id, measure_id) references measure
);
comment on table measure_occasion is 'A time that a measure was held; counts towards its quantity. withdrawn: why it does not count after all.';
create index measure_occasion_of_measure on measure_occasion (employer_id, measure_id);
call protect_by_employer('measure_occasion');
revoke delete on measure_occasion from ${app_role};

create table measure_evaluation (
    employer_id uuid not null,
    measure_id  uuid not null,
    employee_id uuid not null,
    score       int  not null,
    comment     text not null,
    given_on    date not null,
    primary key (employer_id, measure_id, employee_id),
    constraint measure_evaluation_measure_exists foreign key (employer_id, measure_id) references measure,
    constraint measure_evaluation_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint measure_evaluation_score_is_one_to_five check (score between 1 and 5)
);
comment on table measure_evaluation is 'What a participant thinks of a measure, 1 (of no use) to 5 (of great use). Whose answer it is stands here so that each has one; no page shows it.';
call protect_by_employer('measure_evaluation');
revoke delete on measure_evaluation from ${app_role};

create table measure_review (
    employer_id uuid not null,
    measure_id  uuid not null,
    score       int  not null,
    comment     text not null,
    reviewed_by uuid not null,
    reviewed_on date not null,
    primary key (employer_id, measure_id),
    constraint measure_review_measure_exists foreign key (employer_id, measure_id) references measure,
    constraint measure_review_score_is_one_to_five check (score between 1 and 5)
);
comment on table measure_review is 'What the leader thinks of a measure three to six months after it: has it changed how the work is done? 1 (not at all) to 5 (very much).';
call protect_by_employer('measure_review');
revoke delete on measure_review from ${app_role};

create table plan_refusal (
    employer_id uuid        not null references employer,
    refusal_id  uuid        not null,
    refused_at  timestamptz not null,
    viewer_id   uuid,
    act         text        not null,
    detail      text        not null,
    primary key (employer_id, refusal_id)
);
comment on table plan_refusal is 'Append-only: who tried to change a plan outside of their own units or area. detail: the unit, or the key of what they tried to change.';
call protect_append_only('plan_refusal');
