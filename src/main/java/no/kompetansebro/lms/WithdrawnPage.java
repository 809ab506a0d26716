package no.kompetansebro.lms;

import java.security.Principal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.lms.IntakeDecisions.CompletionId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.Jsonb;
import no.kompetansebro.shared.LocalizedNameJson;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where HR for the whole employer sees completions that their LMS withdrew, and revokes or keeps them. */
@Controller
class WithdrawnPage {

    static final String PATH = "/planlegging/trukket";

    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IntakeDecisions decisions;

    WithdrawnPage(JdbcClient jdbc, TransactionTemplate transaction, IntakeDecisions decisions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.decisions = decisions;
    }

    /** A completion that its source withdrew. */
    record Withdrawn(
            String token,
            String number,
            String name,
            String item,
            LocalDate achievedOn,
            String issuer,
            LocalDateTime withdrawnAt) {}

    /** What HR decided, latest first. */
    record Settled(
            boolean revoked,
            String number,
            String name,
            String item,
            Optional<String> reason,
            String by,
            LocalDateTime at) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String utfall,
            @RequestParam(defaultValue = "0") int antall,
            Model model) {
        require(viewer);
        model.addAttribute("outcome", List.of("revoked", "kept", "nothing").contains(utfall) ? utfall : "");
        model.addAttribute("count", Math.max(0, antall));
        model.addAttribute("withdrawn", transaction.execute(_ -> open(words)));
        model.addAttribute("settled", transaction.execute(_ -> settled(words)));
        return "lms/trukket";
    }

    @PostMapping(PATH)
    String settle(
            Viewer viewer,
            Principal who,
            @RequestParam(defaultValue = "") List<String> valg,
            @RequestParam(defaultValue = "") String grunn,
            @RequestParam boolean tilbakekall) {
        require(viewer);
        List<CompletionId> completions = new ArrayList<>();
        valg.forEach(each ->
                CourseToken.read(each).ifPresent(read -> completions.add(new CompletionId(read.issuer(), read.key()))));
        if (completions.isEmpty() || grunn.isBlank()) {
            return "redirect:" + PATH + "?utfall=nothing";
        }
        String reason = grunn.strip()
                .substring(0, Math.min(LONGEST_REASON, grunn.strip().length()));
        int settled = decisions.settle(completions, tilbakekall, reason, who.getName());
        return "redirect:" + PATH + "?utfall=" + (tilbakekall ? "revoked" : "kept") + "&antall=" + settled;
    }

    private List<Withdrawn> open(Words words) {
        return jdbc.sql("""
                select c.source, c.external_id, e.employee_no, e.given_name || ' ' || e.family_name as name, i.name as item,
                       c.achieved_on, c.issuer, c.withdrawn_at at time zone m.time_zone as withdrawn
                  from completion c
                  join employer m on m.employer_id = c.employer_id
                  join employee e on e.employer_id = c.employer_id and e.employee_id = c.employee_id
                  join item i on i.employer_id = c.employer_id and i.code = c.item
                 where c.withdrawal = 'OPEN' and c.state = 'RECORDED'
                 order by c.withdrawn_at, e.family_name, e.given_name, c.external_id limit :limit
                """)
                .param("limit", LONGEST)
                .query((row, _) -> new Withdrawn(
                        CourseToken.of(row.getString("source"), row.getString("external_id")),
                        row.getString("employee_no"),
                        row.getString("name"),
                        words.name(LocalizedNameJson.read(Jsonb.parse(row.getString("item")))),
                        row.getObject("achieved_on", LocalDate.class),
                        row.getString("issuer"),
                        row.getObject("withdrawn", LocalDateTime.class)))
                .list();
    }

    private List<Settled> settled(Words words) {
        return jdbc.sql("""
                select d.kind = 'REVOKE' as revoked, e.employee_no, e.given_name || ' ' || e.family_name as name, i.name as item, d.reason,
                       d.decided_by, d.decided_at at time zone m.time_zone as decided
                  from intake_decision d
                  join employer m on m.employer_id = d.employer_id
                  join completion c on c.employer_id = d.employer_id and c.source = d.about ->> 'source'
                       and c.external_id = d.about ->> 'externalId'
                  join employee e on e.employer_id = c.employer_id and e.employee_id = c.employee_id
                  join item i on i.employer_id = c.employer_id and i.code = c.item
                 where d.kind in ('REVOKE', 'KEEP') order by d.decision_id desc limit 50
                """)
                .query((row, _) -> new Settled(
                        row.getBoolean("revoked"),
                        row.getString("employee_no"),
                        row.getString("name"),
                        words.name(LocalizedNameJson.read(Jsonb.parse(row.getString("item")))),
                        Optional.ofNullable(row.getString("reason")),
                        row.getString("decided_by"),
                        row.getObject("decided", LocalDateTime.class)))
                .list();
    }

    private static void require(Viewer viewer) {
        if (!viewer.everything() || !viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
