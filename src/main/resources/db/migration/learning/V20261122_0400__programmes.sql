alter table item add column replaces text;
alter table item add column themes text[] not null default '{}';
alter table item add column owner text;
alter table item add column source text;
alter table item add constraint item_replaces_another check (replaces <> code);
alter table item add constraint item_that_is_replaced_exists foreign key (employer_id, replaces) references item
    deferrable initially deferred;
comment on column item.replaces is 'The programme of which this one is the next version.';
comment on column item.owner is 'Who answers for it.';
comment on column item.source is 'Where it was taken from.';

create table programme_part (
    employer_id uuid not null,
    programme   text not null,
    place       int  not null,
    part        text not null,
    primary key (employer_id, programme, place),
    constraint programme_has_a_part_once unique (employer_id, programme, part),
    constraint programme_part_is_another_item check (part <> programme),
    constraint programme_exists foreign key (employer_id, programme) references item deferrable initially deferred,
    constraint programme_part_exists foreign key (employer_id, part) references item deferrable initially deferred
);
comment on table programme_part is 'The parts of a programme, in the order of their places.';
create index programme_part_of_item on programme_part (employer_id, part);
call protect_by_employer('programme_part');
