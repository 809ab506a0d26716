create table leadership_school_module (
    employer_id uuid not null,
    item        text not null,
    place       int  not null,
    primary key (employer_id, item),
    constraint leadership_school_module_is_an_item foreign key (employer_id, item) references item
        deferrable initially deferred
);
comment on table leadership_school_module is 'The items that are modules of the leadership school, in the order of their places. What a leader level must have is said by requirements.';
call protect_by_employer('leadership_school_module');
