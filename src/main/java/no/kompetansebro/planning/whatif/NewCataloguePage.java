package no.kompetansebro.planning.whatif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.catalogue.CatalogueError;
import no.kompetansebro.catalogue.Changes;
import no.kompetansebro.catalogue.Replacement;
import no.kompetansebro.catalogue.RuleEditing;
import no.kompetansebro.catalogue.RuleEditing.Draft;
import no.kompetansebro.catalogue.RuleEditing.Outcome;
import no.kompetansebro.catalogue.RuleEditing.Reading;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Supposition;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A new catalogue by file: first what it would do, then, when somebody has confirmed it, done. The document goes back and forth with the
 * form; nothing is kept before. Only who has an HR grant for everything changes the catalogue.
 */
@Controller
class NewCataloguePage {

    static final String PATH = "/planlegging/katalog";

    /** Of the document: it must fit in a form. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_ERRORS = 50;

    private final RuleEditing editing;
    private final Effects effects;
    private final Looks looks;

    NewCataloguePage(RuleEditing editing, Effects effects, Looks looks) {
        this.editing = editing;
        this.effects = effects;
        this.looks = looks;
    }

    /**
     * The page.
     *
     * @param document what is previewed; empty where nothing is
     */
    record View(
            String refusal,
            List<CatalogueError> errors,
            String outcome,
            Optional<Effect> effect,
            List<String> changes,
            String document,
            String version) {

        static View told(String refusal, List<CatalogueError> errors, String outcome) {
            return new View(refusal, errors, outcome, Optional.empty(), List.of(), "", "");
        }
    }

    @GetMapping(PATH)
    ModelAndView show(Viewer viewer, CsrfToken csrf, @RequestParam(defaultValue = "") String utfall) {
        requireEditor(viewer);
        WhatIfPage.make(csrf);
        String outcome = utfall.equals("gjort") ? "planning.whatif.done" : "";
        return page(View.told("", List.of(), outcome), HttpStatus.OK);
    }

    /** Shows what the file would do. */
    @PostMapping(PATH)
    ModelAndView preview(Viewer viewer, AsOf asOf, Words words, @RequestParam MultipartFile fil) throws IOException {
        requireEditor(viewer);
        if (fil.isEmpty() || fil.getSize() > MOST_BYTES) {
            return refused(fil.isEmpty() ? "planning.catalogue.missing" : "planning.catalogue.large", List.of());
        }
        byte[] bytes = fil.getBytes();
        return text(bytes)
                .map(document -> preview(viewer, asOf, words, bytes, document))
                .orElseGet(() -> refused("planning.catalogue.noText", List.of()));
    }

    private ModelAndView preview(Viewer viewer, AsOf asOf, Words words, byte[] bytes, String document) {
        return switch (editing.read(bytes)) {
            case Reading.Refused(var errors) -> refused("planning.catalogue.refused", errors);
            case Reading.Read(var draft) -> {
                looks.atList(viewer, Looks.Capacity.HR, "katalog", Optional.empty());
                yield page(
                        new View(
                                "",
                                List.of(),
                                "",
                                Optional.of(effect(viewer, asOf, draft, words)),
                                changes(draft.changes(), words),
                                document,
                                editing.version()),
                        HttpStatus.OK);
            }
        };
    }

    /** On the day on which all that is new or changed is in force. */
    private Effect effect(Viewer viewer, AsOf asOf, Draft draft, Words words) {
        Set<String> changed = draft.changes().requirements().changed();
        LocalDate inForce = draft.rules().requirements().stream()
                .filter(each -> changed.contains(each.code().value()))
                .flatMap(each -> each.validFrom().stream())
                .filter(asOf.today()::isBefore)
                .max(LocalDate::compareTo)
                .orElse(asOf.date());
        Supposition ruling = new Supposition.Ruling(book -> new Rulebook(
                book.units(),
                draft.scales(),
                draft.rules().competences(),
                draft.items(),
                draft.rules().awardRules(),
                draft.rules().requirements()));
        Question question = Question.asOf(inForce).headline();
        return effects.of(new Effects.Asked(viewer, new AsOf(inForce, asOf.today()), question, List.of(ruling)), words)
                .effect();
    }

    private static List<String> changes(Replacement.Done done, Words words) {
        return Stream.of(
                        line("scales", done.scales(), words),
                        line("competences", done.competences(), words),
                        line("items", done.items(), words),
                        line("awardRules", done.awardRules(), words),
                        line("requirements", done.requirements(), words))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> line(String what, Changes changes, Words words) {
        return changes.changed().isEmpty()
                ? Optional.empty()
                : Optional.of(words.text(
                        "planning.catalogue.changes." + what,
                        changes.created().size(),
                        changes.updated().size(),
                        changes.removed().size()));
    }

    /** Makes the document the catalogue. */
    @PostMapping(PATH + "/bekreft")
    ModelAndView confirm(Viewer viewer, @RequestParam String document, @RequestParam String version) {
        requireEditor(viewer);
        // A form sends lines ended by CR LF; the catalogue reads either.
        return switch (editing.replace(version, document.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Done _ -> new ModelAndView("redirect:" + PATH + "?utfall=gjort");
            case Outcome.Refused(var errors) -> refused("planning.catalogue.refused", errors);
            case Outcome.Overtaken _ ->
                page(View.told("planning.whatif.overtaken", List.of(), ""), HttpStatus.CONFLICT);
        };
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static ModelAndView refused(String key, List<CatalogueError> errors) {
        return page(View.told(key, errors.stream().limit(MOST_ERRORS).toList(), ""), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(View view, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("planning/katalog").addObject("view", view);
        page.setStatus(status);
        return page;
    }

    private static void requireEditor(Viewer viewer) {
        if (!viewer.everything()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
