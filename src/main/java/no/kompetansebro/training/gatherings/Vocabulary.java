package no.kompetansebro.training.gatherings;

import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.stereotype.Component;

/** Makes the words for the gatherings of the current employer. */
@Component
class Vocabulary {

    private final Items items;
    private final EmployerCalendar calendar;

    Vocabulary(Items items, EmployerCalendar calendar) {
        this.items = items;
        this.calendar = calendar;
    }

    GatheringWords in(Words words) {
        Map<ItemCode, Item> known = new LinkedHashMap<>();
        items.all().forEach(item -> known.put(item.code(), item));
        return new GatheringWords(known, calendar.dates().zone(), words);
    }
}
