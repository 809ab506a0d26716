package no.kompetansebro.training.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes letters: what each says is judged anew when its turn comes. */
@Component
class Composition {

    private final PersonalFacts facts;
    private final Coverage coverage;
    private final Viewers viewers;
    private final Employers employers;
    private final Lexicons lexicons;
    private final ObjectProvider<LeaderErrands> errands;
    private final MessageSource messages;
    private final Links links;
    private final LetterHtml html;

    Composition(
            PersonalFacts facts,
            Coverage coverage,
            Viewers viewers,
            Employers employers,
            Lexicons lexicons,
            ObjectProvider<LeaderErrands> errands,
            MessageSource messages,
            Links links,
            LetterHtml html) {
        this.facts = facts;
        this.coverage = coverage;
        this.viewers = viewers;
        this.employers = employers;
        this.lexicons = lexicons;
        this.errands = errands;
        this.messages = messages;
        this.links = links;
        this.html = html;
    }

    /** What the letter has to say on the day, in the addressee's language or else the employer's. */
    Found of(LetterKind kind, Addressee to, List<Matter> matters, Settings settings, LocalDate today) {
        Words words = words(language(to, settings).locale());
        return switch (kind) {
            case PERSON ->
                new PersonalLetter(
                                facts.pairs(to.id(), today),
                                facts.tasks(List.of(to.id()), today),
                                lexicons.current(),
                                words,
                                links)
                        .of(to, matters, employer());
            case LEADER -> {
                Viewer leader = viewers.of(Visitor.as(EmployerScope.required(), to.id()));
                yield new LeaderLetter(coverage, errands.stream().toList(), today, lexicons.current(), words, links)
                        .of(to, leader, matters, employer());
            }
        };
    }

    /** A letter to look at, about nobody: three of the employer's requirements as if they concerned the reader. */
    Digest example(String givenName, Language language, LocalDate today) {
        Words words = words(language.locale());
        Lexicon lexicon = lexicons.current();
        return new ExampleLetter(lexicon, words, links, today).of(givenName, employer());
    }

    /** The letter as it goes. */
    Mail mail(UUID letter, String sender, String address, Language language, Digest digest) {
        return new Mail(
                letter,
                sender,
                employer(),
                address,
                language,
                digest.subject(),
                digest.plain(),
                html.of(digest, language),
                links.choices());
    }

    static Language language(Addressee to, Settings settings) {
        return to.language().orElse(settings.language());
    }

    private Words words(Locale locale) {
        return new Words(messages, locale);
    }

    private String employer() {
        return employers.name(EmployerScope.required());
    }
}
