package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** How the rows of an answer are written. */
enum RowFormat {
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    CSV("text/csv;charset=UTF-8");

    private final String contentType;

    RowFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    private MediaType type() {
        return MediaType.parseMediaType(contentType);
    }

    /** The first that the request accepts; JSON where it accepts anything. Refuses when it accepts none of them. */
    static RowFormat of(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        for (MediaType accepted : accepted(request)) {
            for (RowFormat format : values()) {
                if (accepted.getQualityValue() > 0 && accepted.includes(format.type())) {
                    return format;
                }
            }
        }
        throw new HttpMediaTypeNotAcceptableException(List.of(JSON.type(), NDJSON.type(), CSV.type()));
    }

    private static List<MediaType> accepted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        String header =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse(MediaType.ALL_VALUE);
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(header);
            MimeTypeUtils.sortBySpecificity(accepted);
            return accepted.isEmpty() ? List.of(MediaType.ALL) : accepted;
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException("The Accept header cannot be read");
        }
    }
}
