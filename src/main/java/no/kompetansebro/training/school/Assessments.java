package no.kompetansebro.training.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.Jsonb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The needs assessments of the employer in scope: added to, never rewritten. */
@Repository
@Transactional
class Assessments {

    private static final String SELECT = """
            select a.employee_id, a.version, a.stage, a.made_on, a.made_by,
                   (select jsonb_object_agg(n.item, jsonb_build_object('need', n.need, 'note', n.note))
                      from assessed_need n
                     where n.employer_id = a.employer_id and n.employee_id = a.employee_id and n.version = a.version) as answers
              from needs_assessment a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Assessments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every version of the leader's, in order. */
    @Transactional(readOnly = true)
    List<Assessment> history(EmployeeId leader) {
        return jdbc.sql(SELECT + " where a.employee_id = :leader order by a.version")
                .param("leader", leader.value())
                .query((row, _) -> assessment(row))
                .list();
    }

    /** What had been said of each of the leaders' needs by the end of the date; nothing of those who have said nothing. */
    @Transactional(readOnly = true)
    Map<EmployeeId, Needs> on(LocalDate date, Collection<EmployeeId> leaders) {
        List<Assessment> latest = jdbc.sql(SELECT + """
                 where a.employee_id = any(:leaders)
                   and a.version = (select max(b.version) from needs_assessment b
                                     where b.employer_id = a.employer_id and b.employee_id = a.employee_id
                                       and b.stage = a.stage and b.made_on <= :date)
                """)
                .param("leaders", leaders.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .param("date", date)
                .query((row, _) -> assessment(row))
                .list();
        return latest.stream().collect(Collectors.groupingBy(Assessment::leader)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> needs(each.getValue())));
    }

    private static Needs needs(List<Assessment> latest) {
        return new Needs(of(Stage.SELF, latest), of(Stage.AGREED, latest));
    }

    private static Optional<Assessment> of(Stage stage, List<Assessment> latest) {
        return latest.stream().filter(each -> each.stage() == stage).findFirst();
    }

    /** Adds the version, where it is the next one; false, and nothing happens, where somebody else was quicker. */
    boolean add(Assessment next) {
        int added = jdbc.sql("""
                insert into needs_assessment (employer_id, employee_id, version, stage, made_on, made_by, recorded_at)
                select current_employer(), :leader, :version, :stage, :on, :by, :now
                 where :version = 1 + (select coalesce(max(version), 0) from needs_assessment where employee_id = :leader)
                on conflict (employer_id, employee_id, version) do nothing
                """)
                .param("leader", next.leader().value())
                .param("version", next.version())
                .param("stage", next.stage().name())
                .param("on", next.madeOn())
                .param("by", next.madeBy().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (added == 1) {
            addAnswers(next);
        }
        return added == 1;
    }

    private void addAnswers(Assessment next) {
        jdbc.sql("""
                insert into assessed_need (employer_id, employee_id, version, item, need, note)
                select current_employer(), :leader, :version, r.key, r.value ->> 'need', r.value ->> 'note'
                  from jsonb_each(cast(:answers as jsonb)) r
                """)
                .param("leader", next.leader().value())
                .param("version", next.version())
                .param("answers", json(next.answers()).toString())
                .update();
    }

    private static ObjectNode json(Map<ItemCode, Answer> answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        answers.forEach((module, answer) -> json.putObject(module.value())
                .put("need", answer.need().name())
                .put("note", answer.note().orElse(null)));
        return json;
    }

    private static Assessment assessment(ResultSet row) throws SQLException {
        return new Assessment(
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                row.getInt("version"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("made_on", LocalDate.class),
                new EmployeeId(row.getObject("made_by", UUID.class)),
                answers(Optional.ofNullable(row.getString("answers"))));
    }

    private static Map<ItemCode, Answer> answers(Optional<String> json) {
        Map<ItemCode, Answer> answers = new HashMap<>();
        json.map(Jsonb::parse)
                .ifPresent(all -> all.properties()
                        .forEach(each -> answers.put(new ItemCode(each.getKey()), answer(each.getValue()))));
        return answers;
    }

    private static Answer answer(JsonNode json) {
        JsonNode note = json.get("note");
        return new Answer(
                Need.valueOf(json.get("need").asString()),
                note == null || note.isNull() ? Optional.empty() : Optional.of(note.asString()));
    }
}
