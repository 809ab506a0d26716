package no.kompetansebro.training.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the employer in scope reminds. */
@Repository
@Transactional
class SettingsBook {

    private final JdbcClient jdbc;

    SettingsBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it is set, or {@link Settings#OFF}. */
    @Transactional(readOnly = true)
    Settings find() {
        return jdbc.sql("""
                select is_on, on_since, hour, leaders_on, days_ahead, pause_days, sender, language
                  from reminder_setting
                """).query((row, _) -> settings(row)).optional().orElse(Settings.OFF);
    }

    /** Keeps the settings. Switched off or on, what waits is not sent: nobody gets old letters. It stands on the pages. */
    void save(Settings settings, String by, Instant now) {
        boolean switched = !settings.isOn() || !find().isOn();
        jdbc.sql("""
                insert into reminder_setting (employer_id, is_on, on_since, hour, leaders_on, days_ahead, pause_days,
                                              sender, language, changed_by, changed_at)
                values (:employer, :on, :since, :hour, :leadersOn, :daysAhead, :pause, :sender, :language, :by, :now)
                on conflict (employer_id) do update
                   set is_on = excluded.is_on, on_since = excluded.on_since, hour = excluded.hour,
                       leaders_on = excluded.leaders_on, days_ahead = excluded.days_ahead,
                       pause_days = excluded.pause_days, sender = excluded.sender, language = excluded.language,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("employer", EmployerScope.required().value())
                .param("on", settings.isOn())
                .param("since", settings.onSince().map(SettingsBook::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("hour", settings.hour())
                .param("leadersOn", settings.leadersOn().getValue())
                .param("daysAhead", settings.daysAhead().toArray(Integer[]::new))
                .param("pause", settings.pauseDays())
                .param("sender", settings.sender())
                .param("language", settings.language().code())
                .param("by", by)
                .param("now", at(now))
                .update();
        if (switched) {
            jdbc.sql("""
                    update reminder_letter
                       set state = case kind when 'PERSON' then 'ON_PAGE' else 'DROPPED' end, problem = 'SWITCHED_OFF',
                           closed_at = :now
                     where state = 'WAITING'
                    """).param("now", at(now)).update();
        }
    }

    private static Settings settings(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("on_since", OffsetDateTime.class);
        return new Settings(
                row.getBoolean("is_on") ? Optional.of(since.toInstant()) : Optional.empty(),
                row.getInt("hour"),
                DayOfWeek.of(row.getInt("leaders_on")),
                List.of((Integer[]) row.getArray("days_ahead").getArray()),
                row.getInt("pause_days"),
                row.getString("sender"),
                Language.of(row.getString("language")).orElseThrow());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
