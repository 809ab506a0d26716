package no.kompetansebro.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a request: what the browser's user chose here, else what the launch said (kept in the session under
 * {@link SessionLocaleResolver#LOCALE_SESSION_ATTRIBUTE_NAME}), else bokmål. What the browser itself prefers does not
 * count: an LMS in Norwegian shall not frame a tool in English.
 */
class ChosenLanguage implements LocaleResolver {

    private static final String COOKIE = "__Host-kompetansebro-language";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).or(() -> launched(request)).orElse(Language.NB).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            Language.serving(locale).ifPresent(language -> keep(response, language));
        }
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::of);
    }

    private static Optional<Language> launched(HttpServletRequest request) {
        Object locale = WebUtils.getSessionAttribute(request, SessionLocaleResolver.LOCALE_SESSION_ATTRIBUTE_NAME);
        return locale instanceof Locale launched ? Language.serving(launched) : Optional.empty();
    }

    private static void keep(HttpServletResponse response, Language language) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, language.tag())
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("None")
                        .partitioned(true)
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }
}
