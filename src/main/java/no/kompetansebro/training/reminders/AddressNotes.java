package no.kompetansebro.training.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.DataQualityNotes;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Counts whom reminders do not reach by e-mail, where the employer reminds. */
@Component
class AddressNotes implements DataQualityNotes {

    private final SettingsBook book;
    private final Addressees addressees;
    private final EmployerCalendar calendar;

    AddressNotes(SettingsBook book, Addressees addressees, EmployerCalendar calendar) {
        this.book = book;
        this.addressees = addressees;
        this.calendar = calendar;
    }

    @Override
    public List<Note> of(Viewer viewer) {
        if (!viewer.everything() || !book.find().isOn()) {
            return List.of();
        }
        LocalDate today = calendar.today();
        Optional<String> path = viewer.administrator() ? Optional.of(RemindersPage.PATH) : Optional.empty();
        return List.of(
                new Note("training.reminders.quality.none", addressees.withoutAddress(today), Optional.empty()),
                new Note("training.reminders.quality.refused", addressees.withRefusedAddress(today), path));
    }
}
