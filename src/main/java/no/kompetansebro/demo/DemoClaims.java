package no.kompetansebro.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.evidence.Entries;
import no.kompetansebro.evidence.Entries.Book;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.Exemption;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.training.proof.Claim;
import no.kompetansebro.training.proof.Claim.Subject.OfCompetence;
import no.kompetansebro.training.proof.Claim.Subject.OfItem;
import no.kompetansebro.training.proof.Disputes;
import no.kompetansebro.training.proof.DocumentCheck;
import no.kompetansebro.training.proof.DocumentCheck.Sound;
import no.kompetansebro.training.proof.Exempting;
import no.kompetansebro.training.proof.HandIn;
import no.kompetansebro.training.proof.HandIn.Attached;
import no.kompetansebro.training.proof.HandIn.Said;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What waits for Kjersti's word: a certificate with its file, a declaration, an activity, something that somebody says is
 * wrong. And a dispensation that she gave and that ends soon.
 */
@Component
@Profile(Demo.PROFILE)
@Order(50)
class DemoClaims implements DemoPart {

    private static final String VIOLENCE = "k-010";

    private final DemoStaff staff;
    private final HandIn handIn;
    private final DocumentCheck documents;
    private final Entries entries;
    private final Disputes disputes;
    private final Exempting exempting;

    DemoClaims(
            DemoStaff staff,
            HandIn handIn,
            DocumentCheck documents,
            Entries entries,
            Disputes disputes,
            Exempting exempting) {
        this.staff = staff;
        this.handIn = handIn;
        this.documents = documents;
        this.entries = entries;
        this.disputes = disputes;
        this.exempting = exempting;
    }

    @Override
    public void enter(LocalDate today) {
        List<EmployeeId> lackingFirstAid = staff.lacking("k-006", DemoStaff.ZONE);
        handIn(lackingFirstAid.getLast(), certificate(today), Optional.of(file()), today);
        List<EmployeeId> zone = staff.of(DemoStaff.ZONE);
        handIn(zone.get(2), declaration(today), Optional.empty(), today);
        handIn(zone.get(5), activity(today), Optional.empty(), today);
        dispute(zone.get(8));
        exempt(staff.lacking(VIOLENCE, DemoStaff.ZONE).getLast(), today);
    }

    private void handIn(EmployeeId employee, Said said, Optional<Attached> file, LocalDate today) {
        handIn.handIn(employee, "", said, file, today);
    }

    private static Said certificate(LocalDate today) {
        return new Said(
                Claim.Kind.CERTIFICATE,
                new OfCompetence(new CompetenceCode("forstehjelp"), Optional.empty()),
                today.minusDays(16),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Kveldskurs i hjelpekorpset, fire timer."));
    }

    private static Said declaration(LocalDate today) {
        return new Said(
                Claim.Kind.DECLARATION,
                new OfCompetence(new CompetenceCode("psykisk-forstehjelp"), Optional.empty()),
                today.minusYears(1),
                Optional.empty(),
                Optional.empty(),
                Optional.of("To dagers kurs hos forrige arbeidsgiver."));
    }

    private static Said activity(LocalDate today) {
        return new Said(
                Claim.Kind.ACTIVITY,
                new OfItem(new ItemCode("vold-ovelse")),
                today.minusDays(4),
                Optional.empty(),
                Optional.of("kveldsvaktene i sone 2"),
                Optional.empty());
    }

    private Attached file() {
        if (documents.check(certificateFile()) instanceof Sound sound) {
            return new Attached("kursbevis-forstehjelp.pdf", sound);
        }
        throw new IllegalStateException("The demo's certificate is refused");
    }

    private static byte[] certificateFile() {
        try (var stream = DemoClaims.class.getResourceAsStream("/demo/kursbevis.pdf")) {
            if (stream == null) {
                throw new IllegalStateException("The demo data lacks kursbevis.pdf");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dispute(EmployeeId employee) {
        entries.of(employee).stream()
                .filter(entry -> entry.key().book() == Book.RESULT && !entry.revoked())
                .findFirst()
                .ifPresent(entry -> disputes.dispute(
                        employee,
                        entry.key(),
                        "Jeg tok dette to uker før datoen som står her. Kursbeviset ligger hos meg."));
    }

    private void exempt(EmployeeId employee, LocalDate today) {
        exempting.exempt(
                staff.viewer(DemoStaff.KJERSTI),
                new Exemption(
                        employee,
                        new RequirementCode(VIOLENCE),
                        today.minusDays(60),
                        Optional.of(today.plusDays(18)),
                        "Har bare dagvakter på sonekontoret ut måneden"),
                Exempting.Kind.DISPENSATION,
                Optional.of("Går sammen med en kollega til kurset er tatt"));
    }
}
