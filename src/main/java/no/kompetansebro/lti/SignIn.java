package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.Reception;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;

/** Puts whoever was launched into a session of their own. What an earlier session of the browser held is gone. */
final class SignIn {

    private SignIn() {}

    static void as(
            Reception.Admitted admitted, Launch launch, HttpServletRequest request, HttpServletResponse response) {
        HttpSession earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
        HttpSession session = request.getSession(true);
        admitted.idle().ifPresent(idle -> session.setMaxInactiveInterval((int) idle.toSeconds()));
        RequestPlatform.of(request).ifPresent(platform -> LaunchOrigins.keep(session, platform));
        launch.locale()
                .ifPresent(locale -> session.setAttribute(SessionLocaleResolver.LOCALE_SESSION_ATTRIBUTE_NAME, locale));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(LaunchAuthentication.of(admitted));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
