package no.kompetansebro.training.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.evidence.Entries;
import no.kompetansebro.evidence.Entries.Entry;
import no.kompetansebro.evidence.Entries.FactKey;
import no.kompetansebro.training.proof.Disputes.Dispute;
import no.kompetansebro.training.proof.Disputes.State;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** On <i>Min kompetanse</i>: every fact that is registered about oneself, who says so, and what one said against it. */
@Component
@Order(510)
class OwnEntries implements PageSection {

    private final Entries entries;
    private final Disputes disputes;
    private final Saying saying;

    OwnEntries(Entries entries, Disputes disputes, Saying saying) {
        this.entries = entries;
        this.disputes = disputes;
        this.saying = saying;
    }

    /** What the section shows. */
    record View(List<Row> rows, List<Said> disputes) {}

    /** A fact; {@code href} is where to dispute it, empty where that is not possible. */
    record Row(String subject, String dates, String source, boolean revoked, String href) {}

    /** What one said against a fact, and what was answered. */
    record Said(String subject, String objection, String state, String answer) {}

    @Override
    public Place place() {
        return Place.LATE;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.OfUnit _ -> Optional.empty();
            case Subject.Oneself(var employee) -> {
                ClaimWords say = saying.in(asked.words());
                List<Entry> all = entries.of(employee);
                Map<FactKey, Entry> byKey = all.stream().collect(Collectors.toMap(Entry::key, Function.identity()));
                List<Dispute> said = disputes.of(employee);
                yield all.isEmpty() && said.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Content(
                                "training/innsigelse-deler",
                                "own",
                                new View(
                                        all.stream()
                                                .map(entry -> row(entry, said, new EntryWords(say)))
                                                .toList(),
                                        said.stream()
                                                .map(each ->
                                                        said(each, Optional.ofNullable(byKey.get(each.key())), say))
                                                .toList())));
            }
        };
    }

    private static Row row(Entry entry, List<Dispute> said, EntryWords words) {
        boolean open = said.stream()
                .anyMatch(each -> each.state() == State.OPEN && each.key().equals(entry.key()));
        return new Row(
                words.subject(entry),
                words.dates(entry),
                words.source(entry),
                entry.revoked(),
                open || entry.revoked() ? "" : href(entry.key()));
    }

    private Said said(Dispute dispute, Optional<Entry> entry, ClaimWords say) {
        return new Said(
                entry.map(new EntryWords(say)::subject).orElse(dispute.key().source()),
                dispute.objection(),
                say.words()
                        .text(
                                "training.proof.dispute.state."
                                        + dispute.state().name(),
                                dispute.by().map(saying::name).orElse(""),
                                dispute.at().map(say::day).orElse("")),
                dispute.answer().orElse(""));
    }

    private static String href(FactKey key) {
        return UriComponentsBuilder.fromPath(DisputePage.PATH)
                .queryParam("bok", "{bok}")
                .queryParam("kilde", "{kilde}")
                .queryParam("id", "{id}")
                .encode()
                .buildAndExpand(key.book().name(), key.source(), key.externalId())
                .toUriString();
    }
}
