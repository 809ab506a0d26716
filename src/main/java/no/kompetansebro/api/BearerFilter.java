package no.kompetansebro.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the client by {@code Authorization: Bearer} (RFC 6750 section 2.1) and does the rest of the request in the scope
 * of its employer. A request without a known token goes on as nobody's, to be refused where a client is needed.
 */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final List<BearerTokens> tokens;

    BearerFilter(List<BearerTokens> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiClient> client = token(request).flatMap(this::client);
        if (client.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication(client.get())));
        try {
            EmployerScope.<Optional<Void>, Exception>in(client.get().employer(), () -> {
                chain.doFilter(request, response);
                return Optional.empty();
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    private Optional<ApiClient> client(String token) {
        return tokens.stream().flatMap(known -> known.client(token).stream()).findFirst();
    }

    private static Authentication authentication(ApiClient client) {
        return UsernamePasswordAuthenticationToken.authenticated(
                client,
                null,
                client.scopes().stream()
                        .map(scope -> new SimpleGrantedAuthority(scope.code()))
                        .toList());
    }
}
