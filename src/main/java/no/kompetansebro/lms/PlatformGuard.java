package no.kompetansebro.lms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.organisation.access.Visitor;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps platforms from being changed by who is an administrator only by an LMS's word, once somebody is appointed here:
 * whoever names a platform's keys can launch as anybody (docs/adr/0008), and whoever connects a Moodle can say that anybody
 * completed anything.
 */
@Component
class PlatformGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PLATFORMS = "/administrasjon/plattformer";
    private static final String CONNECTIONS = "/administrasjon/moodle";

    private final Viewers viewers;
    private final Deciders deciders;

    PlatformGuard(Viewers viewers, Deciders deciders) {
        this.viewers = viewers;
        this.deciders = deciders;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PLATFORMS, PLATFORMS + "/**", CONNECTIONS, CONNECTIONS + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (!reads && !mayChange(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return true;
    }

    private boolean mayChange(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who
                && who.getPrincipal() instanceof Visitor visitor
                && deciders.of(viewers.of(visitor), who).isEnough();
    }
}
