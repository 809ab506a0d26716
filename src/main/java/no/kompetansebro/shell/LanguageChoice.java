package no.kompetansebro.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;

/** Keeps the language that somebody chooses, and leads back to where they were. */
@Controller
class LanguageChoice {

    private final LocaleResolver locales;

    LanguageChoice(LocaleResolver localeResolver) {
        this.locales = localeResolver;
    }

    @GetMapping("/sprak/{language}")
    String choose(
            @PathVariable String language,
            @RequestParam(defaultValue = "/") String til,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language chosen = Language.of(language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        locales.setLocale(request, response, chosen.locale());
        return "redirect:" + (isOurs(til) ? til : "/");
    }

    /** A path of this application; nothing that a browser could take for another host, no control characters. */
    private static boolean isOurs(String path) {
        return path.matches("/(?![/\\\\])[\\x21-\\x7e]*") && !path.contains("\\");
    }
}
