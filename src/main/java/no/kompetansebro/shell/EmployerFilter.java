package no.kompetansebro.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Does the request for the visitor's employer, so that its transactions see that employer's rows and no others. */
class EmployerFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Visitor visitor) {
            inScope(visitor, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** An error page has the menu too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static void inScope(
            Visitor visitor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            EmployerScope.in(visitor.employer(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
