package no.kompetansebro.planning.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import no.kompetansebro.coverage.LargeRecalculation;
import no.kompetansebro.coverage.Recalculations;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Shows how far it has come in place of any planning page whose figures must wait for a large recalculation. */
@Configuration(proxyBeanMethods = false)
class WaitForFigures implements WebMvcConfigurer, HandlerInterceptor {

    private final Recalculations recalculations;

    WaitForFigures(Recalculations recalculations) {
        this.recalculations = recalculations;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(Overview.PATH + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException, IOException {
        boolean isPage =
                request.getDispatcherType() == DispatcherType.REQUEST && HttpMethod.GET.matches(request.getMethod());
        return !isPage || !answers(request, response);
    }

    private boolean answers(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<LargeRecalculation> large = recalculations.large();
        if (large.isPresent()) {
            request.setAttribute(Recalculating.ATTRIBUTE, large.get());
            request.getRequestDispatcher(Recalculating.PATH).forward(request, response);
        } else if (Recalculating.isWaiting(request)) {
            response.setHeader("HX-Refresh", "true");
        }
        return large.isPresent() || Recalculating.isWaiting(request);
    }
}
