package no.kompetansebro.training.reminders;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A letter as HTML that mail programs understand: one column, nothing fetched from anywhere. */
@Component
class LetterHtml {

    private final ITemplateEngine templates;

    LetterHtml(ITemplateEngine templates) {
        this.templates = templates;
    }

    String of(Digest digest, Language language) {
        Context context = new Context(language.locale());
        context.setVariable("letter", digest);
        context.setVariable("language", language.code());
        return templates.process("training/paminnelse-epost", context);
    }
}
