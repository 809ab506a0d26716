package no.kompetansebro.training.proof;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a file that is far too large with the form and the reason. The server would take in nothing of such a request, not
 * even the token that every form brings, so nobody after this could say why.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeUploads extends OncePerRequestFilter {

    static final String PARAMETER = "forstor";

    private final long largest;

    TooLargeUploads(@Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.largest = largest.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload =
                request.getMethod().equals("POST") && request.getRequestURI().equals(HandInPage.PATH);
        if (upload && request.getContentLengthLong() > largest) {
            response.sendRedirect(HandInPage.PATH + "?" + PARAMETER + "=1");
        } else {
            chain.doFilter(request, response);
        }
    }
}
