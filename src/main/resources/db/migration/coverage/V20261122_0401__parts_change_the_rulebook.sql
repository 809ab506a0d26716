-- What a programme is made of decides who has achieved it: a changed part list queues everybody, as any change of the catalogue.
create trigger programme_part_touches_facts after insert or update or delete on programme_part
    for each statement execute function touch_facts();
create trigger programme_part_changes_rulebook after insert or update or delete on programme_part
    for each statement execute function note_rulebook_change();
